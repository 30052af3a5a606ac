"""A local stand-in for the endpoint, for tests.

    from weixin_draft import Client
    from weixin_draft.testing import Sandbox

    with Sandbox() as sandbox:
        client = Client(sandbox.TOKEN, base_url=sandbox.base_url)

It runs inside this process on a thread of its own, listens on 127.0.0.1 only,
and shares no code with the rules of `check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from . import _core

if TYPE_CHECKING:
    from types import TracebackType

Fault = Literal[
    "errcode",
    "slow",
    "cut",
    "cut_after",
    "late",
    "firewall",
    "status",
    "edit",
    "gone",
    "truncated",
    "bad_gateway",
    "redirect",
    "oversized",
    "not_json",
    "invalid_utf8",
    "string_errcode",
    "text_plain",
]
"""What can be made to go wrong with a call."""


_NUMBERS = {"bytes", "errcode", "index", "milliseconds", "status"}


class Sandbox:
    """A running sandbox; a context manager, and closed by `close` otherwise.

    Args:
        port: the port to listen on; 0 for any free one.

    Raises:
        OSError: the port is taken.
        ValueError: there is no such port.
    """

    TOKEN: str = _core.Sandbox.TOKEN
    """The one good access token."""
    APPID: str = _core.Sandbox.APPID
    """The appid that is given tokens."""
    SECRET: str = _core.Sandbox.SECRET
    """The secret that goes with it."""
    NEWS: str = _core.Sandbox.NEWS
    """The media id of a draft with two news articles (图文消息)."""
    NEWSPIC: str = _core.Sandbox.NEWSPIC
    """The media id of a draft with one picture message (图片消息)."""

    def __init__(self, port: int = 0) -> None:
        if not 0 <= port < 2**16:
            raise ValueError("port is a number from 0, any free one, to 65535")
        self._server = _core.Sandbox(port)
        self.base_url: str = self._server.base_url
        """The address to give to a client."""

    def fail_next(
        self,
        fault: Fault,
        *,
        times: int = 1,
        endpoint: str = "draft/update",
        after: int = 0,
        **fields: object,
    ) -> None:
        """Lets the next calls go wrong.

            sandbox.fail_next("errcode", errcode=45009)
            sandbox.fail_next("slow", milliseconds=500)
            sandbox.fail_next("cut", times=3)

        Args:
            fault: what goes wrong.
            times: for how many calls.
            endpoint: of which: "draft/update", "draft/get", "draft/add",
                "draft/batchget" or "stable_token".
            after: how many calls go well before.
            fields: `errcode` and `errmsg` for "errcode", `milliseconds` for
                "slow", `location` for "redirect", `bytes` for "oversized", `status`
                for "status", `media_id`, `index` and `fields` for "edit", `media_id`
                for "gone".

        Raises:
            TypeError: a number is of another type.
            ValueError: no such fault, or wrong fields for it.
        """
        for name in _NUMBERS & fields.keys():
            if not isinstance(fields[name], int):
                raise TypeError(f"{name} is an int, not {type(fields[name]).__name__}")
        if not 0 < times < 2**32:
            raise ValueError("times is a number of updates: 1 or more")
        self._server.fail({"fault": fault, **fields}, times, endpoint, after)

    def edit(self, media_id: str, index: int, fields: dict[str, Any]) -> None:
        """Changes fields of an article, as somebody else's edit does.

        Raises:
            KeyError: there is no such article.
        """
        if not self._server.edit(media_id, index, fields):
            raise KeyError(media_id)

    def delete(self, media_id: str) -> None:
        """Takes a draft away, as deleting or publishing it does.

        Raises:
            KeyError: there is no such draft.
        """
        if not self._server.delete(media_id):
            raise KeyError(media_id)

    def expire_token(self) -> None:
        """Ends the access token; stable_token gives another."""
        self._server.expire_token()

    def drafts(self) -> dict[str, Any]:
        """Every draft by its media id, each as draft/get answers with it."""
        return self._server.drafts()

    def draft(self, media_id: str) -> dict[str, Any]:
        """One draft, as draft/get answers with it.

        Raises:
            KeyError: there is no such draft.
        """
        draft: dict[str, Any] = self.drafts()[media_id]
        return draft

    def requests(self) -> list[dict[str, Any]]:
        """The requests that came in, oldest first: `method`, `path`,
        `content_type` and `body`, tokens masked."""
        return self._server.requests()

    def reset(self) -> None:
        """Back to the start: the first drafts, no requests, no faults."""
        self._server.reset()

    def close(self) -> None:
        """Stops the sandbox. A second call does nothing."""
        self._server.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Sandbox {self.base_url}>"
