"""Where the cells of a table row begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right

from markdown_it.common.html_re import HTML_TAG_RE

_PIPE = re.compile(r"\\?\|")
_NOTABLE = re.compile(r"\\.|(`+)|<[^<>`]{1,2000}>|[\[\]]")
_TARGET = re.compile(r"\((?:[^()\\`<]|\\.|\([^()\\`<]*\)){0,2000}\)")


def cell_bounds(text: str, whole: tuple[tuple[int, int], ...] = ()) -> list[tuple[int, int, list[int]]]:
    r"""Return where each cell begins and ends, with the places of the backslashes of its `\|`.

    Args:
        text: The row, without blanks at its end.
        whole: Parts in which a `|` is one of the text.
    """
    bounds: list[tuple[int, int, list[int]]] = []
    left = 0
    escaped: list[int] = []
    starts = [start for start, _ in whole]
    for match in _PIPE.finditer(text):
        within = bisect_right(starts, match.start()) - 1
        if within >= 0 and match.start() < whole[within][1]:
            continue
        if match[0] == "|":
            bounds.append((left, match.start(), escaped))
            left, escaped = match.end(), []
        else:
            escaped.append(match.start())
    bounds.append((left, len(text), escaped))
    if bounds[0][0] == bounds[0][1]:
        del bounds[0]
    if bounds and bounds[-1][0] == bounds[-1][1]:
        del bounds[-1]
    return bounds


def whole_parts(text: str) -> tuple[tuple[int, int], ...]:
    """Return the code, tags and links of a row: in Learn Markdown they come before the bounds of cells."""
    if "`" not in text and "<" not in text and "](" not in text:
        return ()
    closing = _last_runs(text)
    parts: list[tuple[int, int]] = []
    brackets: list[int] = []
    position = 0
    while found := _NOTABLE.search(text, position):
        position = found.end()
        if found[1]:
            position = _end_of_code(text, found, closing) or position
            if position > found.end():
                parts.append((found.start(), position))
        elif found[0][0] == "<":
            if HTML_TAG_RE.fullmatch(found[0]):
                parts.append(found.span())
            else:
                position = found.start() + 1
        else:
            position = _take_bracket(text, found, brackets, parts)
    return tuple(parts)


def _take_bracket(text: str, found: re.Match[str], brackets: list[int], parts: list[tuple[int, int]]) -> int:
    """Take a bracket, or an escaped character; behind `](…)` the whole link is a part."""
    if found[0] == "[":
        brackets.append(found.start())
    elif found[0] == "]" and brackets:
        opening = brackets.pop()
        target = _TARGET.match(text, found.end())
        if target:
            while parts and parts[-1][0] > opening:
                parts.pop()
            parts.append((opening, target.end()))
            return target.end()
    return found.end()


def _last_runs(text: str) -> dict[int, int]:
    """Return where the last run of so many backticks stands."""
    return {len(run[0]): run.start() for run in re.finditer("`+", text)} if "`" in text else {}


def _end_of_code(text: str, opening: re.Match[str], last: dict[int, int]) -> int:
    """Return the offset behind the code that backticks begin, or 0 if they begin none."""
    length = len(opening[1])
    if last.get(length, -1) < opening.end():
        return 0
    closing = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(text, opening.end())
    return closing.end() if closing else 0
