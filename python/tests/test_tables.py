"""Rules, answer codes and schemas as data."""

from __future__ import annotations

import copy
import json
import pickle
import re
from typing import Literal

import pytest

import weixin_draft as wd
from conftest import ROOT


def test_rules() -> None:
    vectors = {file.stem for file in (ROOT / "tests" / "vectors").glob("*.json")}
    # What a server stored, how many articles a draft has, the size of a cover, what is too long
    # and what a browser measures are not in a request.
    others = {code for code in wd.RULES if code.startswith(("stored_", "layout_"))}
    others |= {"article_count", "too_long", "crop_shape"}
    assert len(others) == 12
    assert {*wd.RULES} - others == vectors - {"valid"}
    rule = wd.RULES["external_image"]
    assert (rule.code, rule.level, rule.movable) == ("external_image", "error", True)
    assert rule.summary.en
    assert rule.summary.zh
    assert rule.in_schema in ("yes", "partly", "no")
    with pytest.raises(TypeError):
        wd.RULES["x"] = rule  # type: ignore[index]


def test_errcodes() -> None:
    assert list(wd.ERRCODES) == sorted(wd.ERRCODES)
    entry = wd.ERRCODES[45009]
    assert (entry.code, entry.reaction) == (45009, "quota")
    assert "1,000" in entry.meaning.en
    assert str(entry.meaning) == entry.meaning.en


def test_the_tables_travel() -> None:
    for value in (
        *(wd.RULES, wd.ERRCODES, wd.RULES["external_image"], wd.ERRCODES[45009]),
        *(wd.ERRCODES[45009].meaning,),
    ):
        for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert other == value
    assert pickle.loads(pickle.dumps(wd.RULES)) is wd.RULES
    assert len({wd.RULES["external_image"], wd.RULES["anchor_link"]}) == 2
    rows = [rule.to_dict() for rule in wd.RULES.values()]
    assert json.loads(json.dumps(rows))[0]["summary"]["zh"]
    assert wd.ERRCODES[45009].to_dict()["reaction"] == "quota"


def test_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", wd.__version__)


@pytest.mark.parametrize("kind", ["request", "response", "report"])
@pytest.mark.parametrize("draft", ["2020-12", "7"])
def test_schemas_are_the_published_ones(
    kind: Literal["request", "response", "report"], draft: Literal["2020-12", "7"]
) -> None:
    name = f"{kind}.json" if draft == "2020-12" else f"{kind}.draft-07.json"
    published = json.loads((ROOT / "schema" / name).read_text(encoding="utf-8"))
    assert wd.json_schema(kind, draft=draft) == published


def test_schemas_for_language_models_and_openapi() -> None:
    for kind, name in (("llm", "request.llm.json"), ("openapi", "openapi.json")):
        published = json.loads((ROOT / "schema" / name).read_text(encoding="utf-8"))
        assert wd.json_schema(kind) == published  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="2020-12 only"):
            wd.json_schema(kind, draft="7")  # type: ignore[arg-type]
    prefix = "#/components/schemas/"
    text = json.dumps(wd.json_schema(ref_prefix=prefix))
    assert f'"$ref": "{prefix}NewsArticle"' in text
    assert "#/$defs/" not in text
    assert "#/definitions/" not in json.dumps(wd.json_schema(draft="7", ref_prefix=prefix))


def test_unknown_schemas() -> None:
    with pytest.raises(ValueError, match="use request, response"):
        wd.json_schema("x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="2020-12 or 7"):
        wd.json_schema(draft="4")  # type: ignore[arg-type]


def test_every_public_name_is_there() -> None:
    for name in wd.__all__:
        assert getattr(wd, name) is not None
    assert {*wd.__all__} <= {*dir(wd)}
    with pytest.raises(AttributeError):
        wd.nonsense  # type: ignore[attr-defined]  # noqa: B018
