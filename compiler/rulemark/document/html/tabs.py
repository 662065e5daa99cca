"""Tab groups as HTML: which tab is shown first follows from the groups before."""

from __future__ import annotations

from rulemark.document.blocks.tabs import is_visible, open_tab
from rulemark.document.html.inlines import write_inlines
from rulemark.document.html.page import Page, WriteBlocks
from rulemark.document.html.text import attributes_text
from rulemark.document.model import Tab, TabGroup


def write_tab_group(group: TabGroup, page: Page, write_blocks: WriteBlocks) -> None:
    """Write the list of tabs, then the content of each."""
    page.tab_groups += 1
    number = page.tab_groups
    visible = tuple(is_visible(tab, page.tab_choices) for tab in group.tabs)
    active, _ = open_tab(group, page.tab_choices)
    page.out.line(f'<div class="tabGroup" id="tabgroup_{number}">')
    page.out.line('<ul role="tablist">')
    for index, tab in enumerate(group.tabs):
        _write_title(tab, number, page, visible=visible[index], active=index == active)
    page.out.line("</ul>")
    for index, tab in enumerate(group.tabs):
        identity = (("id", _identity(tab, number)), ("role", "tabpanel"), *_data(tab))
        hidden = () if index == active else (("aria-hidden", "true"), ("hidden", "hidden"))
        page.out.line(f"<section{attributes_text((*identity, *hidden))}>")
        write_blocks(tab.blocks, page)
        page.out.line("</section>")
    page.out.line("</div>")


def _identity(tab: Tab, number: int) -> str:
    return f"tabpanel_{number}_{'+'.join(tab.ids)}" + (f"_{tab.condition}" if tab.condition else "")


def _data(tab: Tab) -> tuple[tuple[str, str | None], ...]:
    return (("data-tab", "+".join(tab.ids)), ("data-condition", tab.condition or None))


def _write_title(tab: Tab, number: int, page: Page, *, visible: bool, active: bool) -> None:
    page.out.line('<li role="presentation"' + ("" if visible else ' aria-hidden="true" hidden="hidden"') + ">")
    panel = _identity(tab, number)
    focus = (("tabindex", "0"), ("aria-selected", "true")) if active else (("tabindex", "-1"),)
    attributes = (("href", f"#{panel}"), ("role", "tab"), ("aria-controls", panel), *_data(tab), *focus)
    page.out.write(f"<a{attributes_text(attributes)}>")
    write_inlines(tab.heading, page)
    page.out.write("</a>\n")
    page.out.line("</li>")
