"""Every vector as bytes, bytearray, memoryview, str and dict gets the same report."""

from __future__ import annotations

from typing import Any

import pytest

import weixin_draft as wd
from vectors import CASES, Case


def found(payload: Any) -> list[tuple[str, str, str]]:
    return [(each.code, each.level, each.path) for each in wd.check(payload).violations]


def fits(report: list[tuple[str, str, str]], expected: list[tuple[str, str, str | None]]) -> bool:
    return len(report) == len(expected) and all(
        one[:2] == other[:2] and other[2] in (None, one[2])
        for one, other in zip(report, expected, strict=True)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_form_gets_the_expected_report(case: Case) -> None:
    body = case.body
    expected = case.violations
    assert fits(found(body), expected), found(body)
    assert fits(found(bytearray(body)), expected)
    assert fits(found(memoryview(body)), expected)
    try:
        text = body.decode()
    except UnicodeDecodeError:
        text = None
    if text is not None:
        assert fits(found(text), expected)
    if case.has_payload:
        assert fits(found(case.payload), expected), found(case.payload)


def test_there_are_vectors() -> None:
    assert len(CASES) > 500
    assert sum(case.has_payload for case in CASES) > 300


def test_a_view_of_a_part_is_that_part() -> None:
    whole = b"xx[]yy"
    assert found(memoryview(whole)[2:4]) == [("wrong_type", "error", "")]
    assert found(memoryview(b"}{")[::-1]) == found(b"{}")
    assert found(memoryview(bytearray(b"{}"))) == found(b"{}")
