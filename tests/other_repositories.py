"""Runs what this repository offers to others, as docs/ci.md describes it.

The hook runs in the real pre-commit, the steps of the action and of the GitLab job in
bash. Building the command is left out: what was built for the other tests is used.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TO_JSON = "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))"


class Repository:
    """Somebody else's repository, with the command on its PATH."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.environment = venv_with_pre_commit(directory.parent / "venv")
        target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
        cargo = ["cargo", "build", "--quiet", "--package", "weixin-draft-cli"]
        subprocess.run(cargo, cwd=ROOT, check=True)
        path = os.pathsep.join([str(target / "debug"), os.environ["PATH"]])
        self.variables = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(directory.parent / "cache")}
        (directory / "drafts").mkdir(parents=True)
        shutil.copy(ROOT / "examples/news.json", directory / "drafts/good.json")
        shutil.copy(ROOT / "examples/mistakes.json", directory / "drafts/bad.json")
        (directory / "package.json").write_text('{"name": "site"}\n')
        (directory / "page.html").write_text("<p>x</p><img src=a.png>\n")
        self.run(["git", "init", "--quiet"])
        self.run(["git", "add", "--all"])

    def run(self, command: list[str], **variables: str) -> tuple[int, str]:
        result = subprocess.run(
            command, cwd=self.directory, env={**self.variables, **variables}, capture_output=True, text=True, check=False
        )
        return result.returncode, result.stdout + result.stderr

    def pre_commit(self, *names: str, hook: str = "weixin-draft-system") -> tuple[int, str]:
        program = str(self.environment / "pre-commit")
        return self.run([program, "try-repo", str(ROOT), hook, "--files", *names])

    def yaml(self, text: str) -> Any:
        program = [str(self.environment / "python"), "-c", TO_JSON]
        return json.loads(subprocess.run(program, input=text, capture_output=True, text=True, check=True).stdout)


def venv_with_pre_commit(directory: Path) -> Path:
    venv.create(directory, with_pip=True)
    programs = directory / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "pip"), "install", "--quiet", "pre-commit"], check=True)
    return programs


def expect(what: str, outcome: tuple[int, str], code: int, *words: str) -> int:
    """1 when an outcome is another than is expected."""
    if outcome[0] == code and all(word in outcome[1] for word in words):
        return 0
    print(f"{what}: exit code {outcome[0]}, {code} is expected, with {words}\n{outcome[1]}")
    return 1


def hooks(repository: Repository) -> int:
    good = repository.pre_commit("drafts/good.json", "package.json", "page.html")
    bad = repository.pre_commit("drafts/good.json", "drafts/bad.json")
    only_others = repository.pre_commit("page.html")
    return (
        expect("hook, good files", good, 0, "Passed")
        + expect("hook, a bad file", bad, 1, "Failed", "drafts/bad.json:")
        + expect("hook, no JSON", only_others, 0, "Skipped")
    )


def action(repository: Repository) -> int:
    described = repository.yaml((ROOT / "action.yml").read_text())
    script = described["runs"]["steps"][-1]["run"]

    def run(files: str, options: str) -> tuple[int, str]:
        return repository.run(["bash", "-e", "-c", script], FILES=files, OPTIONS=options)

    whole = run(described["inputs"]["files"]["default"], "")
    missing = run("drafts/g*.json package.jso", "--level title_long=off --strict")
    return (
        expect("action, the whole repository", whole, 1, "::error file=drafts/bad.json,line=")
        + expect("action, a missing file", missing, 2, "::error file=package.jso::")
        + expect("action, good files", run("drafts/g*.json", "--strict"), 0)
    )


def guides(repository: Repository) -> int:
    known_hooks = {hook["id"] for hook in repository.yaml((ROOT / ".pre-commit-hooks.yaml").read_text())}
    known_inputs = set(repository.yaml((ROOT / "action.yml").read_text())["inputs"])
    failures = 0
    for name in ("docs/ci.md", "docs/ci.zh-CN.md"):
        blocks = [repository.yaml(block) for block in YAML.findall((ROOT / name).read_text(encoding="utf-8"))]
        pre_commit, more_hooks, github, gitlab = blocks
        used = {hook["id"] for hook in [*pre_commit["repos"][0]["hooks"], *more_hooks]}
        inputs = set(github["jobs"]["drafts"]["steps"][-1]["with"])
        failures += expect(f"{name}: names", (int(not (used <= known_hooks and inputs <= known_inputs)), ""), 0)
        failures += expect(f"{name}: GitLab", repository.run(["bash", "-c", gitlab["drafts"]["script"][-1]]), 1)
        report = (repository.directory / "drafts.xml").read_text(encoding="utf-8")
        failures += expect(f"{name}: JUnit", (0, report), 0, "<testsuites", "drafts/bad.json", "<failure")
    return failures


def main() -> int:
    with tempfile.TemporaryDirectory() as directory:
        repository = Repository(Path(directory) / "site")
        failures = hooks(repository) + action(repository) + guides(repository)
    print("what others use works" if not failures else f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
