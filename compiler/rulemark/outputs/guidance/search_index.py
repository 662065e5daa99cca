"""The search index of one locale: which sections say which words, as a script that pages load when readers search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rulemark.document import Document, Heading, Paragraph, Table, plain_text, walk
from rulemark.outputs.guidance.scripts import Json, script_json

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


@dataclass(frozen=True, slots=True)
class Section:
    """A section that readers can find: its anchor, its heading and its words."""

    anchor: str
    title: str
    words: frozenset[str]


def sections_of(title: str, description: str, document: Document) -> tuple[Section, ...]:
    """Return what readers can find in an article, the article as a whole first."""
    found = [Section("", title, _words_in((title, description)))]
    anchor, heading, pending = "", "", list[str]()
    for block, _ in walk(document):
        if isinstance(block, Heading) and block.level > 1:
            found = _closed(found, Section(anchor, heading, _words_in(pending)))
            heading = plain_text(block.inlines).text
            anchor, pending = block.anchor, [heading]
        elif isinstance(block, Paragraph | Heading | Table):
            pending += _texts(block)
    return tuple(_closed(found, Section(anchor, heading, _words_in(pending))))


def _closed(found: list[Section], last: Section) -> list[Section]:
    """Return sections with one more; what stands before the first heading belongs to the article as a whole."""
    if len(found) == 1 and not last.anchor and not last.title:
        return [replace(found[0], words=found[0].words | last.words)]
    return [*found, last]


def _words_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))


@dataclass(slots=True)
class SearchIndex:
    """Collects the sections of the pages of one locale."""

    pages: list[tuple[str, str]] = field(default_factory=list)
    """URL from the folder of guidance pages, and title."""
    sections: list[tuple[int, str, str]] = field(default_factory=list)
    """Page, anchor and heading."""
    found: dict[str, list[int]] = field(default_factory=dict)
    """Sections by word, ascending."""

    def add(self, url: str, title: str, sections: Iterable[Section]) -> None:
        """Add an article."""
        self.pages.append((url, title))
        for section in sections:
            for word in section.words:
                self.found.setdefault(word, []).append(len(self.sections))
            self.sections.append((len(self.pages) - 1, section.anchor, section.title))

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
