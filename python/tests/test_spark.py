"""Spark, on this machine with four partitions."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mixed
from bulk import expected
from conftest import ROOT

sql: Any = pytest.importorskip("pyspark.sql")

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("ignore")]

ROWS = mixed.rows(4_000, broken=0.1)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    # 4,4: a task that fails is repeated; local[4] alone never repeats one.
    session = (
        sql.SparkSession.builder.master("local[4,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "300")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(session: Any) -> Any:
    made = session.createDataFrame(list(enumerate(ROWS)), "id long, body binary")
    return made.repartitionByRange(4, "id")


def plain(row: Any) -> dict[str, Any]:
    found: dict[str, Any] = row.asDict(recursive=True)
    return {name: found[name] for name in ("ok", "errors", "warnings", "violations")}


def test_the_same_as_one_machine(frame: Any) -> None:
    from weixin_draft import spark

    checked = spark.check(frame, "body")
    assert checked.columns == ["id", "body", "ok", "errors", "warnings", "violations"]
    assert checked.rdd.getNumPartitions() == 4
    rows = sorted(checked.collect(), key=lambda row: row["id"])
    assert [row["body"] for row in rows] == ROWS
    assert [plain(row) for row in rows] == [expected(row) for row in ROWS]
    # Faults in every partition.
    parts = checked.where("not ok").rdd.glom().map(len).collect()
    assert len(parts) == 4
    assert min(parts) > 0


def test_strings_and_settings(session: Any) -> None:
    from weixin_draft import Checker, spark

    settings: Any = {"levels": {"thumb_missing": "error"}, "lang": "zh"}
    body = '{"media_id":"M","index":0,"articles":{"title":"T","content":"x"}}'
    frame = session.createDataFrame([(body,), (None,)], "body string")
    rows = spark.check(frame, "body", **settings).collect()
    checker = Checker(**settings)
    assert [plain(row) for row in rows] == [expected(body.encode(), checker), expected(None)]


def test_names(session: Any) -> None:
    from weixin_draft import spark

    frame = session.createDataFrame([("{}", True)], "body string, OK boolean")
    with pytest.raises(ValueError, match="has 'ok' already: choose other names with prefix="):
        spark.check(frame, "body")
    checked = spark.check(frame, "body", prefix="draft_")
    names = ["draft_ok", "draft_errors", "draft_warnings", "draft_violations"]
    assert checked.columns == ["body", "OK", *names]
    [row] = checked.collect()
    assert row["draft_errors"] == 3


def test_mistakes_are_told_when_planned(session: Any) -> None:
    from weixin_draft import spark

    frame = session.createDataFrame([("{}", 1)], "body string, number int")
    with pytest.raises(ValueError, match="not one column 'bodies'; the columns are body, number"):
        spark.check(frame, "bodies")
    with pytest.raises(ValueError, match="is of type int: use to_json on it first"):
        spark.check(frame, "number")
    with pytest.raises(ValueError, match="no_such_rule"):
        spark.check(frame, "body", levels={"no_such_rule": "off"})
    with pytest.raises(TypeError):
        spark.check(frame, "body", colour="red")


def test_a_plan_runs_nothing(session: Any, tmp_path: Path) -> None:
    from weixin_draft import spark

    mark = tmp_path / "ran"

    def touch(batches: Any) -> Any:
        for batch in batches:
            mark.touch()
            yield batch

    frame = session.createDataFrame([("{}",)], "body string").mapInArrow(touch, "body string")
    checked = spark.check(frame, "body").where("not ok").select("violations")
    session.sparkContext.setJobGroup("count", "")
    assert session.sparkContext.statusTracker().getJobIdsForGroup("count") == []
    assert not mark.exists()
    assert checked.count() == 1
    assert mark.exists()


def test_a_killed_task_is_repeated(frame: Any, tmp_path: Path) -> None:
    from weixin_draft import spark

    mark = tmp_path / "killed"

    def die_once(batches: Any) -> Any:
        import signal

        for position, batch in enumerate(batches):
            if position == 1:
                try:
                    mark.touch(exist_ok=False)
                except FileExistsError:
                    pass
                else:
                    os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    dying = spark.check(frame, "body").mapInArrow(die_once, spark.check(frame, "body").schema)
    rows = sorted(dying.collect(), key=lambda row: row["id"])
    assert mark.exists()
    assert [plain(row) for row in rows] == [expected(row) for row in ROWS]


def test_the_job_of_the_examples(session: Any, tmp_path: Path) -> None:
    source, target = tmp_path / "requests", tmp_path / "reports"
    made = session.createDataFrame(list(enumerate(mixed.texts(ROWS))), "id long, body string")
    made.write.parquet(str(source))
    submit = Path(sys.executable).with_name("spark-submit")
    job = ROOT / "examples" / "spark_check.py"
    command = [submit, "--master", "local[2]", job, source, target]
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr[-3000:]
    bad = [row for row in map(expected, mixed.encoded(ROWS)) if row["ok"] is False]
    assert session.read.parquet(str(target)).count() == len(bad)
    assert f"{len(bad)} requests cannot be sent" in result.stdout
