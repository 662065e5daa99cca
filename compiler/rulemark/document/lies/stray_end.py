"""Closing lines that close nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic
from rulemark.document.lies.directive_lines import DirectiveLine
from rulemark.document.lies.directive_shapes import Shape
from rulemark.document.lies.inspection import Inspection
from rulemark.document.problems import NESTED_ZONE, STRAY_END


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report each closing line without an opening one, unless a failed opening line explains it."""
    failed: Counter[str] = Counter()
    nested = sum(one.kind is NESTED_ZONE for one in inspection.document.diagnostics)
    for line in inspection.directives:
        if line.shape in (Shape.NEAR_MISS, Shape.TRANSLATED) and not line.is_end:
            failed[f"{line.meant}-end"] += 1
        elif line.shape is not Shape.STRAY_END or (line.meant == "column-end" and failed["row-end"]):
            continue
        elif nested and line.meant in ("moniker-end", "zone-end"):
            nested -= 1  # the end of the zone that the parser has called nested
        elif failed[line.meant]:
            failed[line.meant] -= 1
        else:
            yield _stray(line)


def _stray(line: DirectiveLine) -> Diagnostic:
    message = f"`{line.location.text.strip()}` closes nothing, so readers see it"
    remedy = f"remove it, or add the `{line.meant.removesuffix('-end')}` line that it closes"
    return Diagnostic(STRAY_END, message, line.location, remedy)
