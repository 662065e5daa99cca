"""Casebooks: Markdown files in which articles stand beside what the compiler must make of them.

A case is a section `## title` that holds input files, fenced as `markdown en-us/cancel.md` (or `yaml vocabulary.yaml`,
`yaml monikers.yaml`, `toml rulemark.toml`), and expectations, fenced as one of `EXPECTATIONS`. An expectation about one
article takes the first one unless it names another: `tree nl-nl/cancel.md`. `pytest --update` rewrites them in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from expectations import EXPECTATIONS

_FENCE = re.compile(r"(?P<marker>`{3,})[ \t]*(?P<info>[^`\n]*)")
_LANGUAGES = frozenset({"markdown", "md", "yaml", "toml", "text", "python"})


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its info string, what stands inside, and which characters of the casebook that is."""

    words: tuple[str, ...]
    text: str
    start: int
    end: int
    line: int

    @property
    def file(self) -> str | None:
        """The path of the input file it holds, or None."""
        return self.words[1] if len(self.words) == 2 and self.words[0] in _LANGUAGES and not self.expects else None

    @property
    def expects(self) -> bool:
        """Whether it says what must come out."""
        if not self.words or self.words[0] not in EXPECTATIONS:
            return False
        return self.words[0] != "python" or len(self.words) == 1


@dataclass(frozen=True, slots=True)
class Case:
    """One section of a casebook."""

    title: str
    line: int
    fences: tuple[Fence, ...]

    @property
    def files(self) -> dict[str, str]:
        """The input files by path."""
        return {fence.file: fence.text for fence in self.fences if fence.file is not None}

    @property
    def expectations(self) -> tuple[Fence, ...]:
        """The blocks that say what must come out."""
        return tuple(fence for fence in self.fences if fence.expects)


def read(text: str) -> tuple[Case, ...]:
    """Return the cases of a casebook, those without an input file left out."""
    cases: list[Case] = []
    title, line, fences = "", 1, list[Fence]()
    for part in _parts(text):
        if isinstance(part, Fence):
            fences.append(part)
            continue
        cases.append(Case(title, line, tuple(fences)))
        (title, line), fences = part, []
    cases.append(Case(title, line, tuple(fences)))
    return tuple(case for case in cases if case.files and case.expectations)


def is_casebook(path: Path) -> bool:
    """Tell whether a Markdown file holds at least one case."""
    return bool(read(path.read_text(encoding="utf-8")))


def actual(case: Case, fence: Fence) -> str:
    """Return what comes out where the fence says what must."""
    return EXPECTATIONS[fence.words[0]](case.files, fence.words[1:], fence.text)


def failures(case: Case) -> Iterator[tuple[Fence, str]]:
    """Yield each expectation that does not hold, with what comes out instead."""
    for fence in case.expectations:
        found = actual(case, fence)
        if found != fence.text:
            yield fence, found


def update(path: Path, title: str) -> None:
    """Rewrite the expectations of one case of a casebook to what comes out."""
    text = path.read_text(encoding="utf-8")
    case = next(case for case in read(text) if case.title == title)
    for fence, found in reversed(list(failures(case))):
        text = text[: fence.start] + found + text[fence.end :]
    path.write_text(text, encoding="utf-8")


def _parts(text: str) -> Iterator[Fence | tuple[str, int]]:
    """Yield the fences and the second-level headings (title, line) of a casebook in order."""
    offset, opened = 0, None
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        fence = _FENCE.fullmatch(line.rstrip())
        if opened is not None:
            if fence and not fence["info"] and len(fence["marker"]) >= opened[0]:
                _, words, start, first = opened
                yield Fence(words, text[start:offset], start, offset, first)
                opened = None
        elif fence:
            opened = (len(fence["marker"]), tuple(fence["info"].split()), offset + len(line), number)
        elif line.startswith("## "):
            yield line[3:].strip(), number
        offset += len(line)
