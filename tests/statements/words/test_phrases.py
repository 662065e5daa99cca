"""Phrases are looked for at the words they begin with; that finds what their pattern finds anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulemark.statements import languages, load_lexicon
from rulemark.statements.words.phrases import Mark, Phrases, Sense


def found(phrases: Phrases, text: str) -> list[Mark]:
    """Return what the pattern finds when it is tried at every character."""
    return [
        Mark(*match.span(), sense) for match in phrases.pattern.finditer(text) for sense in phrases.of(match.group())
    ]


@pytest.mark.parametrize("language", languages())
@settings(deadline=None, max_examples=30)  # the first example compiles the patterns of its language
@given(data=st.data())
def test_looking_at_words_only_finds_what_the_pattern_finds_everywhere(language: str, data: st.DataObject) -> None:
    lexicon = load_lexicon(language)
    for phrases in (lexicon.phrases, lexicon.mentions, lexicon.masks):
        words = [phrase.replace("*", "ab").replace("_", "") for phrase in phrases.senses]
        pieces = st.one_of(st.sampled_from(words), st.sampled_from(["x", "7", "-", "'", ".", "<", "é", "  "]))
        written = st.lists(st.tuples(pieces, st.sampled_from(["", " ", ", "])), max_size=8)
        text = "".join(piece + gap for piece, gap in data.draw(written))
        assert list(phrases.find(text)) == found(phrases, text)


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("stop_", "stop it", [(0, 4)]),
        ("stop_", "stopped", []),
        ("<=", "5<=6", [(1, 3)]),
        ("stop*", "unstop stopping", [(7, 15)]),
        ("stop* now", "stopping  now", [(0, 13)]),
        ("l'ami", "l'ami, l'amie", [(0, 5)]),
    ],
)
def test_a_phrase_is_found_where_its_signs_let_it_stand(phrase: str, text: str, places: list[tuple[int, int]]) -> None:
    phrases = Phrases({phrase: (Sense("topic"),)}, spaces=True)
    assert [(mark.start, mark.end) for mark in phrases.find(text)] == places
