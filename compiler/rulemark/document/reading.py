"""What is known while one file is read: its source, the options, findings so far and what the whole article shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt

from rulemark.diagnostics import Diagnostic, Kind, Severity
from rulemark.document.monikers.pages import PageMonikers
from rulemark.document.offsets import LineEnds
from rulemark.document.options import Dialect, ParseOptions
from rulemark.document.problems import EXCESSIVE_NESTING
from rulemark.source import Location, Source, Span


@dataclass(slots=True)
class Article:
    """What an article and the files it includes share.

    Attributes:
        options: How to read.
        scope: The monikers of the page, inside a zone those of the zone.
        alert_names: The configured alerts in lower case.
        markers: What the marker line of each quote around what is built says, or None.
        open_zones: The number of colons of each moniker zone around what is built.
        findings: What was found, by code and place, so that nothing is said twice.
        slugs: How often each generated heading id was wanted.
        included: How many files were included so far.
        included_size: How many characters they had.
    """

    options: ParseOptions
    scope: PageMonikers
    alert_names: frozenset[str] = frozenset()
    open_zones: list[int] = field(default_factory=list)
    markers: list[object] = field(default_factory=list)
    findings: dict[tuple[str, str, int], Diagnostic] = field(default_factory=dict)
    slugs: dict[str, int] = field(default_factory=dict)
    included: int = 0
    included_size: int = 0

    @property
    def learn(self) -> bool:
        """Whether the article is Learn Markdown."""
        return self.options.dialect is Dialect.LEARN

    def note(self, finding: Diagnostic) -> None:
        """Keep a finding, once for each kind and place."""
        location = finding.location
        self.findings.setdefault((finding.kind.code, location.path, location.span.start), finding)


@dataclass(slots=True)
class Reading:
    """One file while it is read.

    Attributes:
        article: What is shared with the article that includes this file.
        source: The file.
        lines: Its text as the parser reads it.
        parser: The rules.
        stack: Paths from the article down to this file.
        env: What rules keep while the file is read; markdown-it keeps the link definitions there.
        level: How deep the file is nested in blocks of the files that include it.
    """

    article: Article
    source: Source
    lines: LineEnds
    parser: MarkdownIt
    stack: tuple[str, ...]
    env: dict[str, Any] = field(default_factory=dict)
    level: int = 0

    def report(
        self,
        kind: Kind,
        span: Span,
        message: str,
        *,
        remedy: str | None = None,
        severity: Severity | None = None,
    ) -> None:
        """Note a finding about characters of this file, once."""
        self.article.note(Diagnostic(kind, message, Location(self.source, span), remedy, override=severity))

    def report_unread(self, offset: int) -> None:
        """Report, once for each file, that it is not read from a source offset on, because it is too long."""
        if not self.env.get("unread_reported"):
            self.env["unread_reported"] = True
            message = "there are more blocks or marks than any article has; the rest stays text"
            self.report(EXCESSIVE_NESTING, Span(offset, offset), message)

    def span(self, start: int, end: int) -> Span:
        """Return the source span of offsets in the text that the parser reads."""
        return Span(self.lines.to_source(start), self.lines.to_source(end))
