"""Every block of the guide on drafts in an account runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT

GUIDES = [ROOT / "docs" / "client.md", ROOT / "docs" / "client.zh-CN.md"]


def blocks(guide: Path, language: str) -> list[str]:
    pattern = rf"^```{language}\n(.*?)^```$"
    return re.findall(pattern, guide.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_block_runs(guide: Path) -> None:
    names: dict[str, object] = {}
    for block in blocks(guide, "python"):
        exec(compile(block, str(guide), "exec"), names)
    assert "edited" in names


def test_the_guides_say_the_same() -> None:
    for language in ("python", "rust", "nginx", "console", "console norun"):
        assert blocks(GUIDES[0], language) == blocks(GUIDES[1], language)
    texts = [guide.read_text(encoding="utf-8") for guide in GUIDES]
    first, second = (re.findall(r"^#+ |^```.*|^\||^- ", text, re.MULTILINE) for text in texts)
    assert first == second
