"""The tests of a decision as `if` statements, one inside another where neighbours ask the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from rulemark.outputs.python.cells import parts_of
from rulemark.outputs.python.layout import WIDTH, width
from rulemark.outputs.templating import Code
from rulemark.policy import All, Condition

Writer: TypeAlias = Callable[[Condition, int], Code]
"""The test of a condition as source, for an `if` that stands so many columns from the left; "" when it is too long."""
_STEP: Final = 4


@dataclass(frozen=True, slots=True)
class Branch:
    """Conditions that must all hold, and the answer then."""

    parts: tuple[Condition, ...]
    answer: Code


def branch(condition: Condition, answer: Code) -> Branch:
    """Return a branch; the parts of a conjunction are told apart."""
    return Branch(tuple(parts_of(condition)), answer)


def statements(branches: Sequence[Branch], write: Writer, *, indent: int) -> tuple[Code, ...]:
    """Return `if` statements that try branches in order, as lines with their margin; nothing when one is too long."""
    lines = tuple(_lines(branches, write, indent))
    return lines if all(line for line in lines) else ()


def _lines(branches: Sequence[Branch], write: Writer, indent: int) -> Iterator[Code]:
    rest = list(branches)
    margin = " " * indent
    while rest:
        shared, count = _shared(rest)
        if shared:
            inner = [Branch(_without(each.parts, shared), each.answer) for each in rest[:count]]
            yield _opened(_together(shared), write, indent)
            yield from _lines(inner, write, indent + _STEP)
        elif rest[0].parts:
            yield _opened(_together(rest[0].parts), write, indent)
            yield _returned(f"{margin}    return {rest[0].answer}")
        else:
            yield _returned(f"{margin}return {rest[0].answer}")
        rest = rest[count:]


def _shared(branches: Sequence[Branch]) -> tuple[tuple[Condition, ...], int]:
    """Return what most of the branches at the beginning share, and how many they are; nothing when none does."""
    first = branches[0].parts
    count = max((_run(branches, part) for part in first), default=1)
    if count < 2:
        return (), 1
    return tuple(part for part in first if all(part in each.parts for each in branches[:count])), count


def _run(branches: Sequence[Branch], part: Condition) -> int:
    """Return how many branches share a condition; the first that has no other one ends them."""
    for number, each in enumerate(branches):
        if part not in each.parts:
            return number
        if len(each.parts) == 1:
            return number + 1
    return len(branches)


def _without(parts: tuple[Condition, ...], shared: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(part for part in parts if part not in shared)


def _together(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else All(parts)


def _opened(condition: Condition, write: Writer, indent: int) -> Code:
    test = write(condition, indent)
    return Code(f"{' ' * indent}if {test}:") if test else Code()


def _returned(line: str) -> Code:
    return Code(line) if width(line) <= WIDTH else Code()
