"""The tables `translations/<language>.md`: an English sentence and its translation a row, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rulemark.checks.translation import compare_lines
from rulemark.diagnostics import Severity
from rulemark.statements import load_lexicon

_FOLDER = Path(__file__).parent / "translations"
_LANGUAGES = ("da", "pl", "sv", "tr")


def _rows(language: str) -> Iterator[tuple[str, str, str]]:
    for line in (_FOLDER / f"{language}.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and cells[0] not in {"English", "---"}:
            yield cells[0], cells[1], cells[2]


@pytest.mark.parametrize(
    ("language", "source", "target", "kind"),
    [(language, *row) for language in _LANGUAGES for row in _rows(language)],
)
def test_a_pair_differs_in_what_its_table_says(language: str, source: str, target: str, kind: str) -> None:
    found = compare_lines(source, target, load_lexicon("en"), load_lexicon(language))
    # notes are matters of style
    assert {item.name for item in found if item.severity is not Severity.NOTE} == ({kind} if kind else set())


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_table_has_fifteen_faithful_pairs_and_ten_others(language: str) -> None:
    kinds = [kind for _, _, kind in _rows(language)]
    assert kinds.count("") >= 15
    assert len(kinds) - kinds.count("") >= 10


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        (
            "de",
            "Order the tent at least 9 days before the trip.",
            "Bestellen Sie das Zelt spätestens 9 Tage vor der Reise.",
        ),
        ("nl", "Order the tent at least 9 days before the trip.", "Bestel de tent uiterlijk 9 dagen voor de reis."),
        (
            "fr",
            "Order the tent no later than 9 days before the trip.",
            "Commandez la tente au moins 9 jours avant le voyage.",
        ),
    ],
)
def test_a_least_time_before_an_event_is_its_latest_day(language: str, source: str, target: str) -> None:
    assert not list(compare_lines(source, target, load_lexicon("en"), load_lexicon(language)))


def test_a_least_time_without_an_event_is_no_latest_day() -> None:
    found = compare_lines(
        "It takes at least 9 days.", "Es dauert höchstens 9 Tage.", load_lexicon("en"), load_lexicon("de")
    )
    assert [item.name for item in found] == ["comparison-differs"]
