"""Rows a second of every bulk way, as the table of docs/bulk.md.

    python python/benchmarks/bulk.py                  one machine
    python python/benchmarks/bulk.py --spark --ray    the engines too (minutes)

Needs the package, pyarrow and polars, and pyspark or ray where they are asked for.
The same requests (small news and newspic, about 1.1 KB each, all good) go through
every way in turn, many times; the best time of each counts, since other work on the
machine only makes it longer. On a busy machine, take fewer rows and more rounds.

The engines' overhead for a job is the same for few rows and many: give them a million
(`--rows 1000000`).

The first row is what two cores of this machine give to work that shares nothing. The
exit code is 1 where a promise is missed by more than noise: `check_arrow` has at least
0.9 of the speed of `check_ndjson`, and on two cores 1.8 times that of one, or as much of
it as the machine gives.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from loads import LOADS

import weixin_draft as wd

ROWS = [LOADS["W1"], LOADS["W1"], LOADS["W3"], LOADS["W1"]]
PROGRAM = "import sys; from weixin_draft.__main__ import main; sys.exit(main())"


FLOOR, NDJSON, ARROW = "SHA-256 of the same bytes", "`check_ndjson`", "`check_arrow`, pyarrow"
NOISE = 0.05


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args()
    ROWS.extend(ROWS * (options.rows // len(ROWS) - 1))
    with tempfile.TemporaryDirectory() as folder:
        ways = machine(Path(folder))
        if options.spark:
            ways |= spark(Path(folder))
        if options.ray:
            ways |= ray(Path(folder))
        best: dict[tuple[str, int], float] = {}
        cpu: dict[tuple[str, int], float] = {}
        for _ in range(options.rounds):
            for name, (run, cores) in ways.items():
                for number in cores:
                    begin, cpu_begin = time.perf_counter(), time.process_time()
                    run(number)
                    took, used = time.perf_counter() - begin, time.process_time() - cpu_begin
                    cpu[name, number] = min(used, cpu.get((name, number), used))
                    best[name, number] = min(took, best.get((name, number), took))
    size = sum(map(len, ROWS)) / 1e9
    print("| way | 1 core | 2 cores | 2 / 1 |\n|---|---|---|---|")
    for name in ways:
        one, two = (best.get((name, number)) for number in (1, 2))
        cells = [
            f"{len(ROWS) / took:,.0f} ({size / took:.2f} GB/s)" if took else ""
            for took in (one, two)
        ]
        ratio = f"{one / two:.2f}" if one and two else ""
        print(f"| {name} | {cells[0]} | {cells[1]} | {ratio} |")
    print(f"\n{len(ROWS):,} requests, {size * 1000:.0f} MB, {os.cpu_count()} cores")
    ceiling = min(best[FLOOR, 1] / best[FLOOR, 2], 2)
    return promised(
        ("check_arrow / check_ndjson, processor time", cpu[NDJSON, 1] / cpu[ARROW, 1], 0.9),
        ("check_arrow on two cores / on one", best[ARROW, 1] / best[ARROW, 2], 0.9 * ceiling),
    )


def promised(*ratios: tuple[str, float, float]) -> int:
    """Prints what was promised beside what is; 1 where that is clearly less."""
    missed = 0
    for name, found, least in ratios:
        is_missed = found < least * (1 - NOISE)
        missed |= is_missed
        print(f"{name}: {found:.2f}, at least {least:.2f}{' - missed' if is_missed else ''}")
    return int(missed)


Ways = dict[str, tuple[Callable[[int], Any], tuple[int, ...]]]


def machine(folder: Path) -> Ways:
    file, parquet = folder / "requests.ndjson", folder / "requests.parquet"
    file.write_bytes(b"\n".join(ROWS))
    column = pa.array(ROWS, pa.binary())
    table = pa.table({"body": column}).combine_chunks()
    batches = pa.Table.from_batches(table.to_batches(max_chunksize=10_000))
    pq.write_table(pa.table({"body": column.cast(pa.string())}), parquet, row_group_size=10_000)
    frame = pl.DataFrame(table)
    checker = wd.Checker()

    def one_by_one(_: int) -> None:
        for row in ROWS:
            checker.check(row)

    def many(threads: int) -> None:
        for _ in wd.check_many(ROWS, threads=threads):
            pass

    def ndjson(threads: int) -> None:
        for _ in wd.check_ndjson(file, threads=threads):
            pass

    def arrow(data: Any, threads: int) -> None:
        reports = wd.check_arrow(data, "body", threads=threads)
        assert sum(batch.num_rows for batch in pa.RecordBatchReader.from_stream(reports)) == len(
            ROWS
        )

    def from_parquet(threads: int) -> None:
        source = pq.ParquetFile(parquet)
        schema = pa.schema([("body", pa.string())])
        arrow(pa.RecordBatchReader.from_batches(schema, source.iter_batches()), threads)

    whole = memoryview(b"".join(ROWS))

    def floor(threads: int) -> None:
        step = -(-len(whole) // threads)
        parts = [whole[begin : begin + step] for begin in range(0, len(whole), step)]
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(lambda part: hashlib.sha256(part).digest(), parts))

    def command(cores: int) -> None:
        chosen = sorted(os.sched_getaffinity(0))[:cores]
        subprocess.run(
            [sys.executable, "-c", PROGRAM, "check", "--ndjson", str(file)],
            check=True,
            stdout=subprocess.DEVNULL,
            preexec_fn=lambda: os.sched_setaffinity(0, chosen),
        )

    return {
        FLOOR: (floor, (1, 2)),
        "`check`, one by one": (one_by_one, (1,)),
        "`check_many`": (many, (1, 2)),
        NDJSON: (ndjson, (1, 2)),
        ARROW: (lambda threads: arrow(batches, threads), (1, 2)),
        "`check_arrow`, polars": (lambda threads: arrow(frame, threads), (1, 2)),
        "`check_arrow`, Parquet": (from_parquet, (1, 2)),
        "`weixin-draft check --ndjson`": (command, (1, 2)),
    }


def spark(folder: Path) -> Ways:
    from pyspark.sql import SparkSession

    from weixin_draft import spark as checks

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    frames = {
        number: session.read.parquet(str(folder / "requests.parquet")).repartition(number).cache()
        for number in (1, 2)
    }
    for frame in frames.values():
        frame.count()

    def run(partitions: int) -> None:
        checked = checks.check(frames[partitions], "body")
        checked.select("ok").write.format("noop").mode("overwrite").save()

    return {"Spark, partitions": (run, (1, 2))}


def ray(folder: Path) -> Ways:
    import ray

    from weixin_draft import ray as checks

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    # With two cores, Ray Data would keep one back for other operators, and run one task.
    context.op_resource_reservation_enabled = False
    table = pq.read_table(folder / "requests.parquet")
    half = len(ROWS) // 2
    datasets = {
        1: ray.data.from_arrow([table]).materialize(),
        2: ray.data.from_arrow([table[:half], table[half:]]).materialize(),
    }

    def run(blocks: int) -> None:
        for _ in (
            checks.check(datasets[blocks], "body").select_columns("ok").iter_internal_ref_bundles()
        ):
            pass

    return {"Ray, blocks": (run, (1, 2))}


if __name__ == "__main__":
    sys.exit(main())
