"""Prints how much of the compiled module each crate makes up.

    CARGO_PROFILE_RELEASE_STRIP=none cargo build --release -p weixin-draft-python
    python3 python/wheel_parts.py target/release/lib_core.so

Goes by the sizes of the symbols, as `nm` gives them, so the module must have its
symbols, which the one in the wheel has not. What is generic counts for the crate
that it begins with. Needs nm of binutils.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter

C_LIBRARIES = {
    "zstd (C)": ("ZSTD_", "HUF_", "FSE_", "ZBUFF", "XXH", "HIST_"),
    "ring (C)": ("ring_",),
}
CRATE = re.compile(r"[a-z_][a-z0-9_]*(?=::)")


def crate_of(symbol: str) -> str:
    for library, prefixes in C_LIBRARIES.items():
        if symbol.startswith(prefixes):
            return library
    found = CRATE.search(symbol)
    return found[0] if found else "(other)"


def main(module: str) -> None:
    command = ["nm", "--print-size", "--demangle", "--defined-only", module]
    sizes: Counter[str] = Counter()
    for line in subprocess.run(
        command, capture_output=True, text=True, check=True
    ).stdout.splitlines():
        # Address, size, kind, name; a symbol without a size has three columns.
        parts = line.split(maxsplit=3)
        if len(parts) == 4:
            sizes[crate_of(parts[3])] += int(parts[1], 16)
    total = sum(sizes.values())
    if not total:
        sys.exit(f"{module} has no symbols: build it with CARGO_PROFILE_RELEASE_STRIP=none")
    for crate, size in sizes.most_common(25):
        print(f"{size / total:6.1%} {size / 1024:8,.0f} KiB  {crate}")
    rest = total - sum(size for _, size in sizes.most_common(25))
    print(f"{rest / total:6.1%} {rest / 1024:8,.0f} KiB  others")


if __name__ == "__main__":
    main(*sys.argv[1:])
