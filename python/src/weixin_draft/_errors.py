"""The exceptions."""

from __future__ import annotations

from . import _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from ._core import ErrorCode, Report
    from .models import NewsArticle, NewsPicArticle


class Error(Exception):
    """What all exceptions of this package have in common."""


class InvalidDraftError(Error, ValueError):
    """The request breaks rules; nothing was sent.

    Attributes:
        report: every violation.
    """

    __match_args__ = ("report",)

    report: Report

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        if self.report.lang == "zh":
            return f"请求有错误，请改正：\n{self.report}"
        return f"the draft has errors; correct them:\n{self.report}"


class ApiError(Error):
    """The server read the request and refused it.

    Attributes:
        errcode: the server's number; never 0. Unknown numbers are kept as they are.
        errmsg: the server's own words.
        rid: the number of the request in the vendor's logs, for its support.
        lang: the language of `meaning` and `action`, "en" or "zh".
        endpoint: the call that was refused, such as "draft/update" or "stable_token".
    """

    __match_args__ = ("errcode", "errmsg", "rid")

    errcode: int
    errmsg: str
    rid: str | None
    lang: Literal["en", "zh"]
    endpoint: str

    def __init__(
        self,
        errcode: int,
        errmsg: str,
        rid: str | None = None,
        lang: Literal["en", "zh"] = "en",
        endpoint: str = "draft/update",
        message: str = "",
    ) -> None:
        super().__init__(errcode, errmsg, rid, lang, endpoint, message)
        self.errcode = errcode
        self.errmsg = errmsg
        self.rid = rid
        self.lang = lang
        self.endpoint = endpoint
        self._message = message

    @property
    def meaning(self) -> str | None:
        """What the number means; None for one that is not in the table."""
        entry = self._entry()
        return entry and getattr(entry.meaning, self.lang)

    @property
    def action(self) -> str | None:
        """What to do next; None for a number that is not in the table."""
        entry = self._entry()
        return entry and getattr(entry.action, self.lang)

    @property
    def reaction(
        self,
    ) -> Literal["ok", "retry", "token", "authorise", "caller", "quota", "account"] | None:
        """What kind of reaction it calls for: "retry", "token", "authorise",
        "caller", "quota" or "account"; None for a number that is not in the table."""
        entry = self._entry()
        return entry and entry.reaction

    def _entry(self) -> ErrorCode | None:
        return _core.errcode(self.errcode)

    def __str__(self) -> str:
        if self._message:
            return self._message
        errmsg = _core.readable_errmsg(self.errmsg)
        if self.lang == "zh":
            text, colon, space = f"服务器拒绝了更新，errcode {self.errcode}，「{errmsg}」", "：", ""
        else:
            text = f'the server refused the update with errcode {self.errcode}, "{errmsg}"'
            colon, space = ": ", " "
        if self.meaning is None:
            return f"{text}{colon}{_core.unknown_errcode(self.lang)}"
        return f"{text}{colon}{self.meaning}{space}{self.action}"


class TransportError(Error):
    """The server was not reached, or its answer not understood.

    What lies below is the `__cause__`: an OSError, where the system said something.

    Attributes:
        kind: "timeout", "connect", "tls", "status", "blocked" or "bad_answer".
        status: the HTTP status, if an answer began to arrive.
        message: what happened and what to do, in the language of the client's checker.
        reason: the kind in detail, such as "unknown_host" or "certificate_expired".
        may_have_arrived: whether the call may have taken place all the same.
    """

    __match_args__ = ("kind", "status")

    kind: Literal["timeout", "connect", "tls", "status", "blocked", "bad_answer"]
    status: int | None
    message: str
    reason: str
    may_have_arrived: bool

    def __init__(
        self,
        kind: Literal["timeout", "connect", "tls", "status", "blocked", "bad_answer"],
        status: int | None = None,
        message: str = "",
        reason: str = "",
        may_have_arrived: bool = False,
    ) -> None:
        super().__init__(kind, status, message, reason, may_have_arrived)
        self.kind = kind
        self.status = status
        self.message = message
        self.reason = reason
        self.may_have_arrived = may_have_arrived

    @property
    def errno(self) -> int | None:
        """The system's number for what went wrong, if it has one."""
        return getattr(self.__cause__, "errno", None)

    def __str__(self) -> str:
        return self.message or f"no proper answer: {self.kind}"


class TokenError(Error):
    """There is no usable access token; nothing was sent."""


class ConflictError(Error):
    """Somebody else changed the article; it was left alone.

    Attributes:
        media_id: the draft's id.
        index: the article's place in it.
        expected: the article as it was read first.
        found: the article as it is now; None for one that draft_update does not take.
        may_have_arrived: whether an update had been sent whose answer never came.
        sent: the article as that update sent it; None if there was none.
        changed: the fields that somebody else changed, in the order of the request;
            empty where `found` is None.
    """

    __match_args__ = ("media_id", "index")

    media_id: str
    index: int
    expected: NewsArticle | NewsPicArticle
    found: NewsArticle | NewsPicArticle | None
    may_have_arrived: bool
    sent: NewsArticle | NewsPicArticle | None
    changed: tuple[str, ...]

    def __init__(
        self,
        message: str,
        media_id: str,
        index: int,
        expected: NewsArticle | NewsPicArticle,
        found: NewsArticle | NewsPicArticle | None,
        may_have_arrived: bool = False,
        sent: NewsArticle | NewsPicArticle | None = None,
        changed: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message, media_id, index, expected, found, may_have_arrived, sent, changed)
        self.media_id = media_id
        self.index = index
        self.expected = expected
        self.found = found
        self.may_have_arrived = may_have_arrived
        self.sent = sent
        self.changed = changed

    def __str__(self) -> str:
        return str(self.args[0])


class GoneError(Error):
    """The draft, or its article, is not there any more.

    Attributes:
        media_id: the draft's id.
        index: the article's place, if the draft is there but has fewer.
    """

    __match_args__ = ("media_id", "index")

    media_id: str
    index: int | None

    def __init__(self, message: str, media_id: str, index: int | None = None) -> None:
        super().__init__(message, media_id, index)
        self.media_id = media_id
        self.index = index

    def __str__(self) -> str:
        return str(self.args[0])


class PictureError(Error):
    """A picture cannot be read, or is of a kind that the vendor refuses; nothing was uploaded.

    Attributes:
        picture: the file or address that was given.
        message: why, and what to do.
    """

    __match_args__ = ("picture", "message")

    picture: str
    message: str

    def __init__(self, picture: str, message: str) -> None:
        super().__init__(picture, message)
        self.picture = picture
        self.message = message

    def __str__(self) -> str:
        is_short = not self.picture.startswith("data:")
        return f"{self.picture}: {self.message}" if is_short else self.message


for _class in (
    Error,
    InvalidDraftError,
    ApiError,
    TransportError,
    TokenError,
    ConflictError,
    GoneError,
    PictureError,
):
    _class.__module__ = "weixin_draft"
del _class
