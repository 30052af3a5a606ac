"""A Ray job: checks the column `body` of a Parquet data set and keeps what cannot be sent.

    ray job submit --working-dir examples -- python ray_check.py /data/requests.parquet /data/reports

Every node needs `pip install weixin-draft[ray]`, or a runtime environment with it.
"""

from __future__ import annotations

import sys

import ray
from weixin_draft import ray as checks


def main(source: str, target: str) -> None:
    ray.init()
    checked = checks.check(ray.data.read_parquet(source), "body")
    refused = checked.filter(expr="ok == False").materialize()
    refused.write_parquet(target, mode=ray.data.SaveMode.OVERWRITE)
    print(f"{refused.count()} requests cannot be sent; they are in {target}.")


if __name__ == "__main__":
    main(*sys.argv[1:])
