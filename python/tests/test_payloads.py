"""Dicts and the like: the same as json.dumps of them, or invalid_json at the place."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import io
import json
import re
import subprocess
import sys
from collections import OrderedDict, UserDict, UserList
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weixin_draft as wd


def article(**fields: Any) -> dict[str, Any]:
    return {"media_id": "M", "index": 0, "articles": {"title": "T", "content": "x", **fields}}


def facts(payload: Any) -> list[Any]:
    # Only a text can be escaped needlessly.
    report = wd.check(payload, levels={"escaped_body": "off"})
    return [(v.code, v.level, v.path, v.limit, found(v), v.count) for v in report.violations]


def found(violation: wd.Violation) -> Any:
    """What was found, but for large numbers, which have several spellings."""
    is_number = violation.code in ("index_out_of_range", "invalid_flag")
    return None if is_number else violation.found


class Colour(str, enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    ONE = 1


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=[])),
    lambda children: (
        st.lists(children, max_size=4)
        | st.lists(children, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=8), children, max_size=4)
    ),
    max_leaves=12,
)
names = st.sampled_from(
    ["title", "content", "author", "thumb_media_id", "need_open_comment", "image_info", "url"]
)
articles = st.dictionaries(names | st.text(max_size=5), json_values, max_size=6)
requests = st.fixed_dictionaries(
    {"media_id": json_values, "index": json_values, "articles": articles | json_values}
)


@settings(max_examples=400, deadline=None)
@given(requests | json_values)
def test_a_value_and_its_json_agree(value: Any) -> None:
    if isinstance(value, str):
        value = [value]
    # Escapes, so that lone surrogates can be said at all.
    assert facts(value) == facts(json.dumps(value).encode())


@settings(max_examples=300, deadline=None)
@given(st.binary() | st.text() | json_values)
def test_never_raises(payload: Any) -> None:
    report = wd.check(payload)
    assert report.ok is (not report.errors)
    str(report), report.to_dict(), report._repr_html_()


cycle: dict[str, Any] = {"media_id": "M"}
cycle["articles"] = {"self": cycle}


class Broken(Mapping[str, Any]):
    def __getitem__(self, name: str) -> Any:
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError("no")

    def __len__(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("payload", "path"),
    [
        (article(need_open_comment=float("nan")), "/articles/need_open_comment"),
        (article(need_open_comment=float("inf")), "/articles/need_open_comment"),
        (article(need_open_comment=float("-inf")), "/articles/need_open_comment"),
        (article(need_open_comment=10**5000), "/articles/need_open_comment"),
        (article(author="\ud800"), "/articles/author"),
        (article(author="x\udfff"), "/articles/author"),
        (article(**{"\ud800": 1}), "/articles"),
        ({"media_id": "M", 5: 1}, ""),
        ({"articles": {None: 1}}, "/articles"),
        (article(author=b"bytes"), "/articles/author"),
        (article(author=datetime.date(2026, 1, 1)), "/articles/author"),
        (article(author=Decimal("1")), "/articles/author"),
        (article(image_info={"image_list": [{"image_media_id": {1, 2}}]}),
         "/articles/image_info/image_list/0/image_media_id"),
        (article(cover_info=Broken()), "/articles/cover_info"),
    ],
)  # fmt: skip
def test_what_json_cannot_say_is_reported_at_its_place(payload: Any, path: str) -> None:
    report = wd.check(payload)
    last = report.violations[-1]
    assert (last.code, last.path) == ("invalid_json", path)
    assert not report.ok
    assert wd.check(payload, lang="zh").violations[-1].message != last.message


def test_what_was_wrong_before_is_kept() -> None:
    report = wd.check({"media_id": 5, "x": 1, "index": float("nan")})
    assert [each.code for each in report.violations] == [
        "wrong_type", "unknown_field", "invalid_json",
    ]  # fmt: skip


def test_cycles_and_deep_nesting() -> None:
    assert wd.check(cycle).violations[-1].code == "invalid_json"
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert wd.check(deep).violations[-1].code == "invalid_json"
    assert wd.check("[" * 100_000).violations[-1].code == "invalid_json"
    while deep:
        deep = deep.pop()


def test_other_mappings_and_sequences() -> None:
    good = article(need_open_comment=Level.ONE, author=Colour.RED, thumb_media_id="T")
    assert wd.check(good).violations == []
    for mapping in (OrderedDict(good), UserDict(good), MappingProxyType(good)):
        assert wd.check(mapping).violations == []
    pictures = article(
        article_type="newspic",
        image_info=MappingProxyType({"image_list": UserList([{"image_media_id": "I"}])}),
    )
    assert wd.check(pictures).violations == []


def test_models_inside_a_dict() -> None:
    model = wd.NewsArticle(title="T", content="x", thumb_media_id="T")
    assert wd.check({"media_id": "M", "index": 0, "articles": model}).violations == []


def test_interrupts_are_not_swallowed() -> None:
    class Interrupting(Broken):
        def __iter__(self) -> Iterator[str]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wd.check(article(cover_info=Interrupting()))


def test_text_with_half_a_character() -> None:
    for text in ('{"media_id": "\ud800"}', '"\\\ud800"', "x" * 5000 + "\udfff"):
        [violation] = wd.check(text).violations
        assert violation.code == "invalid_json"
        assert "half a character" in violation.message
    # A pair is a character, as in a dict.
    assert facts('{"\ud83d\ude00": 1}') == facts({"\ud83d\ude00": 1})


@pytest.mark.parametrize("filling", ["x", "é", "中", "😀"])
def test_every_long_text_arrives_as_it_is(filling: str) -> None:
    """However many bytes Python keeps for a character, and wherever the odd ones are."""
    odd = 'x" \\ \n\r\t\x00\x1f\x7f é\u07ff\u0800\ud7ff\ue000\uffff中😀'
    for before in (*range(40), 1023, 4100):
        text = filling * before + odd + filling * 1100
        image = wd.Image(text)
        assert json.loads(image.to_json()) == {"image_media_id": text}
        written = json.dumps({"image_media_id": text}, ensure_ascii=False)
        assert wd.Image.from_json(written) == image
        for half in ("\ud83d", "\ude00"):
            [*_, last] = wd.check(article(content=text + half)).violations
            assert (last.code, last.path) == ("invalid_json", "/articles/content")


class OddText(str):
    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        raise RuntimeError


class OddNumber(int):
    def bit_length(self) -> int:
        raise RuntimeError


def test_nothing_of_the_callers_gets_in_the_way() -> None:
    released = memoryview(b"{}")
    released.release()
    payloads: list[Any] = [
        OddText("\ud800"),
        {"a": OddText("\ud800")},
        {"a": OddNumber(10**5000)},
        released,
    ]
    for payload in payloads:
        assert "invalid_json" in [error.code for error in wd.check(payload).errors]
    assert wd.check({"media_id": "M", "index": OddNumber(2**70), "articles": {}}).errors


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (object, "bytes, str, a dict"),
        (lambda: {1, 2}, "bytes, str, a dict"),
        (lambda: Path("x"), "read_bytes"),
        (lambda: io.BytesIO(b"{}"), "read()"),
        (lambda: Point(1), "asdict"),
    ],
)
def test_a_slip_of_the_programmer_is_a_type_error(make: Any, words: str) -> None:
    with pytest.raises(TypeError, match=re.escape(words)):
        wd.check(make())
    with pytest.raises(TypeError, match=re.escape(words)):
        wd.validate(make())


def test_a_forgotten_await() -> None:
    async def body() -> bytes:
        return b"{}"

    coroutine = body()
    with pytest.raises(TypeError, match="await"):
        wd.check(coroutine)  # type: ignore[arg-type]
    coroutine.close()


@dataclasses.dataclass
class Point:
    x: int


class WithFooter(wd.NewsArticle):
    """Its author forgot the last `.to_dict()`."""

    def to_dict(self) -> Any:
        return self.replace(content=self.content + "<p>footer</p>")


class Endless(wd.NewsArticle):
    def to_dict(self) -> Any:
        return self


def test_a_model_that_gives_a_model() -> None:
    for model in (WithFooter(title="T", content="C"), Endless(title="T", content="C")):
        for payload in ({"articles": model}, {"media_id": "M", "index": 0, "articles": [model]}):
            assert wd.check(payload).errors[-1].code == "invalid_json"
        with pytest.raises(TypeError, match="to_dict return a dict"):
            wd.check(model)


class Raising(Mapping[str, Any]):
    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __getitem__(self, name: str) -> Any:
        raise self.error

    def __iter__(self) -> Iterator[str]:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


def test_what_foreign_code_raises_is_named() -> None:
    for error in (ConnectionError(), RecursionError()):
        [*_, last] = wd.check(article(cover_info=Raising(error))).violations
        assert type(error).__name__ in last.message
        assert (last.code, last.path) == ("invalid_json", "/articles/cover_info")
    with pytest.raises(MemoryError):
        wd.check(article(cover_info=Raising(MemoryError())))


SMALL_STACK_PROGRAM = """
import json, threading
import weixin_draft as wd

class Nest(dict):
    pass

deep = json.loads("[" * 128 + "]" * 128)
for _ in range(127):
    deep = Nest(a=deep)
lists = json.loads("[" * 127 + "]" * 127)
dicts = json.loads('{"a":' * 127 + "1" + "}" * 127)

def work():
    for payload in (lists, dicts, deep, json.dumps(dicts), {"articles": lists}):
        codes.append(wd.check(payload).violations[-1].code)

codes = []
wd.check({"a": 1})
threading.stack_size(64 << 10)
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(len(codes))
"""


def test_nesting_needs_no_stack() -> None:
    command = (sys.executable, "-c", SMALL_STACK_PROGRAM)
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "5\n"), result.stderr


def test_a_model_that_gives_models_has_an_end() -> None:
    class Itself(wd.CoverInfo):
        def to_dict(self) -> Any:
            return self

    class Deep(wd.CoverInfo):
        def to_dict(self) -> Any:
            return {"crop_percent_list": [Deep([])]}

    for cover in (Itself([]), Deep([])):
        report = wd.check(article(cover_info=cover, thumb_media_id="T"))
        assert report.errors[-1].code == "invalid_json"


class Index:
    def __index__(self) -> int:
        return 3


def test_what_can_be_an_index_is_an_integer() -> None:
    good = {"media_id": "M", "index": Index(), "articles": {"title": "T", "content": "x"}}
    assert wd.check(good).ok


def test_a_crop_is_a_text() -> None:
    assert wd.check(article(pic_crop_1_1=wd.CropBox(0, 0, 1, 1), thumb_media_id="T")).ok


def test_scalars_of_numpy() -> None:
    numpy = pytest.importorskip("numpy")
    good = article(need_open_comment=numpy.int8(1), thumb_media_id=numpy.str_("T"))
    good["index"] = numpy.int64(2)
    assert wd.check(good).violations == []
    assert facts(article(author=numpy.bool_(True))) == facts(article(author=True))
    assert facts(article(author=numpy.float32(0.5))) == facts(article(author=0.5))
    [*_, last] = wd.check(article(author=numpy.array([1, 2]))).violations
    assert "numpy.ndarray" in last.message
    half = numpy.float64(0.5)
    assert str(wd.CropBox(numpy.float64(0.1), 0, 1, numpy.float32(0.5))) == "0.1_0_1_0.5"
    assert wd.CropBox.fit(1200, 800, "1_1", focus=[half, half])
    assert wd.CropBox.fit(1200, 800, "1_1", focus=(-1e-9, 0.5))
    assert (
        wd.NewsArticle(title="T", content="x", need_open_comment=numpy.bool_(True)).to_dict()[
            "need_open_comment"
        ]
        == 1
    )


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_long_text_is_in_memory_once() -> None:
    def memory() -> int:
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])

    texts = [
        json.dumps(article(content=f"{number}中" * 50_000), ensure_ascii=False)
        for number in range(100)
    ]
    dicts = [article(content=f"中{number}" * 50_000) for number in range(100)]
    before = memory()
    payloads: list[Any] = [*texts, *dicts]
    for payload in payloads:
        wd.check(payload)
    # Kept beside them, the UTF-8 would take some 60 MB.
    assert memory() - before < 20_000
