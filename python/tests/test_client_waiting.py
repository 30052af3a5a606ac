"""The client and what else goes on meanwhile: threads, Ctrl-C, proxies."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import weixin_draft as wd
from weixin_draft.testing import Sandbox

ARTICLE = wd.NewsArticle(title="春季菜单", content="<p>周一起</p>", thumb_media_id="COVER")
DRAFT = wd.DraftUpdate(media_id=Sandbox.NEWS, index=0, articles=ARTICLE)


def test_ten_threads_at_once(client: wd.Client, sandbox: Sandbox) -> None:
    sandbox.fail_next("slow", times=10, milliseconds=300)
    begin = time.monotonic()
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: client.update(DRAFT).errcode, range(10)))
    assert answers == [0] * 10
    assert time.monotonic() - begin < 2


def test_other_threads_run_meanwhile(client: wd.Client, sandbox: Sandbox) -> None:
    sandbox.fail_next("slow", milliseconds=300)
    waiting = threading.Thread(target=client.update, args=(DRAFT,))
    waiting.start()
    count = 0
    while waiting.is_alive():
        count += 1
    waiting.join()
    assert count > 1000


PROGRAM = """
import signal, sys, time
import weixin_draft as wd
from weixin_draft.testing import Sandbox
# Whoever starts the tests in the background may have signals ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
with Sandbox() as sandbox:
    client = wd.Client(sandbox.TOKEN, base_url=sandbox.base_url)
    sandbox.fail_next("slow", milliseconds=20_000)
    article = {"title": "T", "content": "x", "thumb_media_id": "I"}
    draft = {"media_id": sandbox.NEWS, "index": 0, "articles": article}
    try:
        print("ready", flush=True)
        client.update(draft)
    except KeyboardInterrupt:
        print("interrupted", time.time(), flush=True)
        sys.exit(0)
sys.exit("no interrupt")
"""


def assert_is_interrupted(program: str, ends_within: float) -> None:
    """Ctrl-C reaches the program at once, and it ends as it should."""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.3)
        pressed = time.time()
        process.send_signal(signal.SIGINT)
        word, when = process.stdout.readline().split()
        assert word == "interrupted"
        assert float(when) - pressed < 0.5
        assert process.wait(ends_within) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_a_call_at_once() -> None:
    assert_is_interrupted(PROGRAM, ends_within=5)


PROGRAM_WITH_A_THREAD = """
import signal, sys, threading, time
import weixin_draft as wd
from weixin_draft.testing import Sandbox
signal.signal(signal.SIGINT, signal.default_int_handler)
sandbox = Sandbox()
client = wd.Client(sandbox.TOKEN, base_url=sandbox.base_url)
article = {"title": "T", "content": "x", "thumb_media_id": "I"}
draft = {"media_id": sandbox.NEWS, "index": 0, "articles": article}
answers = []
def update(milliseconds):
    sandbox.fail_next("slow", milliseconds=milliseconds)
    answers.append(client.update(draft))
waiting = threading.Thread(target=update, args=[1_500])
waiting.start()
try:
    print("ready", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print("interrupted", time.time(), flush=True)
# The call of the other thread is not disturbed.
waiting.join()
assert answers[0].errcode == 0
# Nobody waits at the end for a call of a daemon.
threading.Thread(target=update, args=[60_000], daemon=True).start()
time.sleep(0.3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_leaves_the_calls_of_other_threads_alone() -> None:
    assert_is_interrupted(PROGRAM_WITH_A_THREAD, ends_within=10)


def test_proxies_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        client = wd.Client("T", base_url="https://example.invalid", timeout=1)
        seen: list[bytes] = []

        def answer() -> None:
            connection, _ = proxy.accept()
            with connection, connection.makefile("rb") as stream:
                seen.append(stream.readline())

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(wd.TransportError):
            client.update(DRAFT)
        thread.join()
        assert seen[0].startswith(b"CONNECT example.invalid:443")


FORKING_PROGRAM = """
import os
import weixin_draft as wd
from weixin_draft.testing import Sandbox
with Sandbox() as sandbox:
    article = {"title": "T", "content": "x", "thumb_media_id": "I"}
    draft = {"media_id": sandbox.NEWS, "index": 0, "articles": article}
    wd.Client(sandbox.TOKEN, base_url=sandbox.base_url).update(draft)
    child = os.fork()
    if child == 0:
        wd.Client(sandbox.TOKEN, base_url=sandbox.base_url).update(draft)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert len(sandbox.requests()) == 2
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_new_client_works_after_a_fork() -> None:
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORKING_PROGRAM]
    subprocess.run(command, check=True, timeout=20)
