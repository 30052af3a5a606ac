"""Type checkers accept what is right and refuse what is wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import weixin_draft
from conftest import ROOT

pytestmark = pytest.mark.slow
TESTS = Path(__file__).resolve().parent
MISUSE = TESTS / "typing" / "misuse.py"
USE = TESTS / "typing" / "use.py"
PACKAGE = Path(weixin_draft.__file__).parent
WRONG = {
    number
    for number, line in enumerate(MISUSE.read_text(encoding="utf-8").splitlines(), 1)
    if line.endswith("# wrong")
}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=TESTS)


def mypy(*arguments: str) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("mypy")
    return run(sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *arguments)


def test_mypy_accepts_the_package() -> None:
    result = mypy("-p", "weixin_draft")
    assert result.returncode == 0, result.stdout


def test_mypy_accepts_the_tests() -> None:
    files = [str(file) for file in sorted(TESTS.glob("*.py")) if file.name != "run.py"]
    result = mypy(str(USE), *files)
    assert result.returncode == 0, result.stdout


def test_mypy_refuses_misuse() -> None:
    result = mypy(str(MISUSE))
    found = {int(number) for number in re.findall(r"misuse\.py:(\d+): error", result.stdout)}
    assert found == WRONG, result.stdout


def pyright(*what: Path | str) -> list[tuple[str, int]]:
    command = shutil.which("pyright", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("pyright is not installed")
    arguments = ("--pythonpath", sys.executable, "--outputjson", *map(str, what))
    output = run(command, *arguments).stdout
    result = json.loads(output)
    assert result["summary"]["filesAnalyzed"] > 0, output
    diagnostics = result["generalDiagnostics"]
    return [
        (f"{each['file']}: {each['message']}", each["range"]["start"]["line"] + 1)
        for each in diagnostics
        if each["severity"] == "error"
    ]


def test_pyright_accepts_the_package_and_its_use() -> None:
    assert pyright(PACKAGE, USE) == []


def test_pyright_accepts_the_tests(tmp_path: Path) -> None:
    # With settings of their own, in pyright's standard mode.
    tests = sorted(file for file in TESTS.glob("*.py") if file.name != "run.py")
    files = [os.path.relpath(file, tmp_path) for file in tests]
    settings = tmp_path / "pyrightconfig.json"
    settings.write_text(json.dumps({"include": files, "extraPaths": [str(TESTS)]}))
    assert pyright("--project", settings) == []


def test_pyright_refuses_misuse() -> None:
    found = pyright(MISUSE)
    assert {number for _, number in found} == WRONG, found


def test_the_stubs_are_those_of_the_module() -> None:
    pytest.importorskip("mypy")
    result = run(sys.executable, "-m", "mypy.stubtest", "weixin_draft._core")
    assert result.returncode == 0, result.stdout


def test_docstrings_are_in_the_stub_and_in_the_reference() -> None:
    pytest.importorskip("ruff")
    script = ROOT / "python" / "generate_docstrings.py"
    result = run(sys.executable, str(script), "--check")
    assert result.returncode == 0, result.stdout + result.stderr


def test_editors_show_the_docstrings() -> None:
    jedi = pytest.importorskip("jedi")
    source = "import weixin_draft as wd\nwd.check\nwd.NewsArticle\nwd.Client.update\n"
    script = jedi.Script(source, project=jedi.Project(TESTS, environment_path=sys.executable))
    for line, words in ((2, "reports every violation"), (3, "A news article"), (4, "then sends")):
        [name] = script.help(line, len(source.splitlines()[line - 1]) - 1)
        assert words in name.docstring()
    completions = {each.name for each in jedi.Script("import weixin_draft as wd\nwd.").complete()}
    assert {"NewsArticle", "convert", "check_ndjson", "RULES", "Level"} <= completions


@pytest.mark.parametrize("what", ["articles", "payloads"])
def test_what_is_generated_is_that_of_the_schema(what: str) -> None:
    script = ROOT / "python" / f"generate_{what}.py"
    assert run(sys.executable, str(script), "--check").returncode == 0
