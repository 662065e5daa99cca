"""Decisions as SQL (the extra `sql`): DuckDB, Spark and every other dialect that sqlglot writes.

`select(policy.ending_channel, "customers", dialect="spark")` is a query over a table whose columns are named like the
parameters. Text of the article stands in it as quoted literals only.
"""

from __future__ import annotations

from ._columns import Columns, columns, decision_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeAlias

    Expression: TypeAlias = Any
    """A sqlglot expression."""

__all__ = ["expressions", "select"]


def expressions(function: Callable[..., object], *, dialect: str = "duckdb", complete: bool = False) -> Columns[str]:
    """Return the columns of a decision as SQL expressions.

    Args:
        function: A decision of this package.
        dialect: A dialect that sqlglot knows: `duckdb`, `spark`, `postgres`.
        complete: The caller knows that no fact is missing and none lies outside its domain, which makes it shorter.

    Raises:
        ValueError: The function is no decision of this package, or nobody knows the dialect.
    """
    found = _columns(function, complete=complete)
    written = (
        each.sql(dialect=dialect) for each in (found.outcome, found.case, found.status, found.needs, found.invalid)
    )
    return Columns(*written)


def select(function: Callable[..., object], table: str, *, dialect: str = "duckdb", complete: bool = False) -> str:
    """Return a query: every column of a table, and the columns of a decision beside them.

    They are called like the decision, and like it with `_case`, `_status`, `_needs` and `_invalid` behind.

    Args:
        function: A decision of this package.
        table: The table, or `schema.table`; quoted as a name.
        dialect: A dialect that sqlglot knows: `duckdb`, `spark`, `postgres`.
        complete: The caller knows that no fact is missing and none lies outside its domain, which makes it shorter.

    Raises:
        ValueError: The function is no decision of this package, or nobody knows the dialect.
    """
    exp = _exp()
    found = _columns(function, complete=complete)
    name = function.__name__
    endings = {"": found.outcome, "_case": found.case, "_status": found.status}
    endings |= {} if complete else {"_needs": found.needs, "_invalid": found.invalid}
    added = [exp.alias_(column, f"{name}{ending}", quoted=True) for ending, column in endings.items()]
    query = exp.select(exp.Star(), *added).from_(exp.table_(*reversed(table.split(".")), quoted=True))
    return str(query.sql(dialect=dialect))


def _columns(function: Callable[..., object], *, complete: bool) -> Columns[Expression]:
    article, name = decision_of(function)
    return columns(article, name, _Sql(), complete=complete)


def _exp() -> Any:  # noqa: ANN401 - a module
    from sqlglot import exp  # noqa: PLC0415 - an extra

    return exp


class _Sql:
    """Columns as SQL, whose logic is three-valued as it is."""

    def compares(self, operator: str, name: str, literal: Any, kind: str) -> Expression:  # noqa: ANN401 - JSON
        exp = _exp()
        column = exp.column(name, quoted=True)
        match operator:
            case "between":
                return exp.Between(this=column, low=_literal(literal[0], kind), high=_literal(literal[1], kind))
            case "in":
                return exp.In(this=column, expressions=[_literal(option, kind) for option in literal])
            case "lt" | "le" | "gt" | "ge" | "ne":
                kinds = {"lt": exp.LT, "le": exp.LTE, "gt": exp.GT, "ge": exp.GTE, "ne": exp.NEQ}
                return kinds[operator](this=column, expression=_literal(literal, kind))
            case _:
                return exp.EQ(this=column, expression=_literal(literal, kind))

    def is_missing(self, name: str) -> Expression:
        exp = _exp()
        return exp.Is(this=exp.column(name, quoted=True), expression=exp.null())

    def every(self, parts: Sequence[Expression]) -> Expression:
        return _exp().and_(*parts) if parts else _exp().true()

    def some(self, parts: Sequence[Expression]) -> Expression:
        return _exp().or_(*parts) if parts else _exp().false()

    def negated(self, part: Expression) -> Expression:
        return _exp().not_(part)

    def known(self, part: Expression, *, otherwise: bool) -> Expression:
        exp = _exp()
        return exp.Coalesce(this=exp.paren(part), expressions=[exp.true() if otherwise else exp.false()])

    def unknown(self, part: Expression) -> Expression:
        exp = _exp()
        return exp.Is(this=exp.paren(part), expression=exp.null())

    def first(self, branches: Sequence[tuple[Expression, Any]], options: Sequence[Any]) -> Expression:  # noqa: ARG002
        exp = _exp()
        chain = exp.Case()
        for test, value in branches:
            chain = chain.when(test, exp.convert(value))
        return chain.else_(exp.null())

    def names(self, branches: Sequence[tuple[Expression, str]]) -> Expression:
        exp = _exp()
        if not branches:
            return exp.cast(exp.null(), "text")
        parts = [exp.Case().when(test, exp.convert(f", {name}")).else_(exp.convert("")) for test, name in branches]
        joined = parts[0]
        for part in parts[1:]:
            joined = exp.DPipe(this=joined, expression=part)
        shown = exp.Substring(this=exp.paren(joined), start=exp.convert(3))
        return exp.Nullif(this=shown, expression=exp.convert(""))


def _literal(value: Any, kind: str) -> Expression:  # noqa: ANN401 - JSON
    """Return a literal of the data file; fractions and dates are written as text."""
    exp = _exp()
    if not isinstance(value, str) or kind in {"choice", "boolean"}:
        return exp.convert(value)
    if kind == "date":
        return exp.cast(exp.convert(value), "date")
    return exp.Literal.number(value)
