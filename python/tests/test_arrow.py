"""Columns of Arrow data, from every library that makes them."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mixed
import weixin_draft as wd
from bulk import expected

pa: Any = pytest.importorskip("pyarrow")

ROWS = mixed.rows(5_000)
TEXTS = [row for row in ROWS if mixed.as_text(row)]


def results(data: Any, *arguments: Any, **options: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pa.table(wd.check_arrow(data, *arguments, **options)).to_pylist()
    return found


EXPECTED = [expected(row) for row in ROWS]
EXPECTED_TEXTS = [expected(row) for row in TEXTS]


@pytest.mark.parametrize("kind", ["binary", "large_binary", "binary_view"])
def test_binary_columns(kind: str) -> None:
    column = pa.array(ROWS, pa.binary()).cast(getattr(pa, kind)())
    assert results(column) == EXPECTED
    assert results(pa.chunked_array([column[:7], column[7:7], column[7:]])) == EXPECTED
    assert results(pa.table({"body": column})) == EXPECTED


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
def test_string_columns(kind: str) -> None:
    column = pa.array(TEXTS, pa.binary()).cast(pa.string()).cast(getattr(pa, kind)())
    for threads in (None, 1):
        assert results(column, threads=threads) == EXPECTED_TEXTS
    # Offsets inside the buffers.
    for start, end in ((0, 0), (1, 4), (997, 2003), (len(TEXTS) - 1, len(TEXTS))):
        assert results(column[start:end]) == EXPECTED_TEXTS[start:end]
        assert results(pa.record_batch({"b": column})[start:end]) == EXPECTED_TEXTS[start:end]


def test_short_rows_of_a_view() -> None:
    rows = ["", "{}", "[]", "123456789012", "1234567890123", None]
    column = pa.array(rows, pa.string_view())
    assert results(column) == [expected(None if row is None else row.encode()) for row in rows]
    assert results(column[1:5]) == results(column)[1:5]


def test_the_schema_of_the_results() -> None:
    text, number = pa.string(), pa.int32()
    fields = [(name, text) for name in ("code", "level", "path", "message")]
    violation = pa.struct([*fields, ("line", number), ("column", number)])
    schema = pa.schema(
        [
            ("ok", pa.bool_()),
            ("errors", number),
            ("warnings", number),
            ("violations", pa.list_(violation)),
        ]
    )
    reports = wd.check_arrow(pa.array(["{}"]))
    assert pa.schema(reports).equals(schema)
    assert pa.table(reports).schema.equals(schema)


def test_which_column() -> None:
    table = pa.table({"id": [1, 2], "body": ["{}", None], "other": [b"[]", b"{}"]})
    assert results(table, "other") == [expected(b"[]"), expected(b"{}")]
    assert results(table, column="body") == [expected(b"{}"), expected(None)]
    assert results(table.drop_columns("other")) == [expected(b"{}"), expected(None)]
    for data, column, words in [
        (table, None, 'several columns .*: say which with column=; .*"id", "body", "other"'),
        (table, "bodies", 'there is no column "bodies"; the columns are'),
        (table, "id", 'the column "id" is of type Int64'),
        (table.select(["id"]), None, "no column holds strings"),
        (pa.array([1]), None, "the data is of type Int64"),
        (pa.array(["{}"]), "body", 'leave column="body" out'),
        (pa.array(["{}"]).dictionary_encode(), None, "cast it to a string column first"),
        (
            pa.Table.from_arrays([pa.array(["{}"])] * 2, ["a", "a"]),
            "a",
            "several columns are called",
        ),
    ]:
        with pytest.raises(ValueError, match=words):
            wd.check_arrow(data, column)
    for odd in (b"{}", [b"{}"], None, 5):
        with pytest.raises(TypeError, match="not Arrow data"):
            wd.check_arrow(odd)  # type: ignore[arg-type]


def test_settings() -> None:
    checker = wd.Checker(levels={"thumb_missing": "error"}, lang="zh")
    body = b'{"media_id":"M","index":0,"articles":{"title":"T","content":"x"}}'
    assert results(pa.array([body]), checker=checker) == [expected(body, checker)]
    with pytest.raises(ValueError, match="threads is 0"):
        wd.check_arrow(pa.array(["{}"]), threads=0)


def test_it_is_read_once() -> None:
    reports = wd.check_arrow(pa.array(["{}"]))
    pa.table(reports)
    with pytest.raises(RuntimeError, match="call check_arrow again"):
        pa.table(reports)


def test_nulls_of_a_struct_hide_its_fields() -> None:
    column = pa.StructArray.from_arrays(
        [pa.array(["{}", "{}"])], ["b"], mask=pa.array([True, False])
    )
    assert results(column, "b") == [expected(None), expected(b"{}")]


def test_it_reads_as_it_is_asked() -> None:
    taken = 0

    def batches() -> Iterator[Any]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield pa.record_batch({"body": ["{}"] * 10})

    schema = pa.schema([("body", pa.string())])
    source = pa.RecordBatchReader.from_batches(schema, batches())
    reader = pa.RecordBatchReader.from_stream(wd.check_arrow(source))
    assert taken == 0
    assert reader.read_next_batch().num_rows == 10
    assert taken == 1
    assert sum(batch.num_rows for batch in reader) == 990


def test_an_error_of_the_source_reaches_the_reader() -> None:
    def batches() -> Iterator[Any]:
        yield pa.record_batch({"body": ["{}"]})
        raise KeyError("gone")

    source = pa.RecordBatchReader.from_batches(pa.schema([("body", pa.string())]), batches())
    reader = pa.RecordBatchReader.from_stream(wd.check_arrow(source))
    assert reader.read_next_batch().num_rows == 1
    with pytest.raises(Exception, match="gone"):
        reader.read_next_batch()
    with pytest.raises(StopIteration):
        reader.read_next_batch()


def test_long_columns_come_in_parts() -> None:
    column = pa.array(["{}", None] * 100_000)
    reader = pa.RecordBatchReader.from_stream(wd.check_arrow(column))
    sizes = [batch.num_rows for batch in reader]
    assert sum(sizes) == 200_000
    assert max(sizes) == 65_536


def test_long_rows_come_in_parts() -> None:
    column = pa.array([b" " * 3_000_000 + b"{}", None, b"[]"] * 4)
    reader = pa.RecordBatchReader.from_stream(wd.check_arrow(column))
    assert [batch.num_rows for batch in reader] == [6, 6]
    assert results(column) == [expected(row) for row in column.to_pylist()]


def test_a_column_of_nulls_has_no_type() -> None:
    nulls = [expected(None)] * 3
    assert results(pa.nulls(3)) == nulls
    table = pa.table({"body": pa.nulls(3), "id": [1, 2, 3]})
    assert results(table) == nulls
    assert results(table, "body") == nulls
    # A column of texts comes first.
    assert results(table.append_column("text", pa.array(["[]"] * 3))) == [expected(b"[]")] * 3
    with pytest.raises(ValueError, match="binary data; there are no columns"):
        wd.check_arrow(pa.table({}))


@pytest.mark.slow
def test_a_row_that_is_too_long() -> None:
    column = pa.array([b"{}", b" " * (64 << 20) + b"{}", None, b"[]"])
    first, long, null, last = results(column)
    assert (first, null, last) == (expected(b"{}"), expected(None), expected(b"[]"))
    assert (long["ok"], long["errors"], long["warnings"]) == (False, 1, 0)
    [violation] = long["violations"]
    assert (violation["code"], violation["level"], violation["path"]) == ("too_long", "error", "")


def test_polars() -> None:
    polars: Any = pytest.importorskip("polars")
    series = polars.Series("body", ROWS, dtype=polars.Binary)
    frame = polars.DataFrame({"id": range(len(ROWS)), "body": series})
    assert polars.DataFrame(wd.check_arrow(frame)).to_dicts() == EXPECTED
    assert polars.from_arrow(wd.check_arrow(series)).to_list() == EXPECTED
    texts = polars.Series("body", mixed.texts(ROWS))
    assert polars.DataFrame(wd.check_arrow(texts[5:900])).to_dicts() == EXPECTED_TEXTS[5:900]


def test_duckdb() -> None:
    duckdb: Any = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    table = pa.table({"id": range(len(ROWS)), "body": pa.array(ROWS, pa.binary())})
    connection.register("requests", table)
    relation = connection.sql("select body from requests order by id")
    assert results(relation) == EXPECTED
    # A connection has one open result; the requests are read while the reports are.
    other = connection.cursor()
    other.register("reports", wd.check_arrow(relation))
    found = dict(other.sql("select ok, count(*) from reports group by ok").fetchall())
    oks = [row["ok"] for row in EXPECTED]
    assert found == {kind: oks.count(kind) for kind in (False, True, None)}


def test_pandas() -> None:
    pandas: Any = pytest.importorskip("pandas")
    texts = mixed.texts(ROWS)
    frame = pandas.DataFrame({"id": range(len(texts)), "body": texts})
    assert results(frame, "body") == EXPECTED_TEXTS
    assert results(frame["body"]) == EXPECTED_TEXTS
    found = pandas.DataFrame.from_arrow(wd.check_arrow(frame, "body"))
    assert list(found["errors"].fillna(-1)) == [
        -1 if row["errors"] is None else row["errors"] for row in EXPECTED_TEXTS
    ]


def test_arro3_and_nanoarrow() -> None:
    arro3: Any = pytest.importorskip("arro3.core")
    nanoarrow: Any = pytest.importorskip("nanoarrow")
    column = pa.array(ROWS, pa.binary())
    assert results(arro3.Array.from_arrow(column)) == EXPECTED
    assert results(arro3.Table.from_arrow(pa.table({"body": column}))) == EXPECTED
    found = arro3.Table.from_arrow(wd.check_arrow(column))
    assert pa.table(found).to_pylist() == EXPECTED
    assert results(nanoarrow.Array(column)) == EXPECTED
    assert results(nanoarrow.c_array_stream(pa.table({"body": column}))) == EXPECTED
    assert nanoarrow.Array(wd.check_arrow(column)).to_pylist() == EXPECTED


PROGRAM = """
import sys
import pyarrow as pa
import weixin_draft as wd

body = '{"media_id":"M","index":0,"articles":{"title":"T","content":"x"}}'
batch = pa.record_batch({"body": [body] * 10_000})
batches = (batch for _ in range(int(sys.argv[1])))
source = pa.RecordBatchReader.from_batches(batch.schema, batches)
reader = pa.RecordBatchReader.from_stream(wd.check_arrow(source))
count = sum(batch.num_rows for batch in reader)
with open("/proc/self/status") as status:
    print(count, status.read().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_constant() -> None:
    peaks = []
    for batches in (10, 300):
        command = [sys.executable, "-c", PROGRAM, str(batches)]
        output = subprocess.run(command, check=True, capture_output=True).stdout.split()
        assert int(output[0]) == batches * 10_000
        peaks.append(int(output[1]))
    # In kibibytes; the results of the longer stream would have 700 MB.
    assert peaks[1] - peaks[0] < 32 * 1024


def test_nothing_is_kept() -> None:
    column = pa.array(["{}"] * 1000)
    before = pa.total_allocated_bytes()
    for _ in range(100):
        pa.table(wd.check_arrow(column))
        wd.check_arrow(column)
    gc.collect()
    assert pa.total_allocated_bytes() == before
