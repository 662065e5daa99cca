from __future__ import annotations

from decimal import Decimal

import pytest

from rulemark.document import parse
from rulemark.policy import EMPTY_VOCABULARY, Vocabulary, load_vocabulary
from rulemark.policy.lookup import look_up
from rulemark.source import Source, Span
from rulemark.statements import Comparison, Quantity, Statement, extract, load_lexicon

ROLES = """
inputs:
  role:
    type: choice
    choices:
      global_admin:
        words:
          en-us: [global administrator, global admin]
          nl-nl: [globale beheerder, globale beheerders]
          de-de: [globaler Administrator]
          fr-fr: [administrateur général]
      billing_admin:
        words:
          en-us: [billing administrator, billing admin]
          nl-nl: [factureringsbeheerder]
          de-de: [Abrechnungsadministrator]
          fr-fr: [administrateur de facturation]
      user: {words: {en-us: [user, users], nl-nl: [gebruiker]}}
"""


def _vocabulary(text: str) -> Vocabulary:
    vocabulary, problems = load_vocabulary(Source("vocabulary.yaml", text))
    assert problems == ()
    return vocabulary


def _sentence(text: str, locale: str) -> Statement:
    (statement,) = extract(parse(Source("a.md", text, locale)), load_lexicon(locale)).statements
    return statement


def _actors(text: str, locale: str, vocabulary: str = ROLES) -> tuple[str, ...]:
    statement = _sentence(text, locale)
    main = statement.reading.consequence
    return look_up(_vocabulary(vocabulary), locale).actors(statement, main.start if main else 0)


@pytest.mark.parametrize(
    ("locale", "text", "actors"),
    [
        ("en-us", "Global admins can close the account.", ("global_admin",)),
        ("en-us", "A global or billing admin can close the account.", ("global_admin", "billing_admin")),
        ("en-us", "As a billing admin, you have 30 days to pay.", ("billing_admin",)),
        ("en-us", "Your users can't sign in.", ("user",)),
        ("nl-nl", "Een globale beheerder of factureringsbeheerder kan betalen.", ("global_admin", "billing_admin")),
        ("de-de", "Ein Abrechnungsadministrator kann bezahlen.", ("billing_admin",)),
        ("en-us", "You can close the account.", ()),
        ("en-us", "The account is closed.", ()),
        ("en-us", "Open the admin center.", ()),
    ],
)
def test_the_subject_of_a_clause_is_bound(locale: str, text: str, actors: tuple[str, ...]) -> None:
    assert _actors(text, locale) == actors


def test_the_subject_of_the_main_clause_counts_not_that_of_the_condition() -> None:
    assert _actors("If your users leave, global admins can delete the account.", "en-us") == ("global_admin",)


def test_without_a_vocabulary_the_language_names_the_person() -> None:
    assert _actors("Administrators can close the account.", "en-us", "{}") == ("admin",)
    assert _actors("Beheerders kunnen het account sluiten.", "nl-nl", "{}") == ("admin",)


def test_a_person_far_behind_the_subject_is_not_bound() -> None:
    text = "The account with all of its data and settings and files and mails is closed for users."

    assert _actors(text, "en-us") == ()


STATES = "states: {disabled: {words: {en-us: [Disabled state, Disabled], fr-fr: [état désactivé]}}}"


@pytest.mark.parametrize(
    ("vocabulary", "text", "state"),
    [
        (STATES, "The subscription moves into the disabled state.", "disabled"),
        ("{}", "The subscription moves into the suspended state.", "suspended"),
        ("{}", "The subscription moves on.", None),
    ],
)
def test_a_state_has_the_name_of_the_vocabulary_or_its_own(vocabulary: str, text: str, state: str | None) -> None:
    assert look_up(_vocabulary(vocabulary), "en-us").state(_sentence(text, "en-us")) == state


COUNTED = "inputs: {seats: {type: integer, minimum: 1, unit: seat, words: {en-us: [places]}}}"


def _quantity(value: str, unit: str) -> Quantity:
    return Quantity(Decimal(value), None, unit, Comparison.GT, Span(0, 1), Span(0, 1))


@pytest.mark.parametrize(("unit", "text"), [("seat", "anything"), ("place", "more than 3 places")])
def test_a_counted_input_is_found_by_unit_or_by_word(unit: str, text: str) -> None:
    entry = look_up(_vocabulary(COUNTED), "en-us").numeric_input(_quantity("3", unit), text)

    assert (entry.name, entry.invented) == ("seats", False)


def test_a_counted_input_that_nobody_named_is_invented_from_its_unit() -> None:
    entry = look_up(_vocabulary(COUNTED), "en-us").numeric_input(_quantity("3", "box"), "more than 3 boxes")

    assert (entry.name, entry.unit, entry.invented) == ("boxes", "box", True)


@pytest.mark.parametrize(
    ("value", "unit", "name", "kind"),
    [
        ("3", "box", "boxes", "integer"),
        ("3.5", "tonne", "tonnes", "number"),
        ("50", "currency:USD", "amount_usd", "number"),
    ],
)
def test_what_is_counted_is_whole_and_what_is_measured_is_not(value: str, unit: str, name: str, kind: str) -> None:
    entry = look_up(EMPTY_VOCABULARY, "en-us").numeric_input(_quantity(value, unit), "")

    assert (entry.name, entry.type) == (name, kind)


def test_a_hedge_has_the_name_of_the_vocabulary_or_its_own() -> None:
    vocabulary = _vocabulary("hedges: {mostly: {words: {en-us: [most accounts]}}}")
    lookup = look_up(vocabulary, "en-us")

    assert lookup.hedge("for most accounts", "most_account") == "mostly"
    assert lookup.hedge("usually", "usually") == "usually"
