"""A Spark job: checks the column `body` of a Parquet data set and keeps what cannot be sent.

    spark-submit --master local[4,4] examples/spark_check.py requests.parquet reports.parquet

On a cluster every worker needs `pip install weixin-draft[spark]`, or an archive of
such an environment given with --archives.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession
from weixin_draft import spark as checks


def main(source: str, target: str) -> None:
    session = SparkSession.builder.appName("weixin-draft").getOrCreate()
    checked = checks.check(session.read.parquet(source), "body")
    checked.where("not ok").write.mode("overwrite").parquet(target)
    refused = session.read.parquet(target)
    codes = refused.selectExpr("explode(violations) as violation").groupBy("violation.code").count()
    codes.orderBy("count", ascending=False).show(10, truncate=False)
    print(f"{refused.count()} requests cannot be sent; they are in {target}.")
    session.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
