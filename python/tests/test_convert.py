"""From answers of draft/get to articles."""

from __future__ import annotations

import json

import pytest

import weixin_draft as wd

ITEM = {
    "title": "T",
    "content": "<p>x</p>",
    "thumb_media_id": "C",
    "url": "https://mp.weixin.qq.com/s/x",
}
ANSWER = {"news_item": [ITEM, {**ITEM, "title": "U", "votes": 3}]}
LIST = {
    "item": [
        {"media_id": "M", "content": {"news_item": [ITEM]}},
        {"media_id": "N", "content": {"news_item": [{**ITEM, "title": "N"}]}},
    ]
}


def test_an_item() -> None:
    converted = wd.convert(ITEM)
    assert converted.article == wd.NewsArticle(title="T", content="<p>x</p>", thumb_media_id="C")
    assert (converted.dropped, converted.omitted) == (("/url",), 0)
    assert [(each.code, each.level) for each in converted.report] == [("read_only_field", "info")]
    pictures = {**ITEM, "image_info": {"image_list": [{"image_media_id": "I"}]}}
    assert isinstance(wd.convert(json.dumps(pictures)).article, wd.NewsPicArticle)


@pytest.mark.parametrize("answer", [ANSWER, json.dumps(ANSWER), json.dumps(ANSWER).encode()])
def test_a_whole_answer(answer: dict[str, object] | str | bytes) -> None:
    assert wd.convert(answer).article.title == "T"
    converted = wd.convert(answer, index=1)
    assert converted.article.title == "U"
    assert set(converted.dropped) == {"/news_item/1/url", "/news_item/1/votes"}
    lost = [(each.code, each.path) for each in converted.report.warnings]
    assert lost == [("unknown_field", "/news_item/1/votes")]
    with pytest.raises(wd.InvalidDraftError):
        wd.convert(answer, index=2)


def test_an_answer_of_batchget() -> None:
    assert wd.convert(LIST, media_id="N").article.title == "N"
    with pytest.raises(wd.InvalidDraftError):
        wd.convert(LIST, media_id="O")


def test_a_lost_cover_is_told() -> None:
    item = {"title": "T", "content": "x", "thumb_url": "http://mmbiz.qpic.cn/x"}
    [warning] = wd.convert(item).report.warnings
    assert (warning.code, warning.path) == ("thumb_missing", "/thumb_media_id")
    assert "thumb_url" in warning.message
    [warning] = wd.convert(item, lang="zh").report.warnings
    assert "封面" in warning.message


def test_nulls() -> None:
    item = {**ITEM, "author": None}
    with pytest.raises(wd.InvalidDraftError):
        wd.convert(item)
    assert wd.convert(item, drop_nulls=True).article.author is None
    # Its places would be those in a text that nobody has seen.
    text = json.dumps({"author": None, **ITEM})
    assert [each.line for each in wd.convert(text, drop_nulls=True).report] == [None]
    assert [each.line for each in wd.convert(json.dumps(ITEM), drop_nulls=True).report] == [1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": float("nan")},
        b"",
        b"[]",
        {"errcode": 40007, "errmsg": "invalid media_id"},
        "\ud800",
    ],
)
def test_something_else(wrong: dict[str, object] | bytes | str) -> None:
    with pytest.raises(wd.InvalidDraftError) as caught:
        wd.convert(wrong)
    assert not caught.value.report.ok
