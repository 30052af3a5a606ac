"""Dicts and the like: the same as json.dumps of them, or invalid_json at the place."""

from __future__ import annotations

import datetime
import enum
import json
from collections import OrderedDict, UserDict, UserList
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weixin_draft as wd


def article(**fields: Any) -> dict[str, Any]:
    return {"media_id": "M", "index": 0, "articles": {"title": "T", "content": "x", **fields}}


def facts(payload: Any) -> list[Any]:
    report = wd.check(payload)
    return [(v.code, v.level, v.path, v.limit, v.found, v.count) for v in report.violations]


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
        (object(), ""),
        ({1, 2}, ""),
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


def test_text_with_a_surrogate_is_no_utf8() -> None:
    assert facts('{"media_id": "\ud800"}') == [("invalid_json", "error", "", None, None, 1)]
    assert facts('"\\\ud800"')[0][0] == "invalid_json"


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
