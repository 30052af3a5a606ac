from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from types import TracebackType
from typing import Any, Final, Literal, final

from ._articles import NewsArticle, NewsPicArticle
from ._bulk import ArrowData
from ._draft import DraftUpdate
from ._drafts import Added, Draft, Edited, ListedDraft
from ._images import ImageKind
from ._ndjson import Source
from ._payload import (
    EditDict,
    FixDict,
    Lang,
    Level,
    Payload,
    PlaceDict,
    ReportDict,
    ViolationDict,
    ViolationRow,
)
from ._pictures import Pictures

__all__ = [
    "__version__",
    "check",
    "check_article",
    "check_content",
    "content_images",
    "convert_answer",
    "crop_box",
    "errcode",
    "errcodes",
    "fit_crop",
    "fix",
    "json_schema",
    "ratio_name",
    "read_json",
    "readable_errmsg",
    "replace_content_images",
    "rule",
    "rules",
    "run_command",
    "unknown_errcode",
    "upload_cover",
    "upload_pictures",
    "validate",
    "validate_and_report",
    "write_json",
]

__version__: Final[str]

def content_images(content: str, /) -> list[tuple[str, str, str, ImageKind, tuple[int, int]]]:
    """The addresses of the images in a content, in order."""

def replace_content_images(content: str, replacement: Callable[[str], str | None], /) -> str:
    """The content with the addresses that the function gives; None leaves one as it is."""

def check(
    payload: Payload,
    *,
    levels: Mapping[str, Level] | None = None,
    image_hosts: Iterable[str] | None = None,
    strict: bool = False,
    lang: Lang | None = None,
    drop_nulls: bool = False,
) -> Report:
    """Checks a payload and reports every violation. Never raises for a bad payload.

    Args:
        payload: the request as bytes, bytearray or memoryview in UTF-8, as str, or
            as a dict, another mapping of what JSON knows, or a model.
        levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.

    Returns:
        The report: `ok`, `errors`, `warnings`, each violation with its code,
        level, path, message, limit and found, where it is, and what would mend it.

    Raises:
        ValueError: an unknown rule, level or language, a rule whose level is
            fixed, or an invalid host name.
        TypeError: an option of another type, or something that is not a payload, such
            as a path, an open file or a coroutine.
    """

def check_article(
    payload: Payload,
    *,
    levels: Mapping[str, Level] | None = None,
    image_hosts: Iterable[str] | None = None,
    strict: bool = False,
    lang: Lang | None = None,
    drop_nulls: bool = False,
) -> Report:
    """Checks an article alone, the member `articles` of a request. Paths begin at the
    article.

    Args:
        payload: the article as JSON, as a dict or as a model.
        levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.

    Raises:
        ValueError, TypeError: as with `check`.
    """

def check_content(
    html: bytes | bytearray | memoryview | str,
    article_type: Literal["news", "newspic"] = "news",
    *,
    levels: Mapping[str, Level] | None = None,
    image_hosts: Iterable[str] | None = None,
    strict: bool = False,
    lang: Lang | None = None,
    drop_nulls: bool = False,
) -> Report:
    """Checks a content alone, an HTML fragment; the path of everything is `/content`,
    and places are those in the fragment.

    Args:
        html: the content, as str or as bytes in UTF-8.
        article_type: "news", or "newspic" for a picture message.
        levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.

    Raises:
        ValueError, TypeError: as with `check`.
    """

def fix(
    payload: Payload,
    unsafe: bool = False,
    *,
    levels: Mapping[str, Level] | None = None,
    image_hosts: Iterable[str] | None = None,
    strict: bool = False,
    lang: Lang | None = None,
    drop_nulls: bool = False,
) -> Fixed:
    """Mends what has one obvious mend: quoted numbers, read-only fields, a list around the
    only article, crops with commas, comments, and the like. Nothing else is touched.

    Args:
        payload: as for `check`.
        unsafe: mends also where something may be lost or differ.
        levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.

    Returns:
        The mended request as bytes in `payload`, how many fixes were applied in
        `applied`, and what a check finds now in `report`.

    Raises:
        ValueError, TypeError: as with `check`.
    """

def validate(
    payload: Payload,
    *,
    levels: Mapping[str, Level] | None = None,
    image_hosts: Iterable[str] | None = None,
    strict: bool = False,
    lang: Lang | None = None,
    drop_nulls: bool = False,
) -> DraftUpdate:
    """Checks a payload and reads it as a DraftUpdate.

    Args:
        payload: as for `check`.
        levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.

    Returns:
        The request as frozen, typed models.

    Raises:
        InvalidDraftError: the report has an error; it is the exception's `report`.
        ValueError, TypeError: as with `check`.
    """

def validate_and_report(
    payload: Payload,
    *,
    levels: Mapping[str, Level] | None = None,
    image_hosts: Iterable[str] | None = None,
    strict: bool = False,
    lang: Lang | None = None,
    drop_nulls: bool = False,
) -> tuple[DraftUpdate, Report]:
    """The same as validate, with the warnings and what would not be sent.

    Args:
        payload: as for `check`.
        levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.

    Returns:
        The request as frozen, typed models, and the report, which is ok.

    Raises:
        InvalidDraftError: the report has an error; it is the exception's `report`.
        ValueError, TypeError: as with `check`.
    """

def json_schema(
    kind: Literal["request", "response", "report", "llm", "openapi"] = "request",
    *,
    draft: Literal["2020-12", "7"] = "2020-12",
    ref_prefix: str | None = None,
) -> dict[str, Any]:
    """The published JSON Schema, as a dict.

    Args:
        kind: "request", "response" or "report" (what `Report.to_dict` gives); "llm",
            the request as language models fill it in; "openapi", a document on the
            endpoint.
        draft: "2020-12" or "7"; "llm" and "openapi" are there in the first only.
        ref_prefix: what references begin with instead of "#/$defs/", for a schema
            whose definitions are put into another document, such as
            "#/components/schemas/".

    Raises:
        ValueError: another kind or draft.
    """

def run_command(arguments: Sequence[str], /) -> int:
    """Runs the command line tool with these arguments, the first of which is the
    program's name, and returns its exit code.
    """

def convert_answer(
    answer: Payload, index: int, media_id: str | None, lang: Lang | None, drop_nulls: bool, /
) -> tuple[NewsArticle | NewsPicArticle, tuple[str, ...], int, Report]:
    """Converts an article of what draft/get or draft/batchget answered."""

def upload_pictures(
    settings: Pictures, client: Client, document: Payload, is_content: bool, /
) -> tuple[str, list[dict[str, Any]]]:
    """Uploads the pictures of a request, or of a content, and puts the new addresses in."""

def upload_cover(settings: Pictures, client: Client, picture: str, /) -> tuple[str, int, int]:
    """Uploads a picture as permanent material."""

def crop_box(x1: str, y1: str, x2: str, y2: str, /) -> list[str]:
    """Checks four coordinates and writes each in its shortest form."""

def fit_crop(
    width: int, height: int, ratio: str, focus: tuple[str, str] | None = None, /
) -> list[str]:
    """The largest part of a picture that has the shape, sides in pixels."""

def ratio_name(ratio: str, /) -> str:
    """Checks the name of a ratio and returns it."""

def read_json(payload: Payload, /) -> Any:
    """Reads JSON into plain Python values.

    Raises InvalidDraftError when it is no JSON.
    """

def write_json(value: object, /) -> bytes:
    """Writes a value as compact JSON in raw UTF-8.

    Raises InvalidDraftError when JSON cannot say it.
    """

def rule(code: str, /) -> Rule:
    """The rule of this code.

    Raises KeyError when there is none.
    """

def rules() -> list[Rule]:
    """Every rule, in the order of the table."""

def errcodes() -> list[ErrorCode]:
    """Every answer code that is known, in ascending order."""

def errcode(code: int, /) -> ErrorCode | None:
    """What is known of an answer code; None for a number that is not in the table."""

def unknown_errcode(lang: str, /) -> str:
    """What to say of a number that is not in the table."""

def readable_errmsg(errmsg: str, /) -> str:
    """The server's words for people: on one line, and not long."""

@final
class Checker:
    """A check with levels, image hosts and a language of the caller's choice.

    Built once, then used as often as you like, from as many threads as you like.
    It can be pickled, so process pools, Spark and Ray can carry it.

    Args:
        levels: rules to be moved, such as {"external_image": "warning"}; levels
            are "error", "warning" and "off".
        image_hosts: hosts whose images, and those of the hosts below them, count
            as the vendor's: a list of names such as "cdn.example.cn".
        strict: counts every warning as an error.
        lang: the language of messages, "en" or "zh"; English if left out.
        drop_nulls: counts members that are null as left out, at any depth.

    Raises:
        ValueError: an unknown rule, level or language, a rule whose level is
            fixed, or an invalid host name.
        TypeError: an option of another type.
    """
    def __new__(
        cls,
        *,
        levels: Mapping[str, Level] | None = None,
        image_hosts: Iterable[str] | None = None,
        strict: bool = False,
        lang: Lang | None = None,
        drop_nulls: bool = False,
    ) -> Checker: ...
    @staticmethod
    def from_file(
        path: str | PathLike[str], *, checked: str | PathLike[str] | None = None
    ) -> Checker:
        """A checker with the settings of a `weixin-draft.toml`, as the command line has
        them. No settings file is ever read without this.

        Args:
            path: the settings file.
            checked: the file that is checked, for the levels that `[per-file-levels]`
                sets for it.

        Raises:
            OSError: the file cannot be read.
            ValueError: it is not UTF-8 or not TOML, or holds an unknown setting; with
                line and column.
        """
    @property
    def levels(self) -> dict[str, Level]:
        """The rules that were moved, by code."""
    @property
    def image_hosts(self) -> list[str]:
        """The hosts whose images count as the vendor's."""
    @property
    def strict(self) -> bool:
        """Whether every warning counts as an error."""
    @property
    def lang(self) -> Lang:
        """The language of messages, "en" or "zh"."""
    @property
    def drop_nulls(self) -> bool:
        """Whether members that are null count as left out."""
    def check(self, payload: Payload) -> Report:
        """Checks a payload and reports every violation. Never raises for a bad payload.

        Args:
            payload: as `weixin_draft.check` takes it.
        """
    def check_article(self, payload: Payload) -> Report:
        """Checks an article alone, the member `articles` of a request. Paths begin at
        the article.

        Args:
            payload: the article as JSON, as a dict or as a model.
        """
    def check_content(
        self,
        html: bytes | bytearray | memoryview | str,
        article_type: Literal["news", "newspic"] = "news",
    ) -> Report:
        """Checks a content alone, an HTML fragment; the path of everything is
        `/content`, and places are those in the fragment.

        Args:
            html: the content, as str or as bytes in UTF-8.
            article_type: "news", or "newspic" for a picture message.
        """
    def validate(self, payload: Payload) -> DraftUpdate:
        """Checks a payload and reads it as a DraftUpdate.

        Args:
            payload: as `weixin_draft.check` takes it.

        Raises:
            InvalidDraftError: the report has an error; it is the exception's `report`.
        """
    def validate_and_report(self, payload: Payload) -> tuple[DraftUpdate, Report]:
        """The same as validate, with the warnings and what would not be sent.

        Args:
            payload: as `weixin_draft.check` takes it.

        Raises:
            InvalidDraftError: the report has an error; it is the exception's `report`.
        """
    def __get_pydantic_core_schema__(self, source: Any, _handler: Any) -> Any: ...
    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Fixed:
    """What became of a payload whose violations were mended."""
    @property
    def payload(self) -> bytes:
        """The request as JSON bytes, every fix applied."""
    @property
    def applied(self) -> int:
        """How many fixes were applied."""
    @property
    def report(self) -> Report:
        """What a check finds now."""

@final
class Client:
    """A client of one account.

    It keeps its connections open between calls, so make one and use it for all
    of them, from any number of threads. A fork gets connections of its own.

    Args:
        access_token: the token; a callable without arguments that returns one and
            is asked before each request, and once more when the server refuses
            its token; or a StableToken.
        timeout: seconds that a call of the server may take in all; 30 if left out.
            An edit makes four calls or more.
        connect_timeout: seconds that connecting may take; 5 if
            left out.
        base_url: another server's address, such as a gateway's or a sandbox's;
            https, but for servers on this machine.
        allow_http: hosts that may be called by http.
        system_roots: trusts the system's certificate authorities too, such as a
            company's.
        ca_file: a file of certificates in PEM form, whose authorities are trusted too;
            that of the variable SSL_CERT_FILE if left out.
        checker: levels, image hosts and language of the check before sending.
        proxy: the proxy to go through, such as "http://proxy.example:3128".
        proxy_from_env: otherwise uses the proxy that ALL_PROXY, HTTPS_PROXY or HTTP_PROXY
            name, in either case of letters, but for hosts in NO_PROXY.
        retries: calls again after a pause when the server is busy or was called too
            often, and when a call that only reads was not answered.
        repeat_updates: sends an update that was not answered again without a look
            at the draft; it may overwrite somebody else's edit.

    Raises:
        ValueError: an invalid time-out, a base URL that cannot be used, an invalid
            proxy, also in the environment, or a file without certificates.
        OSError: ca_file cannot be read.
        TypeError: an argument of another type.
    """
    def __new__(
        cls,
        access_token: str | Callable[[], str] | StableToken,
        *,
        timeout: float | None = None,
        connect_timeout: float | None = None,
        base_url: str | None = None,
        allow_http: Sequence[str] = ...,
        system_roots: bool = False,
        ca_file: str | PathLike[str] | None = None,
        checker: Checker | None = None,
        proxy: str | None = None,
        proxy_from_env: bool = True,
        retries: bool = True,
        repeat_updates: bool = False,
    ) -> Client: ...
    @property
    def base_url(self) -> str:
        """Where requests go."""
    def update(self, draft: Payload) -> Response:
        """Checks a request, then sends it; blocks until the answer is there.

        The article at the request's index is replaced as a whole, whatever is there;
        `edit` looks first.

        Args:
            draft: a DraftUpdate, or a payload as `check` takes it.

        Returns:
            The server's answer, whose errcode is 0, with the report of the check.

        Raises:
            InvalidDraftError: the request has errors; nothing was sent.
            TokenError: there is no usable access token; nothing was sent.
            ApiError: the server refused.
            TransportError: no proper answer came; the draft may be updated or not.
            ValueError: the client is closed.
        """
    def get(self, media_id: str, /) -> Draft:
        """Reads a draft.

        Args:
            media_id: the draft's id.

        Returns:
            A Draft: its articles as the server gives them, and converted.

        Raises:
            GoneError: there is no such draft: it was deleted or published.
            TokenError, ApiError, TransportError, ValueError: as with `update`.
        """
    def list(self, count: int = 20, /) -> list[ListedDraft]:
        """Lists drafts, the newest first, with titles but without content.

        Args:
            count: how many.

        Raises:
            TokenError, ApiError, TransportError, ValueError: as with `update`.
        """
    def add(self, articles: Iterable[Any] | Payload, /) -> Added:
        """Makes a new draft of 1 to 8 articles. It is never sent twice by itself.

        Args:
            articles: models or dicts.

        Returns:
            An Added: the new media_id, and the report of the check.

        Raises:
            InvalidDraftError, TokenError, ApiError, ValueError: as with `update`.
            TransportError: no proper answer came; where `may_have_arrived` says so,
                look with `list` before you try again.
        """
    def edit(
        self,
        media_id: str,
        index: int,
        change: dict[str, Any] | Callable[[NewsArticle | NewsPicArticle], Any],
        /,
    ) -> Edited:
        """Changes an article of a draft, and loses neither its other fields nor what
        somebody else changes meanwhile.

        Args:
            media_id: the draft's id.
            index: the article's place in it, from 0.
            change: a dict of fields and their new values, of which None removes one;
                or a function from the article to the changed one.

        Returns:
            An Edited: the article before and after, the report of the check, and
            what the server dropped.

        Raises:
            ConflictError: somebody else changed the article; nothing was sent, unless
                `may_have_arrived` says otherwise.
            GoneError: there is no such draft or article.
            InvalidDraftError, TokenError, ApiError, TransportError, ValueError: as
                with `update`.
        """
    def _cancelled_by(self, cancel: Cancel) -> Client:
        """The same client, for calls that this can end."""
    def close(self) -> None:
        """Closes the connections; later calls raise ValueError."""
    def __enter__(self) -> Client: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None: ...

@final
class StableToken:
    """Lets a client fetch its access token with stable_token: when it is first
    needed, anew five minutes before it ends, and once when the server refuses it;
    by one call for all threads.

    The secret is not shown, and cannot be pickled.

    Args:
        appid: the account's AppID.
        secret: its AppSecret.
    """
    def __new__(cls, appid: str, secret: str) -> StableToken: ...
    @staticmethod
    def from_env() -> StableToken:
        """The account that the environment variables WEIXIN_APPID and WEIXIN_SECRET name.

        Raises:
            ValueError: one of them is missing or empty.
        """

@final
class Cancel:
    """Ends the calls of every client that was made with it."""
    def __new__(cls) -> Cancel: ...
    def cancel(self) -> None:
        """Ends them now, and those that are made later."""

@final
class Report:
    """Every violation of one request, in the order in which they occur there.

    It is true when the request may be sent, it has the length of its list of
    violations, and iterates over them. A report lists at most 1,000 violations
    and counts the others in `omitted`. `str(report)` has one line a violation; a
    notebook shows a table.
    """
    def __new__(
        cls,
        violations: Sequence[Violation] | None = None,
        omitted: int = 0,
        *,
        ok: bool | None = None,
        lang: Lang | None = None,
    ) -> Report: ...
    @property
    def ok(self) -> bool:
        """Whether the request may be sent: there is no error. Warnings may be."""
    @property
    def lang(self) -> Lang:
        """The language of the report, "en" or "zh"."""
    @property
    def omitted(self) -> int:
        """How many violations there are beyond the listed ones."""
    @property
    def violations(self) -> list[Violation]:
        """All violations, at most 1,000."""
    @property
    def errors(self) -> list[Violation]:
        """The violations that keep the request from being sent."""
    @property
    def warnings(self) -> list[Violation]:
        """The violations that do not keep the request from being sent."""
    def by_field(self) -> dict[str, list[Violation]]:
        """The violations by the field of the article that they are about, such as
        title or image_info; media_id and index too, and "" for the whole request.
        """
    def to_dict(self) -> ReportDict:
        """Plain data, ready for json.dumps: ok, violations and omitted."""
    def to_rows(self) -> list[ViolationRow]:
        """The violations as rows of a data frame, in which each column has one type:
        code, level, path, message, limit, found, line, column, count, url, start, end
        (bytes), places (in words) and fix (safe, unsafe or None).
        """
    @staticmethod
    def from_dict(data: Mapping[str, Any], *, lang: Lang | None = None) -> Report:
        """A report from what to_dict gave.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any: ...
    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def _repr_html_(self) -> str:
        """The report as a table, for notebooks."""
    def __bool__(self) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Violation]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Violation:
    """A request breaks a rule at one place.

    Everything but the message is data for programs. The message may change
    between versions; codes do not.
    """

    __match_args__: Final = ("code", "level", "path")
    def __new__(
        cls,
        code: str,
        level: Literal["error", "warning", "info"],
        path: str,
        message: str,
        limit: int | str | None = None,
        found: int | str | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
        range: tuple[int, int] | None = None,
        utf16_range: tuple[int, int] | None = None,
        count: int = 1,
        places: Sequence[Place] = ...,
        fix: Fix | None = None,
        url: str | None = None,
        lang: Lang | None = None,
    ) -> Violation: ...
    @property
    def code(self) -> str:
        """The rule's code, such as missing_field."""
    @property
    def level(self) -> Literal["error", "warning", "info"]:
        """How much it weighs in this check: error, warning or info."""
    @property
    def path(self) -> str:
        """JSON Pointer (RFC 6901) to the value."""
    @property
    def message(self) -> str:
        """One or two sentences: what is wrong, and what to do."""
    @property
    def limit(self) -> int | str | None:
        """The limit that was passed, where there is one."""
    @property
    def found(self) -> int | str | None:
        """What was found, where that is a number, a type or a host."""
    @property
    def line(self) -> int | None:
        """Line in the JSON that was checked, from 1; None when there was no text."""
    @property
    def column(self) -> int | None:
        """Column in code points, from 1; None when there was no text."""
    @property
    def range(self) -> tuple[int, int] | None:
        """The bytes of the value, as (start, end); None when there was no text."""
    @property
    def utf16_range(self) -> tuple[int, int] | None:
        """The same in UTF-16 code units, as editors and JavaScript count."""
    @property
    def count(self) -> int:
        """How often the rule is broken at this path."""
    @property
    def places(self) -> tuple[Place, ...]:
        """The first places inside the content, at most ten."""
    @property
    def fix(self) -> Fix | None:
        """What would mend it, where there is one obvious way."""
    @property
    def url(self) -> str | None:
        """The address of the rule's description; None for a rule of the caller's."""
    @property
    def lang(self) -> Lang:
        """Between path and message, and around places: as the language has them."""
    def to_dict(self) -> ViolationDict:
        """Plain data, ready for json.dumps, as the published schema of reports has it."""
    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Place:
    """A place inside an article's content."""

    __match_args__: Final = ("offset", "element", "found")
    def __new__(
        cls,
        offset: int,
        element: str,
        found: int | str | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
        range: tuple[int, int] | None = None,
        utf16_range: tuple[int, int] | None = None,
    ) -> Place: ...
    @property
    def offset(self) -> int:
        """Code points from the beginning of the content to the place."""
    @property
    def element(self) -> str:
        """The element's name in lower case; empty for a place in the text."""
    @property
    def found(self) -> int | str | None:
        """What was found there: the host of an image, for external_image."""
    @property
    def line(self) -> int | None:
        """Line in the text that was checked, from 1; None when there was no text."""
    @property
    def column(self) -> int | None:
        """Column in code points, from 1; None when there was no text."""
    @property
    def range(self) -> tuple[int, int] | None:
        """The bytes of the text, as (start, end); None when there was no text."""
    @property
    def utf16_range(self) -> tuple[int, int] | None:
        """The same in UTF-16 code units, as editors and JavaScript count."""
    def to_dict(self) -> PlaceDict:
        """Plain data, ready for json.dumps."""
    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Fix:
    """What would mend a violation, as edits of the text that was checked.

    Edits hold text of the payload: they belong into no log.
    """
    def __new__(
        cls,
        applicability: Literal["safe", "unsafe"],
        message: str,
        count: int,
        edits: Sequence[Edit] | None = None,
    ) -> Fix: ...
    @property
    def applicability(self) -> Literal["safe", "unsafe"]:
        """How sure it is that this is what was meant: safe or unsafe."""
    @property
    def message(self) -> str:
        """What the fix does, in a few words."""
    @property
    def count(self) -> int:
        """How many edits there are."""
    @property
    def edits(self) -> tuple[Edit, ...] | None:
        """The edits, in the order of their ranges; None where they are too many or too long."""
    def to_dict(self) -> FixDict:
        """Plain data, ready for json.dumps."""
    def __getnewargs__(self) -> tuple[Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Edit:
    """Replaces some bytes of the text that was checked."""
    def __new__(
        cls,
        range: tuple[int, int],
        replacement: str,
        *,
        utf16_range: tuple[int, int] | None = None,
    ) -> Edit: ...
    @property
    def range(self) -> tuple[int, int]:
        """The bytes that go, as (start, end); none for an insertion."""
    @property
    def utf16_range(self) -> tuple[int, int] | None:
        """The same in UTF-16 code units, as editors and JavaScript count."""
    @property
    def replacement(self) -> str:
        """What takes their place."""
    def to_dict(self) -> EditDict:
        """Plain data, ready for json.dumps."""
    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Response:
    """What the server answered to a good request.

    Two answers are equal when the server said the same, whatever the check found.
    """

    __match_args__: Final = ("errcode", "errmsg")
    def __new__(cls, errcode: int, errmsg: str, report: Report | None = None) -> Response: ...
    @property
    def errcode(self) -> int:
        """0 is success."""
    @property
    def errmsg(self) -> str:
        """The server's own words, ok for success."""
    @property
    def report(self) -> Report:
        """What the check before sending found: no errors, but perhaps warnings and
        fields that were left out.
        """
    def __getnewargs__(self) -> tuple[int, str, Report]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Words:
    """The same words in two languages."""
    def __new__(cls, en: str, zh: str) -> Words: ...
    @property
    def en(self) -> str:
        """English."""
    @property
    def zh(self) -> str:
        """Simplified Chinese."""
    def __getnewargs__(self) -> tuple[Any, ...]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Rule:
    """A rule, with what there is to say about it."""
    @property
    def code(self) -> str:
        """The stable name, such as missing_field."""
    @property
    def level(self) -> Literal["error", "warning", "info"]:
        """The level unless the caller moves the rule: error, warning or info."""
    @property
    def movable(self) -> bool:
        """Whether a caller may move the rule to another level."""
    @property
    def source(self) -> Literal["page", "draft_add", "seen", "json", "sense"]:
        """Where the rule is known from: page, draft_add, seen, json or sense."""
    @property
    def in_schema(self) -> Literal["yes", "partly", "no"]:
        """Whether the JSON Schema says it: yes, partly or no."""
    @property
    def summary(self) -> Words:
        """What the rule asks for, in one sentence."""
    @property
    def reason(self) -> Words:
        """Why it exists: what happens to a request that breaks it."""
    def to_dict(self) -> dict[str, Any]:
        """Plain data, ready for json.dumps, and a row of a data frame but for the words."""
    def __reduce__(self) -> Any: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class ErrorCode:
    """An answer code of the endpoint."""
    @property
    def code(self) -> int:
        """The number in the field errcode of the answer."""
    @property
    def source(self) -> Literal["page", "global", "seen"]:
        """Where the code is known from: page, global or seen."""
    @property
    def reaction(
        self,
    ) -> Literal["ok", "retry", "token", "authorise", "caller", "quota", "account"]:
        """The reaction it calls for: ok, retry, token, authorise, caller, quota or account."""
    @property
    def meaning(self) -> Words:
        """What the server says with it."""
    @property
    def action(self) -> Words:
        """What to do next."""
    def to_dict(self) -> dict[str, Any]:
        """Plain data, ready for json.dumps, and a row of a data frame but for the words."""
    def __reduce__(self) -> Any: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class NdjsonReports:
    """Iterates over (line, report); lines count from 1, blank ones are skipped.

    At any time about 4 MiB of input and its reports are in memory.
    """
    def __new__(
        cls,
        source: Source,
        checker: Checker,
        threads: int | None = None,
        progress: Callable[[int | None], Any] | None = None,
        /,
    ) -> NdjsonReports: ...
    def close(self) -> None:
        """Closes the input and drops what was read ahead; nothing follows then."""
    def __enter__(self) -> NdjsonReports: ...
    def __exit__(self, *_exception: object) -> None: ...
    def __iter__(self) -> NdjsonReports: ...
    def __next__(self) -> tuple[int, Report]: ...

@final
class ManyReports:
    """Iterates over the reports of many payloads; None for a missing one.

    At most 4,096 payloads, or about 1 MiB of them, are taken ahead.
    """
    def __new__(
        cls,
        payloads: Iterable[Payload | None],
        checker: Checker,
        threads: int | None = None,
        /,
    ) -> ManyReports: ...
    def __iter__(self) -> ManyReports: ...
    def __next__(self) -> Report | None: ...

@final
class ArrowReports:
    """Reports as Arrow record batches: ok, errors, warnings and violations, a row
    for each row that was handed over, and null where that was null.

    Hand it to whatever knows the Arrow PyCapsule interface; it can be read once.
    """
    def __new__(
        cls,
        data: ArrowData,
        column: str | None,
        checker: Checker,
        threads: int | None = None,
        /,
    ) -> ArrowReports: ...
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...

@final
class Sandbox:
    """A running sandbox, on a thread of its own."""

    TOKEN: Final[str]
    APPID: Final[str]
    SECRET: Final[str]
    NEWS: Final[str]
    NEWSPIC: Final[str]
    def __new__(cls, port: int = 0) -> Sandbox: ...
    @property
    def base_url(self) -> str:
        """The address for a client."""
    def fail(self, fault: Mapping[str, object], times: int, endpoint: str, after: int, /) -> None:
        """Lets the next updates go wrong; fault is an object such as {"fault": "cut"}."""
    def edit(self, media_id: str, index: int, fields: Mapping[str, object]) -> bool:
        """Changes fields of an article, as somebody else's edit does."""
    def delete(self, media_id: str) -> bool:
        """Takes a draft away."""
    def expire_token(self) -> None:
        """Ends the access token."""
    def drafts(self) -> dict[str, Any]:
        """Every draft by its media id, each as draft/get answers with it."""
    def requests(self) -> list[dict[str, Any]]:
        """The requests that came in, oldest first."""
    def reset(self) -> None:
        """Back to the start."""
    def close(self) -> None:
        """Stops it. A second call does nothing."""
