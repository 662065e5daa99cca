"""All contradictions of a project, language by language."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.consistency.claims import claims
from rulemark.checks.consistency.conflicting_values import conflicting_values
from rulemark.checks.places import Places
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic


def find(compilation: Compilation) -> Iterator[Diagnostic]:
    """Yield every finding of RM41x."""
    places = Places.of_extractions(compilation.extractions)
    for items in claims(compilation).values():
        yield from conflicting_values(compilation.policies.policies, items, places)
