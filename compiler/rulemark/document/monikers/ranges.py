"""Ranges of monikers: which versions or clouds an expression names.

Grammar of a range: sets joined by `||`; a set is comparators side by side, all of which must hold; a comparator is a
name, optionally behind `=`, `<`, `<=`, `>` or `>=`, which count along the order of that name's own product.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from rulemark.diagnostics import Diagnostic
from rulemark.document.excerpts import excerpt
from rulemark.document.monikers.definitions import MonikerDefinitions, define_monikers
from rulemark.document.problems import INVALID_MONIKER_DEFINITION, INVALID_MONIKER_RANGE
from rulemark.source import Location, Source, Span

_OPERATOR = re.compile(r"\s*(>=|<=|=|>|<)")
_NAME = re.compile(r"\s*([\w.\-]+)")
_OR = re.compile(r"\s*\|\|")


class Fault(StrEnum):
    """What is wrong with a part of a range."""

    UNDEFINED = "undefined"
    NAME_EXPECTED = "name expected"
    SET_EXPECTED = "set expected"
    NOT_UNDERSTOOD = "not understood"
    NO_ORDER = "no order"


@dataclass(frozen=True, slots=True)
class RangeProblem:
    """A mistake in a range: `expression[start:end]` is the part meant, `text` that part or the name in it."""

    fault: Fault
    text: str
    start: int
    end: int

    @property
    def message(self) -> str:
        """What is wrong, in the words of the reports."""
        match self.fault:
            case Fault.UNDEFINED:
                return f"moniker `{self.text}` is not defined"
            case Fault.NAME_EXPECTED:
                return f"a moniker must follow the operator, not `{excerpt(self.text, 40)}`"
            case Fault.SET_EXPECTED:
                return f"a moniker must stand on each side of `||`, not `{excerpt(self.text, 40)}`"
            case Fault.NOT_UNDERSTOOD:
                return f"a range of monikers cannot hold `{excerpt(self.text, 40)}`"
            case Fault.NO_ORDER:
                return f"`{excerpt(self.text, 40)}` needs an order, but nothing defines the monikers"
            case _:
                assert_never(self.fault)

    @property
    def help(self) -> str | None:
        """The remedy, where there is one in general."""
        match self.fault:
            case Fault.UNDEFINED:
                return "define it in the moniker definitions, or correct its spelling"
            case Fault.NO_ORDER:
                return "list the monikers in a definitions file, oldest first"
            case Fault.NAME_EXPECTED | Fault.SET_EXPECTED | Fault.NOT_UNDERSTOOD:
                return "write names joined by `||`, each optionally behind `=`, `<`, `<=`, `>` or `>=`"
            case _:
                assert_never(self.fault)


@dataclass(frozen=True, slots=True)
class RangeResult:
    """The monikers of a range, sorted by code point, as far as it can be evaluated, and what is wrong with it."""

    names: tuple[str, ...]
    problems: tuple[RangeProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Comparator:
    """One name with its operator and its place."""

    operator: str
    name: str
    start: int
    end: int


def evaluate_range(expression: str | None, definitions: MonikerDefinitions) -> RangeResult:
    """Evaluate a range; nothing or blanks name no moniker, which is no mistake.

    Args:
        expression: The range as written, case of no importance.
        definitions: The monikers there are.

    Returns:
        The lower-case names, sorted by code point, and the problems: those of the grammar first.
    """
    if expression is None or not expression.strip():
        return RangeResult(())
    sets, problems = _parsed(expression)
    names: set[str] = set()
    for comparators in sets:
        chosen, further = _evaluated(comparators, definitions)
        names |= chosen
        problems.extend(further)
    return RangeResult(tuple(sorted(names)), tuple(problems))


def _parsed(text: str) -> tuple[list[list[_Comparator]], list[RangeProblem]]:
    """Return the sets of a range, up to the first place that cannot be read."""
    sets: list[list[_Comparator]] = []
    problems: list[RangeProblem] = []
    position = 0
    while True:
        comparators, position = _comparators(text, position, problems)
        if not comparators:
            problems.append(RangeProblem(Fault.SET_EXPECTED, _rest(text, position), position, len(text)))
            break
        sets.append(comparators)
        if not (joint := _OR.match(text, position)):
            break
        position = joint.end()
    if text[position:].strip():
        problems.append(RangeProblem(Fault.NOT_UNDERSTOOD, _rest(text, position), position, len(text)))
    return sets, problems


def _comparators(text: str, position: int, problems: list[RangeProblem]) -> tuple[list[_Comparator], int]:
    """Return the comparators that stand side by side from a place on, and the place behind them."""
    found: list[_Comparator] = []
    while True:
        operator = _OPERATOR.match(text, position)
        position = operator.end() if operator else position
        name = _NAME.match(text, position)
        if name is None:
            if operator:
                problems.append(RangeProblem(Fault.NAME_EXPECTED, _rest(text, position), position, len(text)))
            return found, position
        start = operator.start(1) if operator else name.start(1)
        found.append(_Comparator(operator[1] if operator else "=", name[1], start, name.end()))
        position = name.end()


def _evaluated(
    comparators: Sequence[_Comparator], definitions: MonikerDefinitions
) -> tuple[set[str], list[RangeProblem]]:
    """Return the monikers that all comparators of a set name."""
    chosen: set[str] | None = None
    problems: list[RangeProblem] = []
    for comparator in comparators:
        names, problem = _compared(comparator, definitions)
        if problem:
            problems.append(problem)
        chosen = names if chosen is None else chosen & names
    return chosen or set(), problems


def _compared(comparator: _Comparator, definitions: MonikerDefinitions) -> tuple[set[str], RangeProblem | None]:
    """Return the monikers before or behind a name within its product."""
    name, operator = comparator.name.lower(), comparator.operator
    start, end = comparator.start, comparator.end
    if name not in definitions:
        return set(), RangeProblem(Fault.UNDEFINED, comparator.name, end - len(comparator.name), end)
    itself = {name} if "=" in operator else set()
    if operator == "=":
        return itself, None
    if definitions.inferred:
        return itself, RangeProblem(Fault.NO_ORDER, operator, start, start + len(operator))
    product = definitions.product_of(name)
    rank = product.index(name)
    return itself | set(product[:rank] if "<" in operator else product[rank + 1 :]), None


def _rest(text: str, position: int) -> str:
    """Return what follows, cut short so that many mistakes in a long range stay cheap."""
    return text[position : position + 200]


def moniker_range(
    expression: str | None, definitions: Iterable[Mapping[str, object]]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Evaluate a range of monikers: the public form, for tools.

    Args:
        expression: The range as written; None or blank names nothing.
        definitions: Mappings with `moniker_name`, `product_name` and optionally `order`.

    Returns:
        The lower-case names, sorted by code point, and the findings; their places count in the expression.
    """
    known, mistakes = define_monikers(definitions)
    source = Source("range", expression or "")
    nowhere = Location(Source("definitions", ""), Span(0, 0))
    result = evaluate_range(expression, known)
    return result.names, (
        *(Diagnostic(INVALID_MONIKER_DEFINITION, message, nowhere) for _, message in mistakes),
        *range_diagnostics(result, Location(source, Span(0, len(source.text)))),
    )


def range_diagnostics(result: RangeResult, location: Location) -> tuple[Diagnostic, ...]:
    """Return the findings of an evaluated range, each at its part of the place where the range is written."""
    length = len(location.span)
    return tuple(
        Diagnostic(
            INVALID_MONIKER_RANGE,
            problem.message,
            Location(
                location.source,
                Span(
                    location.span.start + min(problem.start, length),
                    location.span.start + min(max(problem.start, problem.end), length),
                ),
            ),
            help=problem.help,
        )
        for problem in result.problems
    )
