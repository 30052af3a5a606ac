"""Streams that break the rules of the Arrow C interface are errors, not crashes.

As far as they can be told: the interface does not say how long a buffer is, so nobody
can see that one is shorter than the array's length asks for.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from typing import Any

import pytest

import weixin_draft as wd

pa: Any = pytest.importorskip("pyarrow")

RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
GET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
LAST_ERROR = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)


class Schema(ctypes.Structure):
    _fields_ = [
        ("format", ctypes.c_char_p),
        ("name", ctypes.c_char_p),
        ("metadata", ctypes.c_char_p),
        ("flags", ctypes.c_int64),
        ("n_children", ctypes.c_int64),
        ("children", ctypes.c_void_p),
        ("dictionary", ctypes.c_void_p),
        ("release", ctypes.c_void_p),
        ("private_data", ctypes.c_void_p),
    ]


class Array(ctypes.Structure):
    _fields_ = [
        ("length", ctypes.c_int64),
        ("null_count", ctypes.c_int64),
        ("offset", ctypes.c_int64),
        ("n_buffers", ctypes.c_int64),
        ("n_children", ctypes.c_int64),
        ("buffers", ctypes.c_void_p),
        ("children", ctypes.c_void_p),
        ("dictionary", ctypes.c_void_p),
        ("release", ctypes.c_void_p),
        ("private_data", ctypes.c_void_p),
    ]


class Stream(ctypes.Structure):
    _fields_ = [
        ("get_schema", ctypes.c_void_p),
        ("get_next", ctypes.c_void_p),
        ("get_last_error", ctypes.c_void_p),
        ("release", ctypes.c_void_p),
        ("private_data", ctypes.c_void_p),
    ]


def address(function: Any) -> Any:
    return ctypes.cast(function, ctypes.c_void_p)


class Producer:
    """A stream of one column, as Python wants it; kept alive by the test."""

    def __init__(self, **changes: Any) -> None:
        self.changes = changes
        self.kept: list[Any] = []
        release = RELEASE(lambda _: None)
        schema, array = GET(self.get_schema), GET(self.get_next)
        error = LAST_ERROR(lambda _: changes.get("message"))
        self.kept += [release, schema, array, error]
        self.release = address(release)
        self.stream = Stream(address(schema), address(array), address(error), self.release, None)
        for name in ("get_schema", "get_next", "get_last_error", "release"):
            if f"no_{name}" in changes:
                setattr(self.stream, name, None)
        self.left = 1

    def get_schema(self, _: int, out: int) -> int:
        schema = Schema.from_address(out)
        schema.format = self.changes.get("format", b"u")
        schema.name = self.changes.get("name", b"body")
        schema.metadata, schema.flags = None, 2
        schema.n_children = self.changes.get("schema_children", 0)
        schema.children = schema.dictionary = schema.private_data = None
        schema.release = self.release
        return int(self.changes.get("schema_code", 0))

    def get_next(self, _: int, out: int) -> int:
        array = Array.from_address(out)
        if self.left == 0:
            array.release = None
            return 0
        self.left -= 1
        offsets = (ctypes.c_int32 * 4)(*self.changes.get("offsets", (0, 2, 4, 6)))
        data = ctypes.create_string_buffer(b"{}[]{}" + bytes(64))
        buffers = (ctypes.c_void_p * 3)(None, ctypes.addressof(offsets), ctypes.addressof(data))
        if self.changes.get("null_buffer") is not None:
            buffers[self.changes["null_buffer"]] = None
        self.kept += [offsets, data, buffers]
        array.length = self.changes.get("length", 3)
        array.null_count, array.offset = (
            self.changes.get("null_count", 0),
            self.changes.get("offset", 0),
        )
        array.n_buffers = self.changes.get("n_buffers", 3)
        array.n_children = self.changes.get("n_children", 0)
        array.buffers = ctypes.addressof(buffers)
        array.children = array.dictionary = array.private_data = None
        array.release = self.release
        return int(self.changes.get("next_code", 0))

    def __arrow_c_stream__(self, requested_schema: Any = None) -> object:
        name = self.changes.get("capsule", b"arrow_array_stream")
        self.kept.append(name)
        make = ctypes.pythonapi.PyCapsule_New
        make.restype, make.argtypes = (
            ctypes.py_object,
            [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p],
        )
        return make(ctypes.addressof(self.stream), name, None)


def read(producer: Producer) -> list[Any]:
    found: list[Any] = pa.table(wd.check_arrow(producer))["ok"].to_pylist()
    return found


def test_the_producer_is_right_if_nothing_is_changed() -> None:
    assert read(Producer()) == [False, False, False]
    assert read(Producer(length=2, offset=1)) == [False, False]


BROKEN: list[dict[str, Any]] = [
    {"no_release": True},
    {"no_get_schema": True},
    {"no_get_next": True},
    {"capsule": b"something_else"},
    {"schema_code": 5},
    {"next_code": 5},
    {"next_code": 5, "no_get_last_error": True},
    {"format": b""},
    {"format": b"+"},
    {"format": b"\xff"},
    {"format": b"+s", "schema_children": 0},
    {"n_buffers": 0},
    {"n_buffers": 1},
    {"n_buffers": -1},
    {"n_buffers": 1, "format": b"vu"},
    {"n_buffers": 2, "format": b"vz"},
    {"n_buffers": -(2**63)},
    {"length": -1},
    {"length": -3},
    {"length": -(2**31)},
    {"length": -(2**63)},
    {"length": -1, "format": b"U"},
    {"length": -1, "format": b"vu", "n_buffers": 3},
    {"offset": -1},
    {"offset": -10},
    {"offset": 2**63 - 1},
    {"offset": -1, "length": 0},
    {"offset": -(2**63), "length": -(2**63)},
    {"null_buffer": 1},
    {"null_buffer": 2},
    {"null_count": 2},
    {"offsets": (0, 4, 2, 6)},
    {"offsets": (0, -1, 2, 6)},
    {"offsets": (-4, 0, 2, 6)},
    {"offsets": (0, 1_000_000, 2, 6)},
    {"offsets": (0, 2, 4, -6)},
]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("changes", BROKEN, ids=lambda changes: " ".join(map(str, changes.items())))
def test_a_broken_stream_is_an_error(changes: dict[str, Any]) -> None:
    if changes == {"null_count": 2}:
        # Without a bitmap no row is null, whatever the count says.
        assert read(Producer(**changes)) == [False, False, False]
        return
    with pytest.raises(Exception) as caught:  # noqa: PT011
        read(Producer(**changes))
    assert isinstance(caught.value, (ValueError, TypeError, OSError, pa.ArrowException))


def test_a_stream_that_was_read_already() -> None:
    producer = Producer()
    read(producer)
    with pytest.raises(ValueError, match="released"):
        wd.check_arrow(producer)


SEEDS = """
import random
import sys
import pyarrow as pa
sys.path.insert(0, sys.argv[1])
from test_arrow_broken import Producer, read

for seed in range(int(sys.argv[2])):
    chance = random.Random(seed)
    number = lambda: chance.choice([-(2**31), -1, 0, 1, 2, 3, 5, 7, 100, 2**31 - 1])
    small = lambda: chance.choice([-5, -1, 0, 1, 2, 3])
    possible = {
        "offsets": (0, number(), number(), chance.randrange(-9, 60)),
        "length": chance.choice([0, 1, 2, 3, -1, -2, -7, -(2**31), -(2**62), -(2**63)]),
        "offset": chance.choice([0, 0, -1, -2, -7, -(2**31), -(2**62), -(2**63), 2**63 - 1]),
        "n_buffers": small(),
        "n_children": small(), "null_buffer": chance.choice([1, 2]), "null_count": number(),
        "format": chance.choice(
            [b"u", b"z", b"", b"+s", b"+l", b"i", b"tsu:", bytes([chance.randrange(1, 256)])]
        ),
        "schema_children": chance.choice([-1, 0]), "next_code": number(), "schema_code": number(),
        "no_get_last_error": True, "capsule": b"x",
    }
    chosen = chance.sample(sorted(possible), chance.randrange(1, 4))
    changes = {name: possible[name] for name in chosen}
    print(seed, changes, file=sys.stderr, flush=True)
    try:
        read(Producer(**changes))
    except (ValueError, TypeError, OSError, pa.ArrowException):
        pass
print("all")
"""


@pytest.mark.slow
def test_many_seeds() -> None:
    """In a process of its own, which a crash would end."""
    from pathlib import Path

    command = [sys.executable, "-c", SEEDS, str(Path(__file__).parent), "5000"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "all\n"), result.stderr[-2000:]
