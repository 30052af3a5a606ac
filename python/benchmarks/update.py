"""Compares `update` on a kept connection with a raw socket.

    python benchmarks/update.py           ratios
    python benchmarks/update.py --strict  fails when a goal is missed

Both send the same bytes to the sandbox and read its answer; what is printed are
the medians of ratios of short runs, one after the other.
"""

from __future__ import annotations

import json
import socket
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from loads import LOADS

import weixin_draft as wd
from weixin_draft.testing import Sandbox

ROUNDS = 31
CALLS = 50
GOALS = {"W1": 1.7, "W2": 2.0, "W3": 2.0}
"""`update` takes at most so many times as long as the raw exchange."""


def seconds(run: Callable[[], object]) -> float:
    begin = time.perf_counter()
    for _ in range(CALLS):
        run()
    return time.perf_counter() - begin


def raw_exchange(sandbox: Sandbox, body: bytes) -> Callable[[], object]:
    """Sends a request and reads the answer to its end, on one connection."""
    host, port = urlsplit(sandbox.base_url).netloc.split(":")
    connection = socket.create_connection((host, int(port)))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    head = (
        f"POST /cgi-bin/draft/update?access_token={sandbox.TOKEN} HTTP/1.1\r\n"
        f"Host: {host}:{port}\r\nContent-Type: application/json; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    request = head.encode() + body

    def run() -> None:
        connection.sendall(request)
        answer = b""
        while not answer.endswith(b"}"):
            answer += connection.recv(65536)
        assert b'"errcode":0' in answer, answer

    return run


def ratio(sandbox: Sandbox, body: bytes) -> float:
    raw = raw_exchange(sandbox, body)
    with wd.Client(sandbox.TOKEN, base_url=sandbox.base_url) as client:
        return statistics.median(
            seconds(lambda: client.update(body)) / seconds(raw) for _ in range(ROUNDS)
        )


def main() -> int:
    missed = False
    with Sandbox() as sandbox:
        for name, load in LOADS.items():
            draft = json.loads(load)
            draft["media_id"] = sandbox.NEWSPIC if name == "W3" else sandbox.NEWS
            body = json.dumps(draft, ensure_ascii=False, separators=(",", ":")).encode()
            with ThreadPoolExecutor(1) as other:
                found = {
                    "main thread": ratio(sandbox, body),
                    "another": other.submit(ratio, sandbox, body).result(),
                }
            for thread, value in found.items():
                goal = GOALS[name]
                verdict = "" if value <= goal else "  missed"
                print(f"{name}, {thread:12} update / raw (at most {goal}) {value:5.2f}{verdict}")
                missed |= value > goal
    return 1 if missed and "--strict" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
