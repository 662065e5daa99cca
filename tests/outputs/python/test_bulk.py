from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs.python.sample import CLOUDS

pl = pytest.importorskip("polars", reason="polars is an extra")
sqlglot = pytest.importorskip("sqlglot", reason="sqlglot is an extra")
duckdb = pytest.importorskip("duckdb", reason="duckdb runs the SQL")

_DUCKDB = duckdb.connect()
_SCHEMA = {"seats": pl.Int64, "own_domain": pl.Boolean, "moniker": pl.String}
_MONEY = {"paid": pl.Decimal(12, 2), "role": pl.String}
_ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "seats": st.none() | st.integers(-2, 60),
            "own_domain": st.none() | st.booleans(),
            "moniker": st.none() | st.sampled_from([*CLOUDS, "moon"]),
        }
    ),
    max_size=40,
)
_PAYMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "paid": st.none() | st.decimals(-1, 600, places=2) | st.sampled_from([Decimal("19.90"), Decimal("19.89")]),
            "role": st.none() | st.sampled_from(["owner", "accountant", "guest", "king"]),
        }
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def bulk(package: ModuleType) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.bulk")


@pytest.fixture(scope="module")
def sql(package: ModuleType) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.sql")


def _one_by_one(function: Callable[..., Any], rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Answer each row with the function for one row, in the form of the columns."""
    return [_answer(function, row) for row in rows]


def _answer(function: Callable[..., Any], row: dict[str, Any]) -> tuple[Any, ...]:
    try:
        decision = function(**row)
    except ValueError:
        return None, None, "invalid", None
    kind = type(decision).__name__.lower()
    if kind == "decided":
        return str(decision.outcome), int(decision.because.key.rpartition("/")[2]), kind, None
    return None, None, kind, ", ".join(sorted(decision.needs)) if kind == "unknown" else None


def _columns(name: str) -> list[str]:
    return [name, f"{name}_case", f"{name}_status", f"{name}_needs"]


@cache
def _query(sql: ModuleType, function: Callable[..., Any]) -> str:
    return str(sql.select(function, "customers"))


def _with_duckdb(query: str, frame: Any, name: str) -> list[tuple[Any, ...]]:  # noqa: ANN401 - a Polars frame
    _DUCKDB.register("customers", frame.to_arrow())
    found = _DUCKDB.execute(query)
    places = {column[0]: index for index, column in enumerate(found.description)}
    return [tuple(row[places[column]] for column in _columns(name)) for row in found.fetchall()]


@given(rows=_ROWS)
@settings(max_examples=20, deadline=None)
def test_polars_and_sql_mean_what_the_function_means(
    rules: ModuleType, bulk: ModuleType, sql: ModuleType, rows: list[dict[str, Any]]
) -> None:
    frame = pl.DataFrame(rows, schema=_SCHEMA)
    expected = _one_by_one(rules.handover, rows)

    assert bulk.decide(rules.handover, frame).select(_columns("handover")).rows() == expected
    assert _with_duckdb(_query(sql, rules.handover), frame, "handover") == expected


@given(rows=_PAYMENTS)
@settings(max_examples=20, deadline=None)
def test_exceptions_otherwise_and_money_mean_the_same_in_bulk(
    rules: ModuleType, bulk: ModuleType, sql: ModuleType, rows: list[dict[str, Any]]
) -> None:
    frame = pl.DataFrame(rows, schema=_MONEY)
    expected = _one_by_one(rules.refund, rows)

    assert bulk.decide(rules.refund, frame).select(_columns("refund")).rows() == expected
    assert _with_duckdb(_query(sql, rules.refund), frame, "refund") == expected


@given(rows=_ROWS)
@settings(max_examples=10, deadline=None)
def test_complete_rows_may_be_answered_faster_with_the_same_result(
    rules: ModuleType, bulk: ModuleType, sql: ModuleType, rows: list[dict[str, Any]]
) -> None:
    whole = [row for row in rows if None not in row.values() and row["seats"] >= 0 and row["moniker"] != "moon"]
    frame = pl.DataFrame(whole, schema=_SCHEMA)
    expected = [answer[:3] for answer in _one_by_one(rules.handover, whole)]

    found = bulk.decide(rules.handover, frame, complete=True).select(_columns("handover")[:3])
    query = sql.expressions(rules.handover, complete=True)
    _DUCKDB.register("customers", frame.to_arrow())
    answers = _DUCKDB.execute(f"SELECT {query.outcome}, {query.case}, {query.status} FROM customers").fetchall()  # noqa: S608 - our own

    assert found.rows() == expected
    assert answers == expected


def test_nothing_is_dropped_and_bad_rows_are_reported(rules: ModuleType, bulk: ModuleType) -> None:
    frame = pl.DataFrame({"seats": [1, -1, None, -7], "name": ["a", "b", "c", "d"]})

    found = bulk.decide(rules.ending_channel, frame)

    assert found["name"].to_list() == ["a", "b", "c", "d"]
    assert found["ending_channel"].to_list() == ["online", None, None, None]
    assert found["ending_channel_invalid"].to_list() == [None, "seats", None, "seats"]
    assert found["ending_channel_needs"].to_list() == [None, None, "seats", None]
    assert bulk.problems(rules.ending_channel, frame) == [
        {
            "parameter": "seats",
            "domain": "an integer of at least 0, or None when not known",
            "rows": 2,
            "row": 1,
            "value": -1,
        }
    ]


def test_small_integers_do_not_overflow(rules: ModuleType, bulk: ModuleType) -> None:
    frame = pl.DataFrame({"paid": pl.Series([1, 100], dtype=pl.Int8), "role": ["owner", "owner"]})

    assert bulk.decide(rules.refund, frame)["refund"].to_list() == ["full", "half"]


def test_arrow_comes_back_as_arrow(rules: ModuleType, bulk: ModuleType) -> None:
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is an extra")

    found = bulk.decide(rules.ending_channel, arrow.table({"seats": [3, None]}))

    assert isinstance(found, arrow.Table)
    assert found.column("ending_channel").to_pylist() == ["online", None]


def test_a_lazy_frame_stays_lazy(rules: ModuleType, bulk: ModuleType) -> None:
    found = bulk.decide(rules.ending_channel, pl.LazyFrame({"seats": [3]}))

    assert isinstance(found, pl.LazyFrame)
    assert found.collect()["ending_channel"].to_list() == ["online"]


def test_the_sentence_of_a_row_is_found_by_its_case(rules: ModuleType, bulk: ModuleType) -> None:
    assert bulk.citation(rules.ending_channel, 2).quote().startswith("With more than 40")
    with pytest.raises(ValueError, match="case must be an integer from 1 to 2; got 3"):
        bulk.citation(rules.ending_channel, 3)


@pytest.mark.parametrize(
    ("frame", "error", "words"),
    [
        (pl.DataFrame({"seats": [1.0]}), TypeError, "column seats must hold an integer .* it holds Float64"),
        (pl.DataFrame({"seats": [True]}), TypeError, "column seats must hold an integer .* it holds Boolean"),
        (pl.DataFrame({"places": [1]}), ValueError, "rows must have a column seats: an integer of at least 0"),
        ([1], TypeError, "rows must be a Polars frame or an Arrow table; got list"),
    ],
)
def test_columns_of_another_type_are_refused(
    rules: ModuleType, bulk: ModuleType, frame: object, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        bulk.decide(rules.ending_channel, frame)


def test_only_decisions_can_be_asked_for(rules: ModuleType, bulk: ModuleType) -> None:
    with pytest.raises(ValueError, match="function must be a decision of this package"):
        bulk.expressions(rules.steps)


@pytest.mark.parametrize("dialect", ["duckdb", "spark", "postgres", "snowflake", "bigquery"])
def test_every_dialect_reads_its_own_query(rules: ModuleType, sql: ModuleType, dialect: str) -> None:
    query = sql.select(rules.handover, "sales.customers", dialect=dialect)

    assert sqlglot.parse_one(query, read=dialect).find(sqlglot.exp.Star)
