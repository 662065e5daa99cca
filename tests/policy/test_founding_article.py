"""Every promise of the article that this project was founded on, in English and in machine-translated Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

from rulemark.policy import (
    Compare,
    Decision,
    Duration,
    DurationUnit,
    Duty,
    DutyKind,
    Evidence,
    InputType,
    Operator,
    Policy,
    Step,
    Timer,
    inputs_of,
)
from rulemark.project import compile_text
from shared import ROOT, SHARED, needs_shared

pytestmark = needs_shared
LOCALES = ("en-us", "nl-nl")
VOCABULARY = (ROOT / "policies" / "vocabulary.yaml").read_text(encoding="utf-8")
CLOUDS = ("o365-worldwide", "o365-germany", "o365-21vianet")
HEADER_LINES = {"en-us": 0, "nl-nl": 5}
"""How many lines the header of each file is longer than that of the English one."""


class _Element(Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


_AnyElement = TypeVar("_AnyElement", bound=_Element)


def _days(count: int) -> Duration:
    return Duration(count, DurationUnit.DAY)


def _text(locale: str) -> str:
    return Path(SHARED, "seed", f"2020-05-06.{locale}.md").read_text(encoding="utf-8")


def _compiled(text: str, locale: str, *, named: bool) -> Policy:
    compilation = compile_text(text, path="cancel.md", locale=locale, vocabulary=VOCABULARY if named else "")
    (policy,) = compilation.policies.policies
    return policy


@dataclass(frozen=True, slots=True)
class Article:
    """The policy of one file; `line` counts as in the English file."""

    policy: Policy
    locale: str
    named: bool
    text: str

    def at(self, line: int, elements: Iterable[_AnyElement]) -> tuple[_AnyElement, ...]:
        """Return the elements whose sentence stands on a line."""
        wanted = line + HEADER_LINES[self.locale]
        return tuple(element for element in elements if element.evidence[0].line == wanted)

    def duties(self, line: int, kind: DutyKind) -> tuple[Duty, ...]:
        """Return the duties of a kind on a line."""
        return self.at(line, (duty for duty in self.policy.duties if duty.kind is kind))

    def timer(self, line: int) -> Timer:
        """Return the only timer on a line."""
        (timer,) = self.at(line, self.policy.timers)
        return timer

    @property
    def decision(self) -> Decision:
        """The only decision."""
        (decision,) = self.policy.decisions
        return decision


def _article(locale: str, *, named: bool) -> Article:
    text = _text(locale)
    return Article(_compiled(text, locale, named=named), locale, named, text)


@pytest.fixture(
    scope="module",
    params=[(locale, named) for locale in LOCALES for named in (True, False)],
    ids=lambda param: f"{param[0]} {'with' if param[1] else 'without'} vocabulary",
)
def article(request: pytest.FixtureRequest) -> Article:
    locale, named = request.param
    return _article(locale, named=named)


# --- S1, S2: where to cancel ------------------------------------------------------------------------------------------


def test_s1_s2_the_number_of_licenses_decides_how_to_cancel(article: Article) -> None:
    few, many = article.decision.cases

    assert few.when == Compare("licenses", Operator.LT, Decimal(25))
    assert many.when == Compare("licenses", Operator.GT, Decimal(25))
    assert few.then != many.then


def test_s1_s2_outcomes_have_the_names_of_the_vocabulary_or_of_their_order(article: Article) -> None:
    expected = ("online", "support") if article.named else ("case_1", "case_2")

    assert tuple(case.then for case in article.decision.cases) == expected
    assert article.decision.declared is article.named


def test_s1_s2_the_counted_input_is_a_whole_number_from_zero(article: Article) -> None:
    licenses = article.policy.input("licenses")

    assert (licenses.type, licenses.minimum) == (InputType.INTEGER, Decimal(0))
    assert licenses.invented is not article.named


def test_s1_s2_both_cases_quote_their_sentence(article: Article) -> None:
    for case in article.decision.cases:
        (evidence,) = case.evidence
        assert evidence.line == 28 + HEADER_LINES[article.locale]
        assert "25" in evidence.quote
        assert evidence.location is not None
        assert evidence.location.start.line == evidence.line


# --- S3, S9, S11, S12, S18: times -------------------------------------------------------------------------------------


def test_s3_credit_is_returned_within_a_named_period(article: Article) -> None:
    refund = article.timer(30)

    assert refund.period == "next_billing_cycle"
    assert (refund.lasts, refund.earliest, refund.latest) == (None, None, None)


def test_s9_the_disabled_state_lasts_ninety_days_mostly(article: Article) -> None:
    (disabled,) = (timer for timer in article.at(85, article.policy.timers) if timer.state)

    assert disabled.lasts == _days(90)
    assert len(disabled.hedges) == 2
    if article.named:
        assert disabled.hedges == ("most_subscriptions", "most_countries")
        assert (disabled.state, disabled.id) == ("disabled", "disabled_period")


@pytest.mark.parametrize(("row", "line", "earliest"), [("S11", 85, 90), ("S18", 126, 30)])
def test_s11_s18_data_is_deleted_between_two_days(article: Article, row: str, line: int, earliest: int) -> None:
    (deleted,) = (timer for timer in article.at(line, article.policy.timers) if timer.latest)

    assert (deleted.earliest, deleted.latest, deleted.lasts) == (_days(earliest), _days(180), None), row
    assert deleted.event
    assert deleted.effect
    if article.named:
        assert deleted.effect == "data_deleted"


def test_s11_s18_both_times_run_from_the_same_event(article: Article) -> None:
    early, late = (timer for timer in article.policy.timers if timer.latest)

    assert early.event == late.event


def test_s12_admins_have_ninety_days_to_reactivate(article: Article) -> None:
    deadline = article.timer(89)

    assert deadline.lasts == _days(90)
    assert deadline.actors == (("global_admin", "billing_admin") if article.named else ("admin",))
    if article.named:
        assert deadline.effect == "reactivation"


# --- S4, S15: boxes ---------------------------------------------------------------------------------------------------


def test_s4_s15_alerts_are_advisories(article: Article) -> None:
    found = [(advisory.kind, advisory.evidence[0].line) for advisory in article.policy.advisories]
    shift = HEADER_LINES[article.locale]

    assert found == [("note", 32 + shift), ("important", 95 + shift)]


# --- S6: steps --------------------------------------------------------------------------------------------------------


def _steps(article: Article) -> dict[str, tuple[Step, ...]]:
    (procedure,) = article.policy.procedures
    return dict(procedure.steps)


def test_s6_each_cloud_has_its_own_steps(article: Article) -> None:
    assert {cloud: [step.number for step in steps] for cloud, steps in _steps(article).items()} == {
        "o365-worldwide": [1, 2, 3],
        "o365-germany": [1, 2, 3, 4],
        "o365-21vianet": [1, 2, 3, 4],
    }
    assert article.policy.monikers == CLOUDS


def test_s6_steps_keep_their_links_and_images(article: Article) -> None:
    steps = _steps(article)

    linked = {cloud: [len(step.links) for step in steps[cloud]] for cloud in CLOUDS}
    shown = {cloud: [len(step.images) for step in steps[cloud]] for cloud in CLOUDS}
    assert linked == {"o365-worldwide": [1, 0, 1], "o365-germany": [1, 0, 0, 1], "o365-21vianet": [1, 0, 0, 1]}
    assert shown == {"o365-worldwide": [0, 0, 0], "o365-germany": [0, 0, 1, 0], "o365-21vianet": [0, 0, 1, 0]}
    assert len({steps[cloud][0].links for cloud in CLOUDS}) == 3
    assert all(step.links[0].startswith("https://") for step in (steps[cloud][0] for cloud in CLOUDS))
    assert {steps[cloud][-1].links[0] for cloud in CLOUDS} == {"what-if-my-subscription-expires.md"}


# --- S5, S7, S8, S10, S13, S14, S16, S17, S19: duties, effects and what they depend on --------------------------------


def test_s5_an_own_domain_must_be_removed_before_cancelling(article: Article) -> None:
    (duty,) = article.duties(37, DutyKind.OBLIGATION)

    assert duty.modality == "must"
    assert len(inputs_of(duty.when)) == 1
    assert duty.before
    if article.named:
        assert duty.when == Compare("own_domain", Operator.EQ, value=True)
        assert duty.before == "cancellation"


@pytest.mark.parametrize(("line", "cloud"), [(47, 0), (63, 1), (79, 2)])
def test_s7_after_the_steps_the_subscription_is_disabled(article: Article, line: int, cloud: int) -> None:
    (effect,) = article.duties(line, DutyKind.EFFECT)

    assert effect.monikers == (CLOUDS[cloud],)
    assert effect.state
    if article.named:
        assert effect.state == "disabled"


def test_s8_cancelling_early_leads_directly_to_the_disabled_state(article: Article) -> None:
    (effect,) = article.duties(85, DutyKind.EFFECT)

    assert effect.state
    assert len(inputs_of(effect.when)) == 1
    if article.named:
        assert effect.state == "disabled"


def test_s10_admins_may_back_up_and_had_better_do_so_before(article: Article) -> None:
    (permission,) = article.duties(85, DutyKind.PERMISSION)
    (recommendation,) = article.duties(85, DutyKind.RECOMMENDATION)

    assert permission.actors == recommendation.actors == ("admin",)
    assert (permission.modality, recommendation.modality) == ("may", "should")
    assert recommendation.before


def test_s10_what_is_recommended_limits_nothing_that_is_allowed(article: Article) -> None:
    (permission,) = article.duties(85, DutyKind.PERMISSION)
    (recommendation,) = article.duties(85, DutyKind.RECOMMENDATION)

    assert permission.before is None
    assert recommendation.state is None
    assert inputs_of(permission.when) == frozenset()


def test_s13_users_cannot_use_the_services(article: Article) -> None:
    (prohibition,) = article.duties(91, DutyKind.PROHIBITION)

    assert (prohibition.actors, prohibition.modality) == (("user",), "may_not")


def test_s14_apps_become_read_only(article: Article) -> None:
    (effect,) = article.duties(91, DutyKind.EFFECT)

    assert effect.modality is None
    assert effect.state


def test_s16_a_custom_domain_asks_for_more_steps(article: Article) -> None:
    more, *_ = article.at(102, article.policy.duties)

    assert more.before
    assert len(inputs_of(more.when)) == 1
    if article.named:
        assert more.when == Compare("own_domain", Operator.EQ, value=True)


def test_s16_without_a_custom_domain_they_are_skipped(article: Article) -> None:
    *_, skipped = article.at(102, article.policy.duties)

    assert skipped.kind in {DutyKind.PERMISSION, DutyKind.EFFECT}
    assert len(inputs_of(skipped.when)) == 1
    if article.named:
        assert skipped.when == Compare("own_domain", Operator.EQ, value=False)


def test_s16_a_verb_that_the_translation_lost_is_not_guessed() -> None:
    *_, skipped = (dutch := _article("nl-nl", named=True)).at(102, dutch.policy.duties)

    assert skipped.modality is None


def test_s17_records_are_updated_before_the_domain_goes(article: Article) -> None:
    (duty,) = article.duties(106, DutyKind.OBLIGATION)

    assert duty.before
    assert duty.modality in {"must", None}


def test_s19_who_moves_nobody_keeps_reduced_functionality(article: Article) -> None:
    (effect,) = article.duties(134, DutyKind.EFFECT)

    assert len(inputs_of(effect.when)) == 1
    assert dict(effect.conditions)[article.locale]


def test_s19_what_leans_on_the_sentence_before_is_no_silent_loss(article: Article) -> None:
    line = 134 + HEADER_LINES[article.locale]
    listed = [entry for entry in article.policy.not_compiled if entry.evidence.line == line]
    (permission,) = article.duties(134, DutyKind.PERMISSION) or (None,)

    assert bool(listed) is (permission is None)


# --- S20: references --------------------------------------------------------------------------------------------------


def test_s20_related_articles_are_references(article: Article) -> None:
    related = [reference.target for reference in article.policy.references if reference.anchor == "related-articles"]

    assert related == ["renew-your-subscription.md", "reactivate-your-subscription.md"]


# --- the whole article ------------------------------------------------------------------------------------------------


def test_every_quote_stands_where_it_says(article: Article) -> None:
    """The quote is the sentence without its markup: its first words stand on the line that is named."""
    lines = article.text.splitlines()
    elements: tuple[_Element, ...] = (*article.policy.timers, *article.policy.duties)
    quotes = [evidence for element in elements for evidence in element.evidence]

    assert quotes
    for evidence in quotes:
        first = re.findall(r"\w+", evidence.quote)[0]
        assert first in lines[evidence.line - 1]


def test_nothing_counts_as_an_amount(article: Article) -> None:
    """Every number of this article is a time or a condition."""
    assert article.policy.amounts == ()


def test_both_languages_have_the_same_elements_by_line() -> None:
    english, dutch = (_article(locale, named=True) for locale in LOCALES)

    def timers(article: Article) -> list[tuple[int, Duration | None, Duration | None, Duration | None]]:
        shift = HEADER_LINES[article.locale]
        return [(t.evidence[0].line - shift, t.lasts, t.earliest, t.latest) for t in article.policy.timers]

    assert timers(english) == timers(dutch)
    assert [case.when for case in english.decision.cases] == [case.when for case in dutch.decision.cases]


# --- a changed copy ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("locale", LOCALES)
def test_another_number_of_licenses_is_another_policy(locale: str, named: bool) -> None:  # noqa: FBT001 - a parameter
    changed = _compiled(re.sub(r"\b25\b", "40", _text(locale)), locale, named=named)

    few, many = changed.decisions[0].cases
    assert few.when == Compare("licenses", Operator.LT, Decimal(40))
    assert many.when == Compare("licenses", Operator.GT, Decimal(40))


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("locale", LOCALES)
def test_other_days_are_other_timers(locale: str, named: bool) -> None:  # noqa: FBT001 - a parameter
    text = re.sub(r"\b180\b", "200", re.sub(r"\b30( da)", r"45\1", _text(locale)))
    changed = _compiled(text, locale, named=named)

    bounds = [(timer.earliest, timer.latest) for timer in changed.timers if timer.latest]
    assert bounds == [(_days(90), _days(200)), (_days(45), _days(200))]


@pytest.mark.parametrize(
    ("locale", "few", "many", "operators"),
    [
        ("en-us", "25 or fewer", "more than 25", (Operator.LE, Operator.GT)),
        ("en-us", "fewer than 25", "at least 25", (Operator.LT, Operator.GE)),
        ("en-us", "up to 25", "26 or more", (Operator.LE, Operator.GE)),
        ("nl-nl", "hoogstens 25", "meer dan 25", (Operator.LE, Operator.GT)),
        ("nl-nl", "minder dan 25", "minstens 25", (Operator.LT, Operator.GE)),
        ("nl-nl", "maximaal 25", "26 of meer", (Operator.LE, Operator.GE)),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_other_comparators_are_another_policy(
    locale: str,
    few: str,
    many: str,
    operators: tuple[Operator, Operator],
    named: bool,  # noqa: FBT001 - a parameter
) -> None:
    text = re.sub(r"(fewer than|minder dan) 25", few, re.sub(r"(more than|meer dan) 25", many, _text(locale)))
    changed = _compiled(text, locale, named=named)

    tests = [case.when for case in changed.decisions[0].cases]
    assert [test.operator for test in tests if isinstance(test, Compare)] == list(operators)


def test_other_steps_are_another_procedure() -> None:
    text = (
        _text("en-us")
        .replace("2. On the **Subscriptions** page, select a subscription.\n\n3.", "2.")
        .replace("\n4. Review", "\n3. Review")
    )
    (procedure,) = _compiled(text, "en-us", named=True).procedures

    assert [len(steps) for _, steps in procedure.steps] == [3, 3, 3]


def test_without_its_hedges_the_rule_is_exact() -> None:
    text = _text("en-us").replace("For most subscriptions, in most countries and regions, the", "The")
    policy = _compiled(text, "en-us", named=True)

    (disabled,) = (timer for timer in policy.timers if timer.state == "disabled")
    assert disabled.hedges == ()
