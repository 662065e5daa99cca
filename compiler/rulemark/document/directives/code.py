"""`:::code source="…":::`: what a code directive may say, and the node it becomes."""

from __future__ import annotations

from rulemark.document.directives.directive import Directive
from rulemark.document.includes.snippet_lines import Selection, line_ranges
from rulemark.document.includes.snippet_tags import language_of_ending
from rulemark.document.includes.snippets import code_block, read_code
from rulemark.document.model import CodeBlock
from rulemark.document.reading import Reading
from rulemark.source import Span

_ATTRIBUTES = frozenset({"source", "range", "id", "highlight", "language", "interactive"})


def code_fault(directive: Directive) -> str | None:
    """Return why a directive is no code."""
    unknown = directive.unknown(_ATTRIBUTES)
    if unknown:
        return f"a code block has no attribute `{unknown}`"
    return None if directive.get("source") else "it needs a `source`"


def make_code(directive: Directive, span: Span, reading: Reading) -> CodeBlock:
    """Make the code block of `:::code:::`."""
    source = directive.get("source")
    language = directive.get("language") or language_of_ending(source) or ""
    interactive, highlight = directive.get("interactive"), directive.get("highlight")
    attributes: tuple[tuple[str, str], ...] = ()
    if interactive:
        attributes += (("data-interactive", language), ("data-interactive-mode", interactive))
    if highlight:
        attributes += (("highlight-lines", highlight),)
    selection = Selection(directive.get("id"), line_ranges(directive.get("range")) or ())
    text = read_code(source, selection, f".{source.rpartition('.')[2]}", span, reading)
    return code_block(span, language, None if text is None else text.rstrip() + "\n", source, attributes)
