"""A decision as one group of readers sees it: its cases over the axes of its inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rulemark.checks.coverage.axes import Axis, axis
from rulemark.checks.coverage.regions import Region, regions
from rulemark.policy import Case, Decision, Policy, inputs_of


@dataclass(frozen=True, slots=True)
class Question:
    """What the checks of coverage look at.

    Attributes:
        policy: The article.
        decision: The decision of it.
        monikers: The readers who see exactly these cases; empty: everybody.
        cases: The cases they see.
        axes: By input name, in the order of the decision; only inputs that some case reads.
        regions: The product of the axes; in each, `truths` stand in the order of `cases`.
    """

    policy: Policy
    decision: Decision
    monikers: tuple[str, ...]
    cases: tuple[Case, ...]
    axes: Mapping[str, Axis]
    regions: tuple[Region, ...]


def questions(policy: Policy) -> Iterator[Question]:
    """Yield every decision of an article once for each group of readers who see the same cases.

    Decisions whose conditions do not fit the types of their inputs, or that are too large, are left out: about them
    nothing can be proven.
    """
    for decision in policy.decisions:
        for monikers, cases in readers(policy, decision):
            axes = _axes(policy, decision, cases)
            parts = None if axes is None else regions([case.when for case in cases], axes)
            if axes is not None and parts is not None:
                yield Question(policy, decision, monikers, cases, axes, parts)


def readers(policy: Policy, decision: Decision) -> Iterator[tuple[tuple[str, ...], tuple[Case, ...]]]:
    """Yield groups of monikers with the cases that they see, leaving out those who see none."""
    everybody = decision.monikers or policy.monikers
    groups: dict[tuple[int, ...], list[str]] = {}
    for moniker in everybody or ("",):
        seen = tuple(
            index for index, case in enumerate(decision.cases) if not case.monikers or moniker in case.monikers
        )
        groups.setdefault(seen, []).append(moniker)
    for seen, monikers in groups.items():
        if seen:
            yield () if len(groups) == 1 else tuple(monikers), tuple(decision.cases[index] for index in seen)


def _axes(policy: Policy, decision: Decision, cases: tuple[Case, ...]) -> Mapping[str, Axis] | None:
    conditions = [case.when for case in cases]
    read = frozenset[str]().union(*(inputs_of(condition) for condition in conditions))
    declared = {known.name: known for known in policy.inputs}
    names = [*(name for name in decision.inputs if name in read), *sorted(read.difference(decision.inputs))]
    axes: dict[str, Axis] = {}
    for name in names:
        cut = axis(declared[name], conditions) if name in declared else None
        if cut is None:
            return None
        axes[name] = cut
    return axes
