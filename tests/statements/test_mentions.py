from __future__ import annotations

import pytest

from rulemark.statements import Topic, load_lexicon
from rulemark.statements.mentions import find_mentions, split_main_clauses


def _mentions(locale: str, text: str, topic: Topic) -> list[tuple[str, str]]:
    found = (mention for mention in find_mentions(text, load_lexicon(locale)) if mention.topic is topic)
    return [(mention.name, text[mention.span.start : mention.span.end]) for mention in found]


@pytest.mark.parametrize(
    ("locale", "text", "persons"),
    [
        ("en-us", "Admins and users can pay.", ["admin", "user"]),
        ("en-us", "You can pay.", ["you"]),
        ("en-us", "Open the admin center.", ["nobody"]),
        ("nl-nl", "Beheerders kunnen betalen.", ["admin"]),
        ("nl-nl", "Een factuurbeheerder kan betalen.", ["admin"]),
        ("de-de", "Administratoren können bezahlen.", ["admin"]),
        ("de-de", "Ein Rechnungsadministrator kann bezahlen.", ["admin"]),
        ("fr-fr", "Les administrateurs peuvent payer.", ["admin"]),
        ("ja-jp", "管理者は支払うことができます。", ["admin"]),
        ("en-us", "The house is red.", []),
    ],
)
def test_persons_have_the_same_name_in_every_language(locale: str, text: str, persons: list[str]) -> None:
    assert [name for name, _ in _mentions(locale, text, Topic.PERSON)] == persons


@pytest.mark.parametrize(
    ("locale", "text", "state"),
    [
        ("en-us", "It moves into the suspended state.", "suspended"),
        ("en-us", "It shows the status Frozen now.", "Frozen"),
        ("nl-nl", "Het heeft de status Bevroren.", "Bevroren"),
        ("de-de", "Es hat den Status Eingefroren.", "Eingefroren"),
    ],
)
def test_a_state_is_named_by_the_word_beside_its_noun(locale: str, text: str, state: str) -> None:
    assert [name for name, _ in _mentions(locale, text, Topic.STATE)] == [state]


@pytest.mark.parametrize("text", ["It moves into this state.", "The state of the door", "It is stated here."])
def test_a_noun_without_a_name_is_no_state(text: str) -> None:
    assert _mentions("en-us", text, Topic.STATE) == []


@pytest.mark.parametrize(
    ("locale", "text", "words"),
    [
        ("en-us", "Pay before you leave.", "before"),
        ("nl-nl", "Betaal voordat u vertrekt.", "voordat"),
        ("de-de", "Zahlen Sie, bevor Sie gehen.", "bevor"),
        ("fr-fr", "Payez avant de partir.", "avant de"),
    ],
)
def test_what_has_not_happened_yet_is_announced(locale: str, text: str, words: str) -> None:
    assert [found for _, found in _mentions(locale, text, Topic.PRIOR)] == [words]


def test_joints_have_names() -> None:
    assert [name for name, _ in _mentions("en-us", "this and that or those", Topic.JOINT)] == ["and", "or"]


def test_mentions_come_in_the_order_of_the_text() -> None:
    found = find_mentions("Admins can pay before users leave, but you and they must wait.", load_lexicon("en-us"))

    assert [mention.span.start for mention in found] == sorted(mention.span.start for mention in found)


def test_main_clauses_are_cut_at_the_words_that_oppose_them() -> None:
    text = "Users can stay, but we recommend that they go."
    spans = split_main_clauses(text, find_mentions(text, load_lexicon("en-us")))

    assert [text[span.start : span.end].strip(" ,.") for span in spans] == [
        "Users can stay",
        "we recommend that they go",
    ]


def test_one_clause_is_not_cut() -> None:
    text = "But users can stay."
    spans = split_main_clauses(text, find_mentions(text, load_lexicon("en-us")))

    assert [text[span.start : span.end] for span in spans] == [text]
