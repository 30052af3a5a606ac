"""The images of a content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from ._core import content_images, replace_content_images

ImageKind = Literal["inside", "outside", "local", "data", "placeholder", "empty"]


@dataclass(frozen=True, slots=True)
class ContentImage:
    """An address of an image in a content."""

    element: str
    attribute: str
    address: str
    """Decoded: entities of HTML and escapes of CSS."""
    kind: ImageKind
    start: int
    """Where the address begins in the content, in characters."""
    end: int


def images(content: str) -> list[ContentImage]:
    """The addresses of the images in a content, in order, wherever a browser looks for one."""
    return [
        ContentImage(element, attribute, address, kind, start, end)
        for element, attribute, address, kind, (start, end) in content_images(content)
    ]


def replace_images(
    content: str,
    replacement: Mapping[str, str] | Callable[[str], str | None],
) -> str:
    """The content with other addresses, escaped as each place demands.

    `replacement` maps an address, decoded, to the new one; what is not in it, or gives None,
    stays as it is, and so does everything else.
    """
    if callable(replacement):
        return replace_content_images(content, replacement)
    return replace_content_images(content, replacement.get)
