"""The compatible HTML of a document: the shape that readers' style sheets expect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rulemark.diagnostics import Diagnostic
from rulemark.document.from_source import parse
from rulemark.document.html.blocks import write_blocks
from rulemark.document.html.cleaning import clean
from rulemark.document.html.page import Page
from rulemark.document.model import Document
from rulemark.document.options import Dialect, Files, ParseOptions
from rulemark.source import Source


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML with what was found while the article was read."""

    html: str
    diagnostics: tuple[Diagnostic, ...]


def to_html(document: Document, moniker: str | None = None, options: ParseOptions | None = None) -> str:
    """Return the body of an article as HTML, safe to show.

    Args:
        document: The article.
        moniker: For the readers of one moniker; None: for all, with each zone marked `data-moniker`.
        options: Those the article was read with; they name alerts and trusted hosts.
    """
    options = options or ParseOptions()
    page = Page(options, moniker.lower() if moniker else None, document.source.path, document.source)
    write_blocks(document.blocks, page)
    html = page.out.html()
    return clean(html, options.video_hosts) if page.out.raw else html


def render_html(
    text: str,
    *,
    path: str = "article.md",
    files: Files | None = None,
    definitions: tuple[Mapping[str, object], ...] = (),
    config_range: str | None = None,
    dialect: Dialect | str = Dialect.LEARN,
    moniker: str | None = None,
) -> Rendered:
    """Return an article as HTML, with everything that was found.

    Args:
        text: The article.
        path: Its path from the content root.
        files: The texts of other files by path, for includes and code snippets.
        definitions: Moniker definitions; each has `moniker_name`, `product_name` and optionally `order`.
        config_range: The moniker range that the configuration gives the article.
        dialect: `learn`, `commonmark` or `gfm`.
        moniker: For the readers of one moniker only.
    """
    options = ParseOptions(
        files=files or {}, dialect=Dialect(dialect), definitions=tuple(definitions), config_range=config_range
    )
    document = parse(Source(path, text), options)
    return Rendered(to_html(document, moniker, options), document.diagnostics)
