"""Which lines of a file a code snippet shows, and how far they are moved to the left."""

from __future__ import annotations

import json
from dataclasses import dataclass

from rulemark.document.includes.snippet_tags import tagged_lines

_LAST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Selection:
    """What a snippet asks for; ranges count lines from 1, both ends included.

    Attributes:
        tag: The name of a tag; comes before everything else.
        ranges: The lines, if it asks for lines.
        highlight: The lines to highlight, as HTML wants them: `1-2,4`.
        dedent: By how many columns lines move to the left; None: by those that all have in common.
        ignored: The part of the query that means nothing.
    """

    tag: str = ""
    ranges: tuple[tuple[int, int], ...] = ()
    highlight: str = ""
    dedent: int | None = None
    ignored: str = ""


def read_selection(query: str, bookmark: str) -> Selection:
    """Read the parts of a snippet's address behind `?` and `#`."""
    values: dict[str, str] = {}
    ignored = ""
    for item in query.strip().split("&") if query.strip() else ():
        key, _, value = item.partition("=")
        if not _is_valid(key.lower(), value):
            ignored = item
            break
        values[key.lower()] = value
    lines = line_range(bookmark.strip(), letter=True) if bookmark.strip() else None
    tag = values.get("name", "") if lines or not bookmark.strip() else bookmark.strip()
    highlight = ",".join(_shown(*pair) for pair in line_ranges(values.get("highlight", "")) or ())
    dedent = values.get("dedent", "")
    return Selection(
        tag,
        (lines,) if lines else _ranges(values),
        highlight,
        max(int(dedent), 0) if _is_number(dedent) else None,
        ignored,
    )


def _ranges(values: dict[str, str]) -> tuple[tuple[int, int], ...]:
    if "start" in values:
        return ((int(values["start"]), int(values.get("end", values["start"]))),)
    return line_ranges(values.get("range", "")) or ()


def _is_valid(key: str, value: str) -> bool:
    match key:
        case "name":
            return bool(value)
        case "start" | "end" | "dedent":
            return _is_number(value)
        case "range" | "highlight":
            return line_ranges(value) is not None
        case _:
            return False


def _is_number(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10


def line_ranges(text: str) -> tuple[tuple[int, int], ...] | None:
    """Read `1-3,5-`; None when it is no list of ranges."""
    parts = [line_range(part.strip()) for part in text.split(",")]
    kept = tuple(part for part in parts if part is not None)
    return kept if text and len(kept) == len(parts) else None


def line_range(text: str, *, letter: bool = False) -> tuple[int, int] | None:
    """Read `3`, `1-3` or `5-`, each number behind an `L` if `letter`; None when it is no range."""
    first, dash, last = (part.strip() for part in text.partition("-"))
    if letter:
        if first[:1] not in {"L", "l"} or (last and last[:1] not in {"L", "l"}):
            return None
        first, last = first[1:], last[1:]
    if not (first.isascii() and first.isdigit() and len(first) < 10):
        return None
    if not dash:
        return int(first), int(first)
    if not last:
        return int(first), _LAST
    return (int(first), int(last)) if last.isascii() and last.isdigit() and len(last) < 10 else None


def _shown(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-" if last == _LAST else f"{first}-{last}"


def select_lines(text: str, selection: Selection, language: str) -> str | None:
    """Return the lines that are asked for, each with a line end; None when there are none such."""
    lines = text.splitlines()
    comments: frozenset[int] = frozenset()
    if selection.tag:
        found = tagged_lines(lines, selection.tag, language)
        if found is None:
            return None
        chosen, comments = list(found[0]), found[1]
    elif selection.ranges:
        spans = [range(max(first - 1, 0), min(last, len(lines))) for first, last in selection.ranges[:100]]
        chosen = [index for span in spans for index in span]
    else:
        chosen = list(range(len(lines)))
    shown = [
        lines[index].expandtabs(4) if lines[index][:1] in " \t" else lines[index]
        for index in chosen
        if index not in comments
    ]
    if not shown and selection != Selection():
        return None
    return "".join(f"{line}\n" for line in _dedented(shown, selection.dedent))


def _dedented(lines: list[str], by: int | None) -> list[str]:
    if by is None:
        by = min((len(line) - len(line.lstrip(" ")) for line in lines if line), default=0)
    return [line[min(by, len(line) - len(line.lstrip(" "))) :] for line in lines]


def notebook_cell(text: str, name: str) -> str | None:
    """Return the source of the cell of a notebook whose metadata has a name."""
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    for cell in cells if isinstance(cells, list) else ():
        metadata = cell.get("metadata") if isinstance(cell, dict) else None
        if isinstance(metadata, dict) and metadata.get("name") == name:
            source = cell.get("source")
            return "".join(part for part in source if isinstance(part, str)) if isinstance(source, list) else None
    return None
