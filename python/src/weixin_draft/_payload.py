"""What may be handed over to be checked, for type checkers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

if TYPE_CHECKING:
    from ._model import Model

Payload: TypeAlias = Union[bytes, bytearray, memoryview, str, Mapping[str, object], "Model"]
"""A request: JSON as bytes or text, a dict (also one of `weixin_draft.payloads`),
or a model."""

Lang: TypeAlias = Literal["en", "zh"]
"""The language of messages."""

Level: TypeAlias = Literal["error", "warning", "off"]
"""What happens to a request that violates a rule."""
