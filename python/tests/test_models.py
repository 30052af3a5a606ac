"""The models."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import pprint
from decimal import Decimal
from typing import Any

import pytest

import weixin_draft as wd
from vectors import CASES

NEWS = wd.NewsArticle(
    title="春季菜单",
    content="<p>周一起</p>" * 20,
    author="厨房",
    digest="",
    thumb_media_id="COVER",
    need_open_comment=True,
    only_fans_can_comment=0,
    pic_crop_235_1=wd.CropBox(0, "0.1", 1, 0.6),
    pic_crop_1_1="0.25_0_0.75_1",
    cover_info=wd.CoverInfo([wd.CropPercent.fit(900, 500, "1_1")]),
    product_info=wd.ProductInfo("KEY"),
)
NEWSPIC = wd.NewsPicArticle(title="T", content="text", image_info=["I", wd.Image("J")])
NEWS_DRAFT = wd.DraftUpdate(media_id="M", index=0, articles=NEWS)
NEWSPIC_DRAFT = wd.DraftUpdate(media_id="M", index=1, articles=NEWSPIC)
MODELS: list[Any] = [NEWS, NEWSPIC, NEWS_DRAFT, NEWSPIC_DRAFT, NEWSPIC.image_info, NEWS.cover_info]
MODELS += [NEWS.product_info, wd.Image("I"), wd.CropPercent("16_9", "0_0_1_1"), wd.CoverInfo()]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: type(model).__name__)
def test_there_and_back(model: Any) -> None:
    kind = type(model)
    assert kind.from_json(model.to_json()) == model
    assert kind.from_dict(model.to_dict()) == model
    assert json.loads(model.to_json()) == model.to_dict()
    for other in (pickle.loads(pickle.dumps(model)), copy.copy(model), copy.deepcopy(model)):
        assert other == model
        assert hash(other) == hash(model)
    assert model.replace() == model
    assert [pickle.loads(pickle.dumps(model, protocol)) for protocol in range(2, 6)] == [model] * 4
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(model, kind.__match_args__[0], None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        model.titel = "x"
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(model, kind.__match_args__[0])
    pprint.pformat(model)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: type(model).__name__)
def test_what_would_write_a_wrong_request_fails(model: Any) -> None:
    writers: list[Any] = [dataclasses.asdict, dataclasses.astuple, dataclasses.fields, json.dumps]
    for write in writers:
        with pytest.raises(TypeError):
            write(model)
    for module, name in (("orjson", "dumps"), ("msgspec.json", "encode")):
        with pytest.raises(TypeError):
            getattr(pytest.importorskip(module), name)(model)
    cattrs = pytest.importorskip("cattrs")
    with pytest.raises(TypeError):
        json.dumps(cattrs.unstructure(model))


def test_the_json_is_what_rust_writes() -> None:
    for draft in (NEWS_DRAFT, NEWSPIC_DRAFT):
        assert wd.validate(draft.to_json()) == draft
        assert wd.validate(draft.to_dict()) == draft
        assert wd.validate(draft) == draft
    assert NEWSPIC_DRAFT.to_json() == (
        b'{"media_id":"M","index":1,"articles":{"article_type":"newspic","title":"T",'
        b'"content":"text","image_info":{"image_list":[{"image_media_id":"I"},'
        b'{"image_media_id":"J"}]}}}'
    )
    assert "春季菜单".encode() in NEWS_DRAFT.to_json()


def test_good_vectors_become_models() -> None:
    good = [case for case in CASES if not wd.check(case.body).errors]
    assert len(good) > 100
    for case in good:
        draft = wd.validate(case.body)
        assert wd.DraftUpdate.from_json(draft.to_json()) == draft, case.name
        assert not draft.check().errors, case.name


def test_validate_raises_with_the_report() -> None:
    with pytest.raises(wd.InvalidDraftError) as caught:
        wd.validate({"media_id": "M"})
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, wd.Error)
    assert caught.value.report == wd.check({"media_id": "M"})
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.report == caught.value.report


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: wd.NewsArticle(titel="T", content="x"), "titel"),  # type: ignore[call-arg]
        (lambda: wd.NewsArticle(title="T"), "content"),  # type: ignore[call-arg]
        (lambda: wd.NewsArticle(title=5, content="x"), "title is a int"),  # type: ignore[arg-type]
        (lambda: wd.NewsArticle(title="T", content="x", need_open_comment=2), "need_open"),  # type: ignore[arg-type]
        (lambda: wd.NewsArticle(title="T", content="x", cover_info={}), "cover_info"),  # type: ignore[arg-type]
        (lambda: wd.NewsPicArticle(title="T", content="x", image_info="I"), "not a list"),
        (lambda: wd.NewsPicArticle(title="T", content="x", image_info=[5]), "image_list"),  # type: ignore[list-item]
        (lambda: wd.DraftUpdate(media_id="M", index="0", articles=NEWS), "index"),  # type: ignore[arg-type]
        (lambda: wd.DraftUpdate(media_id="M", index=True, articles=NEWS), "bool"),
        (lambda: wd.DraftUpdate(media_id="M", index=0, articles={}), "articles"),  # type: ignore[arg-type]
        (lambda: NEWS.replace(titel="T"), "titel"),
        (lambda: wd.NewsPicArticle.from_dict(NEWS.to_dict()), "not NewsPicArticle"),
    ],
)
def test_mistakes_are_type_errors(make: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        make()


def test_repr_helps_and_dumps_nothing() -> None:
    text = repr(NEWS_DRAFT)
    assert "title='春季菜单'" in text
    assert "<200 characters>" in text
    assert "周一起" not in text
    assert len(text) < 600
    many = NEWSPIC.replace(image_info=[f"image{number}" for number in range(20)])
    assert "image_list=<20 items>" in repr(many)


def test_pattern_matching() -> None:
    match NEWSPIC_DRAFT:
        case wd.DraftUpdate(articles=wd.NewsPicArticle(image_info=wd.ImageInfo(images))):
            assert [image.image_media_id for image in images] == ["I", "J"]
        case _:
            pytest.fail("no match")


def test_replace() -> None:
    other = NEWS.replace(title="Sommer", author=None)
    assert (other.title, other.author, other.content) == ("Sommer", None, NEWS.content)
    assert NEWS.title == "春季菜单"


def test_empty_texts_and_flags() -> None:
    assert NEWS.digest is None
    assert NEWS.only_fans_can_comment is False
    assert NEWS.to_dict()["need_open_comment"] == 1
    assert NEWS.article_type == "news"


def test_limits_are_left_to_the_check() -> None:
    draft = NEWS_DRAFT.replace(media_id="", index=-1)
    assert [each.code for each in draft.check().errors] == ["empty_value", "index_out_of_range"]
    with pytest.raises(wd.InvalidDraftError):
        wd.NewsArticle(title="\ud800", content="x").to_json()


def test_crops() -> None:
    assert str(wd.CropBox(0, 0.1, 1.0, Decimal("0.60"))) == "0_0.1_1_0.6"
    assert str(wd.CropBox.fit(1200, 800, "1_1")) == "0.166667_0_0.833333_1"
    assert str(wd.CropBox.fit(1200, 800, "1_1", focus=(0, 0))) == "0_0_0.666666_1"
    assert wd.CropBox(0, 0, 1, 1) == wd.CropBox.parse("0.0_0_1_1.000")
    assert wd.CropBox(0, 0, 1, 0.000001).y2 == "0.000001"
    assert pickle.loads(pickle.dumps(wd.CropBox(0, 0, 1, 1))) == wd.CropBox(0, 0, 1, 1)


@pytest.mark.parametrize(
    "make",
    [
        lambda: wd.CropBox(1, 0, 0, 1),
        lambda: wd.CropBox(0, 0, 1, 2),
        lambda: wd.CropBox(0, 0, 1, 1 / 3),
        lambda: wd.CropBox(0, 0, 1, float("nan")),
        lambda: wd.CropBox.parse("0_0_1"),
        lambda: wd.CropBox.fit(0, 5, "1_1"),
        lambda: wd.CropBox.fit(10**10, 5, "1_1"),
        lambda: wd.CropBox.fit(5, 5, "4_3"),  # type: ignore[arg-type]
        lambda: wd.CropPercent("4_3", "0_0_1_1"),  # type: ignore[arg-type]
        lambda: wd.NewsArticle(title="T", content="x", pic_crop_1_1="0,0,1,1"),
    ],
)
def test_crops_that_are_none(make: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        make()


def test_what_only_seems_a_list_is_refused() -> None:
    wrong: Any
    for wrong in ({"image_list": []}, "ID", b"ID", None, 5, {"a", "b"}):
        with pytest.raises(TypeError, match="image_list"):
            wd.NewsPicArticle(title="T", content="c", image_info=wrong)
    with pytest.raises(TypeError, match="crop_percent_list"):
        wd.CoverInfo(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="pic_crop_1_1"):
        wd.NewsArticle(title="T", content="c", pic_crop_1_1=0)  # type: ignore[arg-type]


def test_subclasses_keep_working() -> None:
    class Signed(wd.NewsArticle):
        def to_dict(self) -> dict[str, Any]:
            return {**super().to_dict(), "author": "me"}

    article = Signed(title="T", content="x", thumb_media_id="I")
    assert wd.check_article(article).ok
    assert wd.DraftUpdate(media_id="M", index=0, articles=article).to_dict()["articles"]["author"]
    assert article.replace(title="U").title == "U"
    assert isinstance(article.replace(title="U"), Signed)


def test_articles_are_read_from_json_only() -> None:
    wrong: Any
    for wrong in (5, None, {}):
        with pytest.raises(TypeError, match="the article"):
            wd.NewsArticle.from_json(wrong)
    with pytest.raises(wd.InvalidDraftError):
        wd.NewsArticle.from_json("\ud800")


def test_a_focus_may_be_a_quotient() -> None:
    assert str(wd.CropBox.fit(1200, 800, "1_1", focus=(640 / 1201, 0.5)))
    wrong: Any
    for wrong in (5, (1,), (0, 0, 0), "0,0"):
        with pytest.raises(TypeError, match="focus"):
            wd.CropBox.fit(1200, 800, "1_1", focus=wrong)


def test_reports_on_parts_speak_of_json_only() -> None:
    with pytest.raises(wd.InvalidDraftError) as caught:
        wd.NewsArticle(title="\ud800", content="c").to_json()
    assert [error.code for error in caught.value.report.violations] == ["invalid_json"]
    with pytest.raises(wd.InvalidDraftError) as caught:
        wd.Image.from_json(b'{"image_media_id":"a"} x')
    assert [error.code for error in caught.value.report.violations] == ["invalid_json"]
