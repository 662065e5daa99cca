"""CommonMark, example by example: `npm install --prefix .venv/node commonmark-spec@0.31.2` brings them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from rulemark.document import parse, render_html
from rulemark.source import Source

_SPEC = Path(sys.prefix) / "node" / "node_modules" / "commonmark-spec" / "spec.txt"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)

needs_spec = pytest.mark.skipif(not _SPEC.is_file(), reason="needs the npm package commonmark-spec in .venv/node")


def examples() -> list[tuple[str, str]]:
    if not _SPEC.is_file():
        return []
    text = _SPEC.read_text("utf-8").replace("\u2192", "\t")
    return [(match[1], match[2]) for match in _EXAMPLE.finditer(text)]


@needs_spec
def test_all_examples_are_there() -> None:
    assert len(examples()) == 652


@needs_spec
def test_commonmark_stays_commonmark() -> None:
    wrong = [
        (number, markdown)
        for number, (markdown, html) in enumerate(examples(), 1)
        if render_html(markdown, dialect="commonmark").html != html
    ]

    assert wrong == []


@needs_spec
def test_learn_markdown_reads_every_example() -> None:
    for markdown, _ in examples():
        assert parse(Source("a.md", markdown)).source.text == markdown
