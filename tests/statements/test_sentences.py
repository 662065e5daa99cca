"""The casebooks `<language>.md`: a sentence a row, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rulemark.statements import Comparison, Quantity, Reading, Speech, load_lexicon, read
from rulemark.statements.quantities.comparators import normalise

_FOLDER = Path(__file__).parent
_SIGNS = {"eq": "=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_MAIN_LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "ko", "nl", "pt", "zh")
_OTHER_LANGUAGES = ("da", "pl", "sv", "tr")


def _rows(language: str) -> Iterator[tuple[str, ...]]:
    for line in (_FOLDER / f"{language}.md").read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if line.startswith("|") and len(cells) == 5 and cells[0] not in {"sentence", "---"}:
            yield cells


def _written(quantity: Quantity) -> str:
    value = f"{quantity.value.normalize():f}"
    comparison = normalise(quantity.comparison, negated=quantity.negated)
    if comparison is Comparison.BETWEEN and quantity.upper is not None:
        measured = f"{value}..{quantity.upper.normalize():f} {quantity.unit}"
    else:
        measured = f"{_SIGNS[comparison]} {value} {quantity.unit}"
    return ("after " if quantity.after else "") + ("about " if quantity.approximate else "") + measured


def _row(reading: Reading) -> tuple[str, ...]:
    first = reading.conditions[0] if reading.conditions else None
    besides = [] if reading.speech is Speech.STATEMENT else [reading.speech.value]
    besides += [hedge.name for hedge in reading.hedges]
    besides += ["otherwise"] * reading.otherwise + ["mixed"] * reading.mixed_modality
    return (
        reading.text,
        "; ".join(map(_written, reading.quantities)),
        f"{first.kind}: {reading.words(first.span)}" if first else "",
        reading.modality or "",
        "; ".join(besides),
    )


@pytest.mark.parametrize(
    ("language", "row"),
    [(language, row) for language in (*_MAIN_LANGUAGES, *_OTHER_LANGUAGES) for row in _rows(language)],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_a_sentence_says_what_its_casebook_says(language: str, row: tuple[str, ...]) -> None:
    assert _row(read(row[0], load_lexicon(language))) == row


@pytest.mark.parametrize("language", _MAIN_LANGUAGES)
def test_a_main_language_has_forty_constructions(language: str) -> None:
    assert sum(1 for _ in _rows(language)) >= 40


@pytest.mark.parametrize("language", _OTHER_LANGUAGES)
def test_a_further_language_has_fifteen_constructions(language: str) -> None:
    assert sum(1 for _ in _rows(language)) >= 15
