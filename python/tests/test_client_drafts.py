"""The client's calls on drafts, against the sandbox."""

from __future__ import annotations

import asyncio
import pickle
import threading
import time
import traceback
from typing import Any

import pytest

import weixin_draft as wd
from weixin_draft.testing import Sandbox

NEWS = Sandbox.NEWS


def calls(sandbox: Sandbox) -> list[str]:
    return [request["path"].partition("?")[0].rpartition("/")[2] for request in sandbox.requests()]


def test_a_draft_is_read(client: wd.Client) -> None:
    draft = client.get(NEWS)
    assert isinstance(draft, wd.Draft)
    assert draft.news_item[0]["title"] == "Spring menu"
    assert [article.title for article in draft.articles] == ["Spring menu", "Opening hours"]
    assert draft.update_time
    with pytest.raises(wd.GoneError, match="NO_DRAFT") as caught:
        client.get("NO_DRAFT")
    assert (caught.value.media_id, caught.value.index) == ("NO_DRAFT", None)
    assert pickle.loads(pickle.dumps(caught.value)).media_id == "NO_DRAFT"


def test_drafts_are_added_and_listed(client: wd.Client, sandbox: Sandbox) -> None:
    article = wd.NewsArticle(title="T", content="<p>x</p>", thumb_media_id="C")
    added = client.add([article, article.to_dict()])
    assert added.report.ok
    assert len(sandbox.draft(added.media_id)["news_item"]) == 2
    listed = client.list()
    assert ("T", "T") in [draft.titles for draft in listed]
    assert len(client.list(1)) == 1
    with pytest.raises(wd.InvalidDraftError) as caught:
        client.add([{"title": "T", "content": "x"}])
    assert caught.value.report.errors[0].path == "/articles/0/thumb_media_id"
    before = len(sandbox.drafts())
    sandbox.fail_next("cut_after", endpoint="draft/add")
    with pytest.raises(wd.TransportError) as failed:
        client.add([article])
    assert failed.value.may_have_arrived
    assert "may have been added" in str(failed.value)
    assert len(sandbox.drafts()) == before + 1


def test_fields_are_edited(client: wd.Client, sandbox: Sandbox) -> None:
    before = sandbox.draft(NEWS)["news_item"][0]
    edited = client.edit(NEWS, 0, {"title": "夏季菜单", "author": None})
    assert (edited.before.title, edited.after and edited.after.title) == ("Spring menu", "夏季菜单")
    assert edited.stored.violations == []
    after = sandbox.draft(NEWS)["news_item"][0]
    assert after["author"] == ""
    for name in ("content", "digest", "thumb_media_id", "cover_info", "need_open_comment"):
        assert after[name] == before[name]
    edited = client.edit(NEWS, 0, {"content": '<a href="https://example.com">x</a>'})
    assert [finding.code for finding in edited.stored.violations] == ["stored_link_lost"]
    assert edited.unread is None


def test_an_edit_whose_result_cannot_be_read_says_why(client: wd.Client, sandbox: Sandbox) -> None:
    # Two calls read the draft before the update, the third reads it after.
    sandbox.fail_next("errcode", errcode=45009, endpoint="draft/get", after=2, times=9)
    edited = client.edit(NEWS, 0, {"title": "New"})
    assert (edited.after, edited.stored.violations) == (None, [])
    assert isinstance(edited.unread, wd.ApiError)
    assert (edited.unread.errcode, edited.unread.endpoint) == (45009, "draft/get")
    copy = pickle.loads(pickle.dumps(edited))
    assert (copy.before, copy.unread.errcode) == (edited.before, 45009)
    assert sandbox.draft(NEWS)["news_item"][0]["title"] == "New"


def test_an_article_is_edited_by_a_function(client: wd.Client, sandbox: Sandbox) -> None:
    def louder(article: wd.NewsArticle | wd.NewsPicArticle) -> dict[str, object]:
        return {**article.to_dict(), "title": article.title.upper()}

    client.edit(NEWS, 0, louder)
    assert sandbox.draft(NEWS)["news_item"][0]["title"] == "SPRING MENU"

    def broken(article: object) -> None:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        client.edit(NEWS, 0, broken)
    with pytest.raises(TypeError, match="None"):
        client.edit(NEWS, 0, lambda article: None)
    with pytest.raises(wd.InvalidDraftError):
        client.edit(NEWS, 0, {"titel": "x"})
    with pytest.raises(TypeError):
        client.edit(NEWS, 0, 5)  # type: ignore[arg-type]


def test_somebody_elses_edit_is_left_alone(client: wd.Client, sandbox: Sandbox) -> None:
    def change(article: wd.NewsArticle | wd.NewsPicArticle) -> dict[str, object]:
        sandbox.edit(NEWS, 0, {"author": "Them"})
        return {**article.to_dict(), "title": "Ours"}

    with pytest.raises(wd.ConflictError, match="somebody else") as caught:
        client.edit(NEWS, 0, change)
    conflict = pickle.loads(pickle.dumps(caught.value))
    assert (conflict.media_id, conflict.index, conflict.may_have_arrived) == (NEWS, 0, False)
    assert (conflict.expected.author, conflict.found.author) == ("Kitchen", "Them")
    assert (conflict.changed, conflict.sent) == (("author",), None)
    assert calls(sandbox) == ["get", "get"]


def test_a_conflict_after_a_lost_answer_has_what_was_sent(
    client: wd.Client, sandbox: Sandbox
) -> None:
    sandbox.fail_next("cut_after")
    # Somebody else is there before the draft is read again.
    sandbox.fail_next(
        "edit", endpoint="draft/get", after=2, media_id=NEWS, index=0, fields={"author": "Them"}
    )
    with pytest.raises(wd.ConflictError) as caught:
        client.edit(NEWS, 0, {"title": "Ours"})
    conflict = pickle.loads(pickle.dumps(caught.value))
    assert (conflict.may_have_arrived, conflict.changed) == (True, ("author",))
    assert (conflict.expected.title, conflict.sent.title) == ("Spring menu", "Ours")
    assert (conflict.found.title, conflict.found.author) == ("Ours", "Them")


def test_warnings_come_with_the_answer(client: wd.Client) -> None:
    article = wd.NewsArticle(
        title="T", content="<p>x</p>", thumb_media_id="C", only_fans_can_comment=True
    )
    response = client.update(wd.DraftUpdate(media_id=NEWS, index=0, articles=article))
    assert [warning.code for warning in response.report.warnings] == ["fans_only_without_comments"]
    assert pickle.loads(pickle.dumps(response)).report == response.report


def test_tokens_are_fetched_once_for_all_threads(sandbox: Sandbox) -> None:
    account = wd.StableToken(sandbox.APPID, sandbox.SECRET)
    client = wd.Client(account, base_url=sandbox.base_url)
    client.get(NEWS)
    sandbox.expire_token()
    failures: list[BaseException] = []

    def read() -> None:
        try:
            client.get(NEWS)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert calls(sandbox).count("stable_token") == 2


def test_secrets_are_nowhere_to_be_seen(sandbox: Sandbox) -> None:
    secret = "Q" * 32
    account = wd.StableToken("wx-appid", secret)
    client = wd.Client(account, base_url=sandbox.base_url)
    with pytest.raises(wd.ApiError) as caught:
        client.get(NEWS)
    assert (caught.value.errcode, caught.value.endpoint) == (40013, "stable_token")
    error = caught.value
    shown = "".join(
        traceback.TracebackException.from_exception(error, capture_locals=True).format()
    ).replace(repr(secret), "")
    for text in (shown, repr(account), str(account), repr(client), repr(error), str(error)):
        assert "QQQ" not in text
    for value in (account, client):
        with pytest.raises(TypeError):
            pickle.dumps(value)


def test_a_client_that_cannot_be_made_shows_nothing(sandbox: Sandbox) -> None:
    """Not even where a traceback has the values of local variables."""
    settings: list[dict[str, Any]] = [
        {"base_url": "http://user:QQQ@gateway.example"},
        {"proxy": "htp://user:QQQ@proxy.example"},
        {"nothing": "QQQ"},
    ]
    for wrong in settings:
        for kind in (wd.Client, wd.AsyncClient):
            with pytest.raises((TypeError, ValueError)) as caught:
                kind("Q" * 32, **wrong)
            # This function's own variables aside.
            ours = caught.value.__traceback__
            assert ours is not None
            shown = "".join(
                traceback.TracebackException(
                    type(caught.value), caught.value, ours.tb_next, capture_locals=True
                ).format()
            )
            assert "QQQ" not in shown
    with wd.Client("Q" * 32, base_url=sandbox.base_url, proxy="http://u:QQQ@127.0.0.1:1") as client:
        assert "QQQ" not in repr(client)


def test_what_cannot_be_a_token_is_not_sent(sandbox: Sandbox) -> None:
    for token in ("", "None", '{"errcode":40164}', "a b"):
        with pytest.raises(wd.TokenError):
            wd.Client(token, base_url=sandbox.base_url).get(NEWS)
    assert sandbox.requests() == []


def test_causes() -> None:
    with Sandbox() as closed:
        base_url = closed.base_url
    with pytest.raises(wd.TransportError) as caught:
        wd.Client("TOKEN", base_url=base_url).get(NEWS)
    error = caught.value
    assert isinstance(error.__cause__, ConnectionRefusedError)
    assert error.errno == error.__cause__.errno
    assert (error.kind, error.reason, error.may_have_arrived) == ("connect", "refused", False)


def test_coroutines(sandbox: Sandbox) -> None:
    async def work() -> None:
        account = wd.StableToken(sandbox.APPID, sandbox.SECRET)
        async with wd.AsyncClient(account, base_url=sandbox.base_url) as client:
            drafts = await asyncio.gather(*(client.get(NEWS) for _ in range(20)))
            assert {draft.media_id for draft in drafts} == {NEWS}
            await client.edit(NEWS, 0, {"title": "Async"})
            article = wd.NewsArticle(title="T", content="x", thumb_media_id="C")
            added = await client.add([article])
            draft = wd.DraftUpdate(media_id=added.media_id, index=0, articles=article)
            assert (await client.update(draft)).errcode == 0
            assert len(await client.list()) == 3
        with pytest.raises(ValueError, match="closed"):
            await client.get(NEWS)

    asyncio.run(work())
    assert calls(sandbox).count("stable_token") == 1
    assert sandbox.draft(NEWS)["news_item"][0]["title"] == "Async"


def test_a_cancelled_coroutine_ends_at_once(sandbox: Sandbox) -> None:
    sandbox.fail_next("slow", milliseconds=20_000, endpoint="draft/get", times=40)

    async def work() -> None:
        async with wd.AsyncClient(sandbox.TOKEN, base_url=sandbox.base_url) as client:
            # More than can be under way at once.
            tasks = [asyncio.ensure_future(client.edit(NEWS, 0, {"title": "x"})) for _ in range(40)]
            while len(sandbox.requests()) < 32:
                await asyncio.sleep(0.01)
            begin = time.monotonic()
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            assert all(isinstance(result, asyncio.CancelledError) for result in results)
            assert time.monotonic() - begin < 2

    begin = time.monotonic()
    asyncio.run(work())
    assert time.monotonic() - begin < 10
    time.sleep(0.3)  # The sandbox reads what had been sent already.
    made = len(sandbox.requests())
    time.sleep(0.5)
    assert len(sandbox.requests()) == made, "nothing is sent any more"
    assert set(calls(sandbox)) == {"get"}
