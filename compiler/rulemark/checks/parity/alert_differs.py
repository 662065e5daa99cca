"""RM425: an alert is missing in the translation, or is of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.parity.marks import first_difference
from rulemark.checks.problems import ALERT_DIFFERS
from rulemark.checks.translation import Mark, Part, Trait
from rulemark.diagnostics import Diagnostic, Label


def alert_differs(source: Part, target: Part) -> Iterator[Diagnostic]:
    """Report the first alert of a section that differs in its kind or stands on one side only."""
    difference = first_difference(source.of(Trait.ALERT), target.of(Trait.ALERT))
    if difference is not None:
        ours, theirs = difference
        place = theirs.location if theirs else target.location
        label = Label(ours.location if ours else source.location, "the source")
        remedy = "keep the markers of alerts as they are: `> [!NOTE]`, never translated"
        yield Diagnostic(ALERT_DIFFERS, _message(ours, theirs), place, help=remedy, labels=(label,))


def _message(ours: Mark | None, theirs: Mark | None) -> str:
    if theirs is None:
        return f"the alert `{ours.value if ours else ''}` of the source is missing or no longer marked as one"
    if ours is None:
        return f"the alert `{theirs.value}` is not in the source"
    return f"the alert is `{theirs.value}`, in the source it is `{ours.value}`"
