from __future__ import annotations

import sys
from types import FrameType

import pytest

from rulemark.document import Document, parse
from rulemark.document.lies import find
from rulemark.source import Source

HOSTILE = {
    "near misses": ':: moniker range="a"\n\n',
    "stray ends": "::: moniker-end\n\n",
    "failed rows and stray ends": ":::row\n\n::: moniker-end\n\n",
    "directives inside lines": "x ::: moniker-end y\n",
    "torn bold text": "**a **b\n\n",
    "torn links": "[a] (b.md) ",
    "open brackets": "[",
    "asterisks": "** a",
    "lists": "1. a\n\nb\n\n",
    "broken bookmarks": "## a\n\n[a](#b)\n\n",
    "placeholders": "<x>",
    "quotes": "> [Foo]\n> x\n\n",
    "markers": "[!NOTE]\n\n",
    "merge markers": "<<<<<<< a\n",
    "zones": '::: moniker range="a"\n\n1. x\n\n::: moniker-end\n\n',
}


def calls(document: Document) -> int:
    """The number of calls that a look at a document takes: unlike seconds, the same on every machine."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        find(document)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_article_takes_four_times_the_work(piece: str) -> None:
    small, large = (parse(Source("a.md", piece * (times * 4_000 // len(piece)))) for times in (1, 4))

    assert calls(large) < 5 * calls(small) + 1_000
