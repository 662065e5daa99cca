"""All contradictions of a project, language by language."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.consistency.claims import claims
from rulemark.checks.consistency.conflicting_modality import conflicting_modality
from rulemark.checks.consistency.conflicting_values import conflicting_values
from rulemark.checks.consistency.stale_cross_reference import stale_cross_reference
from rulemark.checks.consistency.undefined_term import undefined_term
from rulemark.checks.places import Places
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic


def find(compilation: Compilation) -> Iterator[Diagnostic]:
    """Yield every finding of RM41x."""
    places = Places.of_extractions(compilation.extractions)
    by_path = {extraction.source.path: extraction for extraction in compilation.extractions}
    for locale, items in claims(compilation).items():
        conflicts = conflicting_values(compilation.policies.policies, items, places)
        yield from stale_cross_reference(conflicts, by_path)
        yield from conflicting_modality(items)
        yield from undefined_term([item for item in compilation.extractions if item.source.locale == locale])
