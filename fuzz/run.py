"""Runs the fuzz targets, on stable Rust, from seeds made of the vectors.

    python3 fuzz/run.py                            ten seconds each
    python3 fuzz/run.py json fix --seconds 14400   these, four hours each
    python3 fuzz/run.py --build                    only compiles them and makes the seeds

Needs Rust and a C++ compiler. What is made lies in fuzz/target; what was found to be
new stays in fuzz/target/corpus for the next run. Input that ends a run is saved in
fuzz/target/artifacts; this runs it again: fuzz/target/TARGET/release/NAME FILE.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FUZZ = Path(__file__).resolve().parent
ROOT = FUZZ.parent
MADE = FUZZ / "target"
sys.path.insert(0, str(ROOT / "python" / "tests"))
import vectors  # noqa: E402

TARGETS = sorted(file.stem for file in (FUZZ / "fuzz_targets").glob("*.rs"))

# What cargo-fuzz hands over too, without what only nightly Rust has.
COVERAGE = (
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
)
MAX_SEED = 20_000
"""Longer vectors would slow every run down."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=10, help="for each target")
    parser.add_argument("--build", action="store_true", help="run nothing")
    options = parser.parse_args()
    unknown = set(options.targets) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    binaries = build()
    failed = []
    for target in options.targets or TARGETS:
        seeds = make_seeds(target)
        if not options.build and not run(target, binaries / target, seeds, options.seconds):
            failed.append(target)
    print(f"failed: {', '.join(failed)}" if failed else "nothing was found")
    return 1 if failed else 0


def build() -> Path:
    """The folder with the compiled targets."""
    version = subprocess.run(["rustc", "-vV"], capture_output=True, text=True, check=True).stdout
    host = next(line.split()[1] for line in version.splitlines() if line.startswith("host: "))
    # With a target, the flags are not for build scripts.
    command = ("cargo", "build", "--release", "--locked", "--quiet", "--target", host)
    flags = {"CARGO_ENCODED_RUSTFLAGS": "\x1f".join(COVERAGE), "CARGO_TARGET_DIR": str(MADE)}
    subprocess.run(command, cwd=FUZZ, env=os.environ | flags, check=True)
    return MADE / host / "release"


def run(target: str, binary: Path, seeds: Path, seconds: int) -> bool:
    corpus, artifacts = MADE / "corpus" / target, MADE / "artifacts" / target
    for folder in (corpus, artifacts):
        folder.mkdir(parents=True, exist_ok=True)
    command = (
        str(binary),
        f"-max_total_time={seconds}",
        "-timeout=20",
        "-max_len=4096",
        f"-dict={FUZZ / 'words.dict'}",
        f"-artifact_prefix={artifacts}/",
        "-print_final_stats=1",
        str(corpus),
        str(seeds),
    )
    result = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    lines = result.stderr.splitlines()
    count = next((line.split()[-1] for line in lines if "number_of_executed_units" in line), "?")
    print(f"{target}: {count} executions in {seconds} s", flush=True)
    if result.returncode != 0:
        print("\n".join(lines[-40:]), flush=True)
    return result.returncode == 0


def make_seeds(target: str) -> Path:
    folder = MADE / "seeds" / target
    folder.mkdir(parents=True, exist_ok=True)
    for seed in {*seeds(target)}:
        if len(seed) <= MAX_SEED:
            (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    return folder


def seeds(target: str) -> Iterator[bytes]:
    if target == "answers":
        yield from ANSWERS
        return
    for case in vectors.read():
        article = article_of(case)
        match target:
            case "json" | "fix" | "schema":
                yield case.body
            case "content":
                yield from texts(article, "content")
            case "coordinates":
                yield from texts(article, "pic_crop_1_1", "pic_crop_235_1")
            case "convert" if article:
                item = {**article, "url": "https://mp.weixin.qq.com/s/x", "thumb_url": ""}
                yield json.dumps(item, ensure_ascii=False).encode()
                yield json.dumps({"news_item": [item]}).encode()


ANSWERS = (
    b'{"errcode":0,"errmsg":"ok"}',
    b'{"errcode":"40007","errmsg":"invalid media_id hint: [a1b2] rid: 698ea13f-7fddc2d7-08ae5e0c"}',
    b'{"media_id":"M"}',
    b'{"media_id":"M","url":"http://mmbiz.qpic.cn/x"}',
    b'{"access_token":"T","expires_in":7200}',
    b'{"news_item":[{"title":"T","content":"c","url":"u"}],"create_time":1,"update_time":2}',
    b'{"total_count":1,"item_count":1,"item":[{"media_id":"M","content":{"news_item":[]},"update_time":1}]}',
    b'\xef\xbb\xbf {"errcode":-1}',
    b"<html></html>",
)


def article_of(case: vectors.Case) -> dict[str, object]:
    """The article of a request that is an object, as it should be."""
    payload = case.payload if case.has_payload else None
    article = payload.get("articles") if isinstance(payload, dict) else None
    return article if isinstance(article, dict) else {}


def texts(article: dict[str, object], *fields: str) -> Iterator[bytes]:
    for value in map(article.get, fields):
        if isinstance(value, str):
            yield value.encode()


if __name__ == "__main__":
    sys.exit(main())
