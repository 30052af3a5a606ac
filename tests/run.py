"""Runs all tests of the repository.

    python3 tests/run.py            everything whose tools are on this machine
    python3 tests/run.py rust docs  only these steps
    python3 tests/run.py --all      a missing tool is a failure, as in CI

Needs Python 3.10 or later and nothing else; each step says which tools it
wants, and a step whose tools are missing is skipped in plain words.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Step:
    name: str
    what: str
    tools: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...]
    passes_on_all: bool = False
    """Its command skips parts whose tools are missing, and knows `--all` too."""


QUIET = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts")

STEPS = (
    Step(
        "rust",
        "unit, vector, property and command line tests of every crate",
        ("cargo",),
        (("cargo", "test", "--workspace", "--quiet", "--locked"),),
    ),
    Step(
        "docs",
        "the commands of the README and of the guides, run as they are written",
        ("cargo",),
        (
            (sys.executable, "tests/documentation.py", "README.md", "README.zh-CN.md"),
            (sys.executable, "tests/documentation.py", "docs/bulk.md", "docs/bulk.zh-CN.md"),
            (sys.executable, "tests/documentation.py", "docs/cli.md", "docs/cli.zh-CN.md"),
            (sys.executable, "tests/documentation.py", "docs/ci.md", "docs/ci.zh-CN.md"),
            ("cargo", "test", "--package", "weixin-draft-cli", "--doc", "--quiet"),
            (sys.executable, "tests/documentation.py", "docs/pictures.md", "docs/pictures.zh-CN.md"),
            (sys.executable, "tests/documentation.py", "docs/client.md", "docs/client.zh-CN.md"),
        ),
    ),
    Step(
        "others",
        "the hook of pre-commit and the action, as other repositories use them",
        ("cargo", "git", "bash"),
        ((sys.executable, "tests/other_repositories.py"),),
    ),
    Step(
        "python",
        "the Python package, built and installed, on every Python of the machine",
        ("cargo",),
        ((sys.executable, "python/tests/run.py"),),
    ),
    Step(
        "engines",
        "Spark, Ray and the notebook, with the wheel of the step before",
        (),
        ((sys.executable, "python/tests/engines.py"),),
        passes_on_all=True,
    ),
    Step(
        "npm",
        "the npm package: every vector in Node and in Chromium, and packed into empty projects",
        ("cargo", "node", "npm", "chromium"),
        (
            ("npm", "--prefix", "npm", "ci", *QUIET),
            ("npm", "--prefix", "npm", "run", "--silent", "build"),
            ("npm", "--prefix", "npm", "test", "--silent"),
            ("npm", "--prefix", "npm", "run", "--silent", "benchmark"),
        ),
    ),
    Step(
        "page",
        "the preview page in Chromium; after the step npm, whose package it is built on",
        ("cargo", "node", "npm", "chromium"),
        (
            ("npm", "--prefix", "page", "ci", *QUIET),
            ("npm", "--prefix", "page", "run", "--silent", "check"),
            ("npm", "--prefix", "page", "test", "--silent"),
        ),
    ),
    Step(
        "consumers",
        "programs in other languages, built on schema/ and the vectors alone",
        (),
        ((sys.executable, "tests/consumers/run.py"),),
        passes_on_all=True,
    ),
    Step(
        "openapi",
        "the OpenAPI document against generators and the sandbox",
        ("cargo", "node", "npm"),
        ((sys.executable, "tests/openapi/run.py"),),
        passes_on_all=True,
    ),
    Step(
        "gateways",
        "the guide's nginx file and its tunnel through ssh, where nginx and sshd are on the machine",
        ("cargo",),
        ((sys.executable, "tests/gateways.py"),),
    ),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", metavar="STEP", help=", ".join(step.name for step in STEPS))
    parser.add_argument("--all", action="store_true", help="fail when a tool is missing")
    options = parser.parse_args()
    unknown = set(options.steps) - {step.name for step in STEPS}
    if unknown:
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    outcomes = [run(step, options.all) for step in STEPS if not options.steps or step.name in options.steps]
    passed, failed, skipped = (outcomes.count(outcome) for outcome in ("passed", "failed", "skipped"))
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or (options.all and skipped) else 0


def run(step: Step, want_all: bool) -> str:
    missing = [tool for tool in step.tools if shutil.which(tool) is None]
    if missing:
        print(f"== {step.name}: SKIPPED, not on this machine: {', '.join(missing)}", flush=True)
        return "skipped"
    print(f"== {step.name}: {step.what}", flush=True)
    begin = time.monotonic()
    for command in step.commands:
        if want_all and step.passes_on_all:
            command = (*command, "--all")
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            print(f"== {step.name}: FAILED at: {' '.join(command)}", flush=True)
            return "failed"
    print(f"== {step.name}: passed in {time.monotonic() - begin:.0f} s", flush=True)
    return "passed"


if __name__ == "__main__":
    sys.exit(main())
