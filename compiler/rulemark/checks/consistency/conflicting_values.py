"""RM411: two sentences give the same thing different values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rulemark.checks.consistency.by_names import conflicts_by_names
from rulemark.checks.consistency.by_words import conflicts_by_words
from rulemark.checks.consistency.claims import Claim
from rulemark.checks.consistency.conflict import Conflict
from rulemark.checks.places import Places
from rulemark.checks.problems import CONFLICTING_VALUES
from rulemark.diagnostics import Diagnostic, Label
from rulemark.policy import Policy
from rulemark.source import Location


def conflicting_values(policies: Sequence[Policy], claims: Sequence[Claim], places: Places) -> Iterator[Diagnostic]:
    """Report each contradiction of the claims of one language, and of the timers that they became, once.

    Args:
        policies: The policies of the project.
        claims: The claims of one language.
        places: The sentences of the project.
    """
    if not claims:
        return
    seen: set[tuple[tuple[str, int], ...]] = set()
    for conflict in (*conflicts_by_words(claims), *conflicts_by_names(policies, claims[0].locale, places)):
        first, second = sorted((conflict.first, conflict.second), key=lambda place: (place.path, place.span))
        sentences = (_sentence(first, places), _sentence(second, places))
        if sentences in seen or first == second:
            continue
        seen.add(sentences)
        yield _finding(conflict if conflict.first == first else conflict.turned)


def _sentence(place: Location, places: Places) -> tuple[str, int]:
    """Return the file and the beginning of the sentence that a place lies in."""
    start = next((statement.location.span.start for statement in places.statements_at(place)), place.span.start)
    return place.path, start


def _finding(conflict: Conflict) -> Diagnostic:
    return Diagnostic(
        CONFLICTING_VALUES,
        f"the same thing has two values: `{conflict.first_value}` and `{conflict.second_value}`",
        conflict.first,
        help="keep one value, or say in both sentences what makes the two cases different",
        labels=(Label(conflict.second, f"here it is `{conflict.second_value}`"),),
        witness=(("here", conflict.first_value), ("there", conflict.second_value)),
    )
