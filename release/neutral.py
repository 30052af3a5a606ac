"""What is built holds no path of the machine that built it."""

from __future__ import annotations

import os
import subprocess
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
