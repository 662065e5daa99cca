"""Cues only spare the reader work: a sentence that they call plain reads the same in full."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulemark.statements.cues import Cues
from rulemark.statements.lexicon import languages, load_lexicon
from rulemark.statements.phrases import TOKEN
from rulemark.statements.quantities import read_quantities
from rulemark.statements.reading import read, read_in_full
from rulemark.statements.scanning import Scan
from rulemark.statements.scanning import scan as scan_sentence

HERE = Path(__file__).parent


@pytest.mark.parametrize("language", languages())
@settings(deadline=None, max_examples=30)  # the first example compiles the patterns of its language
@given(data=st.data())
def test_no_phrase_stands_in_a_text_without_its_cue(language: str, data: st.DataObject) -> None:
    lexicon = load_lexicon(language)
    for cues in (lexicon.binding, lexicon.measuring):
        phrases = [phrase.replace("*", "ab").replace("_", "").replace("\x1f", " ") for phrase in sorted(cues.phrases)]
        phrase, before = data.draw(st.sampled_from(phrases)), data.draw(st.sampled_from(["", "x ", "7, ", '"']))
        text = f"{before}{phrase} é."
        assert cues.may_occur(text, TOKEN.findall(text))


@pytest.mark.parametrize(
    ("phrases", "text", "expected"),
    [
        ({"must", "must not"}, "you must not go", True),
        ({"is required to"}, "it is up to you", False),
        ({"is required to"}, "what is required", True),
        ({"verplicht*"}, "een verplichting", True),
        ({"verplicht*"}, "een plicht", False),
        ({"z. b."}, "z.b.", True),
    ],
)
def test_a_phrase_is_filed_under_its_longest_word(phrases: set[str], text: str, *, expected: bool) -> None:
    cues = Cues(frozenset(phrases), spaces=True)
    assert cues.may_occur(text, TOKEN.findall(text)) is expected


def test_a_script_without_spaces_looks_for_the_phrases_themselves() -> None:
    cues = Cues(frozenset({"している"}), spaces=False)
    assert cues.may_occur("試 して いる人", ())
    assert not cues.may_occur("して", ())


@pytest.mark.parametrize(
    ("text", "measures", "binds"),
    [
        ("Select Save.", False, False),
        ("Pick a color.", False, False),
        ("Pay within a month.", True, False),
        ("You can pay.", False, True),
        ("Wait 5 days unless you pay.", True, True),
    ],
)
def test_a_sentence_shows_what_it_may_have(text: str, *, measures: bool, binds: bool) -> None:
    scan = Scan(text, text.lower(), load_lexicon("en"))
    assert (scan.measures, scan.binds) == (measures, binds)


@pytest.mark.parametrize("language", languages())
def test_a_sentence_that_is_called_plain_reads_the_same_in_full(language: str) -> None:
    lexicon = load_lexicon(language)
    rows = (HERE / f"{language}.md").read_text(encoding="utf-8").splitlines()
    sentences = [row.split(" | ")[0].strip("| ") for row in rows if row.startswith("| ")]
    assert len(sentences) > 30
    for sentence in sentences:
        scan = scan_sentence(sentence, lexicon)
        assert read(sentence, lexicon) == read_in_full(scan)
        assert scan.measures or not read_quantities(scan)
