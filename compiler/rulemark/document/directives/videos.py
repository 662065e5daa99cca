"""`:::video source="…":::`: what a video directive may say, and the node it becomes."""

from __future__ import annotations

from rulemark.diagnostics import Severity
from rulemark.document.addresses import check_video
from rulemark.document.directives.directive import Directive
from rulemark.document.model import Block, Video
from rulemark.document.problems import INVALID_DIRECTIVE
from rulemark.document.reading import Reading
from rulemark.source import Span

_ATTRIBUTES = frozenset({"title", "max-width", "source", "thumbnail", "upload-date", "duration", "type"})
_EXPECTED = ("thumbnail", "upload-date")


def video_fault(directive: Directive) -> str | None:
    """Return why a directive is no video."""
    unknown = directive.unknown(_ATTRIBUTES)
    if unknown:
        return f"a video has no attribute `{unknown}`"
    if not directive.get("source"):
        return "it needs a `source`"
    width = directive.get("max-width")
    if width and not (width.isascii() and width.isdigit()):
        return f"`{width}` is no width in pixels"
    return None


def make_video(directive: Directive, span: Span, description: tuple[Block, ...], reading: Reading) -> Video:
    """Make the node; all attributes are kept as written."""
    url = directive.get("source")
    check_video(url, span, reading)
    missing = [name for name in _EXPECTED if not directive.get(name)]
    if missing:
        names = " and ".join(f"`{name}`" for name in missing)
        reading.report(INVALID_DIRECTIVE, span, f"the video has no {names}", severity=Severity.WARNING)
    if "channel9.msdn.com" in url and "/player" not in url:
        message = f"`{url[:80]}` is no player"
        remedy = "end the address in `/player`"
        reading.report(INVALID_DIRECTIVE, span, message, remedy=remedy, severity=Severity.WARNING)
    return Video(span, url, directive.attributes, description)
