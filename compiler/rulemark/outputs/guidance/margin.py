"""What a draft shows its writers beside the article: the findings about each block."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from rulemark.diagnostics import Diagnostic
from rulemark.document import Block, Heading, Paragraph, Table
from rulemark.outputs.guidance.voice import Voice


@dataclass(frozen=True, slots=True)
class Margin:
    """The findings of the files of one page; empty unless the page is a draft."""

    voice: Voice
    findings: Mapping[str, tuple[Diagnostic, ...]]
    """By path, in the order of the places."""
    shown: set[int] = field(default_factory=set)
    """The identities of those that stand beside their block."""

    def about(self, block: Block, path: str) -> Markup:
        """Return notes about a block that has no blocks of its own, "" when there is nothing to say."""
        if path not in self.findings or not isinstance(block, Paragraph | Heading | Table):
            return Markup()
        end = max(block.span.end, block.span.start + 1)
        first, last = (bisect_left(self.findings[path], at, key=_start) for at in (block.span.start, end))
        inside = self.findings[path][first:last]
        self.shown.update(map(id, inside))
        return Markup().join(map(self._note, inside))

    def rest(self, path: str) -> Markup:
        """Return notes about what no block of the page holds: the front matter, or a whole file."""
        return Markup().join(self._note(item) for item in self.findings.get(path, ()) if id(item) not in self.shown)

    def _note(self, finding: Diagnostic) -> Markup:
        paragraphs = Markup("<p><strong>{}</strong> {}</p>").format(finding.kind.code, finding.message)
        if finding.help:
            paragraphs += Markup("<p>{}</p>").format(finding.help)
        line = self.voice.say("line", line=self.voice.number(finding.location.start.line))
        note = Markup('<aside class="finding finding-{}">{}<p class="finding-line">{}</p></aside>')
        return note.format(finding.severity.value, paragraphs, line)


def _start(finding: Diagnostic) -> int:
    return finding.location.span.start
