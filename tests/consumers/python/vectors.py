"""Compares the verdict on every vector with the one it should be, and takes the good ones through the generated types."""

import json
import sys
from pathlib import Path

import pydantic
from jsonschema import Draft202012Validator

from check import SCHEMA, problems
from generated.draft_update import DraftUpdate


def main() -> int:
    plain = Draft202012Validator(SCHEMA)
    counts = {"verdicts": [0, 0], "round trips": [0, 0]}
    line_ends = 0

    def count(what: str, name: str, right: bool, note: object = "") -> None:
        counts[what][not right] += 1
        if not right:
            print(f"{name}: wrong in {what} {str(note)[:300]}")

    with Path(sys.argv[1]).open(encoding="utf-8") as cases:
        for case in map(json.loads, cases):
            name, valid = case["name"], case["valid"]
            value = json.loads(case["text"])
            found = list(problems(value))
            count("verdicts", name, (not found) == valid, found)
            if name.endswith("(line end)"):
                # The gap that check.py closes: without it the plain validator accepts these.
                line_ends += 1
                count("verdicts", name, plain.is_valid(value))
            if valid:
                try:
                    written = DraftUpdate.model_validate(value).model_dump_json(exclude_none=True)
                    count("round trips", name, json.loads(written) == value, written)
                except pydantic.ValidationError as error:
                    count("round trips", name, False, error)
    for what, (passed, failed) in counts.items():
        print(f"{what}: {passed} passed, {failed} failed")
    print(f"of these, {line_ends} show that the plain validator accepts a line end after a coordinate")
    return 1 if any(failed for _, failed in counts.values()) or not line_ends else 0


sys.exit(main())
