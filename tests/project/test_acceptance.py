from __future__ import annotations

from datetime import date

import pytest

from rulemark.config import Misuse
from rulemark.diagnostics import Diagnostic
from rulemark.project.acceptance import accept, read_acceptances
from rulemark.project.compiling import compile_inputs
from rulemark.project.findings import findings
from rulemark.project.in_memory import inputs_of
from rulemark.source import Source

ARTICLE = "# Return\n\n## How\n\nIf you return fewer than 10 items, wait. If you return more than 10 items, call us.\n"
ENTRY = "- {article: en-us/a.md, anchor: how, kind: uncovered-case, reason: Known., author: Mira%s}\n"
TODAY = date(2030, 6, 15)


def accepted(entries: str, article: str = ARTICLE) -> list[str]:
    inputs = inputs_of({"en-us/a.md": article})
    compilation = compile_inputs(inputs)
    found: tuple[Diagnostic, ...] = findings(inputs, compilation, TODAY)
    kept = accept(found, read_acceptances(Source("accepted.yaml", entries)), compilation, TODAY)
    return [item.kind.name for item in kept]


def test_an_accepted_finding_is_not_reported() -> None:
    assert accepted("") == ["uncovered-case"]
    assert accepted(ENTRY % "") == []


def test_edits_elsewhere_in_the_article_change_nothing() -> None:
    assert accepted(ENTRY % "", ARTICLE.replace("# Return\n", "# Return\n\nNew words.\n\n## Before\n\nMore.\n")) == []


def test_the_same_kind_in_another_section_still_counts() -> None:
    assert accepted(ENTRY % "", ARTICLE.replace("## How", "## Why")) == ["stale-acceptance", "uncovered-case"]


@pytest.mark.parametrize(
    ("day", "names"), [("2030-06-15", []), ("2030-06-14", ["expired-acceptance", "uncovered-case"])]
)
def test_the_last_day_still_counts(day: str, names: list[str]) -> None:
    assert accepted(ENTRY % f", expires: {day}") == names


def test_a_list_that_hides_nothing_is_stale() -> None:
    assert accepted(ENTRY % "", ARTICLE.replace("more than 10", "10 or more")) == ["stale-acceptance"]


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ("{", "accepted.yaml:1: is not YAML"),
        ("article: x", "accepted.yaml: must hold a list of accepted findings"),
        ("- x", "accepted.yaml:1: an accepted finding must be a mapping"),
        (ENTRY % ", until: 2030-01-01", "accepted.yaml:1: `until`: unknown key"),
        (ENTRY.replace(", author: Mira%s", ""), "accepted.yaml:1: `author`: must be a text"),
        ((ENTRY % "").replace("uncovered-case", "gap"), "accepted.yaml:1: `gap` is no kind of finding"),
        (ENTRY % ", expires: soon", "accepted.yaml:1: `expires`: must be a day such as 2030-12-31"),
    ],
)
def test_a_mistake_in_the_list_is_named_with_its_line(entries: str, message: str) -> None:
    with pytest.raises(Misuse) as caught:
        read_acceptances(Source("accepted.yaml", entries))

    assert str(caught.value).startswith(message)
