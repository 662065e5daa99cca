"""Findings for people: the place, the line with the words underlined, the second place, the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from rulemark.diagnostics.model import Diagnostic, Scalar, Severity
from rulemark.source import Location

WIDTH = 100
"""The cells of a source line that are shown; articles have paragraphs of many hundred characters."""
_REACH = 4 * WIDTH
"""Characters of a line that are looked at on each side: of very long lines the rest is never shown."""
_TAB = "    "
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def render(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Return each finding as some lines with an empty line behind it."""
    return "".join("\n".join((*lines(item, colour=colour), "", "")) for item in diagnostics)


def lines(diagnostic: Diagnostic, *, colour: bool = False) -> tuple[str, ...]:
    """Return the lines of one finding; the first is `path:line:column: severity CODE message`."""
    paint = _Paint(colour)
    start, tone = diagnostic.location.start, _COLOUR[diagnostic.severity]
    place = paint(f"{diagnostic.location.path}:{start.line}:{start.column}:", "1")
    head = f"{place} {paint(str(diagnostic.severity), f'1;{tone}')} {diagnostic.kind.code} {diagnostic.message}"
    excerpt = _excerpt(diagnostic.location, paint, tone)
    return (head, *excerpt, *(line for label in _labels(diagnostic, paint) for line in label), *_facts(diagnostic))


@dataclass(frozen=True, slots=True)
class _Paint:
    """Colours, or none."""

    on: bool

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def _labels(diagnostic: Diagnostic, paint: _Paint) -> Iterable[tuple[str, ...]]:
    for label in diagnostic.labels:
        start = label.location.start
        place = paint(f"{label.location.path}:{start.line}:{start.column}:", "1")
        yield (f"  {place} {label.message}", *_excerpt(label.location, paint, "34"))


def _facts(diagnostic: Diagnostic) -> Iterable[str]:
    if diagnostic.witness:
        yield "  = witness: " + ", ".join(f"{name} = {_scalar(value)}" for name, value in diagnostic.witness)
    if diagnostic.help:
        yield f"  = help: {diagnostic.help}"


def _scalar(value: Scalar) -> str:
    match value:
        case None:
            return "unknown"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _excerpt(location: Location, paint: _Paint, tone: str) -> tuple[str, ...]:
    """Return the first line of a place with its words underlined; nothing when the line is empty."""
    start = location.start
    line = location.source.line(start.line)
    if not line.strip():
        return ()
    first = min(start.column - 1, len(line))
    last = min(first + max(len(location.span), 1), len(line))
    left, marked, right = _crop(line[:first], line[first:last], line[last:])
    gutter = " " * len(str(start.line))
    underline = " " * cell_len(left) + paint("^" * max(cell_len(marked), 1), tone)
    return (f"{gutter} |", f"{start.line} | {left}{marked}{right}", f"{gutter} | {underline}")


def _crop(left: str, marked: str, right: str) -> tuple[str, str, str]:
    """Show what a cell shows: tabs widened, control characters visible, and no more of the line than fits."""
    left, marked, right = _visible(left[-_REACH:]), _visible(marked[:_REACH]), _visible(right[:_REACH])
    if cell_len(marked) > WIDTH:
        marked = _head(marked, WIDTH - 1) + "…"
    room = max(WIDTH - cell_len(marked), 0)
    before = min(cell_len(left), max(room // 2, room - cell_len(right)))
    if before < cell_len(left):
        left = "…" + _tail(left, before - 1)
    after = room - before
    if after < cell_len(right):
        right = _head(right, after - 1) + "…"
    return left, marked, right


def _visible(text: str) -> str:
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text.replace("\t", _TAB)
    )


def _head(text: str, cells: int) -> str:
    """Return as much of the beginning as fits into some cells."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > cells:
            return text[:index]
    return text


def _tail(text: str, cells: int) -> str:
    """Return as much of the end as fits into some cells."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += cell_len(text[index])
        if used > cells:
            return text[index + 1 :]
    return text
