"""Threads, memory, imports and the command line."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import sysconfig
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import weixin_draft as wd
from vectors import CASES

GOOD = b'{"media_id":"M","index":0,"articles":{"title":"T","content":"x","thumb_media_id":"T"}}'
BAD = {"media_id": "M", "index": float("nan"), "articles": {"titel": 1}}


def test_ten_threads_see_the_same() -> None:
    bodies = [case.body for case in CASES][:300]
    checker = wd.Checker()
    expected = [wd.check(body) for body in bodies]

    def work(number: int) -> list[wd.Report]:
        start = number * 29
        rotated = bodies[start:] + bodies[:start]
        found = [checker.check(body) for body in rotated]
        return found[len(bodies) - start :] + found[: len(bodies) - start]

    with ThreadPoolExecutor(10) as pool:
        for found in pool.map(work, range(10)):
            assert found == expected


def test_one_report_in_ten_threads() -> None:
    report = wd.check(b"{}")
    with ThreadPoolExecutor(10) as pool:
        texts = {*pool.map(lambda _: str(report), range(100))}
    assert len(texts) == 1


MEMORY_PROGRAM = """
import gc, sys
import weixin_draft as wd

def memory():
    with open("/proc/self/status") as status:
        return int(status.read().partition("VmRSS:")[2].split()[0])

def use(payload, times):
    for _ in range(times):
        report = wd.check(payload)
        str(report), report.violations, report.to_dict()

payload = eval(sys.argv[1])
references = sys.getrefcount(payload)
use(payload, 30_000)
gc.collect()
before, nones = memory(), sys.getrefcount(None)
use(payload, 100_000)
gc.collect()
print(memory() - before, sys.getrefcount(payload) - references, sys.getrefcount(None) - nones)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
@pytest.mark.parametrize(
    "payload",
    [
        repr(GOOD),
        repr(GOOD.decode()),
        '{"media_id": "M", "index": float("nan"), "articles": {"titel": 1}}',
        '{"a\\ud800": 1}',
    ],
)
def test_memory_stays_flat(payload: str) -> None:
    growth, references, nones = map(
        int, run(sys.executable, "-c", MEMORY_PROGRAM, payload).stdout.split()
    )
    # In kibibytes; a leak of 16 bytes a call would be over.
    assert growth < 1024
    assert references == 0
    assert abs(nones) < 1000


def test_exceptions_do_not_leak() -> None:
    payload = b"{}"
    references = sys.getrefcount(payload)
    for _ in range(1000):
        with pytest.raises(wd.InvalidDraftError):
            wd.validate(payload)
    gc.collect()
    assert abs(sys.getrefcount(payload) - references) < 5


def run(*command: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def test_import_is_quick_and_small() -> None:
    program = (
        "import time, sys; b = time.process_time(); import weixin_draft;"
        "print(time.process_time() - b, 'dataclasses' in sys.modules, 'json' in sys.modules)"
    )
    results = [run(sys.executable, "-I", "-c", program).stdout.split() for _ in range(9)]
    assert {tuple(loaded) for _, *loaded in results} == {("False", "False")}
    # Of the processor's time, so that other work on the machine does not count.
    assert statistics.median(float(seconds) for seconds, *_ in results) < 0.005


def test_command_line(tmp_path: Path) -> None:
    script = Path(sysconfig.get_path("scripts")) / "weixin-draft"
    file = tmp_path / "请求.json"
    file.write_bytes(GOOD)
    for command in ((str(script),), (sys.executable, "-m", "weixin_draft")):
        assert run(*command, "check", str(file)).returncode == 0
        bad = run(*command, "check", "-", "--format", "json", input="{}")
        assert bad.returncode == 1
        assert '"missing_field"' in bad.stdout
        usage = run(*command, "nonsense")
        assert usage.returncode == 2
        assert "weixin-draft" in usage.stderr
    assert run(sys.executable, "-m", "weixin_draft", "errcode", "45009").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_the_command() -> None:
    import signal

    command = [sys.executable, "-m", "weixin_draft", "sandbox"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.wait(5)
        assert time.monotonic() - begin < 1
