"""Mixed requests for the bulk checks: the same in every run."""

from __future__ import annotations

import json
import random
from typing import Any

HTML = '<p style="color:#333">春天的菜单</p><img src="https://mmbiz.qpic.cn/a/640">'


def request(number: int) -> dict[str, Any]:
    """A good request, of one of both types."""
    article: dict[str, Any] = {"title": f"春季菜单 {number}", "content": HTML * (number % 5 + 1)}
    if number % 3:
        article["thumb_media_id"] = "Jr8zXx0cQwk9l1TQ2mQ3vZb1"
    else:
        images = [{"image_media_id": f"IMAGE{position}"} for position in range(number % 7 + 1)]
        article |= {
            "article_type": "newspic",
            "content": "文字",
            "image_info": {"image_list": images},
        }
    return {"media_id": f"M{number}", "index": 0, "articles": article}


def break_it(body: dict[str, Any], choice: int) -> bytes:
    article = body["articles"]
    if choice == 0:
        del article["title"]
    elif choice == 1:
        body["index"] = "0"
    elif choice == 2:
        article["content"] = '<img src="https://elsewhere.example/x.png">' * 12
    elif choice == 3:
        article |= {f"field{position}": position for position in range(8)}
    elif choice == 4:
        return json.dumps(body, ensure_ascii=False).encode("gbk")
    elif choice == 5:
        return json.dumps(body).encode()[:-9]
    elif choice == 6:
        return b""
    else:
        return b"\xff\xfe\x00"
    return json.dumps(body, ensure_ascii=False).encode()


def rows(count: int, broken: float = 0.02, nulls: float = 0.01) -> list[bytes | None]:
    """Bodies: some broken, some pretty-printed, some not UTF-8, some missing."""
    chance = random.Random(20_261_126)
    made: list[bytes | None] = []
    for number in range(count):
        draw = chance.random()
        if draw < nulls:
            made.append(None)
        elif draw < nulls + broken:
            made.append(break_it(request(number), chance.randrange(8)))
        else:
            indent = 2 if chance.random() < 0.1 else None
            ascii_only = chance.random() < 0.2
            text = json.dumps(request(number), indent=indent, ensure_ascii=ascii_only)
            made.append(text.encode())
    return made


def as_text(row: bytes | None) -> bool:
    """Whether a string column can hold the row."""
    try:
        return row is None or row.decode() is not None
    except UnicodeDecodeError:
        return False


def texts(rows: list[bytes | None]) -> list[str | None]:
    """The rows that a string column can hold."""
    return [None if row is None else row.decode() for row in rows if as_text(row)]


def is_line(row: bytes | None) -> bool:
    """Whether the row can be a line of NDJSON."""
    return row is not None and bool(row.strip()) and b"\n" not in row


def encoded(rows: list[bytes | None]) -> list[bytes | None]:
    """The same as bytes."""
    return [row for row in rows if as_text(row)]
