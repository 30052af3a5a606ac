"""100,000 mixed requests through every way of one machine: one answer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import mixed
import weixin_draft as wd
from bulk import expected, too_long

pytestmark = pytest.mark.slow

LONG = b'{"media_id":"' + b"x" * 70_000_000 + b'"}'
ROWS = mixed.rows(100_000)
AT = 54_321
PROGRAM = "import sys; from weixin_draft.__main__ import main; sys.exit(main())"


@pytest.fixture(scope="module")
def results() -> list[dict[str, Any]]:
    return [expected(row) for row in ROWS]


def with_long(rows: list[Any], long: Any) -> list[Any]:
    return [*rows[:AT], long, *rows[AT:]]


def same(found: list[dict[str, Any]], wanted: list[dict[str, Any]], at: int = AT) -> None:
    long = found.pop(at)
    assert (long["ok"], long["errors"], long["warnings"]) == (False, 1, 0)
    assert [violation["code"] for violation in long["violations"]] == ["too_long"]
    assert found == wanted


def test_many(results: list[dict[str, Any]]) -> None:
    found: list[wd.Report | None] = list(wd.check_many(with_long(ROWS, LONG)))
    long = found.pop(AT)
    assert long is not None
    assert too_long(long)
    for report, row, result in zip(found, ROWS, results, strict=True):
        assert (report is None) == (row is None)
        assert report is None or (report.ok, len(report.errors)) == (result["ok"], result["errors"])


def test_lines(results: list[dict[str, Any]], tmp_path: Path) -> None:
    """Python and the command line, of a plain file and a packed one."""
    gzip = pytest.importorskip("gzip")
    numbers = [number for number, row in enumerate(ROWS) if mixed.is_line(row)]
    lines = [ROWS[number] for number in numbers]
    text = b"\n".join(line for line in with_long(lines, LONG) if line is not None)
    plain, packed = tmp_path / "requests.ndjson", tmp_path / "packed.ndjson.gz"
    plain.write_bytes(text)
    packed.write_bytes(gzip.compress(text, 1))
    for file in (plain, packed):
        found = list(wd.check_ndjson(file))
        assert [line for line, _ in found] == list(range(1, len(lines) + 2))
        assert too_long(found.pop(AT)[1])
        oks = [(report.ok, len(report.errors)) for _, report in found]
        assert oks == [(results[number]["ok"], results[number]["errors"]) for number in numbers]

        command = ["check", "--ndjson", "--format", "json", str(file)]
        output = subprocess.run(
            [sys.executable, "-c", PROGRAM, *command], capture_output=True, check=False
        )
        assert output.returncode == 1
        objects = [json.loads(line) for line in output.stdout.splitlines()]
        assert [each["line"] for each in objects] == list(range(1, len(lines) + 2))
        assert [each["code"] for each in objects.pop(AT)["violations"]] == ["too_long"]
        fields = ("code", "level", "path", "message", "line", "column")
        for each, number in zip(objects, numbers, strict=True):
            violations = [{name: found[name] for name in fields} for found in each["violations"]]
            assert (each["ok"], violations) == (
                results[number]["ok"],
                results[number]["violations"],
            )


def test_columns(results: list[dict[str, Any]]) -> None:
    pa: Any = pytest.importorskip("pyarrow")
    for kind in (pa.binary(), pa.large_binary(), pa.binary_view()):
        column = pa.array(with_long(ROWS, LONG), kind)
        chunks = [column[start : start + 9_999] for start in range(0, len(column), 9_999)]
        same(pa.table(wd.check_arrow(pa.chunked_array(chunks))).to_pylist(), list(results))


def test_frames(results: list[dict[str, Any]]) -> None:
    duckdb: Any = pytest.importorskip("duckdb")
    pandas: Any = pytest.importorskip("pandas")
    polars: Any = pytest.importorskip("polars")
    pa: Any = pytest.importorskip("pyarrow")
    rows = with_long(ROWS, LONG)
    same(
        polars.from_arrow(wd.check_arrow(polars.Series(rows, dtype=polars.Binary))).to_list(),
        list(results),
    )
    arrow = pa.table({"id": range(len(rows)), "body": pa.array(rows, pa.binary())})
    connection = duckdb.connect()
    connection.register("requests", arrow)
    relation = connection.sql("select body from requests order by id")
    same(pa.table(wd.check_arrow(relation)).to_pylist(), list(results))

    texts = mixed.texts(ROWS)
    wanted = [result for row, result in zip(ROWS, results, strict=True) if mixed.as_text(row)]
    frame = pandas.DataFrame({"body": with_long(texts, LONG.decode())})
    same(pa.table(wd.check_arrow(frame)).to_pylist(), wanted)
