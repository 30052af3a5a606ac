"""Runs the console blocks of Markdown files and compares what they print.

In a block that begins with ```console, a line `$ command` is run by a shell at
the repository's root, and the lines after it are what it prints: standard
output, then standard error. A line of `...` means any lines. A block that
begins with ```console norun is only shown.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(markdown: str) -> list[tuple[str, list[str]]]:
    """Each command with the lines that it should print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(markdown):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif found:
                found[-1][1].append(line)
    return found


def fits(expected: list[str], printed: list[str]) -> bool:
    parts = ["(?:.*\n)*" if line.strip() == "..." else re.escape(line) + "\n" for line in expected]
    return re.fullmatch("".join(parts), "".join(line + "\n" for line in printed)) is not None


def main() -> int:
    failures = count = 0
    for name in sys.argv[1:]:
        for command, expected in examples((ROOT / name).read_text(encoding="utf-8")):
            count += 1
            result = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=False)
            output = result.stdout.decode() + result.stderr.decode()
            printed = [line.rstrip() for line in output.splitlines()]
            if expected and not fits([line.rstrip() for line in expected], printed):
                failures += 1
                print(f"{name}: $ {command}\n--- expected\n" + "\n".join(expected))
                print("--- printed\n" + "\n".join(printed))
            elif not expected and result.returncode != 0:
                failures += 1
                print(f"{name}: $ {command}\nfailed with exit code {result.returncode}\n{output}")
    print(f"{count - failures} passed, {failures} failed")
    return 1 if failures or not count else 0


if __name__ == "__main__":
    sys.exit(main())
