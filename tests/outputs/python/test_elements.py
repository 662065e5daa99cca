from __future__ import annotations

from decimal import Decimal
from types import ModuleType

import pytest


def test_an_obligation_applies_under_its_condition(rules: ModuleType) -> None:
    found = rules.obligations(own_domain=True, moniker="north-cloud")

    assert [duty.id for duty in found] == ["remove_own_domain"]
    assert (found[0].modality, found[0].before) == ("must", "cancellation")
    assert found[0].text("nl-nl") == "moet u het loskoppelen"
    assert found[0].conditions() == "If you brought your own domain"
    assert (found.unknown, found.needs) == ((), frozenset())


def test_a_duty_of_which_a_fact_is_missing_is_neither_dropped_nor_applied(rules: ModuleType) -> None:
    found = rules.obligations()

    assert len(found) == 0
    assert [duty.id for duty in found.unknown] == ["remove_own_domain", "keep_papers"]
    assert found.needs == {"own_domain", "moniker"}


def test_a_duty_that_does_not_apply_is_left_out(rules: ModuleType) -> None:
    found = rules.obligations(own_domain=False, moniker="island-cloud")

    assert "keep_papers" in found
    assert "remove_own_domain" not in found


def test_permissions_and_effects_have_their_own_questions(rules: ModuleType) -> None:
    assert len(rules.permissions(role="owner")) == 1
    assert len(rules.permissions(role="guest")) == 0
    assert [duty.text() for duty in rules.effects()] == ["turn read-only"]


def test_a_wrong_fact_is_refused(rules: ModuleType) -> None:
    with pytest.raises(TypeError, match="own_domain must be True or False"):
        rules.obligations(own_domain="yes")


def test_steps_are_those_of_the_product_in_the_language(rules: ModuleType) -> None:
    assert [step.text for step in rules.steps(moniker="north-cloud", locale="nl-nl")] == ["Open de portal."]
    assert [step.number for step in rules.steps(moniker="harbor-cloud")] == [1, 2]
    assert rules.steps(moniker="harbor-cloud")[1].images == ("end.png",)
    assert rules.steps(moniker="island-cloud") == ()
    assert rules.steps("save")[0].text == "Copy them."
    assert rules.steps("save", moniker="island-cloud") == rules.steps("save")


def test_steps_refuse_what_the_article_does_not_know(rules: ModuleType) -> None:
    with pytest.raises(ValueError, match=r"procedure must be one of end_the_plan, save; got 'leave'"):
        rules.steps("leave")
    with pytest.raises(ValueError, match=r"moniker must be one of north-cloud.* differ; got None"):
        rules.steps()
    with pytest.raises(ValueError, match=r"moniker must be one of .*; got 'moon'"):
        rules.steps("save", moniker="moon")
    with pytest.raises(ValueError, match="locale must be one of"):
        rules.steps("save", locale="fr-fr")


def test_an_amount_is_a_number_with_its_comparison_and_unit(rules: ModuleType) -> None:
    assert (rules.MOST_DEVICES.value, rules.MOST_DEVICES.comparison, rules.MOST_DEVICES.unit) == (6, "le", "device")
    assert rules.FEE.value == Decimal("2.50")
    assert [rules.MOST_DEVICES.allows(count) for count in (5, 6, 7)] == [True, True, False]
    assert [rules.RANGE.allows(count) for count in (4, 5, 8, 9)] == [False, True, True, False]
    with pytest.raises(TypeError, match=r"quantity must be an integer or a Decimal, in device; got 0.5"):
        rules.MOST_DEVICES.allows(0.5)


def test_alerts_terms_and_links_are_listed(rules: ModuleType) -> None:
    assert [(each.kind, each.text()) for each in rules.ADVISORIES] == [("note", "Each ends alone.")]
    assert [(each.term(), each.text()) for each in rules.DEFINITIONS] == [("Paused", "No one can sign in.")]
    assert [(each.target, each.text()) for each in rules.REFERENCES] == [("renew-a-plan.md#how", "Renew a plan")]


def test_the_article_tells_about_itself(rules: ModuleType) -> None:
    assert rules.ARTICLE.title("nl-nl") == "Een abonnement stopzetten"
    assert rules.ARTICLE.description().startswith("How a plan ends")
    assert rules.ARTICLE.path == "plans/end-a-plan"
    assert rules.ARTICLE.metadata["audience"] == "Admin"
