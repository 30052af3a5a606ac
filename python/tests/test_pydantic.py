"""Models and reports as fields of pydantic models, and in FastAPI."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest

import weixin_draft as wd
from weixin_draft.payloads import DraftUpdatePayload

pydantic = pytest.importorskip("pydantic")

ARTICLE = {"title": "T", "content": "<p>x</p>", "thumb_media_id": "C", "need_open_comment": 1}
CROPPED = {**ARTICLE, "pic_crop_1_1": "0.25_0_0.75_1"}
GOOD = {"media_id": "M", "index": 0, "articles": CROPPED}
PICTURES = {
    "article_type": "newspic",
    "title": "T",
    "content": "x",
    "image_info": {"image_list": [{"image_media_id": "I"}]},
}


class Job(pydantic.BaseModel):  # type: ignore[misc, name-defined]
    draft: wd.DraftUpdate
    report: wd.Report | None = None


class Article(pydantic.BaseModel):  # type: ignore[misc, name-defined]
    article: wd.NewsArticle | wd.NewsPicArticle


def errors(make: Any) -> list[tuple[str, tuple[Any, ...]]]:
    with pytest.raises(pydantic.ValidationError) as caught:
        make()
    return [(each["type"], each["loc"]) for each in caught.value.errors()]


@pytest.mark.parametrize("given", [GOOD, json.dumps(GOOD), json.dumps(GOOD).encode()])
def test_in_and_out(given: Any) -> None:
    job = Job(draft=given)
    assert job.draft == wd.validate(GOOD)
    wire = {**GOOD, "articles": {"article_type": "news", **CROPPED}}
    assert job.model_dump()["draft"] == wire
    assert json.loads(job.model_dump_json())["draft"] == wire
    assert wd.check(job.model_dump()["draft"]).ok
    assert Job.model_validate_json(job.model_dump_json()) == job
    assert Job(draft=job.draft).draft is job.draft


def test_every_rule_counts_and_has_its_place() -> None:
    bad = {
        "media_id": "M",
        "index": "0",
        "articles": {
            **PICTURES,
            "titel": 1,
            "image_info": {"image_list": [{"image_media_id": "I"}, {"image_media_id": 5}]},
        },
    }
    expected = {
        ("wrong_type", ("draft", "index")),
        ("unknown_field", ("draft", "articles", "titel")),
        (
            "wrong_type",
            ("draft", "articles", "image_info", "image_list", 1, "image_media_id"),
        ),
    }
    for make in (
        lambda: Job(draft=bad),
        lambda: Job.model_validate_json(json.dumps({"draft": bad})),
        lambda: Job(draft=json.dumps(bad)),
    ):
        assert {*errors(make)} == expected
    with pytest.raises(pydantic.ValidationError) as caught:
        Job(draft=bad)
    messages = {each["msg"] for each in caught.value.errors()}
    assert messages == {each.message for each in wd.check(bad).errors}
    assert [each["input"] for each in caught.value.errors() if each["loc"][-1] == "index"] == ["0"]
    for slip in (5, None, object()):
        assert errors(lambda slip=slip: Job(draft=slip))[0][1] == ("draft",)


def test_articles_and_parts() -> None:
    assert isinstance(Article(article=ARTICLE).article, wd.NewsArticle)
    assert isinstance(Article(article=PICTURES).article, wd.NewsPicArticle)
    adapter = pydantic.TypeAdapter(wd.CropBox)
    crop = adapter.validate_python("0_0_1_1")
    assert crop == wd.CropBox(0, 0, 1, 1)
    assert adapter.dump_json(crop) == b'"0_0_1_1"'
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python("0_0_0_0")
    images = pydantic.TypeAdapter(wd.ImageInfo)
    assert images.validate_python({"image_list": ["I"]}) == wd.ImageInfo(["I"])
    assert errors(lambda: images.validate_python({"images": []}))[0][0] == "not_a_ImageInfo"


def test_a_checker_as_an_annotation() -> None:
    checker = wd.Checker(levels={"external_image": "warning"}, drop_nulls=True)
    adapter = pydantic.TypeAdapter(Annotated[wd.DraftUpdate, checker])
    content = "<img src='http://a.cn/x.png'>"
    payload = {**GOOD, "articles": {**ARTICLE, "content": content, "author": None}}
    assert adapter.validate_python(payload).articles.author is None
    assert errors(lambda: pydantic.TypeAdapter(wd.DraftUpdate).validate_python(payload))
    with pytest.raises(TypeError, match="annotates a model"):
        pydantic.TypeAdapter(Annotated[int, checker])


def test_reports() -> None:
    report = wd.check({"media_id": "M"})
    job = Job(draft=GOOD, report=report)
    assert job.model_dump()["report"] == report.to_dict()
    assert Job.model_validate_json(job.model_dump_json()).report == report
    assert errors(lambda: Job(draft=GOOD, report={"ok": True}))[0][1] == ("report",)


def test_the_schema_is_the_published_one() -> None:
    definitions = Job.model_json_schema()["$defs"]
    published = wd.json_schema()
    assert (
        definitions["DraftUpdate"]["properties"]["media_id"]
        == (published["properties"]["media_id"])
    )
    for name in ("NewsArticle", "NewsPicArticle", "ImageInfo", "CropPercent"):
        ours, theirs = definitions[name], published["$defs"][name]
        assert ours["properties"] == theirs["properties"]
        assert ours["required" if "required" in theirs else "type"]
    assert definitions["Report"]["required"] == ["ok", "violations"]
    for mode in ("validation", "serialization"):
        assert pydantic.TypeAdapter(wd.DraftUpdate).json_schema(mode=mode)["title"] == "DraftUpdate"


def app() -> Any:
    fastapi = pytest.importorskip("fastapi")
    pytest.importorskip("httpx")
    app = fastapi.FastAPI()

    def send(draft: wd.DraftUpdate) -> wd.DraftUpdate:
        return draft

    def judge(draft: dict[str, object]) -> wd.Report:
        return wd.check(draft)

    # Not as strings, which FastAPI would look for at the module's level.
    send.__annotations__ = {"draft": wd.DraftUpdate, "return": wd.DraftUpdate}
    judge.__annotations__ = {"draft": dict[str, object], "return": wd.Report}
    app.post("/drafts")(send)
    app.post("/reports")(judge)
    return app


def test_fastapi() -> None:
    testclient = pytest.importorskip("fastapi.testclient")
    client = testclient.TestClient(app())
    answer = client.post("/drafts", json=GOOD)
    assert answer.status_code == 200
    assert wd.check(answer.json()).ok
    answer = client.post("/drafts", json={**GOOD, "index": "0"})
    assert answer.status_code == 422
    [error] = answer.json()["detail"]
    assert (error["type"], error["loc"]) == ("wrong_type", ["body", "index"])
    answer = client.post("/reports", json={"media_id": "M"})
    assert answer.json() == wd.check({"media_id": "M"}).to_dict()


def test_fastapi_shows_the_published_schema() -> None:
    document = app().openapi()
    body = document["paths"]["/drafts"]["post"]["requestBody"]["content"]["application/json"]
    assert body["schema"] == {"$ref": "#/components/schemas/DraftUpdate"}
    schemas = document["components"]["schemas"]
    published = wd.json_schema()["$defs"]["NewsArticle"]["properties"]
    assert schemas["NewsArticle"]["properties"]["title"] == published["title"]
    assert "#/$defs/" not in json.dumps(document)


def test_payload_types_are_taken() -> None:
    payload = pydantic.TypeAdapter(DraftUpdatePayload).validate_python(GOOD)
    assert wd.check(payload).ok
