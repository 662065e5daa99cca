"""Source to document: the way into the stage."""

from __future__ import annotations

from dataclasses import replace

from rulemark.diagnostics import sort_key
from rulemark.document import lies
from rulemark.document.blocks.tabs import check_tab_groups
from rulemark.document.blocks.tree import open_file, read_blocks
from rulemark.document.constructs import BLOCK_BUILDERS, INLINE_BUILDERS, parser_of
from rulemark.document.front_matter.header import FrontMatterReading, read_front_matter
from rulemark.document.model import Document, Heading
from rulemark.document.monikers.definitions import define_monikers
from rulemark.document.monikers.pages import page_monikers
from rulemark.document.options import Dialect, ParseOptions
from rulemark.document.plain import plain_text
from rulemark.document.reading import Article
from rulemark.document.walk import walk
from rulemark.source import Source


def parse(source: Source, options: ParseOptions | None = None) -> Document:
    """Read an article.

    Args:
        source: The text of the article, with its path from the content root.
        options: The dialect, the files that may be included, the monikers of the project; see `ParseOptions`.

    Returns:
        The tree with a span for every node. Never fails: what cannot be understood stays text and is a diagnostic.
    """
    options = options or ParseOptions()
    header = _front_matter(source, options.dialect)
    definitions = define_monikers(options.definitions)[0] if options.definitions else None
    scope, findings = page_monikers(source, header.front_matter, definitions, options.config_range)
    article = Article(options, scope, frozenset(name.lower() for name in options.alerts))
    for finding in (*header.diagnostics, *findings):
        article.note(finding)
    reading = open_file(article, source, header.body_start, (source.path,), parser_of(options.dialect))
    blocks = read_blocks(reading, BLOCK_BUILDERS, INLINE_BUILDERS)
    for finding in check_tab_groups(source, blocks):
        article.note(finding)
    diagnostics = tuple(sorted(article.findings.values(), key=sort_key))
    document = Document(source, header.front_matter, blocks, scope.monikers, "", diagnostics)
    document = replace(document, title=_title(document))
    return _with_lies(document, options) if options.dialect is Dialect.LEARN else document


def _with_lies(document: Document, options: ParseOptions) -> Document:
    """Return a document with what its markup only seems to say, besides what the parser found."""
    found = (*document.diagnostics, *lies.find(document, lies.Surroundings(pivot_groups=options.zone_pivot_groups)))
    return replace(document, diagnostics=tuple(sorted(found, key=sort_key)))


def _front_matter(source: Source, dialect: Dialect) -> FrontMatterReading:
    if dialect is Dialect.LEARN:
        return read_front_matter(source)
    return FrontMatterReading(None, 1 if source.text.startswith("\ufeff") else 0)


def _title(document: Document) -> str:
    title = document.front_matter.text("title") if document.front_matter else None
    heading = next((block for block, _ in walk(document) if isinstance(block, Heading)), None)
    return title or (plain_text(heading.inlines).text if heading else "")
