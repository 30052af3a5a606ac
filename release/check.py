"""Looks at what was built to be published: licences are in it, paths of this machine are not.

    python3 release/check.py               what release/build.py made, and the crates
    python3 release/check.py FILE ...      these wheels and archives
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "target" / "release-files"
LICENSES = {"LICENSE-MIT", "LICENSE-APACHE"}
THIRD_PARTY = "THIRD-PARTY-LICENSES.txt"


def main() -> int:
    given = [Path(name) for name in sys.argv[1:]]
    archives = given or [file for file in sorted(MADE.glob("*")) if file.is_file()]
    faults = [fault for archive in archives for fault in look_at(archive)]
    if not given:
        faults += crates()
    print("\n".join(faults) or f"{len(archives)} archives are as they should be")
    return 1 if faults else 0


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                yield name, opened.read(name)
    else:
        with tarfile.open(archive) as opened:
            for member in opened:
                if (file := opened.extractfile(member)) is not None:
                    yield member.name, file.read()


def look_at(archive: Path) -> Iterator[str]:
    wanted = {*LICENSES, THIRD_PARTY}
    paths = [str(path).encode() for path in (Path.home(), ROOT)]
    for name, content in members(archive):
        wanted.discard(PurePosixPath(name).name)
        for path in paths:
            if path in content:
                place = content.index(path)
                shown = content[place : place + 100].decode("utf-8", "replace")
                yield f"{archive.name}: {name} names a path of this machine: {shown!r}"
    if wanted:
        yield f"{archive.name} lacks {', '.join(sorted(wanted))}"


def crates() -> Iterator[str]:
    """Every crate that can be published holds its licences and a readme."""
    command = ["cargo", "metadata", "--no-deps", "--locked", "--format-version", "1"]
    metadata = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for package in json.loads(metadata.stdout)["packages"]:
        if package["publish"] == []:
            continue
        command = ["cargo", "package", "--list", "--locked", "--allow-dirty", "-p", package["name"]]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        lacks = {*LICENSES, "README.md"} - {*listed.stdout.splitlines()}
        if lacks:
            yield f"the crate {package['name']} lacks {', '.join(sorted(lacks))}"


if __name__ == "__main__":
    sys.exit(main())
