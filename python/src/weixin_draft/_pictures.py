"""Takes the pictures of an article to the vendor."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

from . import _core
from ._crops import Coordinate, CropBox, CropPercent
from ._images import ImageKind
from ._model import Model, checked
from ._parts import CoverInfo

M = TypeVar("M", bound=Model)
P = TypeVar("P", bound="Model | bytes | str")


@dataclass(frozen=True)
class PicturePlace:
    """A place that shows a picture, and what became of it.

    Attributes:
        element: the element's name.
        attribute: the attribute that holds the address.
        address: the address as it was, decoded.
        kind: what it leads to.
        new_address: the address at the vendor's; None where nothing was replaced.
        media_id: the media id, where it became permanent material, as a GIF does.
        problem: why the picture was not taken, and what to do.
        uploaded: whether it was uploaded by this call, and not by an earlier one.
        format: what the picture was: "JPEG", "PNG", ...; None if nothing was read.
        size: how many bytes it had.
        new_format: what was uploaded.
        new_size: how many bytes were uploaded.
    """

    element: str
    attribute: str
    address: str
    kind: ImageKind
    new_address: str | None = None
    media_id: str | None = None
    problem: str | None = None
    uploaded: bool = False
    format: str | None = None
    size: int | None = None
    new_format: str | None = None
    new_size: int | None = None


@dataclass(frozen=True)
class UploadedPictures(Generic[P]):
    """What became of the pictures of a document.

    Attributes:
        payload: the document with the new addresses: a model of the class that was
            given; of any other request its JSON as bytes; of a content, the content.
        places: every place that shows a picture, in order.
    """

    payload: P
    places: tuple[PicturePlace, ...]

    @property
    def ok(self) -> bool:
        """Whether every picture is at the vendor's now."""
        return not self.problems

    @property
    def problems(self) -> list[PicturePlace]:
        """The places whose pictures could not be taken; they are as they were."""
        return [place for place in self.places if place.problem is not None]


@dataclass(frozen=True)
class Cover:
    """A cover that the account has.

    Attributes:
        media_id: its permanent media id.
        width: in pixels, as it is shown.
        height: in pixels, as it is shown.
        crops: the crop of each shape, around the focus.
    """

    media_id: str
    width: int
    height: int
    crops: tuple[CropPercent, ...]

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of a news article: `article.replace(**cover.fields)`."""
        crops: dict[str, CropBox] = {crop.ratio: crop.crop for crop in self.crops}
        return {
            "thumb_media_id": self.media_id,
            "pic_crop_235_1": crops["2.35_1"],
            "pic_crop_1_1": crops["1_1"],
            "cover_info": None,
        }

    @property
    def cover_info(self) -> CoverInfo:
        """The field of a picture message, whose first picture is its cover."""
        return CoverInfo(self.crops)


class Pictures:
    """Takes pictures to the vendor: finds them, makes them fit, uploads each once.

    What is read, and what becomes of it, is in docs/pictures.md. Addresses of this
    machine and of private networks are not asked.

        >>> pictures = wd.Pictures(client, folder="articles")
        >>> uploaded = pictures.upload(draft)
        >>> client.update(uploaded.payload)

    Args:
        client: the client of the account.
        folder: where the paths of files begin.
        outside_folder: reads files outside of the folder too.
        jobs: how many pictures are taken at a time.
        account: remembers uploads for the account of this name, such as its appid,
            and does not repeat them; nothing is remembered if left out.
        cache: the file that remembers; if left out, the one that the command line
            has in the user's folder for caches.

    Raises:
        TypeError: an argument of another type.
        ValueError: `jobs` is below 1.
    """

    def __init__(
        self,
        client: _core.Client,
        *,
        folder: str | os.PathLike[str] = ".",
        outside_folder: bool = False,
        jobs: int = 4,
        account: str | None = None,
        cache: str | os.PathLike[str] | None = None,
    ) -> None:
        self._client = checked("Pictures", "client", client, _core.Client)
        self.folder = os.fspath(folder)
        self.outside_folder = outside_folder
        self.jobs = checked("Pictures", "jobs", jobs, int)
        if jobs < 1:
            raise ValueError("Pictures: jobs is below 1")
        self.account = account
        self.cache = None if cache is None else os.fspath(cache)

    @overload
    def upload(self, draft: M, /) -> UploadedPictures[M]: ...
    @overload
    def upload(
        self, draft: bytes | bytearray | memoryview | str | Mapping[str, object], /
    ) -> UploadedPictures[bytes]: ...
    def upload(self, draft: Any, /) -> Any:
        """Uploads the pictures of a request or an article, and puts their new
        addresses in. A place whose picture cannot be taken stays as it is.

        Args:
            draft: a model, or what `check` takes: a body of draft_update or
                draft_add, or an article.

        Raises:
            InvalidDraftError: it is no JSON object.
            TypeError: it is no payload at all.
            ValueError: the client is closed.
        """
        text, places = _core.upload_pictures(self, self._client, draft, False)
        payload: Any = text.encode()
        if isinstance(draft, Model):
            payload = type(draft)._of_wire(_core.read_json(payload))
        return UploadedPictures(payload, _places(places))

    def upload_content(self, html: str | bytes, /) -> UploadedPictures[str]:
        """The same for a content alone, an HTML fragment.

        Raises:
            TypeError: it is neither text nor bytes.
            ValueError: it is not UTF-8, or the client is closed.
        """
        text, places = _core.upload_pictures(self, self._client, html, True)
        return UploadedPictures(text, _places(places))

    def cover(
        self,
        picture: str | os.PathLike[str],
        /,
        *,
        focus: Sequence[Coordinate] | None = None,
    ) -> Cover:
        """Uploads a picture as permanent material, and works out its crops.

        Args:
            picture: a file, or an address.
            focus: the point (x, y) to be in the middle of each crop, as fractions
                of width and height; the picture's middle if left out.

        Raises:
            PictureError: the picture cannot be read, or is of a kind that the vendor refuses.
            TokenError, ApiError, TransportError: the upload failed.
            ValueError: the focus is outside of the picture, or the client is closed.
        """
        # A wrong focus is told before anything is uploaded.
        CropBox.fit(1, 1, "1_1", focus)
        media_id, width, height = _core.upload_cover(self, self._client, os.fspath(picture))
        crops = (
            CropPercent.fit(width, height, "1_1", focus),
            CropPercent.fit(width, height, "16_9", focus),
            CropPercent.fit(width, height, "2.35_1", focus),
        )
        return Cover(media_id, width, height, crops)

    def __repr__(self) -> str:
        return f"Pictures({self._client!r}, folder={self.folder!r})"


def _places(places: list[dict[str, Any]]) -> tuple[PicturePlace, ...]:
    return tuple(map(_place, places))


def _place(place: dict[str, Any]) -> PicturePlace:
    becomes: dict[str, Any] = place["becomes"] or {}
    return PicturePlace(
        element=place["element"],
        attribute=place["attribute"],
        address=place["address"],
        kind=place["kind"],
        new_address=becomes.get("address"),
        media_id=becomes.get("media_id"),
        problem=place["problem"],
        uploaded=becomes.get("uploaded", False),
        format=place["format"],
        size=place["bytes"],
        new_format=becomes.get("format"),
        new_size=becomes.get("bytes"),
    )


for _class in (Cover, PicturePlace, Pictures, UploadedPictures):
    _class.__module__ = "weixin_draft"
del _class
