"""Every block of the guide on many requests runs, and so does the notebook."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import mixed
from conftest import ROOT

GUIDES = [ROOT / "docs" / "bulk.md", ROOT / "docs" / "bulk.zh-CN.md"]
guides = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)


def blocks(guide: Path, engine: str) -> list[str]:
    pattern = rf"^```python{engine}\n(.*?)^```$"
    return re.findall(pattern, guide.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def run(guide: Path, engine: str, folder: Path) -> None:
    program = "\n".join(blocks(guide, engine))
    assert program
    (folder / "guide.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "guide.py"]
    # Spark's workers take the python3 that is found first, unless told.
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    result = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.slow
@guides
def test_every_block_runs(guide: Path, tmp_path: Path) -> None:
    for library in ("duckdb", "pandas", "polars", "pyarrow"):
        pytest.importorskip(library)
    run(guide, "", tmp_path)


@pytest.mark.engines
@pytest.mark.parametrize("engine", ["spark", "ray"])
@guides
def test_the_blocks_of_an_engine_run(guide: Path, engine: str, tmp_path: Path) -> None:
    pytest.importorskip("pyspark" if engine == "spark" else engine)
    run(guide, f" {engine}", tmp_path)


def test_the_guides_say_the_same() -> None:
    for engine in ("", " spark", " ray"):
        assert blocks(GUIDES[0], engine) == blocks(GUIDES[1], engine)
    texts = [guide.read_text(encoding="utf-8") for guide in GUIDES]
    first, second = (re.findall(r"^#+ |^```.*|^\|", text, re.MULTILINE) for text in texts)
    assert first == second


@pytest.mark.engines
@pytest.mark.filterwarnings("ignore")
def test_the_notebook(tmp_path: Path) -> None:
    nbformat: Any = pytest.importorskip("nbformat")
    nbclient: Any = pytest.importorskip("nbclient")
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    pa: Any = pytest.importorskip("pyarrow")

    def printed(rows: list[str | None]) -> str:
        table = pa.table({"body": pa.array(rows, pa.string())})
        parquet.write_table(table, tmp_path / "requests.parquet")
        notebook = nbformat.read(ROOT / "examples" / "most_broken.ipynb", as_version=4)
        resources = {"metadata": {"path": str(tmp_path)}}
        nbclient.NotebookClient(notebook, timeout=300, resources=resources).execute()
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        assert any("image/png" in output.get("data", {}) for output in outputs)
        return "".join(output.get("text", "") for output in outputs)

    rows = mixed.texts(mixed.rows(3_000, broken=0.1))
    text = printed(rows)
    assert f"{len(rows)} rows" in text
    assert "missing_field: " in text
    assert "2 rows, 0 cannot be sent" in printed([None, None])
