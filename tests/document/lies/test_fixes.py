from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import casebook
from rulemark.diagnostics import Diagnostic
from rulemark.document import parse
from rulemark.document.html.cleaning import clean
from rulemark.document.lies import CHECKS
from rulemark.source import Source

HERE = Path(__file__).resolve().parent


def articles() -> Iterator[Source]:
    """Every article of the casebooks beside this test."""
    for path in sorted(HERE.glob("*.md")):
        for case in casebook.read(path.read_text(encoding="utf-8")):
            for name, text in case.files.items():
                if name.endswith(".md"):
                    yield Source(name, text, name.partition("/")[0])


def fixable(source: Source) -> list[Diagnostic]:
    return [one for one in parse(source).diagnostics if one.fix is not None]


def applied(source: Source, diagnostic: Diagnostic) -> Source:
    """The article with one fix applied."""
    assert diagnostic.fix is not None
    text = source.text
    for edit in sorted(diagnostic.fix.edits, key=lambda one: one.location.span.start, reverse=True):
        span = edit.location.span
        text = text[: span.start] + edit.replacement + text[span.end :]
    return Source(source.path, text, source.locale)


FIXES = [(source, one) for source in articles() for one in fixable(source)]


def test_the_casebooks_hold_fixes_of_every_kind_that_offers_one() -> None:
    assert {one.kind.name for _, one in FIXES} >= {
        "near-miss-directive",
        "translated-directive",
        "translated-alert",
        "near-miss-alert",
        "torn-emphasis",
        "torn-link",
    }


@pytest.mark.parametrize(("source", "diagnostic"), FIXES, ids=lambda value: getattr(value, "message", ""))
def test_a_fix_removes_its_finding_and_adds_no_other_kind(source: Source, diagnostic: Diagnostic) -> None:
    before = parse(source).diagnostics
    after = parse(applied(source, diagnostic)).diagnostics
    allowed = {one.kind.name for one in before} | {"unclosed-zone", "missing-pivot-group"}

    assert len([one for one in after if one.kind is diagnostic.kind]) < len(
        [one for one in before if one.kind is diagnostic.kind]
    )
    assert {one.kind.name for one in after} <= allowed


@pytest.mark.parametrize("source", tuple(articles()), ids=lambda source: source.text[:30])
def test_every_finding_is_one_line_for_a_writer(source: Source) -> None:
    for one in parse(source).diagnostics:
        assert "\n" not in one.message
        assert not one.message.endswith(".")
        assert one.message[0] == "`" or not one.message[0].isupper()
        assert one.help
        assert one.location.source.text[one.location.span.start : one.location.span.end] == one.location.text


def test_every_check_is_in_the_plan() -> None:
    modules = {
        path.stem
        for path in (HERE.parents[2] / "compiler/rulemark/document/lies").glob("*.py")
        if "def check(" in path.read_text(encoding="utf-8")
    }

    assert {check.__module__.rpartition(".")[2] for check in CHECKS} == modules


@pytest.mark.parametrize("tag", ["b", "kbd", "summary", "script", "object", "domain", "style", "form", "svg", "video"])
def test_an_element_is_reported_exactly_when_cleaning_removes_it(tag: str) -> None:
    text = f"Before <{tag}>inside</{tag}> after.\n"
    reported = any(one.kind.name == "disallowed-html-tag" for one in parse(Source("a.md", text)).diagnostics)

    assert reported == (f"<{tag}" not in clean(text, frozenset()))
