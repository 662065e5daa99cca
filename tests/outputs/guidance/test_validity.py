from __future__ import annotations

import re
from pathlib import Path

import pytest

html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")

_ID = re.compile(r' id="([^"]*)"')
_LIMIT = 60_000


def every_page(studio: Path, northwind: Path) -> list[Path]:
    return [*sorted(studio.rglob("*.html")), *sorted(northwind.rglob("*.html"))]


def test_every_page_is_valid_html_with_unique_anchors(studio: Path, northwind: Path) -> None:
    for path in every_page(studio, northwind):
        text = path.read_text(encoding="utf-8")
        html5lib.HTMLParser(strict=True).parse(text)
        anchors = _ID.findall(text)
        assert len(anchors) == len(set(anchors)), path


def test_nothing_on_a_page_is_inline_and_every_link_is_relative(studio: Path, northwind: Path) -> None:
    for path in every_page(studio, northwind):
        text = path.read_text(encoding="utf-8")
        assert " style=" not in text
        assert "<style" not in text
        assert not re.search(r"<[^>]* on[a-z]+=", text)
        assert not re.search(r'(?:href|src)="/', text)


def test_every_relative_link_leads_to_a_page_and_an_anchor_that_exist(studio: Path, northwind: Path) -> None:
    for path in every_page(studio, northwind):
        text = path.read_text(encoding="utf-8")
        for href in re.findall(r'href="([^":]*)"', text):
            target, _, anchor = href.partition("#")
            file = (path.parent / target).resolve() if target else path
            assert file.is_file(), (path, href)
            if anchor and file.suffix == ".html":
                assert f'id="{anchor}"' in file.read_text(encoding="utf-8"), (path, href)


def test_a_page_with_its_style_and_script_weighs_less_than_sixty_kilobytes(studio: Path, northwind: Path) -> None:
    shared = sum(file.stat().st_size for file in (northwind / "assets").iterdir() if file.is_file())
    heaviest = max((path.stat().st_size, path.name) for path in every_page(studio, northwind))
    assert shared + heaviest[0] <= _LIMIT, (shared, heaviest)
