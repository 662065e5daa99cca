"""Monikers: which versions or clouds exist, and which of them a range, a page and a zone name.

Grammar of a range: sets joined by `||`; a set is comparators side by side, all of which must hold; a comparator is a
name, optionally behind `=`, `<`, `<=`, `>` or `>=`, which count along the order of that name's own product.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from rulemark.diagnostics import Diagnostic
from rulemark.document.problems import INVALID_MONIKER_DEFINITION, INVALID_MONIKER_RANGE
from rulemark.source import Location, Source, Span

_OPERATOR = re.compile(r"\s*(>=|<=|=|>|<)")
_NAME = re.compile(r"\s*([\w.\-]+)")
_OR = re.compile(r"\s*\|\|")


@dataclass(frozen=True, slots=True)
class Moniker:
    """One version or cloud; `name` is lower case, `order` counts within the product."""

    name: str
    product: str
    order: float = 0


@dataclass(frozen=True, slots=True)
class MonikerDefinitions:
    """Every moniker there is.

    Attributes:
        monikers: Product by product in the order of definition, each product in its own order.
        inferred: Nothing defines them: they were taken from use, so that no comparison means anything.
    """

    monikers: tuple[Moniker, ...] = ()
    inferred: bool = False
    _ranks: Mapping[str, int] = field(init=False, repr=False, compare=False)
    _products: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_product: dict[str, list[Moniker]] = {}
        for moniker in self.monikers:
            by_product.setdefault(moniker.product, []).append(moniker)
        groups = {product: sorted(group, key=lambda one: one.order) for product, group in by_product.items()}
        ordered = tuple(moniker for group in groups.values() for moniker in group)
        products = {product: tuple(moniker.name for moniker in group) for product, group in groups.items()}
        object.__setattr__(self, "monikers", ordered)
        object.__setattr__(self, "_ranks", {moniker.name: rank for rank, moniker in enumerate(ordered)})
        object.__setattr__(self, "_products", products)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._ranks

    def in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return names in the order of definition, each once, unknown ones dropped."""
        return tuple(sorted({name for name in names if name in self._ranks}, key=self._ranks.__getitem__))

    def product_of(self, name: str) -> tuple[str, ...]:
        """Return the monikers of the product that a defined name belongs to, in the product's order."""
        return self._products[self.monikers[self._ranks[name]].product]


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
                return f"a moniker must follow the operator, not `{_shown(self.text)}`"
            case Fault.SET_EXPECTED:
                return f"a moniker must stand on each side of `||`, not `{_shown(self.text)}`"
            case Fault.NOT_UNDERSTOOD:
                return f"a range of monikers cannot hold `{_shown(self.text)}`"
            case Fault.NO_ORDER:
                return f"`{_shown(self.text)}` needs an order, but nothing defines the monikers"
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


def _shown(text: str) -> str:
    """Return a part of a range as it can stand in a message of one line."""
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


# --- definitions ------------------------------------------------------------------------------------------------------


def define_monikers(raw: Iterable[Mapping[str, object]]) -> tuple[MonikerDefinitions, tuple[tuple[int, str], ...]]:
    """Read definitions: mappings with `moniker_name`, `product_name` and optionally `order`.

    Returns:
        The definitions (of a name defined twice the first counts) and the mistakes: index of the mapping and message.
    """
    found: dict[str, Moniker] = {}
    mistakes: list[tuple[int, str]] = []
    for index, entry in enumerate(raw):
        moniker = _defined(entry)
        if isinstance(moniker, str):
            mistakes.append((index, moniker))
        elif moniker.name in found:
            mistakes.append((index, f"moniker `{moniker.name}` is defined twice"))
        else:
            found[moniker.name] = moniker
    return MonikerDefinitions(tuple(found.values())), tuple(mistakes)


def _defined(entry: Mapping[str, object]) -> Moniker | str:
    """Return one moniker, or what is wrong with its definition."""
    name, product, order = entry.get("moniker_name"), entry.get("product_name"), entry.get("order", 0)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return "a definition of a moniker needs a `moniker_name` of letters, digits, `.`, `-` and `_`"
    if not isinstance(product, str) or not product:
        return f"the definition of moniker `{name}` needs a `product_name`"
    if isinstance(order, bool) or not isinstance(order, int | float):
        return f"the `order` of moniker `{name}` must be a number"
    return Moniker(name.lower().strip(), product, order)


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


def check_definitions(source: Source, raw: Iterable[Mapping[str, object]]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the definitions of a file, each finding where the name stands.

    Args:
        source: The file that the definitions were read from.
        raw: What `define_monikers` takes, in the order of the file.
    """
    definitions = tuple(raw)
    _, mistakes = define_monikers(definitions)
    found: list[Diagnostic] = []
    remedy = "give every moniker one definition with `moniker_name` and `product_name`"
    for index, message in mistakes:
        location = Location(source, _place_of(definitions, index, source.text))
        found.append(Diagnostic(INVALID_MONIKER_DEFINITION, message, location, help=remedy))
    return tuple(found)


def _place_of(definitions: tuple[Mapping[str, object], ...], index: int, text: str) -> Span:
    """Return where the name of a definition stands in its file; the beginning of the file when it has none."""
    end = start = 0
    for entry in definitions[: index + 1]:
        name = str(entry.get("moniker_name", ""))
        found = text.find(name, end) if name else -1
        start, end = (found, found + len(name)) if found >= 0 else (start, end)
    return Span(start, end)


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
