"""Every construct there is, in the order in which it is tried: the one list to read, and to extend."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.rules_block import blockquote, code, fence, hr, html_block, list_block, reference
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, html_inline

from rulemark.document.blocks import alerts, anchors, headings, paragraphs, tables
from rulemark.document.blocks.parser import BlockParser, BlockRule, ChainedRule
from rulemark.document.blocks.tree import BlockBuilder
from rulemark.document.directives import media, moniker_zones, no_loc, rows, zones
from rulemark.document.includes import includes, snippets
from rulemark.document.inlines import bare_links, breaks, emoji, emphasis, github_links, links, xref
from rulemark.document.inlines.link_targets import Helpers
from rulemark.document.inlines.parser import InlineParser, InlineRule
from rulemark.document.inlines.tree import InlineBuilder
from rulemark.document.options import Dialect

_EVERY = frozenset(Dialect)
_LEARN = frozenset({Dialect.LEARN})
_GFM = frozenset({Dialect.GFM})
_PLAIN = frozenset({Dialect.COMMONMARK, Dialect.GFM})
_TABLES = frozenset({Dialect.LEARN, Dialect.GFM})


@dataclass(frozen=True, slots=True)
class BlockConstruct:
    """A block rule and the characters it begins with, "" for any.

    `interrupts` names what it ends without a blank line: paragraph, reference, blockquote, list.
    """

    name: str
    characters: str
    rule: BlockRule
    interrupts: tuple[str, ...]
    dialects: frozenset[Dialect]


@dataclass(frozen=True, slots=True)
class InlineConstruct:
    """An inline rule and the characters it begins with."""

    characters: str
    rule: InlineRule
    dialects: frozenset[Dialect]


_ALL = ("paragraph", "reference", "blockquote", "list")

BLOCK_CONSTRUCTS: tuple[BlockConstruct, ...] = (
    BlockConstruct("marker", "", alerts.marker_line, (), _LEARN),
    BlockConstruct("table", "", tables.table, ("paragraph", "reference"), _TABLES),
    BlockConstruct("code", "", code, (), _EVERY),
    BlockConstruct("fence", "`~", fence, _ALL, _EVERY),
    BlockConstruct("blockquote", ">", alerts.quote, _ALL, _LEARN),
    BlockConstruct("blockquote", ">", blockquote, _ALL, _PLAIN),
    BlockConstruct("moniker", ":", moniker_zones.moniker_zone, _ALL, _LEARN),
    BlockConstruct("zone", ":", zones.zone, _ALL, _LEARN),
    BlockConstruct("row", ":", rows.row, _ALL, _LEARN),
    BlockConstruct("column", ":", rows.column, _ALL, _LEARN),
    BlockConstruct("directive", ":", media.media_block, _ALL, _LEARN),
    BlockConstruct("include", "[", includes.block_include, _ALL, _LEARN),
    BlockConstruct("snippet", "[", snippets.snippet, _ALL, _LEARN),
    BlockConstruct("hr", "*-_", hr, _ALL, _EVERY),
    BlockConstruct("list", "*-+0123456789", list_block, ("paragraph", "reference", "blockquote"), _EVERY),
    BlockConstruct("reference", "[", reference, (), _EVERY),
    BlockConstruct("html_block", "<", html_block, ("paragraph", "reference", "blockquote"), _EVERY),
    BlockConstruct("heading", "#", headings.atx_heading, ("paragraph", "reference", "blockquote"), _EVERY),
    BlockConstruct("lheading", "", headings.underlined_heading, (), _EVERY),
    BlockConstruct("paragraph", "", paragraphs.paragraph, (), _EVERY),
)

BLOCK_BUILDERS: Mapping[str, BlockBuilder] = MappingProxyType(
    {
        "heading": anchors.build_heading,
        "blockquote_open": alerts.build_quote,
        "marker": alerts.build_marker,
        "moniker_open": moniker_zones.build_moniker_zone,
        "zone_open": zones.build_zone,
        "row_open": rows.build_row,
        "column_open": rows.build_column,
        "described_open": media.build_described,
        "directive": media.build_directive,
        "include": includes.build_block_include,
        "snippet": snippets.build_snippet,
    }
)

INLINE_CONSTRUCTS: tuple[InlineConstruct, ...] = (
    InlineConstruct("\n", breaks.line_end, _EVERY),
    InlineConstruct("\\", escape, _EVERY),
    InlineConstruct("`", backtick, _EVERY),
    InlineConstruct("~", emphasis.strike_markers, _LEARN),
    InlineConstruct("~", emphasis.single_strike_markers, _GFM),
    InlineConstruct("*_", emphasis.emphasis_markers, _EVERY),
    InlineConstruct("[", includes.inline_include, _LEARN),
    InlineConstruct("[", links.link, _EVERY),
    InlineConstruct("!", links.image, _EVERY),
    InlineConstruct(":", no_loc.no_loc, _LEARN),
    InlineConstruct(":", emoji.emoji, _LEARN),
    InlineConstruct(":", media.media_inline, _LEARN),
    InlineConstruct("<", xref.bracketed_xref, _LEARN),
    InlineConstruct("<", autolink, _EVERY),
    InlineConstruct("<", html_inline, _EVERY),
    InlineConstruct("&", entity, _EVERY),
    InlineConstruct("hfmwHFMW", bare_links.bare_link, _LEARN),
    InlineConstruct("hfwHFW", github_links.web_address, _GFM),
    InlineConstruct("@", xref.short_xref, _LEARN),
    InlineConstruct("mxMX", github_links.mail_link, _GFM),
    InlineConstruct(f"{string.ascii_letters}{string.digits}._+-", github_links.mail_address, _GFM),
)

INLINE_BUILDERS: Mapping[str, InlineBuilder] = MappingProxyType(
    {
        "xref": xref.build_xref,
        "no_loc": no_loc.build_no_loc,
        "include": includes.build_inline_include,
        "media": media.build_media,
        "faulty": media.build_faulty,
    }
)


@lru_cache(maxsize=8)
def parser_of(dialect: Dialect) -> MarkdownIt:
    """Return markdown-it with the rules of a dialect; it keeps links as written and refuses none."""
    parser = MarkdownIt(
        "commonmark",
        {"maxNesting": 20, "strikethrough_single_tilde": dialect is Dialect.GFM, "github": dialect is Dialect.GFM},
    )
    parser.block = BlockParser(
        ChainedRule(construct.characters, construct.rule, ("", *construct.interrupts))
        for construct in BLOCK_CONSTRUCTS
        if dialect in construct.dialects
    )
    parser.helpers = Helpers  # type: ignore[assignment]
    parser.inline = InlineParser(_by_character(dialect))
    parser.inline.ruler2.enableOnly(["balance_pairs", "strikethrough", "emphasis"])
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign, assignment]
    parser.validateLink = _accepted  # type: ignore[method-assign]
    return parser


def _by_character(dialect: Dialect) -> dict[str, tuple[Callable[[StateInline, bool], bool], ...]]:
    rules: dict[str, tuple[InlineRule, ...]] = {}
    for construct in INLINE_CONSTRUCTS:
        if dialect in construct.dialects:
            for character in construct.characters:
                rules[character] = (*rules.get(character, ()), construct.rule)
    return rules


def _as_written(url: str) -> str:
    return url


def _accepted(url: str) -> bool:
    del url
    return True
