"""The SQL of a decision on Spark, the way out of one machine; skipped where pyspark or Java is missing."""

from __future__ import annotations

import importlib
import random
import shutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from outputs.python.sample import CLOUDS
from outputs.python.test_bulk import _columns, _one_by_one

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
    pytest.mark.filterwarnings("default"),  # pyspark warns about what it will deprecate
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is an extra")
    builder = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", value=False)
    session = builder.config("spark.sql.shuffle.partitions", 1).config("spark.driver.memory", "512m").getOrCreate()
    yield session
    session.stop()


def test_spark_means_what_the_function_means(rules: ModuleType, package: ModuleType, spark: Any) -> None:  # noqa: ANN401
    sql = importlib.import_module(f"{package.__name__}.sql")
    chance = random.Random(11)  # noqa: S311 - no secret
    rows: list[dict[str, Any]] = [
        {
            "seats": chance.choice([None, -1, 0, 9, 10, 15, 19, 20, 39, 40, 41]),
            "own_domain": chance.choice([None, True, False]),
            "moniker": chance.choice([None, "moon", *CLOUDS]),
        }
        for _ in range(300)
    ]
    values = [(row["seats"], row["own_domain"], row["moniker"]) for row in rows]
    frame = spark.createDataFrame(values, "seats int, own_domain boolean, moniker string").coalesce(1)
    frame.createOrReplaceTempView("customers")

    for function in (rules.handover, rules.ending_channel):
        name = function.__name__
        found = spark.sql(sql.select(function, "customers", dialect="spark")).select(_columns(name)).collect()
        inputs = function.__code__.co_varnames[: function.__code__.co_kwonlyargcount]
        expected = _one_by_one(function, [{key: row[key] for key in inputs} for row in rows])
        assert [tuple(row) for row in found] == expected
