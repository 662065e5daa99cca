"""Decisions over whole tables with Polars (the extra `polars`), Arrow in and out.

`decide(policy.ending_channel, frame)` adds the columns of a decision to a frame whose columns are named like the
parameters; `expressions(policy.ending_channel)` gives them one by one.
"""

from __future__ import annotations

from ._citations import Citation
from ._columns import Columns, columns, decision_of
from ._domains import described

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeAlias

    from polars import Expr  # type: ignore[import-not-found,unused-ignore]  # an extra

    Expression: TypeAlias = Any
    """A Polars expression."""
    Rows: TypeAlias = Any
    """A Polars DataFrame or LazyFrame, or an Arrow table."""

__all__ = ["Columns", "citation", "decide", "expressions", "problems"]


def expressions(function: Callable[..., object], *, complete: bool = False) -> Columns[Expr]:
    """Return a decision as Polars expressions.

    Args:
        function: A decision of this package.
        complete: The caller knows that no fact is missing and none lies outside its domain, which makes it faster.

    Raises:
        ValueError: The function is no decision of this package.
    """
    article, name = decision_of(function)
    return columns(article, name, _Polars(), complete=complete)


def decide(function: Callable[..., object], rows: Rows, *, complete: bool = False) -> Rows:
    """Return rows with the columns of a decision beside them; no row is dropped.

    The columns are called like the decision, and like it with `_case`, `_status`, `_needs` and `_invalid` behind.

    Args:
        function: A decision of this package.
        rows: A Polars DataFrame or LazyFrame, or an Arrow table; its columns are named like the parameters.
        complete: The caller knows that no fact is missing and none lies outside its domain, which makes it faster.

    Returns:
        The same kind of rows.

    Raises:
        ValueError: The function is no decision of this package, or a column is missing.
        TypeError: A column has another type than its parameter.
    """
    frame, back = _as_frame(rows)
    _check_types(function, frame)
    found = expressions(function, complete=complete)
    name = function.__name__
    endings = {"": found.outcome, "_case": found.case, "_status": found.status}
    endings |= {} if complete else {"_needs": found.needs, "_invalid": found.invalid}
    return back(frame.with_columns(**{f"{name}{ending}": column for ending, column in endings.items()}))


def problems(function: Callable[..., object], rows: Rows) -> list[dict[str, object]]:
    """Report values outside their domain: for each parameter its domain, how many rows, the first row and its value.

    Raises:
        ValueError: The function is no decision of this package, or a column is missing.
        TypeError: A column has another type than its parameter.
    """
    polars = _polars()
    article, name = decision_of(function)
    frame, _ = _as_frame(rows)
    _check_types(function, frame)
    bad = frame.lazy().with_row_index("row").with_columns(invalid=expressions(function).invalid)
    bad = bad.filter(polars.col("invalid").is_not_null()).collect()
    report: list[dict[str, object]] = []
    for parameter in article.content["decisions"][name]["inputs"]:
        mine = bad.filter(polars.col("invalid").str.split(", ").list.contains(parameter))
        if mine.height:
            domain = described(article.content["inputs"][parameter])
            first = {"row": mine["row"][0], "value": mine[parameter][0]}
            report.append({"parameter": parameter, "domain": domain, "rows": mine.height, **first})
    return report


def citation(function: Callable[..., object], case: int) -> Citation:
    """Return the sentence of a case by its number, as the column of cases has it.

    Raises:
        ValueError: The function is no decision of this package, or the decision has no such case.
    """
    article, name = decision_of(function)
    count = len(article.content["decisions"][name]["cases"])
    if type(case) is not int or not 1 <= case <= count:
        raise ValueError(f"case must be an integer from 1 to {count}; got {case!r:.80}")
    return Citation(article, f"decisions/{name}/{case}")


def _polars() -> Any:
    import polars as pl

    return pl


def _as_frame(rows: Rows) -> tuple[Any, Callable[[Any], Any]]:
    """Return rows as a frame, and the way back."""
    polars = _polars()
    if isinstance(rows, polars.DataFrame | polars.LazyFrame):
        return rows, lambda frame: frame
    if type(rows).__module__.partition(".")[0] == "pyarrow":
        return polars.from_arrow(rows), lambda frame: frame.to_arrow()
    raise TypeError(f"rows must be a Polars frame or an Arrow table; got {type(rows).__name__}")


def _check_types(function: Callable[..., object], frame: Any) -> None:
    article, name = decision_of(function)
    schema = frame.collect_schema()
    for parameter in article.content["decisions"][name]["inputs"]:
        domain = article.content["inputs"][parameter]
        if parameter not in schema:
            raise ValueError(f"rows must have a column {parameter}: {described(domain)}")
        if not _fits(domain["type"], schema[parameter]):
            raise TypeError(f"column {parameter} must hold {described(domain)}; it holds {schema[parameter]}")


def _fits(kind: str, held: Any) -> bool:
    polars = _polars()
    if held == polars.Null:
        return True
    match kind:
        case "boolean":
            return bool(held == polars.Boolean)
        case "choice":
            return held in {polars.String, polars.Categorical} or isinstance(held, polars.Enum)
        case "date":
            return bool(held == polars.Date)
        case "integer":
            return bool(held.is_integer())
        case _:
            return bool(held.is_integer() or held.is_decimal())


class _Polars:
    """Columns as Polars expressions, whose logic is three-valued as it is."""

    def compares(self, operator: str, name: str, literal: Any, kind: str) -> Expression:
        column = _polars().col(name)
        match operator:
            case "between":
                return (column >= _literal(literal[0], kind)) & (column <= _literal(literal[1], kind))
            case "in":
                return self.some([column == _literal(option, kind) for option in literal])
            case "eq":
                return _equals(column, literal, kind)
            case "ne":
                return ~_equals(column, literal, kind)
            case "lt":
                return column < _literal(literal, kind)
            case "le":
                return column <= _literal(literal, kind)
            case "gt":
                return column > _literal(literal, kind)
            case _:
                return column >= _literal(literal, kind)

    def is_missing(self, name: str) -> Expression:
        return _polars().col(name).is_null()

    def every(self, parts: Sequence[Expression]) -> Expression:
        return _folded(parts, lambda a, b: a & b, empty=True)

    def some(self, parts: Sequence[Expression]) -> Expression:
        return _folded(parts, lambda a, b: a | b, empty=False)

    def negated(self, part: Expression) -> Expression:
        return ~part

    def known(self, part: Expression, *, otherwise: bool) -> Expression:
        return part.fill_null(otherwise)

    def unknown(self, part: Expression) -> Expression:
        return part.is_null()

    def first(self, branches: Sequence[tuple[Expression, Any]], options: Sequence[Any]) -> Expression:
        polars = _polars()
        words = isinstance(options[0], str)
        kind = polars.Enum(list(options)) if words else polars.UInt16
        chain = polars
        for test, value in branches:
            chain = chain.when(test).then(polars.lit(value, dtype=kind))
        return chain.otherwise(polars.lit(None, dtype=kind))

    def names(self, branches: Sequence[tuple[Expression, str]]) -> Expression:
        polars = _polars()
        if not branches:
            return polars.lit(None, dtype=polars.String)
        parts = [polars.when(test).then(polars.lit(name)) for test, name in branches]
        joined = polars.concat_str(parts, separator=", ", ignore_nulls=True)
        return polars.when(self.some([test for test, _ in branches])).then(joined)


def _equals(column: Expression, literal: Any, kind: str) -> Expression:
    if isinstance(literal, bool):
        return column if literal else ~column
    return column == _literal(literal, kind)


def _folded(
    parts: Sequence[Expression], combine: Callable[[Expression, Expression], Expression], *, empty: bool
) -> Expression:
    if not parts:
        return _polars().lit(empty)
    found = parts[0]
    for part in parts[1:]:
        found = combine(found, part)
    return found


def _literal(value: Any, kind: str) -> Any:
    """Return a literal of the data file; fractions and dates are written as text."""
    if not isinstance(value, str) or kind in {"choice", "boolean"}:
        return _polars().lit(value)
    if kind == "date":
        from datetime import date

        return _polars().lit(date.fromisoformat(value))
    from decimal import Decimal

    return _polars().lit(Decimal(value))
