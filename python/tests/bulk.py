"""What a bulk check should say, worked out one by one."""

from __future__ import annotations

from typing import Any

import weixin_draft as wd

FIELDS = ("code", "level", "path", "message", "line", "column")


def expected(row: bytes | None, checker: wd.Checker | None = None) -> dict[str, Any]:
    """The four results of a row, as Arrow's and Spark's rows become in Python."""
    if row is None:
        return dict.fromkeys(("ok", "errors", "warnings", "violations"))
    report = wd.check(row) if checker is None else checker.check(row)
    return {
        "ok": report.ok,
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "violations": [
            {name: getattr(violation, name) for name in FIELDS} for violation in report.violations
        ],
    }


def too_long(report: wd.Report) -> bool:
    [violation] = report.violations
    return (report.ok, violation.code, violation.level) == (False, "too_long", "error")
