from __future__ import annotations

import pickle
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs.python.generated import imported, module_source
from outputs.python.sample import CLOUDS, HANDOVER, POLICIES, POLICY, REFUND, below, said
from rulemark.policy import Case, Compare, Decision, Operator, PolicySet
from rulemark.policy.model import Outcome


def test_a_case_that_the_article_decides_is_decided(rules: ModuleType) -> None:
    decision = rules.ending_channel(seats=12)

    assert decision.outcome is rules.EndingChannel.ONLINE
    assert decision.because.quote("nl-nl") == "Met minder dan 40 plaatsen: online."
    assert decision.because.place("nl-nl") == "content/nl-nl/plans/end-a-plan.md:16"
    assert decision.because.anchor() == "ending-a-plan"
    assert decision.because.locales == ("en-us", "nl-nl")


def test_a_missing_fact_is_unknown_and_never_zero(rules: ModuleType, package: ModuleType) -> None:
    match rules.ending_channel(seats=None):
        case package.Unknown(needs):
            assert needs == {"seats"}
        case other:
            pytest.fail(f"decided without a fact: {other}")


def test_the_gap_between_two_cases_is_unstated_with_the_sentences_beside_it(
    rules: ModuleType, package: ModuleType
) -> None:
    match rules.ending_channel(seats=40):
        case package.Unstated(nearest):
            assert [each.place() for each in nearest] == [
                "content/en-us/plans/end-a-plan.md:14",
                "content/en-us/plans/end-a-plan.md:15",
            ]
        case other:
            pytest.fail(f"a gap was decided: {other}")


def test_an_answer_without_outcome_still_leads_to_the_nearest_sentence(rules: ModuleType) -> None:
    decision = rules.ending_channel(seats=40)

    assert decision.outcome is None
    assert decision.hedges == ()
    assert decision.because.quote() == "With fewer than 40 paid seats, end the plan on the web."


def test_a_rule_that_is_only_usually_true_says_so(rules: ModuleType) -> None:
    assert rules.ending_channel(seats=41).hedges == ("most_countries",)


def test_an_exception_comes_before_the_case_it_restricts(rules: ModuleType) -> None:
    assert rules.refund(paid=5, role=rules.Role.GUEST).outcome == "none"
    assert rules.refund(paid=5, role=rules.Role.OWNER).outcome == "full"


def test_otherwise_applies_when_nothing_else_does(rules: ModuleType) -> None:
    decision = rules.refund(paid=501, role=rules.Role.OWNER)

    assert (decision.outcome, decision.because.key) == ("none", "decisions/refund/4")


def test_an_unknown_that_cannot_change_the_answer_is_not_asked_for(rules: ModuleType) -> None:
    assert rules.refund(paid=None, role=rules.Role.GUEST).outcome == "none"
    assert rules.refund(paid=501, role=None).outcome == "none"
    assert rules.refund(paid=5, role=None).needs == {"role"}


def test_exact_fractions_are_compared_exactly(rules: ModuleType) -> None:
    role = rules.Role.OWNER

    assert rules.refund(paid=Decimal("19.8999999999999999999"), role=role).outcome == "full"
    assert rules.refund(paid=Decimal("19.9"), role=role).outcome == "half"
    assert rules.refund(paid=19, role=role).outcome == "full"


def test_two_cases_that_disagree_are_unstated(rules: ModuleType) -> None:
    decision = rules.handover(seats=15, own_domain=True, moniker="north-cloud")

    assert [each.key for each in decision.nearest] == ["decisions/handover/1", "decisions/handover/2"]


def test_the_moniker_is_an_input_where_cases_differ_by_it(rules: ModuleType) -> None:
    assert rules.handover(seats=15, own_domain=True, moniker="harbor-cloud").outcome == "self_service"
    assert rules.handover(seats=15, own_domain=True, moniker=None).needs == {"moniker"}
    assert rules.handover(seats=25, own_domain=True, moniker="north-cloud").because.moniker == "north-cloud"


def test_a_choice_may_be_given_by_its_plain_name(rules: ModuleType) -> None:
    assert rules.refund(paid=5, role="guest").outcome == "none"


def test_the_words_of_a_language_that_lacks_the_sentence_are_those_of_the_source(rules: ModuleType) -> None:
    because = rules.ending_channel(seats=12).because

    assert because.quote("de-de") == because.quote("en-us")


def test_a_translation_is_cited_with_its_commit_and_the_source_with_its_date(rules: ModuleType) -> None:
    because = rules.ending_channel(seats=12).because

    assert (because.revision("nl-nl"), because.revision()) == ("0123abcd", "2026-02-03")


def test_answers_are_immutable_and_compare_by_value(rules: ModuleType) -> None:
    decision = rules.ending_channel(seats=12)

    with pytest.raises(AttributeError, match="immutable"):
        decision.outcome = None
    assert pickle.loads(pickle.dumps(decision)) == decision  # noqa: S301 - our own bytes
    assert len({decision, rules.ending_channel(seats=13)}) == 1


def test_the_index_finds_a_rule_by_its_name(package: ModuleType, rules: ModuleType) -> None:
    assert package.POLICIES["plans/end-a-plan"] is rules
    assert ("plans/end-a-plan", rules.ending_channel) in package.POLICIES.search("channel")


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda r: r.ending_channel(seats=-1), ValueError, "seats must be an integer of at least 0"),
        (lambda r: r.ending_channel(seats=True), TypeError, "seats must be an integer .* got True"),
        (lambda r: r.ending_channel(seats=4.0), TypeError, "seats must be an integer .* got 4.0"),
        (lambda r: r.ending_channel(seats=float("nan")), TypeError, "seats must be .* got nan"),
        (lambda r: r.ending_channel(seats="4"), TypeError, "seats must be .* got '4'"),
        (lambda r: r.refund(paid=Decimal("NaN"), role=None), ValueError, "paid must be .*finite.* got Decimal"),
        (lambda r: r.refund(paid=Decimal("-Infinity"), role=None), ValueError, "paid must be"),
        (lambda r: r.refund(paid=0.5, role=None), TypeError, "paid must be an integer or a finite Decimal .* got 0.5"),
        (lambda r: r.refund(paid=Decimal("-0.01"), role=None), ValueError, "paid must be .* of at least 0"),
        (lambda r: r.refund(paid=None, role="king"), ValueError, "role must be one of owner, accountant, guest"),
        (lambda r: r.refund(paid=None, role=["guest"]), TypeError, "role must be one of"),
        (lambda r: r.handover(seats=1, own_domain=1, moniker=None), TypeError, "own_domain must be True or False"),
        (lambda r: r.handover(seats=1, own_domain=None, moniker="moon"), ValueError, "moniker must be one of north"),
        (lambda r: r.ending_channel(seats=1).because.quote("xx-xx"), ValueError, "locale must be one of de-de"),
    ],
)  # fmt: skip
def test_a_value_outside_its_domain_is_refused_with_parameter_domain_and_value(
    rules: ModuleType,
    call: Any,  # noqa: ANN401 - the lambdas above
    error: type[Exception],
    words: str,
) -> None:
    with pytest.raises(error, match=words):
        call(rules)


def test_a_fact_must_be_named(rules: ModuleType) -> None:
    with pytest.raises(TypeError):
        rules.ending_channel(12)


# --- the plain comparisons, the data file and the meaning agree -------------------------------------------------------


def _meaning(decision: Decision, facts: dict[str, Any]) -> str | None:
    """Answer from the model itself, with all facts known; None is unstated."""
    ranks = [
        [case for case in decision.cases if case.exception],
        [case for case in decision.cases if not case.exception and not case.otherwise],
        [case for case in decision.cases if case.otherwise],
    ]
    for cases in ranks:
        outcomes = {case.then for case in cases if _applies(case, facts)}
        if outcomes:
            return outcomes.pop() if len(outcomes) == 1 else None
    return None


def _applies(case: Case, facts: dict[str, Any]) -> bool:
    from rulemark.outputs.python.cells import is_true  # noqa: PLC0415 - the only use

    return (not case.monikers or facts["moniker"] in case.monikers) and is_true(case.when, facts)


_SEATS = st.integers(0, 60)
_DOMAIN = st.booleans()
_MONIKER = st.sampled_from(CLOUDS)


@given(seats=_SEATS, own_domain=_DOMAIN, moniker=_MONIKER)
def test_a_function_means_what_the_policy_says(
    rules: ModuleType, seats: int, own_domain: bool, moniker: str  # noqa: FBT001
) -> None:  # fmt: skip
    facts = {"seats": seats, "own_domain": own_domain, "moniker": moniker}

    assert rules.handover(**facts).outcome == _meaning(HANDOVER, facts | {"seats": Decimal(seats)})


@given(cents=st.integers(0, 60_000), role=st.sampled_from(["owner", "accountant", "guest"]))
def test_money_means_what_the_policy_says(rules: ModuleType, cents: int, role: str) -> None:
    paid = Decimal(cents) / 100

    assert rules.refund(paid=paid, role=rules.Role(role)).outcome == _meaning(REFUND, {"paid": paid, "role": role})


@given(seats=_SEATS | st.none(), own_domain=_DOMAIN | st.none(), moniker=_MONIKER | st.none())
@settings(max_examples=200)
def test_an_answer_with_missing_facts_holds_whatever_they_turn_out_to_be(
    rules: ModuleType, seats: int | None, own_domain: bool | None, moniker: str | None  # noqa: FBT001
) -> None:  # fmt: skip
    facts = {"seats": seats, "own_domain": own_domain, "moniker": moniker}
    decision = rules.handover(**facts)

    outcomes = {rules.handover(**full).outcome for full in _completions(facts)}

    if decision.outcome is not None:
        assert outcomes == {decision.outcome}
    if type(decision).__name__ == "Unstated":
        assert outcomes == {None}
    if type(decision).__name__ == "Unknown":
        assert decision.needs
        assert all(facts[name] is None for name in decision.needs)


def _completions(facts: dict[str, Any]) -> Iterable[dict[str, Any]]:
    for seats in (0, 9, 10, 15, 19, 20, 25) if facts["seats"] is None else (facts["seats"],):
        for own_domain in (True, False) if facts["own_domain"] is None else (facts["own_domain"],):
            for moniker in CLOUDS if facts["moniker"] is None else (facts["moniker"],):
                yield {"seats": seats, "own_domain": own_domain, "moniker": moniker}


_LIMITS = st.integers(0, 6).map(Decimal)
_COMPARISONS = st.builds(Compare, st.just("seats"), st.sampled_from(Operator), _LIMITS)
_FLAGS = st.builds(Compare, st.just("own_domain"), st.just(Operator.EQ), st.booleans())
_CASES = st.lists(
    st.builds(
        Case,
        _COMPARISONS | _FLAGS,
        st.sampled_from(["a", "b", "c"]),
        st.just(said(1, "So it is.")),
        monikers=st.sampled_from([(), (CLOUDS[0],), CLOUDS[1:]]),
        exception=st.booleans(),
    ),
    min_size=1,
    max_size=5,
).map(tuple)


@given(cases=_CASES)
@settings(max_examples=25, deadline=None)
def test_any_cases_mean_what_the_policy_says(tmp_path_factory: pytest.TempPathFactory, cases: tuple[Case, ...]) -> None:
    outcomes = (Outcome("a"), Outcome("b"), Outcome("c"))
    decision = Decision("choice", ("seats", "own_domain"), outcomes, cases)
    policies = PolicySet((replace(POLICY, path="any", decisions=(decision,)),))

    with imported(policies, tmp_path_factory.mktemp("any"), "any_rules") as package:
        module = package.POLICIES["any"]
        parameters = module.choice.__code__.co_varnames[: module.choice.__code__.co_kwonlyargcount]
        for facts in _completions({"seats": None, "own_domain": None, "moniker": None}):
            for seats in range(8):
                known = facts | {"seats": seats}
                given_facts = {name: known[name] for name in parameters}
                assert module.choice(**given_facts).outcome == _meaning(decision, known | {"seats": Decimal(seats)})
                slow = module.decide(module.ARTICLE, "choice", module.Choice, **given_facts)
                assert slow.outcome == module.choice(**given_facts).outcome


def test_a_complete_decision_has_no_test_for_its_last_case() -> None:
    cases = (
        Case(below(40), "a", said(1, "Below 40.")),
        Case(Compare("seats", Operator.GE, Decimal(40)), "b", said(2, "From 40.")),
    )
    decision = Decision("choice", ("seats",), (Outcome("a"), Outcome("b")), cases)

    source = module_source(PolicySet((replace(POLICY, decisions=(decision,)),)), "end_a_plan")

    assert "    return _CHOICE_B\n" in source
    assert "Unstated(" not in source


def test_a_decision_with_too_many_cells_is_answered_from_its_data(tmp_path: Path) -> None:
    names = [f"fact_{number}" for number in range(20)]
    cases = tuple(Case(Compare(name, Operator.EQ, value=True), "a", said(1, "Yes.")) for name in names)
    decision = Decision("wide", tuple(names), (Outcome("a"),), cases)

    with imported(PolicySet((replace(POLICY, path="wide", decisions=(decision,)),)), tmp_path, "wide_rules") as package:
        answer = package.POLICIES["wide"].wide

        assert answer(**dict.fromkeys(names, False) | {"fact_7": True}).outcome == "a"
        assert answer(**dict.fromkeys(names, False)).outcome is None
        assert answer(**dict.fromkeys(names, None)).needs == set(names)


def test_the_sample_has_the_readable_form() -> None:
    source = module_source(POLICIES, "end_a_plan")

    assert (
        "    if seats < 40:\n"
        "        return _ENDING_CHANNEL_ONLINE\n"
        "    if seats > 40:\n"
        "        return _ENDING_CHANNEL_BY_PHONE\n"
        "    return _ENDING_CHANNEL_OPEN\n"
    ) in source
