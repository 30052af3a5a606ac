"""Runs the tests that need Spark or Ray, and the notebook, with the wheel of the last run.

    python3 python/tests/engines.py          if the engines were installed before
    python3 python/tests/engines.py --all    installs them; a missing one is a failure

Needs Python 3.10, Java 17 and, for --all, a package index. All that is made lies
in target/python; `python3 python/tests/run.py` makes the wheel.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from run import TESTS, WORK, built_wheel, run, venv

REQUIREMENTS = TESTS / "requirements-engines.txt"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--all", action="store_true", help="install the engines")
    options = parser.parse_args()
    if not options.all:
        missing = "Java" if shutil.which("java") is None else missing_engine()
        if missing:
            print(f"SKIPPED: Spark and Ray are not tested, since {missing} is not installed")
            return 0
    inside = venv("venv-engines", sys.executable, "-r", REQUIREMENTS)
    install = ("install", "--quiet", "--disable-pip-version-check", "--no-deps")
    run(inside, "-m", "pip", *install, "--force-reinstall", built_wheel())
    run(inside, "-c", "import pyspark, ray.data")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    # From a folder without the sources, so that only the wheel can be imported.
    with tempfile.TemporaryDirectory() as folder:
        config = ("-c", TESTS.parent / "pyproject.toml", "--rootdir", TESTS)
        chosen = ("-p", "no:cacheprovider", "-m", "engines")
        environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
        run(inside, "-m", "pytest", *config, *chosen, TESTS, cwd=folder, env=environment)
    return 0


def missing_engine() -> str | None:
    """What the environment of an earlier run lacks."""
    inside = WORK / "venv-engines" / ("Scripts" if os.name == "nt" else "bin") / "python"
    for engine in ("pyspark", "ray"):
        command = [str(inside), "-c", f"import {engine}"]
        if not Path(inside).exists() or subprocess.run(command, check=False).returncode != 0:
            return engine
    return None


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"failed: {' '.join(error.cmd)}")
