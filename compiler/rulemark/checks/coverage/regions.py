"""The product of all axes, visited without being built: parts of it on which every case has one truth value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rulemark.checks.coverage.axes import Axis, Cell
from rulemark.checks.coverage.truth import holds
from rulemark.policy import Condition, Value, inputs_of

LIMIT = 20_000
"""Regions after which a decision is too large to be judged."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the product of all domains.

    Attributes:
        cells: The cell of each input that matters here; any other input may have any value.
        truths: For each condition, whether it holds there.
    """

    cells: tuple[tuple[str, Cell], ...]
    truths: tuple[bool, ...]

    @property
    def known(self) -> dict[str, Value]:
        """A sample of the region: values by input name."""
        return sample(self.cells)


def sample(cells: Sequence[tuple[str, Cell]]) -> dict[str, Value]:
    """Return one value for each input of a part."""
    return {name: cell.sample for name, cell in cells}


def regions(conditions: Sequence[Condition], axes: Mapping[str, Axis]) -> tuple[Region, ...] | None:
    """Divide the product of all axes into parts on which every condition is either true or false.

    Args:
        conditions: Those of the cases; every input they read has an axis.
        axes: By input name, in the order to read them.

    Returns:
        The parts in the order of the axes, or None when there are more than `LIMIT`.
    """
    found: list[Region] = []
    for region in _divide(conditions, axes, ()):
        found.append(region)
        if len(found) > LIMIT:
            return None
    return tuple(found)


def _divide(
    conditions: Sequence[Condition], axes: Mapping[str, Axis], cells: tuple[tuple[str, Cell], ...]
) -> Iterator[Region]:
    known = sample(cells)
    truths = [holds(condition, known) for condition in conditions]
    open_inputs = frozenset[str]().union(
        *(inputs_of(condition) for condition, truth in zip(conditions, truths, strict=True) if truth is None)
    )
    name = next((name for name in axes if name in open_inputs and name not in known), None)
    if name is None:
        # A condition that stays open although all its inputs are known cannot be; an empty choice gives no region.
        yield Region(cells, tuple(truth is True for truth in truths))
        return
    for cell in axes[name].cells:
        yield from _divide(conditions, axes, (*cells, (name, cell)))
