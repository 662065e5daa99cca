"""Closing lines that close nothing."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.lies.directive_lines import DirectiveLine, Shape, directive_lines
from rulemark.document.lies.inspection import Inspection
from rulemark.document.problems import NESTED_ZONE, STRAY_END


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report each closing line without an opening one, unless a failed opening line explains it."""
    failed: list[DirectiveLine] = []
    nested = sum(one.kind is NESTED_ZONE for one in inspection.document.diagnostics)
    for line in directive_lines(inspection):
        if line.shape in (Shape.NEAR_MISS, Shape.TRANSLATED) and not line.is_end:
            failed.append(line)
        elif line.shape is Shape.STRAY_END and nested and line.meant in ("moniker-end", "zone-end"):
            nested -= 1  # the end of the zone that the parser has called nested
        elif line.shape is Shape.STRAY_END and not _explained(line, failed):
            message = f"`{line.location.text.strip()}` closes nothing, so readers see it"
            opener = line.meant.removesuffix("-end")
            remedy = f"remove it, or add the `{opener}` line that it closes"
            yield Diagnostic(STRAY_END, message, line.location, remedy)


def _explained(line: DirectiveLine, failed: list[DirectiveLine]) -> bool:
    """Tell whether a failed opening line lies before an end; each explains one end."""
    if line.meant == "column-end" and any(opener.meant == "row" for opener in failed):
        return True
    for opener in reversed(failed):
        if f"{opener.meant}-end" == line.meant:
            failed.remove(opener)
            return True
    return False
