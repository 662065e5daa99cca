from __future__ import annotations

import time

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


def seconds(document: Document) -> float:
    begun = time.perf_counter()
    find(document)
    return time.perf_counter() - begun


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_article_takes_about_four_times_as_long(piece: str) -> None:
    """Far below the sixteen times of a check that compares everything with everything."""
    small, large = (parse(Source("a.md", piece * (times * 20_000 // len(piece)))) for times in (1, 4))
    fastest = min(seconds(small) for _ in range(3))

    assert min(seconds(large) for _ in range(2)) < 9 * fastest + 0.05
