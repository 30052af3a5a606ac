"""Crops of a cover."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, Union, cast

from . import _core
from ._model import Model, checked, is_list, model, plain, set_fields

if TYPE_CHECKING:
    from decimal import Decimal

Ratio: TypeAlias = Literal["1_1", "16_9", "2.35_1"]
"""The shapes that covers have, width to height; "16_9" is for picture messages."""

Coordinate: TypeAlias = Union[str, int, float, "Decimal"]
"""A place along a picture's width or height, from 0 (left, top) to 1 (right,
bottom), with at most six digits after the point."""

C = TypeVar("C", bound="CropBox")


@model(init=False)
class CropBox(Model):
    """The part of a picture that a cover shows, from its upper left corner
    (x1, y1) to its lower right corner (x2, y2).

    Coordinates are fractions of the picture's width and height, from 0 to 1,
    kept as exact decimals in their shortest form: `"0.1945"`.

        >>> str(CropBox(0, "0.1", 1, 0.6))
        '0_0.1_1_0.6'

    Raises:
        ValueError: a coordinate is no plain decimal from 0 to 1 with at most six
            digits after the point, or x1 < x2 and y1 < y2 do not hold.
        TypeError: a coordinate is something else than a number or a text.
    """

    _FIELDS = ("x1", "y1", "x2", "y2")

    x1: str
    y1: str
    x2: str
    y2: str

    def __init__(self, x1: Coordinate, y1: Coordinate, x2: Coordinate, y2: Coordinate) -> None:
        corners = _core.crop_box(_decimal(x1), _decimal(y1), _decimal(x2), _decimal(y2))
        set_fields(self, **dict(zip(self._FIELDS, corners, strict=True)))

    @classmethod
    def parse(cls: type[C], text: str) -> C:
        """From the form of the fields `pic_crop_*`: `X1_Y1_X2_Y2`.

        Raises:
            ValueError: the text does not have that form.
        """
        parts = text.split("_")
        if len(parts) != 4:
            raise ValueError("not four coordinates joined by _: write X1_Y1_X2_Y2")
        return cls(*parts)

    @classmethod
    def fit(
        cls: type[C],
        width: int,
        height: int,
        ratio: Ratio,
        focus: Sequence[Coordinate] | None = None,
    ) -> C:
        """The largest part of a picture that has the given shape, to within a pixel.

            >>> str(CropBox.fit(1200, 800, "1_1"))
            '0.166667_0_0.833333_1'

        Args:
            width: the picture's width in pixels, from 1 to 1,000,000.
            height: its height in pixels, likewise.
            ratio: the shape.
            focus: the point (x, y) to be in the middle, as far as the picture's
                edges allow; the picture's middle if left out. A float is rounded
                to six digits.

        Raises:
            ValueError: a side is out of range, the ratio unknown, or the focus
                outside of the picture.
            TypeError: the focus is not a pair of coordinates.
        """
        point = None if focus is None else _point(focus)
        return cls(*_core.fit_crop(width, height, ratio, point))

    def to_dict(self) -> dict[str, Any]:
        """x1, y1, x2 and y2, all strings. In a request it is a text: `str`."""
        return self._values()

    def _wire(self) -> str:
        return str(self)

    def __str__(self) -> str:
        return f"{self.x1}_{self.y1}_{self.x2}_{self.y2}"

    def __repr__(self) -> str:
        return f"CropBox({self.x1!r}, {self.y1!r}, {self.x2!r}, {self.y2!r})"


@model(init=False)
class CropPercent(Model):
    """What part of the cover is shown in one shape.

    Args:
        ratio: the shape.
        crop: the part, as a `CropBox` or in its form `X1_Y1_X2_Y2`.
    """

    _FIELDS = ("ratio", "crop")

    ratio: Ratio
    crop: CropBox

    def __init__(self, ratio: Ratio, crop: CropBox | str) -> None:
        ratio = cast(Ratio, _core.ratio_name(checked("CropPercent", "ratio", ratio, str)))
        set_fields(self, ratio=ratio, crop=crop_box("CropPercent", "crop", crop))

    @classmethod
    def fit(
        cls,
        width: int,
        height: int,
        ratio: Ratio,
        focus: Sequence[Coordinate] | None = None,
    ) -> CropPercent:
        """A crop by the picture's size in pixels; see `CropBox.fit`."""
        return cls(ratio, CropBox.fit(width, height, ratio, focus))

    def to_dict(self) -> dict[str, Any]:
        """The entry of crop_percent_list: ratio, x1, y1, x2 and y2, all strings."""
        crop = self.crop
        return {"ratio": self.ratio, "x1": crop.x1, "y1": crop.y1, "x2": crop.x2, "y2": crop.y2}

    @classmethod
    def _of_wire(cls, data: dict[str, Any]) -> CropPercent:
        corners = dict(data)
        if "ratio" not in corners:
            raise TypeError("CropPercent: ratio is missing")
        ratio = corners.pop("ratio")
        return cls(ratio, CropBox(**corners))


def crop_box(owner: str, name: str, value: Any) -> CropBox:
    """A crop, or its form on the wire."""
    if isinstance(value, str):
        return CropBox.parse(value)
    return cast(CropBox, checked(owner, name, value, CropBox))


def _point(focus: object) -> tuple[str, str]:
    """The coordinates of a focus; a float is mostly a quotient with too many digits."""
    if not is_list(focus) or len(focus) != 2:
        raise TypeError("focus is not a pair of coordinates: write (x, y)")
    x, y = (_decimal(each, digits=6) for each in focus)
    return x, y


def _decimal(value: Any, digits: int | None = None) -> str:
    """A plain decimal without an exponent; of a float, at most `digits` digits."""
    if isinstance(value, str):
        return value
    value = plain(value)
    if isinstance(value, bool):
        raise TypeError("a coordinate is a number or a text, not bool")
    if isinstance(value, int):
        return str(int(value))
    from decimal import Decimal

    if isinstance(value, float):
        # Not as a class of the caller's writes it; and never -0.
        rounded = value if digits is None else round(float(value), digits)
        value = Decimal(float.__repr__(rounded + 0.0))
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    raise TypeError(f"a coordinate is a number or a text, not {type(value).__name__}")
