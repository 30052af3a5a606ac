"""What the compiler of a release learns from: usual work, and every kind of finding.

    python release/training.py package     with the Python package
    python release/training.py program     with the command line
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "python" / "benchmarks"))

from loads import LOADS  # noqa: E402

SPOTLESS_BYTES = 64_000_000
"""So much is checked of each load: a request with violations is rare."""

CALLS = 300


def usual() -> Iterator[list[bytes]]:
    for body in LOADS.values():
        yield [body] * (SPOTLESS_BYTES // max(len(body), 4096))


def faulty() -> list[bytes]:
    files = sorted((ROOT / "tests" / "vectors").glob("*.json"))
    cases = (case for file in files for case in json.loads(file.read_bytes())["cases"])
    payloads = (case["payload"] for case in cases if "payload" in case)
    return [json.dumps(payload, ensure_ascii=False).encode() for payload in payloads]


def package() -> None:
    for bodies in (*usual(), faulty()):
        for body in bodies:
            one(body)
        many(bodies)
    for name in ("W1", "W2"):
        sent(LOADS[name])


def one(body: bytes) -> None:
    import weixin_draft as wd

    wd.check(body)
    value = json.loads(body)
    wd.check(value)
    wd.check(json.dumps(value))
    try:
        wd.validate(body)
    except wd.InvalidDraftError as error:
        assert error.report.errors


def many(bodies: Sequence[bytes]) -> None:
    import pyarrow

    import weixin_draft as wd

    assert sum(1 for _ in wd.check_many(bodies, threads=1)) == len(bodies)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "requests.ndjson"
        file.write_bytes(b"\n".join(bodies))
        assert sum(1 for _ in wd.check_ndjson(file, threads=1)) == len(bodies)
    table = pyarrow.table({"body": [body.decode() for body in bodies]})
    results = pyarrow.RecordBatchReader.from_stream(wd.check_arrow(table, "body", threads=1))
    assert results.read_all().num_rows == len(bodies)


def sent(body: bytes) -> None:
    import weixin_draft as wd
    from weixin_draft.testing import Sandbox

    with Sandbox() as sandbox:
        draft = json.loads(body) | {"media_id": sandbox.NEWS}
        with wd.Client(sandbox.TOKEN, base_url=sandbox.base_url) as client:
            for _ in range(CALLS):
                client.update(draft)


def program() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for bodies in (*usual(), faulty()):
            file = Path(folder) / "requests.ndjson"
            file.write_bytes(b"\n".join(bodies))
            command = ["weixin-draft", "check", "--ndjson", str(file)]
            done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # 1: something was found.
            assert done.returncode in (0, 1), done


if __name__ == "__main__":
    {"package": package, "program": program}[sys.argv[1]]()
