"""Numbered steps that some reader sees repeat, jump or start again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rulemark.diagnostics import Diagnostic, Label
from rulemark.document.lies.inspection import Inspection
from rulemark.document.lies.places import sequences
from rulemark.document.model import Block, Heading, Include, List, MonikerZone
from rulemark.document.problems import BROKEN_NUMBERING
from rulemark.source import Location, Source, Span

_FARTHEST = 9
"""A number farther away from the one expected is a year or a quantity, not a step."""
_MOST_READERS = 64
"""Monikers for which an article is read; of more, the first ones stand for all."""


@dataclass(frozen=True, slots=True)
class _Steps:
    """A numbered list as a reader sees it: CommonMark takes the first number and counts on."""

    block: List
    source: Source

    @property
    def first(self) -> int:
        """The number of the first step."""
        return self.block.start or 0

    @property
    def last(self) -> int:
        """The number of the last step."""
        return self.first + len(self.block.items) - 1

    @property
    def restarts(self) -> tuple[int, int | None]:
        """The first number and the second as typed: `1.` before `5.` shows that the writer counts on."""
        items = self.block.items
        return self.first, items[1].number if len(items) > 1 else None

    def at(self, index: int) -> Location:
        """Return the first characters of a step."""
        start = self.block.items[index].span.start
        end = min(start + 3, self.block.items[index].span.end)
        return Location(self.source, Span(start, end))


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report steps that do not follow the ones before them, as each reader of the page sees them.

    Only a list that its writer clearly means to go on (it starts behind 1) is judged, and only against a list under the
    same heading; what every reader sees is said once, without naming monikers.
    """
    found: dict[tuple[str, int], tuple[str, Location, Location, list[str]]] = {}
    numbered = sum(isinstance(place.block, List) and place.block.start is not None for place in inspection.places)
    monikers = (inspection.document.monikers[:_MOST_READERS] or ("",)) if numbered > 1 else ()
    for moniker in monikers:
        for before, after in _breaks(inspection.document.blocks, inspection.document.source, moniker):
            location = after.at(0)
            key = (location.path, location.span.start)
            what = _described(before, after)
            found.setdefault(key, (what, location, before.at(-1), []))[3].append(moniker)
    for what, location, earlier, seen_by in found.values():
        everybody = len(seen_by) == len(monikers)
        readers = "readers" if everybody else f"readers of {', '.join(f'`{one}`' for one in seen_by)}"
        labels = (Label(earlier, "the step before it"),)
        yield Diagnostic(
            BROKEN_NUMBERING, f"{readers} {what}", location, "number the steps on for every reader", labels
        )


def _described(before: _Steps, after: _Steps) -> str:
    if after.first == 1:
        return f"see the steps start again at 1 after step {before.last}"
    if after.first <= before.last:
        return f"see step {after.first} twice"
    return f"see step {after.first} after step {before.last}"


def _breaks(blocks: tuple[Block, ...], source: Source, moniker: str) -> Iterator[tuple[_Steps, _Steps]]:
    """Yield pairs of lists of which the second does not follow the first, for the readers of one moniker."""
    pending = [(blocks, source)]
    while pending:
        sequence, place = pending.pop()
        before: _Steps | None = None
        for block, where in _seen(sequence, place, moniker):
            if isinstance(block, Heading):
                before = None
            elif isinstance(block, List) and block.start is not None and block.items:
                after = _Steps(block, where)
                if before is not None and _is_broken(before, after):
                    yield before, after
                before = after
            pending.extend((inner, where) for inner in sequences(block))


def _seen(blocks: tuple[Block, ...], source: Source, moniker: str) -> Iterator[tuple[Block, Source]]:
    """Yield the blocks of a sequence as a reader sees them: zones and included files opened in place."""
    stack = [(block, source) for block in reversed(blocks)]
    while stack:
        block, where = stack.pop()
        if isinstance(block, MonikerZone):
            if not moniker or moniker in block.monikers:
                stack.extend((inner, where) for inner in reversed(block.blocks))
        elif isinstance(block, Include):
            stack.extend((inner, block.source or where) for inner in reversed(block.blocks))
        else:
            yield block, where


def _is_broken(before: _Steps, after: _Steps) -> bool:
    """Tell whether a list is meant to follow another but does not."""
    expected = before.last + 1
    first, second = after.restarts
    if first <= 1:
        return first == 1 and before.last > 1 and second == expected + 1
    return first != expected and abs(first - expected) <= _FARTHEST and before.first in (0, 1)
