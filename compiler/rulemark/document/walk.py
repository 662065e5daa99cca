"""Going through an article in reading order, always knowing where one is and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from rulemark.document.model import (
    Alert,
    Block,
    Column,
    Div,
    Document,
    Heading,
    Image,
    Include,
    List,
    ListItem,
    MonikerZone,
    Paragraph,
    Quote,
    Row,
    Tab,
    TabGroup,
    Video,
    Zone,
)
from rulemark.source import Source

Ancestor: TypeAlias = Block | ListItem | Tab | Column
"""What can stand around a block."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a block stands.

    Attributes:
        source: The file that its spans count in: the article, or an included file.
        monikers: The monikers whose readers see it, in definition order; empty: everybody.
        anchor: The id of the heading above it; "" before the first heading.
        heading: That heading, if any.
        ancestors: What it stands in, outermost first.
    """

    source: Source
    monikers: tuple[str, ...]
    anchor: str = ""
    heading: Heading | None = None
    ancestors: tuple[Ancestor, ...] = ()

    def within(
        self, *around: Ancestor, monikers: tuple[str, ...] | None = None, source: Source | None = None
    ) -> Context:
        """Return the context of what stands in something, perhaps for other readers or in another file."""
        return Context(
            source or self.source,
            self.monikers if monikers is None else monikers,
            ancestors=(*self.ancestors, *around),
        )


def walk(document: Document) -> Iterator[tuple[Block, Context]]:
    """Yield every block that somebody reads, containers before their content, each with its context.

    Items of lists, tabs and columns are not blocks: they appear among the ancestors. The content of a moniker zone
    that no moniker of the page reads is left out.
    """
    walker = _Walker()
    return walker.blocks(document.blocks, Context(document.source, document.monikers))


class _Walker:
    """Remembers the heading passed last, at whatever depth."""

    def __init__(self) -> None:
        self._heading: Heading | None = None

    def blocks(self, blocks: tuple[Block, ...], context: Context) -> Iterator[tuple[Block, Context]]:
        for block in blocks:
            if isinstance(block, Heading):
                self._heading = block
            heading = self._heading
            anchor = heading.anchor if heading else ""
            yield block, Context(context.source, context.monikers, anchor, heading, context.ancestors)
            if not isinstance(block, Paragraph | Heading):
                yield from self._content(block, context)

    def _content(self, block: Block, context: Context) -> Iterator[tuple[Block, Context]]:
        inside = context.within(block)
        match block:
            case List(items=parts) | TabGroup(tabs=parts) | Row(columns=parts):
                for part in parts:
                    yield from self.blocks(part.blocks, inside.within(part))
            case MonikerZone(monikers=monikers, blocks=blocks):
                if monikers:
                    yield from self.blocks(blocks, inside.within(monikers=monikers))
            case Include(source=source, blocks=blocks):
                if source is not None:
                    yield from self.blocks(blocks, inside.within(source=source))
            case Quote(blocks=blocks) | Alert(blocks=blocks) | Div(blocks=blocks) | Zone(blocks=blocks):
                yield from self.blocks(blocks, inside)
            case Image(description=blocks) | Video(description=blocks):
                yield from self.blocks(blocks, inside)
            case _:
                return
