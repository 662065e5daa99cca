from __future__ import annotations

import pytest

from rulemark import checks
from rulemark.diagnostics import Diagnostic
from rulemark.project import compile_files, compile_text
from shared import SHARED, needs_shared

FOUNDING = SHARED / "seed"


def check(path: str, text: str) -> list[Diagnostic]:
    return list(checks.run(compile_text(text, path=path)))


@needs_shared
@pytest.mark.parametrize("locale", ["en-us", "nl-nl"])
def test_the_founding_article_has_exactly_its_two_defects(locale: str) -> None:
    text = (FOUNDING / f"2020-05-06.{locale}.md").read_text(encoding="utf-8")
    found = check(f"{locale}/cancel.md", text)
    assert [item.kind.name for item in found] == ["uncovered-case", "conflicting-values"]
    assert found[0].witness == (("licenses", 25),)
    assert str(found[1].witness[0][1]).startswith("90")
    assert all(len(item.labels) == 1 and item.help for item in found)


@needs_shared
def test_the_languages_of_the_founding_article_differ_in_one_lost_word() -> None:
    files = {
        f"{locale}/cancel.md": (FOUNDING / f"2020-05-06.{locale}.md").read_text(encoding="utf-8")
        for locale in ("en-us", "nl-nl")
    }
    found = checks.run(compile_files(files))
    assert [(item.location.path, item.kind.name) for item in found] == [
        ("en-us/cancel.md", "uncovered-case"),
        ("en-us/cancel.md", "conflicting-values"),
        ("nl-nl/cancel.md", "conflicting-values"),
        ("nl-nl/cancel.md", "modality-differs"),
    ]


@needs_shared
@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("more than 25", "25 or more", ["conflicting-values"]),
        ("fewer than 25", "25 or fewer", ["conflicting-values"]),
        ("deleted after 30 days", "deleted after 90 days", ["uncovered-case"]),
        ("more than 25", "more than 40", ["uncovered-case", "conflicting-values"]),
    ],
)
def test_changed_numbers_change_the_findings(old: str, new: str, kinds: list[str]) -> None:
    text = (FOUNDING / "2020-05-06.en-us.md").read_text(encoding="utf-8")
    assert text.count(old) == 1
    assert [item.kind.name for item in check("en-us/cancel.md", text.replace(old, new))] == kinds


def test_findings_are_the_same_whatever_the_order_of_the_files() -> None:
    first = {"en-us/a.md": "# A\n\nRooms stay open for 10 days in every building of the campus area.\n"}
    second = {"en-us/b.md": "# B\n\nRooms stay open for 20 days in every building of the campus area.\n"}
    one, other = (checks.run(compile_files({**x, **y})) for x, y in ((first, second), (second, first)))
    assert one == other
    assert [item.kind.name for item in one] == ["conflicting-values"]
