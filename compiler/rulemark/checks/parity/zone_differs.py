"""RM423: a part is shown to other monikers, or under another tab, in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.parity.marks import first_difference
from rulemark.checks.problems import ZONE_DIFFERS
from rulemark.checks.translation import OPEN, Mark, Part, Trait
from rulemark.diagnostics import Diagnostic, Label


def zone_differs(source: Part, target: Part) -> Iterator[Diagnostic]:
    """Report the first zone or group of tabs of a section that is another one in the translation.

    Nothing is said where the source does not close its zone: the translation is not to repeat that.
    """
    zones = source.of(Trait.ZONE)
    difference = first_difference(zones, target.of(Trait.ZONE))
    if difference is not None and not any(zone.value.endswith(OPEN) for zone in zones):
        ours, theirs = difference
        place = theirs.location if theirs else target.location
        labels = (Label(ours.location, "the zone in the source"),) if ours else (Label(source.location, "the source"),)
        yield Diagnostic(
            ZONE_DIFFERS, _message(ours, theirs), place, help="mark the same part as the source does", labels=labels
        )


def _message(ours: Mark | None, theirs: Mark | None) -> str:
    if theirs is None:
        return f"the zone `{ours.value if ours else ''}` of the source is missing"
    if ours is None:
        return f"the zone `{theirs.value}` is not in the source"
    if theirs.value == ours.value + OPEN:
        return f"the zone `{ours.value}` is not closed"
    return f"the zone is `{theirs.value}`, in the source it is `{ours.value}`"
