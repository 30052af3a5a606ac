"""Builds what is published: wheels, the npm package and the command line's binary.

    python3 release/build.py             everything, for this system
    python3 release/build.py wheel       only this part: wheel, npm or binary

Lies in target/release-files afterwards. On Linux the wheel and the binary are linked by
zig, which comes from PyPI, against a C library as old as manylinux_2_28 allows; elsewhere
by the system's own linker. Both are built twice: the first build counts, while
release/training.py runs, which way its code takes, and the second is arranged by that.
Nothing of it names a path of this machine: release/check.py looks. Needs Python 3.10,
rustup, npm and a package index.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from counts import count
from neutral import environment, rename_in_wheel

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "target" / "release-files"
WORK = ROOT / "target" / "release-build"
MAX_GLIBC = "2_28"
LICENSES = ("LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-LICENSES.txt")


def main() -> int:
    parts = {"wheel": wheel, "npm": npm, "binary": binary}
    chosen = sys.argv[1:] or [*parts]
    if unknown := set(chosen) - {*parts}:
        sys.exit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for part in chosen:
        print(f"== {part}", flush=True)
        parts[part]()
    return 0


def run(*command: str | Path, folder: Path, rust: Sequence[str] = ()) -> None:
    """Runs a command, with more options of rustc."""
    env = variables()
    env["CARGO_ENCODED_RUSTFLAGS"] = "\x1f".join((env["CARGO_ENCODED_RUSTFLAGS"], *rust))
    subprocess.run([str(part) for part in command], cwd=folder, env=env, check=True)


def variables() -> dict[str, str]:
    # maturin starts zig by the Python that is first in the path.
    path = f"{tools()}{os.pathsep}{os.environ['PATH']}"
    return os.environ | environment(ROOT, WORK) | {"PATH": path}


def tools() -> Path:
    """The folder of maturin and zig."""
    venv = WORK / "venv"
    folder = venv / ("Scripts" if os.name == "nt" else "bin")
    if not (folder / "python").exists() and not (folder / "python.exe").exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        install = ("-m", "pip", "install", "--quiet", "maturin[zig]>=1.9.4,<2")
        subprocess.run([str(folder / "python"), *install], check=True)
    return folder


def linker() -> Sequence[str]:
    if sys.platform != "linux":
        return ()
    return ("--zig", "--compatibility", f"manylinux_{MAX_GLIBC}")


def wheel() -> None:
    make_wheel("package", ROOT / "python")


def make_wheel(part: str, folder: Path, *options: str) -> None:
    build = (tools() / "maturin", "build", "--release", "--locked", *options, *linker())
    counts = count(part, build, folder, variables(), tools(), WORK / f"counting-{part}")
    before = {*OUT.glob("*.whl")}
    run(*build, "--out", OUT, folder=folder, rust=[f"-Cprofile-use={counts}"])
    for made in {*OUT.glob("*.whl")} - before:
        rename_in_wheel(made, ROOT)


def npm() -> None:
    run("npm", "ci", "--silent", "--no-audit", "--no-fund", folder=ROOT / "npm")
    run("npm", "pack", "--silent", "--pack-destination", OUT, folder=ROOT / "npm")


def binary() -> None:
    """As a wheel, which pip and pipx install, and as an archive with the licences beside it."""
    make_wheel("program", ROOT, "--strip")
    name = "weixin-draft.exe" if os.name == "nt" else "weixin-draft"
    [built] = {*WORK.glob(f"release/{name}"), *WORK.glob(f"*/release/{name}")}
    folder = WORK / "weixin-draft"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in (built, *(ROOT / name for name in LICENSES)):
        shutil.copy2(file, folder)
    kind = "zip" if os.name == "nt" else "gztar"
    shutil.make_archive(str(OUT / "weixin-draft"), kind, WORK, "weixin-draft")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"failed: {' '.join(map(str, error.cmd))}")
