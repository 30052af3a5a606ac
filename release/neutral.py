"""What is built holds no path of the machine that built it."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import zipfile
from pathlib import Path


def environment(sources: Path, target: Path) -> dict[str, str]:
    """Variables for a build of `sources` into `target` that names neither.

    Rust writes the paths of source files into panics; C code does so into assertions.
    """
    home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
    command = ["rustc", "--print", "sysroot"]
    sysroot = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    # Of two that fit, the later counts.
    names = {
        home: "cargo",
        sysroot: "rust",
        sources: "weixin-draft",
        target: "target",
        **{folder: "crates" for folder in (home / "registry" / "src").glob("*")},
    }
    rust = [f"--remap-path-prefix={folder}={name}" for folder, name in names.items()]
    c = " ".join(f"-ffile-prefix-map={folder}={name}" for folder, name in names.items())
    return {
        "CARGO_ENCODED_RUSTFLAGS": "\x1f".join(rust),
        "CARGO_TARGET_DIR": str(target),
        "CFLAGS": f"{os.environ.get('CFLAGS', '')} {c}".strip(),
    }


def rename_in_wheel(wheel: Path, sources: Path) -> None:
    """Takes the folder of the sources out of the list of parts (SBOM) in a wheel.

    maturin writes the list, and names our own crates by where they are.
    """
    with zipfile.ZipFile(wheel) as opened:
        members = {info: opened.read(info) for info in opened.infolist()}
    changed = {}
    for info, content in members.items():
        if "/sboms/" in info.filename:
            members[info] = content.replace(str(sources).encode(), b"/weixin-draft")
            changed[info.filename] = members[info]
    for info, content in members.items():
        if info.filename.endswith(".dist-info/RECORD"):
            lines = content.decode().splitlines()
            members[info] = "".join(recorded(line, changed) + "\n" for line in lines).encode()
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as opened:
        for info, content in members.items():
            opened.writestr(info, content, zipfile.ZIP_DEFLATED, compresslevel=9)


def recorded(line: str, changed: dict[str, bytes]) -> str:
    """A line of RECORD: name, hash and size."""
    name = line.split(",", 1)[0]
    if name not in changed:
        return line
    content = changed[name]
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
    return f"{name},sha256={digest},{len(content)}"
