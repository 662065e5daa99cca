"""All findings about the cases of decisions."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.coverage.overlapping_cases import overlapping_cases
from rulemark.checks.coverage.question import questions
from rulemark.checks.coverage.uncovered_case import uncovered_case
from rulemark.checks.coverage.uncovered_moniker import uncovered_moniker
from rulemark.checks.coverage.unreachable_case import unreachable_case
from rulemark.checks.places import Places
from rulemark.compilation import Compilation
from rulemark.diagnostics import Diagnostic


def find(compilation: Compilation) -> Iterator[Diagnostic]:
    """Yield every finding of RM40x, article by article."""
    places = Places.of_extractions(compilation.extractions)
    for policy in compilation.policies.policies:
        yield from uncovered_moniker(policy)
        for question in questions(policy):
            yield from uncovered_case(question, places)
            yield from overlapping_cases(question, places)
            yield from unreachable_case(question, places)
