"""The client against the sandbox."""

from __future__ import annotations

import enum
import errno
import gc
import os
import pickle
import time
import weakref
from pathlib import Path

import pytest

import weixin_draft as wd
from weixin_draft.testing import Sandbox

ARTICLE = wd.NewsArticle(title="春季菜单", content="<p>周一起</p>", thumb_media_id="COVER")
DRAFT = wd.DraftUpdate(media_id=Sandbox.NEWS, index=0, articles=ARTICLE)


def test_update(client: wd.Client, sandbox: Sandbox) -> None:
    assert client.update(DRAFT) == wd.Response(errcode=0, errmsg="ok")
    for payload in (DRAFT.to_json(), DRAFT.to_json().decode(), DRAFT.to_dict()):
        assert client.update(payload).errcode == 0
    assert sandbox.draft(Sandbox.NEWS)["news_item"][0]["title"] == "春季菜单"
    bodies = {request["body"] for request in sandbox.requests()}
    assert bodies == {DRAFT.to_json().decode()}


def test_nothing_is_lost(sandbox: Sandbox) -> None:
    checker = wd.Checker(
        levels={"external_image": "warning", "unknown_field": "warning"}, drop_nulls=True
    )
    client = wd.Client(sandbox.TOKEN, base_url=sandbox.base_url, checker=checker)
    article = {"title": "T", "content": "<img src='http://a.cn/x.png'>", "author": None, "titel": 1}
    article["thumb_media_id"] = "COVER"
    response = client.update(draft={"media_id": Sandbox.NEWS, "index": 0, "articles": article})
    assert response == wd.Response(errcode=0, errmsg="ok")
    assert response.report is not None
    assert {"external_image", "unknown_field"} <= {each.code for each in response.report.warnings}
    assert "titel" not in sandbox.requests()[0]["body"]
    again = pickle.loads(pickle.dumps(response))
    assert (again, again.report, hash(again)) == (response, response.report, hash(response))
    assert client.base_url == sandbox.base_url


def test_nothing_is_sent_when_the_check_fails(client: wd.Client, sandbox: Sandbox) -> None:
    with pytest.raises(wd.InvalidDraftError) as caught:
        client.update({**DRAFT.to_dict(), "index": float("nan")})
    assert caught.value.report.errors[0].code == "invalid_json"
    assert sandbox.requests() == []


def test_refusals(client: wd.Client, sandbox: Sandbox) -> None:
    sandbox.fail_next("errcode", errcode=45009)
    with pytest.raises(wd.ApiError) as caught:
        client.update(DRAFT)
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.errcode, error.reaction) == (45009, "quota")
    assert error.rid
    assert error.rid in error.errmsg
    assert "1,000" in error.meaning
    assert "tomorrow" in error.action
    assert "45009" in str(error)
    sandbox.fail_next("errcode", errcode=123456, errmsg="new\x1b[2J")
    with pytest.raises(wd.ApiError, match=r"123456, \"new \[2J\"") as caught:
        client.update(DRAFT)
    assert (caught.value.meaning, caught.value.action, caught.value.rid) == (None, None, None)


def test_words_in_chinese(sandbox: Sandbox) -> None:
    checker = wd.Checker(lang="zh")
    client = wd.Client("nonsense", base_url=sandbox.base_url, checker=checker)
    with pytest.raises(wd.ApiError) as caught:
        client.update(DRAFT)
    assert caught.value.errcode == 40001
    assert caught.value.meaning == wd.ERRCODES[40001].meaning.zh


def test_transport(client: wd.Client, sandbox: Sandbox) -> None:
    for fault, kind, status in (
        ("cut", "connect", None),
        ("bad_gateway", "status", 502),
        ("not_json", "bad_answer", 200),
    ):
        sandbox.fail_next(fault)  # type: ignore[arg-type]
        with pytest.raises(wd.TransportError) as caught:
            client.update(DRAFT)
        error = pickle.loads(pickle.dumps(caught.value))
        assert (error.kind, error.status) == (kind, status)
        assert error.reason in ("cut", "gateway", "not_the_endpoints", "html")
        assert error.may_have_arrived is True
        assert str(error) == error.message != ""
        assert isinstance(error, wd.Error)


def test_timeout(sandbox: Sandbox) -> None:
    client = wd.Client(sandbox.TOKEN, base_url=sandbox.base_url, timeout=0.2)
    sandbox.fail_next("slow", milliseconds=3000)
    begin = time.monotonic()
    with pytest.raises(wd.TransportError) as caught:
        client.update(DRAFT)
    assert caught.value.kind == "timeout"
    assert time.monotonic() - begin < 1.5


def test_a_callable_is_asked_before_each_request(sandbox: Sandbox) -> None:
    # A token that the server refuses is asked for once more.
    tokens = iter(["nonsense", "nonsense", "nonsense", sandbox.TOKEN, sandbox.TOKEN])
    client = wd.Client(lambda: next(tokens), base_url=sandbox.base_url)
    with pytest.raises(wd.InvalidDraftError):
        client.update(b"{}")
    with pytest.raises(wd.ApiError):
        client.update(DRAFT)
    assert client.update(DRAFT).errcode == 0
    assert client.update(DRAFT).errcode == 0
    with pytest.raises(StopIteration):
        client.update(DRAFT)
    with pytest.raises(TypeError):
        wd.Client(lambda: 5, base_url=sandbox.base_url).update(DRAFT)  # type: ignore[arg-type, return-value]


def test_wrong_settings() -> None:
    with pytest.raises(TypeError):
        wd.Client(5)  # type: ignore[arg-type]
    for timeout in (0, -1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="seconds"):
            wd.Client("T", timeout=timeout)
    with pytest.raises(ValueError, match="86,400"):
        wd.Client("T", timeout=1e30)
    with pytest.raises(TypeError, match="connect_timeout"):
        wd.Client("T", timeout=(3, 5))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="strip"):
        wd.Client("SECRET\n")
    with pytest.raises(ValueError, match="https"):
        wd.Client("T", base_url="http://example.com")


def test_the_token_is_nowhere_to_be_seen(sandbox: Sandbox) -> None:
    token = "very-secret-token-of-some-length"
    client = wd.Client(token, base_url=sandbox.base_url)
    with pytest.raises(wd.ApiError) as caught:
        client.update(DRAFT)
    assert token not in f"{client!r} {caught.value!r} {caught.value}"


def test_closed(client: wd.Client) -> None:
    client.close()
    with pytest.raises(ValueError, match="closed"):
        client.update(DRAFT)


def test_a_fork_gets_its_own_answers(client: wd.Client) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("there is no fork here")
    wrong = wd.DraftUpdate(media_id=Sandbox.NEWS, index=9, articles=ARTICLE)
    client.update(DRAFT)
    for _ in range(20):
        child = os.fork()
        if child == 0:
            # Leaves without the clean-up that belongs to the parent.
            os._exit(client.update(DRAFT).errcode)
        with pytest.raises(wd.ApiError) as caught:
            client.update(wrong)
        assert caught.value.errcode == 40114
        assert os.waitpid(child, 0)[1] == 0


class Publisher:
    """Its token is a method, which leads back to the client."""

    def __init__(self, base_url: str) -> None:
        self.client = wd.Client(self.token, base_url=base_url)

    def token(self) -> str:
        return Sandbox.TOKEN


def test_clients_are_collected(sandbox: Sandbox) -> None:
    publishers = [Publisher(sandbox.base_url) for _ in range(10)]
    assert {publisher.client.update(DRAFT).errcode for publisher in publishers} == {0}
    alive = [weakref.ref(publisher) for publisher in publishers]
    del publishers
    gc.collect()
    assert [reference for reference in alive if reference() is not None] == []


def test_a_token_that_cannot_be_sent_is_not_quoted() -> None:
    with pytest.raises(ValueError, match="access_token") as caught:
        wd.Client("SECRET\ud800")
    assert "SECRET" not in repr(caught.value)
    assert b"SECRET" not in pickle.dumps(caught.value)


def test_faults_with_fields_nobody_knows(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="no fields"):
        sandbox.fail_next("cut", errcode=5)
    for times in (0, -1, 2**40):
        with pytest.raises(ValueError, match="times"):
            sandbox.fail_next("cut", times=times)
    with pytest.raises(ValueError, match="65535"):
        Sandbox(70000)


def test_refusals_match_by_position(client: wd.Client, sandbox: Sandbox) -> None:
    sandbox.fail_next("errcode", errcode=45009)
    try:
        client.update(DRAFT)
    except wd.Error as error:
        match error:
            case wd.ApiError(45009):
                return
    pytest.fail("no match")


def test_a_port_that_is_taken() -> None:
    with Sandbox() as first:
        port = int(first.base_url.rpartition(":")[2])
        with pytest.raises(OSError, match="in use") as caught:
            Sandbox(port)
        assert caught.value.errno == errno.EADDRINUSE


class Key(str, enum.Enum):
    """A text by another name."""

    IMAGE = "IMAGE_1"


def test_texts_of_an_enum_are_sent_as_their_values(sandbox: Sandbox, client: wd.Client) -> None:
    article = wd.NewsPicArticle(title=Key.IMAGE, content="x", image_info=[Key.IMAGE])
    assert article.to_dict()["title"] == "IMAGE_1"
    client.update(wd.DraftUpdate(media_id=Sandbox.NEWSPIC, index=0, articles=article))
    assert '"image_media_id":"IMAGE_1"' in sandbox.requests()[0]["body"]


@pytest.mark.parametrize("proxy", ["htp://proxy.corp:3128", "http://", "://", "ftp://proxy:21"])
def test_a_proxy_that_is_none_is_said_at_once(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="proxy is no proxy's address"):
        wd.Client("T", proxy=proxy)
    for name in ("ALL_PROXY", "HTTPS_PROXY", "http_proxy"):
        monkeypatch.setenv(name, proxy)
        with pytest.raises(ValueError, match=f"{name} is no proxy's address"):
            wd.Client("T")
        wd.Client("T", proxy_from_env=False)
        monkeypatch.delenv(name)
    wd.Client("T", proxy="http://user:secret@proxy.example:3128")


def test_authorities(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ca.pem"
    with pytest.raises(FileNotFoundError):
        wd.Client("T", ca_file=file)
    file.write_text("no certificate")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    for settings in ({}, {"ca_file": str(file)}):
        with pytest.raises(ValueError, match="ca_file holds no certificate"):
            wd.Client("T", **settings)  # type: ignore[arg-type]


def test_a_line_a_call(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "weixin_draft"):
        wd.Client(sandbox.TOKEN, base_url=sandbox.base_url).update(DRAFT)
        with pytest.raises(wd.ApiError):
            wd.Client("very-secret-token", base_url=sandbox.base_url).update(DRAFT)
    lines = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert [level for level, _ in lines] == ["INFO", "WARNING"]
    assert lines[0][1].startswith("update: ok after 0.")
    assert lines[1][1].startswith("update: ApiError after ")
    assert "secret" not in caplog.text


def test_faults_of_wrong_types_are_told_in_words_of_python(sandbox: Sandbox) -> None:
    with pytest.raises(TypeError, match="errcode is an int, not str"):
        sandbox.fail_next("errcode", errcode="1")
    with pytest.raises(ValueError, match="1 or more"):
        sandbox.fail_next("cut", times=0)
