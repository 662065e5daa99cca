"""Directives whose keyword was translated, so that they do nothing."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.diagnostics import Diagnostic, Edit, Fix
from rulemark.document.excerpts import excerpt
from rulemark.document.lies.directive_shapes import Shape
from rulemark.document.lies.inspection import Inspection
from rulemark.document.problems import TRANSLATED_DIRECTIVE, UNKNOWN_DIRECTIVE


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    """Report directives in the words of another language, and those whose name means nothing."""
    for line in inspection.directives:
        if line.shape is Shape.TRANSLATED:
            replacement = line.replacement
            message = f"readers see `{excerpt(line.location.text)}`: a keyword was translated"
            remedy = f"write `{replacement}`" if replacement else "write the keyword as in the source article"
            fix = Fix(remedy, (Edit(line.location, replacement),)) if replacement else None
            yield Diagnostic(TRANSLATED_DIRECTIVE, message, line.location, remedy, fix=fix)
        elif line.shape is Shape.UNKNOWN:
            message = f"there is no directive `{line.written}`, so readers see the line"
            yield Diagnostic(
                UNKNOWN_DIRECTIVE, message, line.location, "remove the line, or use a directive that exists"
            )
