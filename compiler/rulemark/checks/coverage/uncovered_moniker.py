"""RM404: a declared decision that says nothing to the readers of one moniker."""

from __future__ import annotations

from collections.abc import Iterator

from rulemark.checks.places import evidence_in, location_of
from rulemark.checks.problems import UNCOVERED_MONIKER
from rulemark.diagnostics import Diagnostic, Label
from rulemark.policy import Policy


def uncovered_moniker(policy: Policy) -> Iterator[Diagnostic]:
    """Report the monikers of an article whose readers find no case of a declared decision."""
    for decision in policy.decisions:
        if not decision.declared or not decision.cases or not all(case.monikers for case in decision.cases):
            continue
        spoken_to = frozenset(moniker for case in decision.cases for moniker in case.monikers)
        missing = [moniker for moniker in policy.monikers if moniker not in spoken_to]
        places = [
            location_of(evidence)
            for case in decision.cases
            if (evidence := evidence_in(case.evidence, policy.source_locale)) is not None
        ]
        if missing and places:
            names = ", ".join(f"`{moniker}`" for moniker in missing)
            yield Diagnostic(
                UNCOVERED_MONIKER,
                f"no case of `{decision.id}` is shown to readers of {names}",
                places[0],
                help="add the cases for them, or widen the range of a moniker zone",
                labels=tuple(Label(place, "this case is shown to others only") for place in places[1:]),
                witness=(("moniker", missing[0]),),
            )
