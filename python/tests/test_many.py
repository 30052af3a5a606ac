"""Many payloads in memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

import mixed
import weixin_draft as wd
from bulk import too_long

ROWS = mixed.rows(20_000)


def test_the_same_as_one_by_one() -> None:
    expected = [row if row is None else wd.check(row) for row in ROWS]
    for threads in (None, 1, 3):
        assert list(wd.check_many(ROWS, threads=threads)) == expected
    assert list(wd.check_many(row for row in ROWS)) == expected
    texts = mixed.texts(ROWS)
    assert list(wd.check_many(texts)) == [
        text if text is None else wd.check(text) for text in texts
    ]


def test_every_kind_of_payload() -> None:
    body = mixed.request(1)
    good = mixed.rows(1, broken=0, nulls=0)[0]
    assert good is not None
    rows: list[Any] = [
        good,
        bytearray(good),
        memoryview(good),
        good.decode(),
        body,
        {"media_id": {1}},
    ]
    found = list(wd.check_many(rows))
    assert found == [wd.check(row) for row in rows]
    [violation] = found[-1].violations
    assert "type set" in violation.message


def test_missing_rows() -> None:
    pandas = pytest.importorskip("pandas")
    rows = [None, float("nan"), pandas.NA, pandas.NaT, b"{}"]
    assert [report is None for report in wd.check_many(rows)] == [True] * 4 + [False]


def test_columns_of_frames() -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    expected = [row if row is None else wd.check(row) for row in ROWS]
    assert list(wd.check_many(pandas.Series(ROWS, dtype=object))) == expected
    assert list(wd.check_many(polars.Series(ROWS, dtype=polars.Binary))) == expected
    texts = mixed.texts(ROWS)
    expected = [text if text is None else wd.check(text) for text in texts]
    assert list(wd.check_many(pandas.Series(texts))) == expected
    assert list(wd.check_many(polars.Series(texts))) == expected


def test_tables_are_for_check_arrow() -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    pa: Any = pytest.importorskip("pyarrow")
    column = pa.array([b"{}", None])
    data: list[Any] = [column, pa.chunked_array([column]), pa.table({"body": column})]
    data += [polars.DataFrame({"body": [b"{}"]}), pandas.DataFrame({"body": [b"{}"]})]
    for table in data:
        with pytest.raises(TypeError, match=f"no {type(table).__name__}: use check_arrow"):
            wd.check_many(table)


def test_settings() -> None:
    checker = wd.Checker(levels={"thumb_missing": "error"}, lang="zh")
    row = b'{"media_id":"M","index":0,"articles":{"title":"T","content":"x"}}'
    assert list(wd.check_many([row], checker=checker)) == [checker.check(row)]
    with pytest.raises(ValueError, match="threads is 0"):
        wd.check_many([], threads=0)


@pytest.mark.slow
def test_a_payload_that_is_too_long() -> None:
    good = mixed.rows(1, broken=0, nulls=0)[0]
    first, long, last = wd.check_many([good, b" " * (64 << 20) + b"{}", b"[]"])
    assert first is not None
    assert first.ok
    assert long is not None
    assert too_long(long)
    assert last == wd.check(b"[]")


def test_results_come_before_the_end_and_before_errors() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"{}"

    results = wd.check_many(endless())
    assert [next(results).ok for _ in range(10_000)] == [False] * 10_000

    def failing() -> Iterator[bytes]:
        yield b"{}"
        raise KeyError("gone")

    results = wd.check_many(failing())
    assert not next(results).ok
    with pytest.raises(KeyError, match="gone"):
        next(results)
    assert list(results) == []


def test_wrong_calls() -> None:
    singles: list[Any] = [b"{}", "{}", {}, bytearray(), memoryview(b"")]
    for single in singles:
        with pytest.raises(TypeError, match="check takes a single one"):
            wd.check_many(single)
    with pytest.raises(TypeError, match="not iterable"):
        wd.check_many(5)  # type: ignore[call-overload]


def test_two_threads_at_once() -> None:
    entered, go_on = threading.Event(), threading.Event()

    def waiting() -> Iterator[bytes]:
        entered.set()
        go_on.wait()
        yield b"{}"

    results = wd.check_many(waiting())
    found: list[wd.Report] = []
    other = threading.Thread(target=lambda: found.extend(results))
    other.start()
    entered.wait()
    with pytest.raises(ValueError, match="in use, in another thread"):
        next(results)
    go_on.set()
    other.join()
    assert [report.ok for report in found] == [False]


def test_an_iterable_that_uses_its_own_results() -> None:
    results: Any = None

    def own() -> Iterator[bytes]:
        yield next(results)

    results = wd.check_many(own())
    with pytest.raises(ValueError, match="in use"):
        next(results)
