"""How `update` on a kept connection compares with a raw socket.

Both send the same bytes to the sandbox and read its answer; the ratio is the median of
those of short runs, one after the other.
"""

from __future__ import annotations

import json
import socket
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from loads import LOADS

import weixin_draft as wd
from weixin_draft.testing import Sandbox

ROUNDS = 31
CALLS = 50


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


def on_main(name: str) -> float:
    """How many times as long as the raw exchange a call of the main thread takes."""
    with Sandbox() as sandbox:
        draft = json.loads(LOADS[name])
        draft["media_id"] = sandbox.NEWSPIC if name == "W3" else sandbox.NEWS
        body = json.dumps(draft, ensure_ascii=False, separators=(",", ":")).encode()
        return ratio(sandbox, body)


def on_another(name: str) -> float:
    """The same of a call of another thread."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(on_main, name).result()
