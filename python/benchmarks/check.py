"""Compares `check` with other ways to look at a request.

    python -m pip install orjson pydantic msgspec jsonschema-rs
    python benchmarks/check.py           ratios
    python benchmarks/check.py --strict  fails when a goal is missed

What is printed are the medians of ratios of short runs, one after the other;
times themselves depend too much on the machine. The goals are those of a quiet
machine. Others check the shape, and of the rules those they can say.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from collections.abc import Callable

import jsonschema_rs
import orjson
from loads import LOADS
from others import msgspec_decode, pydantic_validate

import weixin_draft as wd

Run = Callable[[bytes], object]

ROUNDS = 101

GOALS = {"W1": 1.2, "W2": 1.0, "W3": 0.9}
"""`check` takes at most so many times as long as orjson.loads."""

PYDANTIC_GOAL = 5.0
"""pydantic takes at least so many times as long as `check`."""

THREADS_GOAL = 1.4
"""Two threads check at least so many times as much as one, of long requests."""


def seconds(run: Run, body: bytes, calls: int) -> float:
    begin = time.perf_counter()
    for _ in range(calls):
        run(body)
    return time.perf_counter() - begin


def ratio(one: Run, other: Run, body: bytes) -> float:
    """How many times as long `one` takes as `other`."""
    calls = 1 + 200_000 // len(body)
    return statistics.median(
        seconds(one, body, calls) / seconds(other, body, calls) for _ in range(ROUNDS)
    )


def two_threads(body: bytes) -> float:
    """How many times as much two threads get done as one."""
    # Long runs: beside the 5 ms for which CPython lets a thread wait for another.
    calls = 1 + 300_000_000 // len(body)
    ratios: list[float] = []
    for _ in range(7):
        one = seconds(wd.check, body, calls)
        threads = [threading.Thread(target=seconds, args=(wd.check, body, calls)) for _ in "ab"]
        begin = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ratios.append(2 * one / (time.perf_counter() - begin))
    return statistics.median(ratios)


def main() -> int:
    schema = jsonschema_rs.validator_for(wd.json_schema())
    others: dict[str, Run] = {
        "pydantic": pydantic_validate,
        "msgspec": msgspec_decode,
        "jsonschema_rs": lambda body: schema.is_valid(orjson.loads(body)),
    }
    missed: list[str] = []

    def judge(what: str, value: float, good: bool) -> None:
        print(f"  {what:45} {value:6.2f}{'' if good else '  missed'}")
        if not good:
            missed.append(what)

    for name, body in LOADS.items():
        assert wd.check(body).ok
        print(f"{name}, {len(body):,} bytes")
        value = ratio(wd.check, orjson.loads, body)
        judge(f"check / orjson.loads (at most {GOALS[name]})", value, value <= GOALS[name])
        for other, run in others.items():
            value = ratio(run, wd.check, body)
            good = other != "pydantic" or value >= PYDANTIC_GOAL
            judge(f"{other} / check", value, good)
    value = two_threads(LOADS["W2"])
    judge(f"W2 in two threads (at least {THREADS_GOAL})", value, value >= THREADS_GOAL)
    return 1 if missed and "--strict" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
