"""Builds the wheel from the sdist and tests it on every CPython of the machine.

    python3 python/tests/run.py          every Python from 3.10 on
    python3 python/tests/run.py 3.12     only this one
    python3 python/tests/run.py --keep   without building anew

One Python, the newest, runs all tests; the others leave out those marked slow.
Needs Python 3.10, Rust and a package index, or pip's own settings for one. All
that is made lies in target/python.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parents[1]
WORK = ROOT / "target" / "python"
MAX_WHEEL = 6 * 1000 * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("versions", nargs="*", metavar="3.X")
    parser.add_argument("--keep", action="store_true", help="test the wheel of the last run")
    options = parser.parse_args()
    pythons = find_pythons()
    for name in [name for name in pythons if name.endswith("t")]:
        # It cannot load an abi3 module.
        print(f"not tested: {pythons.pop(name)}, a free-threaded build, needs a wheel of its own")
    if options.versions:
        pythons = {name: path for name, path in pythons.items() if name in options.versions}
    if not pythons:
        print("no CPython from 3.10 on is on this machine")
        return 1
    WORK.mkdir(parents=True, exist_ok=True)
    wheel = built_wheel() if options.keep else build()
    newest = max(pythons, key=as_numbers)
    # The newest last: the others are quick to say what is wrong everywhere.
    for name in sorted(pythons, key=lambda name: (name == newest, as_numbers(name))):
        test(name, pythons[name], wheel, full=name == newest)
    print(f"passed on {', '.join(sorted(pythons, key=as_numbers))}; all tests on {newest}")
    return 0


def as_numbers(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in name.removesuffix("t").split("."))


def find_pythons() -> dict[str, str]:
    """Every CPython from 3.10 on, one for each minor version; "3.14t" is free-threaded."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [*versions.glob("3.*/bin/python3"), sys.executable]
    for minor in range(10, 30):
        for suffix in ("", "t"):
            candidates.append(shutil.which(f"python3.{minor}{suffix}") or "")
    program = (
        "import sys, sysconfig; assert sys.implementation.name == 'cpython';"
        "free = 't' if sysconfig.get_config_var('Py_GIL_DISABLED') else '';"
        "print('%d.%d' % sys.version_info[:2] + free)"
    )
    found: dict[str, str] = {}
    for candidate in filter(None, map(str, candidates)):
        result = subprocess.run([candidate, "-c", program], capture_output=True, text=True)
        name = result.stdout.strip()
        if result.returncode == 0 and as_numbers(name) >= (3, 10):
            found.setdefault(name, candidate)
    return found


def step(what: str) -> None:
    print(f"-- {what}", flush=True)


def run(*command: str | Path, **options: object) -> None:
    print("$", *command, flush=True)
    subprocess.run([str(part) for part in command], check=True, **options)  # type: ignore[call-overload]


def venv(name: str, python: str, *install: str | Path) -> Path:
    """The Python of a fresh or known virtual environment."""
    folder = WORK / name
    inside = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not inside.exists():
        run(python, "-m", "venv", folder)
    run(inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *install)
    return inside


def build() -> Path:
    """The wheel, built from the sdist in an empty folder."""
    step("sdist and wheel")
    python = venv("build", sys.executable, "maturin>=1.9.4,<2")
    dist = WORK / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    environment = {
        **os.environ,
        "CARGO_TARGET_DIR": str(WORK / "cargo"),
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
    }
    maturin = python.parent / "maturin"
    run(maturin, "sdist", "--out", dist, cwd=ROOT / "python", env=environment)
    [archive] = dist.glob("*.tar.gz")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as opened:
            opened.extractall(folder)
        for file in Path(folder).rglob("*"):
            # The archive's files have one date for all; Cargo looks at dates.
            os.utime(file)
        [unpacked] = Path(folder).iterdir()
        command = (maturin, "build", "--compression-level", "9", "--out", dist)
        run(*command, cwd=unpacked, env=environment)
    wheel = built_wheel()
    size = wheel.stat().st_size
    print(f"{wheel.name}: {size:,} bytes")
    if size > MAX_WHEEL:
        raise SystemExit(f"the wheel has more than {MAX_WHEEL:,} bytes")
    return wheel


def built_wheel() -> Path:
    [wheel] = (WORK / "dist").glob("*.whl")
    return wheel


def test(name: str, python: str, wheel: Path, *, full: bool) -> None:
    step(f"Python {name}, {'all tests' if full else 'the quick tests'}")
    begin = time.monotonic()
    requirements = "requirements-full.txt" if full else "requirements.txt"
    inside = venv(f"venv-{name}", python, "-r", TESTS / requirements)
    install = ("install", "--quiet", "--disable-pip-version-check", "--no-deps")
    run(inside, "-m", "pip", *install, "--force-reinstall", wheel)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    # From a folder without the sources, so that only the wheel can be imported.
    with tempfile.TemporaryDirectory() as folder:
        config = ("-c", TESTS.parent / "pyproject.toml", "--rootdir", TESTS)
        cache = ("-p", "no:cacheprovider")
        chosen = () if full else ("-m", "not slow")
        command = ("-m", "pytest", *config, *cache, *chosen, TESTS)
        environment |= {"PYTHONDONTWRITEBYTECODE": "1", "MYPY_CACHE_DIR": str(WORK / "mypy")}
        run(inside, *command, cwd=folder, env=environment)
    print(f"-- Python {name}: passed in {time.monotonic() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"failed: {' '.join(error.cmd)}")
