"""What the models have in common that can be checked alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from . import _core
from ._model import Model, model
from ._payload import Lang, Level


@model(init=False)
class CheckedModel(Model):
    """A request or an article."""

    # The function of the package that checks such a model.
    _CHECK: ClassVar[staticmethod[..., _core.Report]]

    def check(
        self,
        *,
        levels: Mapping[str, Level] | None = None,
        image_hosts: Iterable[str] | None = None,
        strict: bool = False,
        lang: Lang = "en",
        drop_nulls: bool = False,
    ) -> _core.Report:
        """The report of this, as it would be sent; see `weixin_draft.check` and
        `weixin_draft.check_article`."""
        return self._CHECK(
            self,
            levels=levels,
            image_hosts=image_hosts,
            strict=strict,
            lang=lang,
            drop_nulls=drop_nulls,
        )
