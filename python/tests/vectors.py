"""The test vectors, as tests/README.md describes them."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "vectors"


@dataclass(frozen=True)
class Case:
    """One case of one file."""

    name: str
    case: dict[str, Any]

    @property
    def body(self) -> bytes:
        if "base64" in self.case:
            return base64.b64decode(self.case["base64"])
        if "text" in self.case:
            text = self.case["text"]
            parts = text if isinstance(text, list) else [text]
            return "".join(expand(part) for part in parts).encode()
        return json.dumps(self.payload, ensure_ascii=False).encode()

    @property
    def has_payload(self) -> bool:
        return "payload" in self.case

    @property
    def payload(self) -> Any:
        return expand(self.case["payload"])

    @property
    def violations(self) -> list[tuple[str, str, str | None]]:
        return [(each["code"], each["level"], each["path"]) for each in self.case["violations"]]


def expand(value: Any) -> Any:
    if isinstance(value, dict):
        if "$repeat" in value:
            repeated: str = value["$repeat"] * value["times"]
            return value.get("prefix", "") + repeated + value.get("suffix", "")
        if "$repeat_item" in value:
            return [expand(value["$repeat_item"])] * value["times"]
        return {name: expand(member) for name, member in value.items()}
    return [expand(item) for item in value] if isinstance(value, list) else value


def read() -> list[Case]:
    cases = []
    for file in sorted(FOLDER.glob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        for case in document["cases"]:
            cases.append(Case(f"{file.stem}: {case['description']}", case))
    return cases


CASES = read()
