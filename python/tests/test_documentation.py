"""Every Python block of the guides runs, in the order in which they stand."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GUIDES = [ROOT / "docs" / "python.md", ROOT / "docs" / "python.zh-CN.md"]
GUIDES += [ROOT / "docs" / f"python-frameworks{suffix}.md" for suffix in ("", ".zh-CN")]
GUIDES += [ROOT / "python" / "README.md"]


def blocks(guide: Path) -> list[str]:
    return BLOCK.findall(guide.read_text(encoding="utf-8"))


def run(*arguments: str, folder: Path) -> None:
    command = [sys.executable, *arguments]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_block_runs(guide: Path, tmp_path: Path) -> None:
    pytest.importorskip("fastapi")
    pytest.importorskip("django")
    assert blocks(guide)
    # Blocks build on those before them, but for tests, which pytest runs.
    program = "\n".join(block for block in blocks(guide) if "def test_" not in block)
    (tmp_path / "guide.py").write_text(program, encoding="utf-8")
    run("guide.py", folder=tmp_path)
    for number, block in enumerate(block for block in blocks(guide) if "def test_" in block):
        (tmp_path / f"test_guide_{number}.py").write_text(block, encoding="utf-8")
        run("-m", "pytest", "-q", f"test_guide_{number}.py", folder=tmp_path)


@pytest.mark.parametrize("guides", [GUIDES[:2], GUIDES[2:4]])
def test_the_guides_say_the_same(guides: list[Path]) -> None:
    english, chinese = (blocks(guide) for guide in guides)
    assert len(english) == len(chinese)
    headings = [re.findall(r"^#+ ", guide.read_text("utf-8"), re.MULTILINE) for guide in guides]
    assert headings[0] == headings[1]
