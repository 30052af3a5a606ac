"""Runs the consumers of `schema/`: small programs in other languages.

    python3 tests/consumers/run.py             every one whose tools are on this machine
    python3 tests/consumers/run.py typescript  only this one
    python3 tests/consumers/run.py --all       a missing tool is a failure, as in CI

A consumer judges every vector that a schema can judge, takes the good ones
through its generated types, prints what is wrong with the requests of
`bad.json`, and runs the code of its page in `docs/`. What it installs and
generates lies in folders that git ignores.

Needs Python 3.10 or later and nothing else.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = HERE / ".build"
CASES = BUILD / "cases.ndjson"
BODIES = BUILD / "bodies.ndjson"
MODULE = BUILD / "weixin_draft.wasm"

VENV = "Scripts" if os.name == "nt" else "bin"
CLASSPATH = os.pathsep.join(("target/classes", "target/lib/*"))
BLOCK = re.compile(r"^(?:<!-- (\S+) -->\n)?^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Consumer:
    """One program: its commands run in its folder, in order, and end with exit code 0."""

    name: str
    tools: tuple[str, ...]
    pages: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...]
    messages: tuple[str, ...]
    """Prints one line `place: sentence` for each problem of `bad.json`; compared with `messages.txt`."""


CONSUMERS = (
    Consumer(
        name="typescript",
        tools=("node", "npm"),
        pages=("docs/typescript.md", "docs/typescript.zh-CN.md"),
        commands=(
            ("npm", "ci", "--silent", "--no-audit", "--no-fund"),
            ("npm", "run", "--silent", "validators"),
            ("npm", "run", "--silent", "types"),
            ("npm", "run", "--silent", "literals"),
            ("npm", "run", "--silent", "build"),
            ("npm", "run", "--silent", "vectors"),
            ("npm", "run", "--silent", "example"),
            ("npm", "run", "--silent", "gaps"),
        ),
        messages=("npm", "run", "--silent", "messages"),
    ),
    Consumer(
        name="python",
        tools=(),
        pages=("docs/schema-python.md", "docs/schema-python.zh-CN.md"),
        commands=(
            (sys.executable, "-m", "venv", ".venv"),
            ("pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt"),
            ("datamodel-codegen",),
            ("mypy", "."),
            ("python", "vectors.py", "../.build/cases.ndjson"),
            ("python", "example.py"),
            ("python", "gaps.py"),
        ),
        messages=("python", "messages.py", "../bad.json"),
    ),
    Consumer(
        name="go",
        tools=("go", "cargo"),
        pages=("docs/go.md", "docs/go.zh-CN.md"),
        commands=(
            ("go", "generate", "./..."),
            ("go", "vet", "./..."),
            ("go", "run", ".", "vectors", "../.build/cases.ndjson"),
            ("go", "run", "./example"),
            ("go", "test", "."),
            ("go", "run", "./wasm", "../.build/weixin_draft.wasm", "../.build/bodies.ndjson"),
        ),
        messages=("go", "run", ".", "messages", "../bad.json"),
    ),
    Consumer(
        name="java",
        tools=("mvn", "java", "cargo"),
        pages=("docs/java.md", "docs/java.zh-CN.md"),
        commands=(
            ("mvn", "-q", "-B", "compile", "dependency:copy-dependencies", "-DoutputDirectory=target/lib"),
            ("java", "-cp", CLASSPATH, "Vectors", "../.build/cases.ndjson"),
            ("java", "-cp", CLASSPATH, "Example"),
            ("java", "-cp", CLASSPATH, "Gaps"),
            ("java", "-cp", CLASSPATH, "Wasm", "../.build/weixin_draft.wasm", "../.build/bodies.ndjson"),
        ),
        messages=("java", "-cp", CLASSPATH, "Messages", "../bad.json"),
    ),
    Consumer(
        name="rust",
        tools=("cargo",),
        pages=("docs/schema-rust.md", "docs/schema-rust.zh-CN.md"),
        commands=(
            ("cargo", "build", "--quiet", "--locked"),
            ("cargo", "run", "--quiet", "--locked", "--bin", "vectors", "../.build/cases.ndjson"),
            ("cargo", "run", "--quiet", "--locked", "--bin", "example"),
            ("cargo", "test", "--quiet", "--locked", "--test", "gaps"),
        ),
        messages=("cargo", "run", "--quiet", "--locked", "--bin", "messages", "../bad.json"),
    ),
)


def expand(value: Any) -> Any:
    """Writes out the repetitions of a vector; see tests/README.md."""
    if isinstance(value, dict):
        if "$repeat" in value:
            return value.get("prefix", "") + value["$repeat"] * value["times"] + value.get("suffix", "")
        if "$repeat_item" in value:
            return [expand(value["$repeat_item"])] * value["times"]
        return {name: expand(member) for name, member in value.items()}
    return [expand(item) for item in value] if isinstance(value, list) else value


def body(case: dict[str, Any]) -> bytes:
    if "base64" in case:
        return base64.b64decode(case["base64"])
    if "text" in case:
        parts = case["text"] if isinstance(case["text"], list) else [case["text"]]
        return "".join(expand(part) for part in parts).encode()
    return json.dumps(expand(case["payload"]), ensure_ascii=False).encode()


def write_cases() -> None:
    """Writes the bodies that a schema can judge, as text, one case a line, for the programs to read.

    They are written out here and not in each language, since a language that
    reads the vectors itself loses how a number was written (`1.0`, `1e400`).
    """
    BUILD.mkdir(exist_ok=True)
    judged = left_out = 0
    with CASES.open("w", encoding="utf-8", newline="\n") as file:
        for path in sorted((ROOT / "tests" / "vectors").glob("*.json")):
            for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
                if case["schema_valid"] is None:
                    left_out += 1
                    continue
                judged += 1
                line = {
                    "name": f"{path.stem}: {case['description']}",
                    "text": body(case).decode(),
                    "valid": case["schema_valid"],
                }
                file.write(json.dumps(line, ensure_ascii=True) + "\n")
    print(f"{judged} vectors; {left_out} more are no JSON or have a name twice, which a schema cannot judge", flush=True)


def write_module() -> None:
    """Builds the module that holds every rule, and writes every body with its report for those that load it."""
    BUILD.mkdir(exist_ok=True)
    target, profile = "wasm32-unknown-unknown", "wasm"
    command = ("cargo", "build", "--quiet", "--locked", "-p", "weixin-draft-wasm", "--profile", profile, "--target", target)
    subprocess.run(command, cwd=ROOT, check=True)
    folder = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    shutil.copyfile(folder / target / profile / "weixin_draft_wasm.wasm", MODULE)
    with BODIES.open("w", encoding="ascii", newline="\n") as file:
        for path in sorted((ROOT / "tests" / "vectors").glob("*.json")):
            for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
                name = f"{path.stem}: {case['description']}"
                text = base64.b64encode(body(case)).decode()
                file.write(json.dumps({"name": name, "body": text, "violations": case["violations"]}) + "\n")


def wrong_messages(consumer: Consumer) -> Iterator[str]:
    """Runs the program that prints messages; the places are the same in every language, the words each tool's own."""
    command = resolve(consumer, consumer.messages)
    result = subprocess.run(command, cwd=HERE / consumer.name, capture_output=True, encoding="utf-8", check=False)
    printed = result.stdout
    if result.returncode != 0:
        yield f"failed: {' '.join(command)}\n{printed}{result.stderr}"
        return
    expected = [place for bad in json.loads((HERE / "bad.json").read_text(encoding="utf-8")) for place in bad["places"]]
    places = [line.split(": ", 1)[0] for line in printed.splitlines()]
    if sorted(places) != sorted(expected):
        yield f"places: expected {sorted(expected)}, got {sorted(places)}"
    golden = HERE / consumer.name / "messages.txt"
    if not golden.exists() or printed != golden.read_text(encoding="utf-8"):
        yield f"{golden.name} differs from what is printed:\n{printed}"


def wrong_blocks(page: str) -> Iterator[str]:
    """Every block of code on a page names the file it was taken from, and is there word for word, but for its margin."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    if not blocks:
        yield f"{page}: no block of code"
    for source, block in blocks:
        if not source:
            yield f"{page}: this block names no file:\n{block}"
        elif flush(block) not in flush((ROOT / source).read_text(encoding="utf-8")):
            yield f"{page}: this block is not in {source}:\n{block}"


def flush(text: str) -> str:
    return "".join(line.strip() + "\n" for line in text.splitlines())


def resolve(consumer: Consumer, command: tuple[str, ...]) -> list[str]:
    """Finds the program: in the consumer's own environment (Python), else on the path."""
    local = HERE / consumer.name / ".venv" / VENV
    found = shutil.which(command[0], path=str(local)) or shutil.which(command[0])
    return [found or command[0], *command[1:]]


def run(consumer: Consumer) -> str:
    missing = [tool for tool in consumer.tools if shutil.which(tool) is None]
    if missing:
        print(f"== {consumer.name}: SKIPPED, not on this machine: {', '.join(missing)}", flush=True)
        return "skipped"
    print(f"== {consumer.name}", flush=True)
    begin = time.monotonic()
    for command in consumer.commands:
        if subprocess.run(resolve(consumer, command), cwd=HERE / consumer.name, check=False).returncode != 0:
            print(f"== {consumer.name}: FAILED at: {' '.join(command)}", flush=True)
            return "failed"
    wrong = [*wrong_messages(consumer), *(fault for page in consumer.pages for fault in wrong_blocks(page))]
    for fault in wrong:
        print(fault)
    if wrong:
        print(f"== {consumer.name}: FAILED", flush=True)
        return "failed"
    print("messages and pages: as expected")
    print(f"== {consumer.name}: passed in {time.monotonic() - begin:.0f} s", flush=True)
    return "passed"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("consumers", nargs="*", metavar="CONSUMER", help=", ".join(c.name for c in CONSUMERS))
    parser.add_argument("--all", action="store_true", help="fail when a tool is missing")
    options = parser.parse_args()
    unknown = set(options.consumers) - {consumer.name for consumer in CONSUMERS}
    if unknown:
        parser.error(f"no such consumer: {', '.join(sorted(unknown))}")
    write_cases()
    if shutil.which("cargo"):
        write_module()
    outcomes = [run(consumer) for consumer in CONSUMERS if not options.consumers or consumer.name in options.consumers]
    passed, failed, skipped = (outcomes.count(outcome) for outcome in ("passed", "failed", "skipped"))
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or (options.all and skipped) else 0


if __name__ == "__main__":
    sys.exit(main())
