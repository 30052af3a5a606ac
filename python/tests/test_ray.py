"""Ray, on this machine."""

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

os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
ray: Any = pytest.importorskip("ray")
pa: Any = pytest.importorskip("pyarrow")
data: Any = pytest.importorskip("ray.data")

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("ignore")]

ROWS = mixed.rows(4_000, broken=0.1)


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False)
    data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


@pytest.fixture
def dataset() -> Any:
    table = pa.table({"id": range(len(ROWS)), "body": pa.array(ROWS, pa.binary())})
    return data.from_arrow([table[start : start + 1000] for start in range(0, len(ROWS), 1000)])


def results(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = ("ok", "errors", "warnings", "violations")
    return [{name: row[name] for name in names} for row in sorted(rows, key=lambda row: row["id"])]


def test_the_same_as_one_machine(dataset: Any) -> None:
    from weixin_draft import ray as checks

    rows = checks.check(dataset, "body").take_all()
    assert results(rows) == [expected(row) for row in ROWS]
    assert {row["body"] for row in rows} == set(ROWS)
    for part in range(4):
        assert not all(row["ok"] for row in rows if row["id"] // 1000 == part)


def test_settings(dataset: Any) -> None:
    from weixin_draft import Checker
    from weixin_draft import ray as checks

    settings: Any = {"levels": {"empty_value": "warning"}, "lang": "zh"}
    checker = Checker(**settings)
    rows = checks.check(dataset.limit(500), "body", **settings).take_all()
    assert results(rows) == [expected(row, checker) for row in ROWS[:500]]


def test_names_and_mistakes() -> None:
    from weixin_draft import ray as checks

    dataset = data.from_arrow(pa.table({"body": ["{}"], "ok": [1]}))
    with pytest.raises(ValueError, match="has 'ok' already: choose other names with prefix="):
        checks.check(dataset, "body")
    with pytest.raises(ValueError, match="not one column 'bodies'; the columns are body, ok"):
        checks.check(dataset, "bodies")
    with pytest.raises(ValueError, match='the column "ok" is of type Int64: requests are JSON'):
        checks.check(dataset, "ok", prefix="draft_")
    with pytest.raises(ValueError, match="no_such_rule"):
        checks.check(dataset, "body", levels={"no_such_rule": "off"})
    with pytest.raises(TypeError):
        checks.check(dataset, "body", colour="red")
    [row] = checks.check(dataset, "body", prefix="draft_").take_all()
    assert (row["ok"], row["draft_ok"], row["draft_errors"]) == (1, False, 3)


def test_a_block_of_nulls() -> None:
    from weixin_draft import ray as checks

    rows = [{"id": 1, "body": "{}"}, {"id": 2, "body": None}]
    found = checks.check(data.from_items(rows), "body").take_all()
    assert sorted((row["id"], row["ok"]) for row in found) == [(1, False), (2, None)]


def test_a_plan_runs_nothing(dataset: Any, tmp_path: Path) -> None:
    from weixin_draft import ray as checks

    mark = tmp_path / "ran"

    def touch(batch: Any) -> Any:
        mark.touch()
        return batch

    planned = checks.check(dataset.map_batches(touch, batch_format="pyarrow"), "body")
    assert not mark.exists()
    assert planned.count() == len(ROWS)
    assert mark.exists()


def test_a_killed_task_is_repeated(dataset: Any, tmp_path: Path) -> None:
    from weixin_draft import ray as checks

    mark = tmp_path / "killed"

    def die_once(batch: Any) -> Any:
        import signal

        try:
            mark.touch(exist_ok=False)
        except FileExistsError:
            return batch
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    checked = checks.check(dataset.map_batches(die_once, batch_format="pyarrow"), "body")
    rows = checked.take_all()
    assert mark.exists()
    assert results(rows) == [expected(row) for row in ROWS]


def test_the_job_of_the_examples(tmp_path: Path) -> None:
    import pyarrow.parquet as parquet

    source, target = tmp_path / "requests.parquet", tmp_path / "reports"
    parquet.write_table(pa.table({"body": mixed.texts(ROWS)}), source)
    job = ROOT / "examples" / "ray_check.py"
    command = [sys.executable, job, source, target]
    environment = {**os.environ, "RAY_ADDRESS": "local"}
    result = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert result.returncode == 0, result.stderr[-3000:]
    bad = [row for row in map(expected, mixed.encoded(ROWS)) if row["ok"] is False]
    assert parquet.read_table(target).num_rows == len(bad)
    assert f"{len(bad)} requests cannot be sent" in result.stdout

    # Once more, with nothing to be refused.
    parquet.write_table(pa.table({"body": pa.nulls(3, pa.string())}), source)
    subprocess.run([str(part) for part in command], check=True, env=environment)
    assert not list(target.glob("*.parquet"))
