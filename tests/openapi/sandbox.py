"""The sandbox, as a process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running_sandbox(root: Path) -> Iterator[tuple[str, str]]:
    """Runs the sandbox on a free port; gives the program's path and the sandbox's address."""
    metadata = ["cargo", "metadata", "--format-version", "1", "--no-deps"]
    target = json.loads(subprocess.run(metadata, cwd=root, capture_output=True, check=True).stdout)["target_directory"]
    command = str(Path(target) / "debug" / "weixin-draft")
    arguments = [command, "sandbox", "--port", "0", "--lang", "en", "--no-config"]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
    try:
        assert process.stdout is not None
        yield command, process.stdout.readline().split()[-1]
    finally:
        process.terminate()
        process.wait()
