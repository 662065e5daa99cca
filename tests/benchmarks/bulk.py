"""A decision over ten million rows: generated Polars and SQL against the same written by hand.

Run from the root of the repository: `python tests/benchmarks/bulk.py [ROWS]`; needs polars, duckdb and sqlglot. The
contestants take turns; a ratio is the median over all turns. `complete` columns know that no fact is missing;
`three-valued` ones give no outcome for a missing fact or a bad one. DuckDB reads an Arrow table and returns one.
"""

from __future__ import annotations

import importlib
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "compiler"), str(ROOT / "tests")]

from outputs.python.generated import imported  # noqa: E402 - found by the line above
from outputs.python.sample import CLOUDS, POLICIES  # noqa: E402

ROUNDS: Final = 7
pl: Any = importlib.import_module("polars")
duckdb: Any = importlib.import_module("duckdb")


def table(rows: int) -> Any:  # noqa: ANN401 - a Polars frame
    """Return a frame of facts, the same in every run; the moniker is an enumeration, as a table of customers has it."""
    row = pl.int_range(rows, eager=True)
    clouds = pl.Series(CLOUDS, dtype=pl.Enum(CLOUDS))
    mixed = (row * 2_654_435_761) % 4_294_967_296
    return pl.DataFrame(
        {
            "seats": (mixed % 60).cast(pl.Int32),
            "own_domain": mixed % 2 == 0,
            "moniker": clouds.gather((mixed // 7) % 3),
        }
    )


def by_hand() -> dict[str, Any]:
    """Return the two decisions as Polars users write them."""
    channel, handover = pl.Enum(["online", "by_phone"]), pl.Enum(["self_service", "assisted"])
    seats, own, north = pl.col("seats"), pl.col("own_domain"), pl.col("moniker") == CLOUDS[0]
    alone, helped = pl.lit("self_service", dtype=handover), pl.lit("assisted", dtype=handover)
    one = pl.when(seats < 40).then(pl.lit("online", dtype=channel))
    three = pl.when(north & (seats >= 10) & (seats < 20)).then(None).when(north & (seats >= 10)).then(helped)
    return {
        "one input": one.when(seats > 40).then(pl.lit("by_phone", dtype=channel)),
        "three inputs": three.when(seats < 20).then(alone).when(~own).then(helped),
    }


_SQL: Final = {
    "one input": "CASE WHEN seats < 40 THEN 'online' WHEN seats > 40 THEN 'by_phone' END",
    "three inputs": (
        f"CASE WHEN moniker = '{CLOUDS[0]}' AND seats >= 10 AND seats < 20 THEN NULL "
        f"WHEN moniker = '{CLOUDS[0]}' AND seats >= 10 THEN 'assisted' "
        "WHEN seats < 20 THEN 'self_service' WHEN NOT own_domain THEN 'assisted' END"
    ),
}


def turns(contestants: Mapping[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Return the seconds of each contestant in each turn, after one turn to warm up."""
    found: dict[str, list[float]] = {name: [] for name in contestants}
    for turn in range(ROUNDS + 1):
        for name, run in contestants.items():
            begin = time.perf_counter()
            run()
            if turn:
                found[name].append(time.perf_counter() - begin)
    return found


def _polars(package: str, rules: ModuleType, frame: Any) -> dict[str, Callable[[], object]]:  # noqa: ANN401
    bulk = importlib.import_module(f"{package}.bulk")
    functions = {"one input": rules.ending_channel, "three inputs": rules.handover}
    runs: dict[str, Callable[[], object]] = {}
    for name, function in functions.items():
        hand = by_hand()[name].alias("outcome")
        complete = bulk.expressions(function, complete=True).outcome.alias("outcome")
        careful = bulk.expressions(function).outcome.alias("outcome")
        if not frame.select(complete).equals(frame.select(hand)) or not frame.select(careful).equals(
            frame.select(hand)
        ):
            raise SystemExit(f"{name}: the answers differ")
        for kind, column in (("by hand", hand), ("complete", complete), ("three-valued", careful)):
            runs[f"polars, {name}, {kind}"] = partial(frame.select, column)
    return runs


def _duckdb(package: str, rules: ModuleType, frame: Any) -> dict[str, Callable[[], object]]:  # noqa: ANN401
    sql = importlib.import_module(f"{package}.sql")
    connection = duckdb.connect()
    connection.register("customers_arrow", frame.with_columns(pl.col("moniker").cast(pl.String)).to_arrow())
    connection.execute("CREATE TABLE customers AS SELECT * FROM customers_arrow")
    functions = {"one input": rules.ending_channel, "three inputs": rules.handover}
    runs: dict[str, Callable[[], object]] = {}
    for name, function in functions.items():
        queries = {
            "by hand": _SQL[name],
            "complete": sql.expressions(function, complete=True).outcome,
            "three-valued": sql.expressions(function).outcome,
        }
        for kind, query in queries.items():
            text = f"SELECT count(x), count(DISTINCT x) FROM (SELECT {query} AS x FROM customers)"  # noqa: S608 - our own
            runs[f"duckdb, {name}, {kind}"] = partial(connection.execute, text)
    return runs


def measure(rows: int) -> dict[str, float]:
    """Measure everything and print it; return the ratios to what is written by hand."""
    with tempfile.TemporaryDirectory() as folder, imported(POLICIES, Path(folder)) as package:
        rules = importlib.import_module(f"{package.__name__}.end_a_plan")
        frame = table(rows)
        times = turns(_polars(package.__name__, rules, frame)) | turns(_duckdb(package.__name__, rules, frame))
    ratios = {}
    for name, seconds in times.items():
        hand = times[f"{name.rpartition(', ')[0]}, by hand"]
        ratios[name] = statistics.median(a / b for a, b in zip(seconds, hand, strict=True))
    shown = {
        name: {"seconds": round(statistics.median(times[name]), 4), "times by hand": round(value, 2)}
        for name, value in ratios.items()
    }
    sys.stdout.write(json.dumps({"rows": rows, **shown}, indent=1) + "\n")
    return ratios


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
