"""Tab groups: headings that are links to `#tab/<id>`, each with the content up to the next one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.model import (
    Alert,
    Block,
    Div,
    Heading,
    Inline,
    Link,
    List,
    MonikerZone,
    Quote,
    Row,
    Tab,
    TabGroup,
    ThematicBreak,
    Zone,
)
from rulemark.document.problems import INVALID_TAB_GROUP
from rulemark.source import Location, Source, Span

_TARGET = re.compile(r"#tab/([a-zA-Z0-9\-]+(?:\+[a-zA-Z0-9\-]+)*)(?:/([a-zA-Z0-9\-]+)?)?")


_MAX_CHOICES = 50
"""Groups with tabs of their own that later groups are compared with: more than any article has."""


def is_tab_heading(block: Block) -> bool:
    """Tell whether a block is the heading of a tab."""
    return isinstance(block, Heading) and _tab_link(block) is not None


def _tab_link(heading: Heading) -> tuple[re.Match[str], tuple[Inline, ...]] | None:
    match heading.inlines:
        case (Link(href=href, children=children),):
            found = _TARGET.fullmatch(href)
            return (found, children) if found else None
        case _:
            return None


def group_tabs(blocks: list[Block]) -> list[Block]:
    """Return the blocks of a container with tab headings and their content gathered in groups.

    A group ends at a thematic break, which belongs to it, or with the container.
    """
    grouped: list[Block] = []
    tabs: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and _tab_link(block) is not None:
            tabs.append((block, []))
        elif not tabs:
            grouped.append(block)
        elif isinstance(block, ThematicBreak):
            grouped.append(_group(tabs, block.span.end))
            tabs = []
        else:
            tabs[-1][1].append(block)
    if tabs:
        grouped.append(_group(tabs, None))
    return grouped


def _group(parts: list[tuple[Heading, list[Block]]], end: int | None) -> TabGroup:
    tabs = tuple(_tab(heading, tuple(blocks)) for heading, blocks in parts)
    return TabGroup(Span(tabs[0].span.start, tabs[-1].span.end if end is None else end), tabs)


def _tab(heading: Heading, blocks: tuple[Block, ...]) -> Tab:
    link = _tab_link(heading)
    assert link is not None
    target, title = link
    end = blocks[-1].span.end if blocks else heading.span.end
    return Tab(Span(heading.span.start, end), tuple(target[1].split("+")), target[2], title, blocks)


def is_visible(tab: Tab, choices: list[tuple[str, ...]]) -> bool:
    """Tell whether a tab is shown: always, or when its condition is the first choice of a group before."""
    return not tab.condition or any(choice[0] == tab.condition for choice in choices)


def open_tab(group: TabGroup, choices: list[tuple[str, ...]]) -> tuple[int, str | None]:
    """Return which tab is open at first, and what contradicts the groups before; a group of its own adds a choice."""
    visible = [is_visible(tab, choices) for tab in group.tabs]
    ids = tuple(dict.fromkeys(key for tab, shown in zip(group.tabs, visible, strict=True) if shown for key in tab.ids))
    fault, known = None, set(ids)
    for choice in choices:
        common = known.intersection(choice)
        if not common:
            continue
        index = next((at for at, tab in enumerate(group.tabs) if visible[at] and choice[0] in tab.ids), None)
        if len(common) != len(choice) or len(common) != len(ids):
            fault = "the tabs of this group and those of a group above share only some ids"
        if index is not None:
            return index, fault
    if not any(visible):
        return 0, "all tabs of the group are hidden"
    if len(choices) < _MAX_CHOICES:
        choices.append(ids)
    return visible.index(True), fault


def check_tab_groups(source: Source, blocks: tuple[Block, ...]) -> Iterator[Diagnostic]:
    """Find tab groups that contradict themselves or each other."""
    choices: list[tuple[str, ...]] = []
    for group in _groups(blocks):
        shown = [tab for tab in group.tabs if is_visible(tab, choices)]
        counts = Counter(key for tab in shown for key in tab.ids)
        double = next((key for key, count in counts.items() if count > 1), None)
        fault = open_tab(group, choices)[1]
        heading = Location(source, Span(group.tabs[0].span.start, group.tabs[0].span.start))
        if double:
            message = f"the tab id `{double}` stands twice in the group"
            yield Diagnostic(INVALID_TAB_GROUP, message, heading, help="give every tab its own id")
        elif fault:
            yield Diagnostic(INVALID_TAB_GROUP, fault, heading, help="use the same ids in every group")


def _groups(blocks: tuple[Block, ...]) -> Iterator[TabGroup]:
    for block in blocks:
        match block:
            case TabGroup(tabs=tabs):
                yield block
                for tab in tabs:
                    yield from _groups(tab.blocks)
            case List(items=parts) | Row(columns=parts):
                for part in parts:
                    yield from _groups(part.blocks)
            case Quote(blocks=inner) | Alert(blocks=inner) | Div(blocks=inner) | Zone(blocks=inner):
                yield from _groups(inner)
            case MonikerZone(blocks=inner):
                yield from _groups(inner)
            case _:
                continue
