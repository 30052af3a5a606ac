"""Checkers from a weixin-draft.toml."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import weixin_draft as wd

TEXT = """
image_hosts = ["cdn.example.cn"]
lang = "zh"
drop_nulls = true

[levels]
thumb_missing = "error"

[per-file-levels]
"old/**" = { thumb_missing = "off" }
"""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    file = tmp_path / "weixin-draft.toml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_settings_are_those_of_the_file(settings: Path) -> None:
    checker = wd.Checker.from_file(settings)
    assert checker == wd.Checker.from_file(str(settings))
    assert checker == wd.Checker(
        levels={"thumb_missing": "error"},
        image_hosts=["cdn.example.cn"],
        lang="zh",
        drop_nulls=True,
    )
    report = checker.check(
        {"media_id": "M", "index": 0, "articles": {"title": "T", "content": "x"}}
    )
    assert [error.code for error in report.errors] == ["thumb_missing"]
    assert report.lang == "zh"


def test_levels_for_a_file(settings: Path) -> None:
    checker = wd.Checker.from_file(settings, checked=settings.parent / "old" / "a.json")
    assert checker.levels == {"thumb_missing": "off"}
    other = wd.Checker.from_file(settings, checked=settings.parent / "new" / "a.json")
    assert other.levels == {"thumb_missing": "error"}


def test_no_file_is_read_by_itself(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(settings.parent)
    assert wd.Checker().levels == {}


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    file = tmp_path / "weixin-draft.toml"
    with pytest.raises(FileNotFoundError, match=r"weixin-draft\.toml"):
        wd.Checker.from_file(file)
    with pytest.raises(OSError, match=os.path.basename(tmp_path)):
        wd.Checker.from_file(tmp_path)
    for text, words in (
        ("\nlevel = 1", r"weixin-draft\.toml:2:1: there is no key level: did you mean levels\?"),
        ("lang = 'fr'", r":1:8: unknown language"),
        ("levels = {", "not TOML"),
    ):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=words):
            wd.Checker.from_file(file)
    file.write_bytes(b"lang = '\xff'")
    with pytest.raises(ValueError, match="not UTF-8"):
        wd.Checker.from_file(file)
    with pytest.raises(TypeError):
        wd.Checker.from_file(5)  # type: ignore[arg-type]
