"""The search index of one locale: which sections say which words, as a script that pages load when readers search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rulemark.document import Document, Heading, Paragraph, Table, plain_text, walk
from rulemark.outputs.guidance.panel import Json, script_json

# Scripts that put no space between words: found by pairs of characters. The script of the pages has the same ranges.
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003fffd]+"
)
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Accents and vowel points, which readers leave out when they search."""


def words(text: str) -> Iterator[str]:
    """Yield the words of a text as they are found: folded, without accents, in pairs where a script has no spaces."""
    folded = _folded(text.lower())
    for run in _SPACELESS.findall(folded):
        if len(run) == 1:
            yield run
        yield from (run[at : at + 2] for at in range(len(run) - 1))
    yield from _WORD.findall(_SPACELESS.sub(" ", folded))


def _folded(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _MARK.sub("", unicodedata.normalize("NFKD", text)))


@dataclass(slots=True)
class SearchIndex:
    """Collects the sections of the pages of one locale."""

    pages: list[tuple[str, str]] = field(default_factory=list)
    """URL from the folder of guidance pages, and title."""
    sections: list[tuple[int, str, str]] = field(default_factory=list)
    """Page, anchor and heading."""
    found: dict[str, list[int]] = field(default_factory=dict)
    """Sections by word, ascending."""

    def add(self, url: str, title: str, description: str, document: Document) -> None:
        """Add an article."""
        self.pages.append((url, title))
        self._section("", title, [title, description])
        pending: list[str] = []
        for block, _ in walk(document):
            if isinstance(block, Heading) and block.level > 1:
                self._words(pending)
                pending = [plain_text(block.inlines).text]
                self._section(block.anchor, pending[0], [])
            elif isinstance(block, Paragraph | Heading | Table):
                pending += _texts(block)
        self._words(pending)

    def script(self) -> str:
        """Return the index as a script: each word once, its sections as steps in base 36."""
        known = sorted(self.found)
        data: dict[str, Json] = {
            "pages": self.pages,
            "sections": self.sections,
            "words": known,
            "at": [" ".join(_steps(self.found[word])) for word in known],
        }
        return f"guidanceIndex({script_json(data)});\n"

    def _section(self, anchor: str, title: str, texts: list[str]) -> None:
        self.sections.append((len(self.pages) - 1, anchor, title))
        self._words(texts)

    def _words(self, texts: Iterable[str]) -> None:
        number = len(self.sections) - 1
        for word in {word for text in texts for word in words(text)}:
            numbers = self.found.setdefault(word, [])
            if not numbers or numbers[-1] != number:
                numbers.append(number)


def _steps(numbers: list[int]) -> Iterator[str]:
    for before, number in zip((0, *numbers), numbers, strict=False):
        yield _base36(number - before)


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits


def _texts(block: Paragraph | Heading | Table) -> Iterator[str]:
    if isinstance(block, Table):
        for row in (block.header, *block.rows):
            yield from (plain_text(cell.inlines).text for cell in row.cells)
    else:
        yield plain_text(block.inlines).text
