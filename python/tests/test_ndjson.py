"""One request a line."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import mixed
import weixin_draft as wd
from bulk import too_long

GOOD = b'{"media_id":"M","index":0,"articles":{"title":"T","content":"x","thumb_media_id":"T"}}'


def test_every_source_gives_the_same(tmp_path: Path) -> None:
    text = b"\n".join([GOOD, b"", b"[]", b" \r", GOOD + b"\r", b'{"media_id": "\r', b"{}"] * 400)
    file = tmp_path / "requests.ndjson"
    file.write_bytes(text)
    expected = [
        (number, wd.check(line.removesuffix(b"\r")))
        for number, line in enumerate(text.split(b"\n"), 1)
        if line.strip()
    ]
    sources: list[Any] = [file, str(file), text, bytearray(text), memoryview(text)]
    sources += [io.BytesIO(text), io.StringIO(text.decode(), newline="")]
    for source in sources:
        found = list(wd.check_ndjson(source))
        assert [line for line, _ in found] == [line for line, _ in expected]
        assert [report for _, report in found] == [report for _, report in expected]
    with file.open("rb") as opened:
        assert len(list(wd.check_ndjson(opened))) == len(expected)


@pytest.mark.parametrize("size", [0, 1, 100_000, 3_000_000])
def test_long_lines_and_batches(size: int) -> None:
    long = b'["' + b"x" * size + b'"]'
    lines = [GOOD, long, b"{}", long, GOOD]
    found = list(wd.check_ndjson(io.BytesIO(b"\n".join(lines))))
    assert [(line, report.ok) for line, report in found] == [
        *((1, True), (2, False), (3, False), (4, False), (5, True))
    ]


class Dribbling(io.RawIOBase):
    """Gives seven bytes at a time, as a slow pipe does."""

    def __init__(self, text: bytes) -> None:
        self.text = text

    def read(self, size: int = -1) -> bytes:
        piece, self.text = self.text[:7], self.text[7:]
        return piece


def test_small_pieces() -> None:
    found = list(wd.check_ndjson(Dribbling(b"\n\n".join([GOOD] * 5))))
    assert [line for line, _ in found] == [1, 3, 5, 7, 9]
    assert all(report.ok for _, report in found)


def test_results_come_before_the_end() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return GOOD + b"\n"

    results = wd.check_ndjson(Endless())
    assert [next(results)[0] for _ in range(3)] == [1, 2, 3]


def test_options() -> None:
    checker = wd.Checker(levels={"thumb_missing": "error"}, lang="zh")
    line = GOOD.replace(b',"thumb_media_id":"T"', b"")
    [(_, report)] = wd.check_ndjson(line, checker=checker)
    assert report.errors[0].code == "thumb_missing"
    assert report == checker.check(line)


def test_mistakes() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        wd.check_ndjson("nowhere.ndjson")
    with pytest.raises(TypeError):
        wd.check_ndjson(5)  # type: ignore[arg-type]
    odd: Any = type("Odd", (), {"read": lambda self, size: 5})()
    with pytest.raises(TypeError):
        list(wd.check_ndjson(odd))

    class Failing:
        def read(self, size: int) -> bytes:
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(wd.check_ndjson(Failing()))


def test_progress(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("tqdm")
    file = tmp_path / "requests.ndjson"
    file.write_bytes((GOOD + b"\n") * 10)
    assert len(list(wd.check_ndjson(file, progress=True))) == 10
    assert "100%" in capsys.readouterr().err


def test_no_progress_without_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.warns(RuntimeWarning, match="tqdm") as caught:
        reports = wd.check_ndjson(GOOD, progress=True)
    # At the caller's line, when it is called.
    assert caught[0].filename == __file__
    assert len(list(reports)) == 1


def test_a_context_manager_with_and_without_a_bar() -> None:
    pytest.importorskip("tqdm")
    for progress in (False, True):
        with wd.check_ndjson((GOOD + b"\n") * 3, progress=progress) as reports:
            assert next(reports)[0] == 1
        assert list(reports) == []


def test_packed_files(tmp_path: Path) -> None:
    file = tmp_path / "requests.ndjson.gz"
    file.write_bytes(gzip.compress(b"\n".join([GOOD] * 5000)))
    assert sum(report.ok for _, report in wd.check_ndjson(file)) == 5000
    assert sum(report.ok for _, report in wd.check_ndjson(file.read_bytes())) == 5000
    with gzip.open(file) as opened:
        assert sum(report.ok for _, report in wd.check_ndjson(opened)) == 5000
    with file.open("rb") as opened, pytest.raises(ValueError, match=r"open it with gzip\.open"):
        next(wd.check_ndjson(opened))
    file.write_bytes(file.read_bytes()[:-30])
    with pytest.raises(OSError, match=r"."):
        list(wd.check_ndjson(file))


def test_zstandard(tmp_path: Path) -> None:
    # The four bytes of the signature, and a frame of one raw block.
    line = GOOD + b"\n"
    size = len(line)
    block = ((size << 3) | 1).to_bytes(3, "little")
    file = tmp_path / "requests.ndjson.zst"
    file.write_bytes(b"\x28\xb5\x2f\xfd\x20" + bytes([size]) + block + line)
    assert [(number, report.ok) for number, report in wd.check_ndjson(file)] == [(1, True)]


@pytest.mark.slow
def test_a_line_that_is_too_long() -> None:
    text = b"\n".join([GOOD, b" " * ((64 << 20) + 1), GOOD])
    first, long, last = wd.check_ndjson(text)
    assert (first[1].ok, last[1].ok, long[0]) == (True, True, 2)
    assert too_long(long[1])


def test_threads() -> None:
    text = b"\n".join([GOOD, b"{}"] * 5000)
    expected = list(wd.check_ndjson(text))
    for threads in (1, 2, 5):
        assert list(wd.check_ndjson(text, threads=threads)) == expected
    with pytest.raises(ValueError, match="threads is 0"):
        wd.check_ndjson(text, threads=0)


def test_two_threads_take_results() -> None:
    entered, go_on = threading.Event(), threading.Event()

    class Waiting:
        def read(self, size: int) -> bytes:
            entered.set()
            go_on.wait()
            return b""

    reports = wd.check_ndjson(Waiting())
    other = threading.Thread(target=lambda: list(reports))
    other.start()
    entered.wait()
    with pytest.raises(ValueError, match="in use, in another thread"):
        next(reports)
    go_on.set()
    other.join()


def test_the_same_as_one_by_one() -> None:
    rows = [row for row in mixed.rows(20_000) if row is not None and mixed.is_line(row)]
    found = list(wd.check_ndjson(b"\n".join(rows)))
    assert found == [(line, wd.check(row)) for line, row in enumerate(rows, 1)]


PROGRAM = """
import sys
import weixin_draft as wd
count = sum(report.ok for _, report in wd.check_ndjson(sys.argv[1]))
with open("/proc/self/status") as status:
    print(count, status.read().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_memory_is_constant(tmp_path: Path) -> None:
    peaks = []
    # The shorter file is longer than what is read at once.
    for lines in (100_000, 500_000):
        file = tmp_path / f"{lines}.ndjson"
        file.write_bytes((GOOD + b"\n") * lines)
        output = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(file)], check=True, capture_output=True
        ).stdout.split()
        assert int(output[0]) == lines
        peaks.append(int(output[1]))
    # In kibibytes; the longer file is more than 30 MiB longer.
    assert peaks[1] - peaks[0] < 4 * 1024


def test_errors_are_those_of_open(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        wd.check_ndjson(tmp_path / "none")
    assert (caught.value.errno, caught.value.filename) == (2, str(tmp_path / "none"))
    with pytest.raises(IsADirectoryError):
        wd.check_ndjson(tmp_path)


def test_pipes_and_early_ends(tmp_path: Path) -> None:
    line = b'{"media_id":1}\n'
    if hasattr(os, "mkfifo"):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=(line * 3,))
        writer.start()
        assert [number for number, _ in wd.check_ndjson(pipe)] == [1, 2, 3]
        writer.join()
    with contextlib.closing(wd.check_ndjson(line * 3)) as reports:
        assert next(reports)[0] == 1
    assert list(reports) == []
