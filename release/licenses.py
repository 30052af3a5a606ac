"""Writes the licences of all that is linked into what we publish, for whom gets it.

    python3 release/licenses.py           writes the files
    python3 release/licenses.py --check   fails when a file is not what would be written

The first file is in the wheel and belongs beside the command line's binary; the second
is in the npm package. Needs cargo, whose registry holds the texts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The npm module is in the page that the command line shows.
FILES = {
    "THIRD-PARTY-LICENSES.txt": ("weixin-draft-cli", "weixin-draft-python", "weixin-draft-wasm"),
    "npm/THIRD-PARTY-LICENSES.txt": ("weixin-draft-wasm",),
}
TARGETS = (
    "x86_64-unknown-linux-gnu",
    "x86_64-unknown-linux-musl",
    "aarch64-unknown-linux-gnu",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
    "wasm32-unknown-unknown",
)
NAMES = ("license", "licence", "copying", "unlicense", "notice", "copyright")

MIT = """{copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."""

# What is linked too and is no crate, and crates whose archives hold no text.
WITHOUT_FILE = {
    "Rust's standard library": MIT.format(copyright="Copyright (c) The Rust Project Contributors"),
    "pyo3-arrow": MIT.format(copyright="Copyright (c) Kyle Barron"),
}


def cargo(*arguments: str) -> str:
    command = ["cargo", *arguments, "--locked"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def linked(published: tuple[str, ...]) -> set[tuple[str, str]]:
    """Names and versions of what is linked on any target; macros run in compilers only."""
    packages = [part for name in published for part in ("-p", name)]
    form = ("--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}")
    found = set()
    for target in TARGETS:
        for line in cargo("tree", *packages, "--target", target, *form).splitlines():
            if line:
                name, version = line.split()[:2]
                found.add((name, version.removeprefix("v")))
    return found


def texts(folder: Path) -> list[str]:
    """The licence files of a crate, those of C code that it brings included."""
    files = [
        file
        for file in (*folder.glob("*"), *folder.glob("*/*"))
        if file.is_file()
        and file.suffix in ("", ".txt", ".md")
        and file.name.lower().startswith(NAMES)
    ]
    # MIT is short and asks for no more; the long Apache text says the same for all.
    short = [file for file in files if "apache" not in file.name.lower()]
    return [normalized(file) for file in sorted(short or files)]


def normalized(file: Path) -> str:
    lines = file.read_text("utf-8", "replace").replace("\r\n", "\n").strip("\n").split("\n")
    return "\n".join(line.rstrip() for line in lines)


def document(packages: dict[tuple[str, str], dict[str, str]], published: tuple[str, ...]) -> str:
    crates_of: dict[str, set[str]] = defaultdict(set)
    for name, version in linked(published):
        package = packages[name, version]
        if package["source"] is None:
            continue
        found = texts(Path(package["manifest_path"]).parent)
        if not found and name in WITHOUT_FILE:
            found = [WITHOUT_FILE[name]]
        if not found:
            sys.exit(f"{name} {version} ({package['license']}) holds no licence text")
        for text in found:
            crates_of[text].add(f"{name} ({package['license']})")
    standard_library = "Rust's standard library"
    crates_of[WITHOUT_FILE[standard_library]].add(f"{standard_library} (MIT OR Apache-2.0)")
    parts = [
        "weixin-draft itself is licensed under MIT or Apache 2.0, as you like. What is linked into it has the\n"
        "licences below, each after the names of what it is for."
    ]
    for crates, text in sorted((sorted(crates), text) for text, crates in crates_of.items()):
        parts.append("\n".join(crates) + "\n\n" + text)
    return f"\n\n{'=' * 80}\n".join(parts) + "\n"


def main() -> int:
    metadata = json.loads(cargo("metadata", "--format-version", "1"))
    packages = {(package["name"], package["version"]): package for package in metadata["packages"]}
    stale = []
    for name, published in FILES.items():
        file, written = ROOT / name, document(packages, published)
        if "--check" not in sys.argv[1:]:
            file.write_text(written, "utf-8")
        elif not file.exists() or file.read_text("utf-8") != written:
            stale.append(name)
    if stale:
        print(f"not current: {', '.join(stale)}; run python3 release/licenses.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
