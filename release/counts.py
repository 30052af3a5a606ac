"""Which way the code takes, counted, so that the compiler can arrange it by that.

What the check runs for nearly every request is a part of its code. Arranged without
counts it is spread so widely that it does not fit into a processor's cache.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def count(
    part: str,
    build: Sequence[str | Path],
    folder: Path,
    variables: Mapping[str, str],
    tools: Path,
    work: Path,
) -> Path:
    """A file for `-Cprofile-use`: the counts of a wheel in the training of `part`.

    It is built by the command that uses the counts later, since symbols are named after the
    options of a build.
    """
    raw, wheels, counts = work / "raw", work / "wheels", work / "counts.profdata"
    shutil.rmtree(raw, ignore_errors=True)
    shutil.rmtree(wheels, ignore_errors=True)

    def run(*command: str | Path, **more: str) -> None:
        command = tuple(map(str, command))
        subprocess.run(command, cwd=folder, env={**variables, **more}, check=True)

    run("rustup", "component", "add", "llvm-tools")
    rust = [variables["CARGO_ENCODED_RUSTFLAGS"], f"-Cprofile-generate={raw}"]
    if sys.platform == "linux":
        # zig cannot link the counters.
        rust.append("-Clinker=cc")
    flags = {"CARGO_ENCODED_RUSTFLAGS": "\x1f".join(rust), "CARGO_TARGET_DIR": str(work / "target")}
    run(*build, "--auditwheel", "skip", "--out", wheels, **flags)
    install = ("-m", "pip", "install", "--quiet", "--force-reinstall", "pyarrow")
    run(tools / "python", *install, *wheels.glob("*.whl"))
    training = (tools / "python", Path(__file__).with_name("training.py"), part)
    run(*training, LLVM_PROFILE_FILE=str(raw / "%m.profraw"))
    run(profdata(), "merge", "--output", counts, *raw.glob("*.profraw"))
    return counts


def profdata() -> Path:
    """The program that joins counts, of the compiler's own version."""
    name = "llvm-profdata.exe" if os.name == "nt" else "llvm-profdata"
    libraries = subprocess.check_output(["rustc", "--print", "target-libdir"], text=True)
    return Path(libraries.strip()).parent / "bin" / name
