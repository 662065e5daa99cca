"""`:::image source="…" alt-text="…":::`: what an image directive may say, and the node it becomes."""

from __future__ import annotations

from rulemark.document.addresses import check_address
from rulemark.document.directives.directive import Directive
from rulemark.document.model import Block, Image
from rulemark.document.reading import Reading
from rulemark.source import Span

_ATTRIBUTES = frozenset({"alt-text", "type", "loc-scope", "source", "border", "lightbox", "link"})


def image_fault(directive: Directive) -> str | None:
    """Return why a directive is no image."""
    unknown = directive.unknown(_ATTRIBUTES)
    if unknown:
        return f"an image has no attribute `{unknown}`"
    if not directive.get("source"):
        return "it needs a `source`"
    if not directive.get("alt-text") and directive.get("type") != "icon":
        return "it needs an `alt-text`, because it is no icon"
    return None


def make_image(directive: Directive, span: Span, description: tuple[Block, ...], reading: Reading) -> Image:
    """Make the node; all attributes are kept as written."""
    for name in ("source", "link", "lightbox"):
        check_address(directive.get(name), span, reading)
    alt = directive.get("alt-text")
    return Image(span, directive.get("source"), alt, None, directive.attributes, description)
