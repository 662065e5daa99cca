from __future__ import annotations

import re
from collections import Counter

import pytest

import casebook
from rulemark.diagnostics import Kind
from rulemark.diagnostics.explain import Page, find, pages
from rulemark.project import KINDS

SECTIONS = ["Summary", "Why it matters", "Avoid", "Prefer"]
FENCED = re.compile(r"^(`{3,}).*?^\1`*$", re.DOTALL | re.MULTILINE)
UNSHOWABLE = frozenset({"binary-file", "invalid-encoding", "oversized-article", "unreadable-file"})
"""Kinds about files that cannot stand in a page; `tests/cli/test_check.py` has them."""
PAGES = pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
SHOWN = pytest.mark.parametrize(
    "page", [page for page in pages() if page.name not in UNSHOWABLE], ids=lambda page: page.name
)


def test_codes_and_names_are_unique() -> None:
    for attribute in ("code", "name"):
        counted = Counter(getattr(kind, attribute) for kind in KINDS)
        assert [value for value, number in counted.items() if number > 1] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_named_as_the_rules_say(kind: Kind) -> None:
    assert re.fullmatch(r"RM[1-5]\d\d", kind.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.name)
    assert not kind.name.startswith(("no-", "disallow-", "banned-"))


def test_every_kind_has_a_page_and_every_page_a_kind() -> None:
    assert {(page.code, page.name) for page in pages()} == {(kind.code, kind.name) for kind in KINDS}


@PAGES
def test_a_page_has_its_sections_in_order(page: Page) -> None:
    assert page.text.startswith(f"# {page.code} {page.name}\n")
    assert re.findall(r"^## (.+)$", FENCED.sub("", page.text), re.MULTILINE) == SECTIONS
    assert page.summary


@SHOWN
def test_what_a_page_says_to_avoid_gives_exactly_its_findings(page: Page) -> None:
    avoid = next(case for case in casebook.read(page.text) if case.title == "Avoid")

    assert [(fence.text, found) for fence, found in casebook.failures(avoid)] == []
    assert any(page.code in fence.text for fence in avoid.expectations)


@SHOWN
def test_what_a_page_says_to_prefer_gives_no_finding(page: Page) -> None:
    text = page.text.partition("## Prefer")[2]
    prefer = casebook.read(f"## Prefer\n{text}\n```diagnostics\n```\n")[-1]

    assert prefer.files
    assert [found for _, found in casebook.failures(prefer)] == []


@pytest.mark.parametrize("name", ["RM401", "rm401", "uncovered-case", " Uncovered-Case "])
def test_a_page_is_found_by_code_or_name_in_any_case(name: str) -> None:
    page = find(name)

    assert page is not None
    assert page.code == "RM401"
