"""Pictures are taken to the vendor."""

from __future__ import annotations

import base64
import json
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import weixin_draft as wd
from conftest import ROOT
from weixin_draft.testing import Sandbox

PHOTO = ROOT / "examples" / "pictures" / "photo.jpg"


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[wd.Client]:
    checker = wd.Checker(image_hosts=["127.0.0.1"])
    with wd.Client(sandbox.TOKEN, base_url=sandbox.base_url, checker=checker) as client:
        yield client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(PHOTO, tmp_path / "photo.jpg")
    return tmp_path


def uploads(sandbox: Sandbox) -> int:
    return sum("media/uploadimg" in json.dumps(each) for each in sandbox.requests())


def news(content: str) -> wd.NewsArticle:
    return wd.NewsArticle(title="T", content=content, thumb_media_id="C")


def test_a_model_comes_back_as_a_model(client: wd.Client, sandbox: Sandbox, folder: Path) -> None:
    content = "<p>春</p><img src='photo.jpg'><p style='background:url(photo.jpg)'>"
    draft = wd.DraftUpdate(media_id=sandbox.NEWS, index=0, articles=news(content))
    uploaded = wd.Pictures(client, folder=folder).upload(draft)
    assert uploaded.ok
    assert isinstance(uploaded.payload, wd.DraftUpdate)
    assert client.update(uploaded.payload).errcode == 0
    first, second = uploaded.places
    assert (first.element, first.attribute, first.address, first.kind) == (
        *("img", "src"),
        *("photo.jpg", "local"),
    )
    assert (second.element, second.attribute) == ("p", "style")
    assert (first.format, first.size, first.uploaded) == ("jpeg", PHOTO.stat().st_size, True)
    assert first.new_address == second.new_address
    assert str(first.new_address) in sandbox.draft(sandbox.NEWS)["news_item"][0]["content"]
    article = wd.Pictures(client, folder=folder).upload(draft.articles).payload
    assert isinstance(article, wd.NewsArticle)
    assert article.thumb_media_id == "C"


def test_other_requests_come_back_as_json(client: wd.Client, folder: Path) -> None:
    pictures = wd.Pictures(client, folder=folder)
    article = {"title": "T", "content": "<img src=photo.jpg>", "anything": None}
    for payload in (article, {"articles": [article]}, json.dumps(article)):
        uploaded = pictures.upload(payload)
        assert isinstance(uploaded.payload, bytes)
        assert [place.problem for place in uploaded.places] == [None]
        assert b"photo.jpg" not in uploaded.payload.replace(b"sandbox", b"")
        assert b'"anything"' in uploaded.payload
    with pytest.raises(wd.InvalidDraftError):
        pictures.upload(b"[]")
    with pytest.raises(TypeError, match="read_bytes"):
        pictures.upload(folder)  # type: ignore[call-overload]


def test_a_content(client: wd.Client, folder: Path) -> None:
    pictures = wd.Pictures(client, folder=folder)
    for html in ("é<img src=photo.jpg>", "é<img src=photo.jpg>".encode()):
        uploaded = pictures.upload_content(html)
        assert uploaded.payload == f"é<img src={uploaded.places[0].new_address}>"
    with pytest.raises(TypeError):
        pictures.upload_content(5)  # type: ignore[arg-type]


def test_what_cannot_be_taken_stays(client: wd.Client, sandbox: Sandbox, folder: Path) -> None:
    (folder / "text.png").write_text("no picture")
    content = "<img src=none.png><img src=../a.png><img src=text.png><img src=photo.jpg>"
    content += "<img src=http://127.0.0.1/a.png><img src='{{a}}'>"
    uploaded = wd.Pictures(client, folder=folder).upload(news(content))
    assert not uploaded.ok
    assert [place.problem is None for place in uploaded.places] == [False] * 3 + [True] + [
        False
    ] * 2
    assert len(uploaded.problems) == 5
    assert uploaded.payload.content.startswith("<img src=none.png><img src=../a.png>")
    with pytest.raises(wd.InvalidDraftError):
        client.update({"media_id": sandbox.NEWS, "index": 0, "articles": uploaded.payload})


def test_a_refused_upload_is_told(sandbox: Sandbox, folder: Path) -> None:
    checker = wd.Checker(lang="zh")
    with wd.Client("WRONG", base_url=sandbox.base_url, checker=checker) as client:
        pictures = wd.Pictures(client, folder=folder)
        [place] = pictures.upload_content("<img src=photo.jpg>").places
        assert "40001" in str(place.problem)
        assert "WRONG" not in repr(place)
        with pytest.raises(wd.ApiError, match="40001"):
            pictures.cover(PHOTO)


def test_uploads_are_remembered(client: wd.Client, sandbox: Sandbox, folder: Path) -> None:
    settings: dict[str, Any] = {"folder": folder, "account": "wx1", "cache": folder / "cache.json"}
    for is_new in (True, False):
        [place] = wd.Pictures(client, **settings).upload_content("<img src=photo.jpg>").places
        assert place.new_address
        assert place.uploaded is is_new
    assert uploads(sandbox) == 1
    [place] = wd.Pictures(client, folder=folder).upload_content("<img src=photo.jpg>").places
    assert place.uploaded


def test_a_data_address(client: wd.Client) -> None:
    data = base64.b64encode(PHOTO.read_bytes()).decode()
    uploaded = wd.Pictures(client).upload_content(f"<img src=data:image/jpeg;base64,{data}>")
    assert uploaded.ok
    assert "base64" not in uploaded.payload


def test_a_cover(client: wd.Client, sandbox: Sandbox) -> None:
    cover = wd.Pictures(client).cover(PHOTO, focus=(0.3, 0.5))
    assert (cover.width, cover.height) == (900, 600)
    assert [crop.ratio for crop in cover.crops] == ["1_1", "16_9", "2.35_1"]
    article = news("x").replace(**cover.fields)
    assert article.thumb_media_id == cover.media_id
    assert article.pic_crop_1_1 == wd.CropBox.fit(900, 600, "1_1", focus=(0.3, 0.5))
    assert (
        client.update(wd.DraftUpdate(media_id=sandbox.NEWS, index=0, articles=article)).errcode == 0
    )
    assert len(cover.cover_info.crop_percent_list) == 3


def test_a_cover_that_is_none(client: wd.Client, sandbox: Sandbox, tmp_path: Path) -> None:
    pictures = wd.Pictures(client)
    with pytest.raises(wd.PictureError, match="no such file") as caught:
        pictures.cover(tmp_path / "none.jpg")
    assert caught.value.picture == str(tmp_path / "none.jpg")
    with pytest.raises(wd.PictureError, match="not a public one"):
        pictures.cover("http://127.0.0.1/a.png")
    before = len(sandbox.requests())
    with pytest.raises(ValueError, match="focus"):
        pictures.cover(PHOTO, focus=(2, 0.5))
    assert len(sandbox.requests()) == before


def test_settings_that_are_none(client: wd.Client) -> None:
    with pytest.raises(ValueError, match="jobs"):
        wd.Pictures(client, jobs=0)
    with pytest.raises(TypeError, match="client"):
        wd.Pictures("TOKEN")  # type: ignore[arg-type]
    client.close()
    with pytest.raises(ValueError, match="closed"):
        wd.Pictures(client).upload_content("<img src=a.png>")


def test_ctrl_c_ends_an_upload(client: wd.Client, sandbox: Sandbox, folder: Path) -> None:
    sandbox.fail_next("slow", milliseconds=5000, endpoint="media/uploadimg")
    # Whoever starts the tests in the background may have signals ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    begin = time.monotonic()
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            wd.Pictures(client, folder=folder).upload_content("<img src=photo.jpg>")
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - begin < 3
