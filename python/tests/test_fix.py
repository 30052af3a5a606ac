"""What has one obvious mend is mended."""

from __future__ import annotations

import json
import pathlib

import pytest

import weixin_draft as wd

BROKEN = {
    "media_id": " M",
    "index": "0",
    "articles": [{"title": "T", "content": "<p>x</p>", "thumb_media_id": "C", "author": None}],
}
GOOD = {
    "media_id": "M",
    "index": 0,
    "articles": {"title": "T", "content": "<p>x</p>", "thumb_media_id": "C"},
}


def test_a_dict_is_mended() -> None:
    fixed = wd.fix(BROKEN)
    assert json.loads(fixed.payload) == GOOD
    assert fixed.applied == 4
    assert fixed.report.ok
    assert "applied=4" in repr(fixed)


def test_what_is_good_comes_back_byte_for_byte() -> None:
    text = json.dumps(GOOD, indent=3).encode()
    fixed = wd.fix(text)
    assert (fixed.payload, fixed.applied) == (text, 0)


def test_unsafe_fixes_are_asked_for() -> None:
    misspelt = json.dumps(GOOD).replace("title", "titel")
    assert wd.fix(misspelt).report.ok is False
    assert wd.fix(misspelt, unsafe=True).report.ok is True


def test_what_is_no_payload() -> None:
    with pytest.raises(TypeError):
        wd.fix(pathlib.Path("request.json"))  # type: ignore[arg-type]
