from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings

from policy.drawing import articles
from rulemark.policy import EMPTY_VOCABULARY, InputType, load_vocabulary, suggest_vocabulary
from rulemark.project import compile_text
from rulemark.source import Source

FULL = """
inputs:
  seats: {type: integer, minimum: 1, maximum: 9, unit: seat, words: {en-us: [seats, seat], nl-nl: [plaatsen]}}
  late: {type: boolean, words: {en-us: [late]}, opposite: {en-us: [in time]}}
  day: {type: choice, choices: {monday: {words: {en-us: [Monday]}}, sunday: {}}}
outcomes: {shop: {words: {en-us: [shop]}}}
decisions: {channel: {inputs: [seats], outcomes: [shop], anchor: where}}
"""


def _load(text: str) -> tuple[object, list[str]]:
    vocabulary, problems = load_vocabulary(Source("vocabulary.yaml", text))
    return vocabulary, [problem.message for problem in problems]


def test_a_vocabulary_is_read_in_the_order_of_the_file() -> None:
    vocabulary, problems = load_vocabulary(Source("vocabulary.yaml", FULL))
    seats, late, day = vocabulary.inputs

    assert problems == ()
    assert (seats.name, seats.type, seats.minimum, seats.maximum) == (
        "seats",
        InputType.INTEGER,
        Decimal(1),
        Decimal(9),
    )
    assert seats.term.labels == (("en-us", "seats"), ("nl-nl", "plaatsen"))
    assert late.opposite.in_locale("en-us") == ("in time",)
    assert [choice.name for choice in day.choices] == ["monday", "sunday"]
    assert vocabulary.decisions[0].anchor == "where"


@pytest.mark.parametrize("text", ["", "{}", "# nothing\n"])
def test_an_empty_file_is_an_empty_vocabulary(text: str) -> None:
    assert _load(text) == (EMPTY_VOCABULARY, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a", "not a mapping"),
        ("inputs: {}\nevents: {}\ninputs: {}\n", "`inputs` is written twice"),
        ("events: {end: {}, end: {}}", "`end` is written twice"),
        ("inputs: {Seats: {type: integer}}", "`inputs` has the name `Seats`, which does not have the right form"),
        ("inputs: {seats: {}}", "`inputs.seats` lacks `type`"),
        ("inputs: {seats: {type: int}}", "`inputs.seats.type` is `int`, which is none of"),
        ("inputs: {day: {type: choice}}", "`inputs.day` lacks `choices`"),
        ("inputs: {late: {type: boolean, choices: {}}}", "`inputs.late` must not have `choices`"),
        ("inputs: {seats: {type: integer, opposite: {en-us: [x]}}}", "`inputs.seats.type`"),
        ("events: {leave: {word: {}}}", "`events.leave` has `word`, which is not known here"),
        ("events: {leave: {words: {English: [go]}}}", "`events.leave.words` has the name `English`, which"),
        ("events: {leave: {words: {en-us: go}}}", "`events.leave.words.en-us` is not a list"),
        ("outcomes: {shop: {}}\ndecisions: {a: {inputs: [], outcomes: [shop]}}", "`decisions.a.inputs` is empty"),
        ("decisions: {a: {inputs: [x], outcomes: [y]}}", "decision `a` names `x`, which is not among the inputs"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_writer(text: str, message: str) -> None:
    _, messages = _load(text)

    assert any(found.startswith(message) for found in messages), messages


@pytest.mark.parametrize("text", ["events: {leave: {word: {}}}", "a: [", "inputs: {seats: {type: int}}"])
def test_nothing_of_a_broken_vocabulary_is_used(text: str) -> None:
    vocabulary, messages = _load(text)

    assert vocabulary is EMPTY_VOCABULARY
    assert len(messages) == len(set(messages)) == 1


def test_words_that_differ_in_case_only_are_ambiguous() -> None:
    _, messages = _load("states: {a: {words: {en-us: [Off]}}, b: {words: {en-us: [off], nl-nl: [off]}}}")

    assert messages == ["`off` leads to both `a` and `b` of the states in en-us"]


def test_one_word_may_lead_to_names_of_different_kinds() -> None:
    assert _load("states: {a: {words: {en-us: [off]}}}\neffects: {b: {words: {en-us: [off]}}}")[1] == []


@given(articles)
@settings(max_examples=20, deadline=None)
def test_what_is_suggested_can_be_pasted(article: str) -> None:
    suggestion = suggest_vocabulary(compile_text(article, locale="en-us").policies)

    assert _load(suggestion)[1] == []


def test_a_pasted_suggestion_names_everything() -> None:
    article = (
        "# Seats\n\n*Where:* If you have fewer than 5 seats, go to the shop. "
        "If you have 5 or more seats, write to us.\n\nIf the shop is closed, you must wait.\n"
    )
    suggestion = suggest_vocabulary(compile_text(article, locale="en-us").policies)
    (policy,) = compile_text(article, locale="en-us", vocabulary=suggestion).policies.policies

    assert not any(entry.invented for entry in policy.inputs)
    assert [(decision.id, decision.declared) for decision in policy.decisions] == [("where", True)]
    assert suggest_vocabulary(compile_text(article, locale="en-us", vocabulary=suggestion).policies) == ""


def test_outcomes_of_two_decisions_are_suggested_under_names_of_their_own() -> None:
    article = (
        "# Rent\n\n## Bikes\n\nIf you rent up to 4 bikes, go to the shop. If you rent 5 or more bikes, call us.\n\n"
        "## Tents\n\nIf you rent fewer than 3 tents, take a bus. If you rent 3 or more tents, order a van.\n"
    )
    suggested = yaml.safe_load(suggest_vocabulary(compile_text(article, locale="en-us").policies))

    outcomes = [name for decision in suggested["decisions"].values() for name in decision["outcomes"]]
    assert [suggested["outcomes"][name]["words"]["en-us"] for name in outcomes] == [
        ["go to the shop"],
        ["call us"],
        ["take a bus"],
        ["order a van"],
    ]


def test_a_suggestion_names_the_entry_that_comes_near() -> None:
    names = "inputs: {own_domain: {type: boolean, words: {en-us: [own domain, private domain]}}}"
    vocabulary, _ = load_vocabulary(Source("vocabulary.yaml", names))
    article = "# Leave\n\nIf you use your own home domain, you must remove it.\n\nIf it rains, you may stay.\n"

    text = suggest_vocabulary(compile_text(article, locale="en-us", vocabulary=names).policies, vocabulary)

    assert text.count("# nearest: own_domain") == 1
    assert set(yaml.safe_load(text)["inputs"]) == {"use_own_home_domain", "rains"}
