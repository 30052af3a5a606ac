"""Compares the package with other ways to look at a request, in one command.

    python -m pip install orjson pydantic msgspec jsonschema-rs
    python benchmarks/contenders.py                 all ratios
    python benchmarks/contenders.py validate W3     only lines with these words
    python benchmarks/contenders.py --strict        fails when a goal is missed

Every figure is a ratio: the medians of short runs of one and the other, one right
after the other, so that other work on the machine counts for both. The goals are
those of a quiet machine. Others check the shape, and of the rules those they can say.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import jsonschema_rs
import orjson
from loads import LOADS
from others import bare_validate, msgspec_decode, pydantic_validate
from update import on_another, on_main

import weixin_draft as wd

Run = Callable[[], object]

ROUNDS = 101

CHECK_BYTES = {"W1": 0.75, "W2": 0.4, "W2e": 0.7, "W3": 0.45}
CHECK_DICT = {"W1": 1.2, "W2": 1.0, "W3": 1.1}
VALIDATE = {"W1": 1.0, "W3": 1.0}
UPDATE = {"W1": 1.7, "W2": 2.0, "W3": 2.0}
TWO_THREADS = 1.9
IMPORT_MILLISECONDS = 3.0

BODIES = {**LOADS, "W2e": json.dumps(json.loads(LOADS["W2"])).encode()}


def seconds(run: Run, calls: int) -> float:
    begin = time.perf_counter()
    for _ in range(calls):
        run()
    return time.perf_counter() - begin


def ratio(one: Run, other: Run) -> float:
    """How many times as long `one` takes as `other`; what is made counts, its end too."""
    calls = 1 + int(0.002 / max(seconds(other, 3) / 3, 1e-9))
    return statistics.median(seconds(one, calls) / seconds(other, calls) for _ in range(ROUNDS))


def two_threads(body: bytes) -> float:
    """How many times as much two threads get done as one."""
    # Long runs: beside the 5 ms for which CPython lets a thread wait for another.
    run = partial(seconds, partial(wd.check, body), 1 + 300_000_000 // len(body))

    ratios: list[float] = []
    for _ in range(7):
        one = run()
        threads = [threading.Thread(target=run) for _ in "ab"]
        begin = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ratios.append(2 * one / (time.perf_counter() - begin))
    return statistics.median(ratios)


def import_milliseconds() -> float:
    """What the import takes beyond that of an interpreter that is up."""
    program = (
        "import time; begin = time.perf_counter(); import weixin_draft;"
        "print(1000 * (time.perf_counter() - begin))"
    )
    command = [sys.executable, "-c", program]
    runs = [subprocess.run(command, capture_output=True, check=True).stdout for _ in range(31)]
    return min(map(float, runs))


Line = tuple[str, Callable[[], float], float | None, bool]
"""What is measured, how, the goal, and whether the goal is the most or the least."""


def against_loads(name: str, body: bytes, what: str, run: Run, goal: float | None = None) -> Line:
    measure = partial(ratio, run, partial(orjson.loads, body))
    return f"{name}, x orjson.loads: {what}", measure, goal, True


def lines() -> Iterator[Line]:
    schema = jsonschema_rs.validator_for(wd.json_schema())
    for name, body in BODIES.items():
        assert wd.check(body).ok
        value = orjson.loads(body)
        line = partial(against_loads, name, body)
        yield line("check(bytes)", partial(wd.check, body), CHECK_BYTES[name])
        yield line("msgspec", partial(msgspec_decode, body))
        yield line("pydantic", partial(pydantic_validate, body))
        if name in CHECK_DICT:
            yield line("check(dict)", partial(wd.check, value), CHECK_DICT[name])
            yield line("jsonschema_rs, dict", partial(schema.is_valid, value))
        if name in VALIDATE:
            measure = partial(ratio, partial(wd.validate, body), partial(bare_validate, body))
            yield f"{name}, x pydantic without rules: validate", measure, VALIDATE[name], True
    for name, goal in UPDATE.items():
        yield f"{name}, x raw socket: update, main thread", partial(on_main, name), goal, True
        yield f"{name}, x raw socket: update, another", partial(on_another, name), goal, True
    yield "W2: two threads, x one", partial(two_threads, LOADS["W2"]), TWO_THREADS, False
    yield "import, ms", import_milliseconds, IMPORT_MILLISECONDS, True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("words", nargs="*", help="only lines with all of these words")
    parser.add_argument("--strict", action="store_true", help="fail when a goal is missed")
    options = parser.parse_args()
    missed = 0
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for what, measure, goal, is_most in lines():
        if not all(word in what for word in options.words):
            continue
        value = measure()
        is_good = goal is None or (value <= goal if is_most else value >= goal)
        missed += not is_good
        wanted = "" if goal is None else f"  (at {'most' if is_most else 'least'} {goal})"
        print(f"{what:55} {value:6.2f}{wanted}{'' if is_good else '  missed'}", flush=True)
    return 1 if missed and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
