"""The requests that are measured: the same as in the core's benchmarks."""

from __future__ import annotations

import json
from collections.abc import Callable

CHARACTERS = (
    "春天的菜单从周一开始供应我们准备了新鲜的时令蔬菜和本地小麦面包欢迎带着家人朋友一起来品尝，。！"
)


def sequence() -> Callable[[int], int]:
    """Numbers that look random and are the same in every run."""
    state = 20_261_123

    def below(limit: int) -> int:
        nonlocal state
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (state >> 33) % limit

    return below


def html(paragraphs: int, images: int) -> str:
    below = sequence()
    parts = ["<section>"]
    for paragraph in range(paragraphs):
        parts.append('<p style="color: rgb(63, 63, 63); line-height: 1.75em;">')
        length = 10 if paragraphs == 1 else 150 + below(100)
        parts.extend(CHARACTERS[below(len(CHARACTERS))] for _ in range(length))
        parts.append("</p>\n")
        if paragraph % -(-paragraphs // images) == 0:
            parts.append(
                '<p style="text-align: center;"><img class="rich_pages" data-ratio="0.6" '
                f'data-src="https://mmbiz.qpic.cn/mmbiz_png/{below(1_000_000_000)}/640'
                '?wx_fmt=png&amp;from=appmsg" style="width: 677px;"></p>'
            )
    return "".join(parts) + "</section>"


def news(content: str) -> bytes:
    return encode(
        {
            "article_type": "news",
            "title": "春季菜单",
            "author": "厨房",
            "digest": "周一开始供应",
            "content": content,
            "content_source_url": "https://example.com/menu",
            "thumb_media_id": "Jr8zXx0cQwk9l1TQ2mQ3vZb1",
            "need_open_comment": 1,
            "only_fans_can_comment": 0,
            "pic_crop_235_1": "0_0.1_1_0.6",
            "pic_crop_1_1": "0.25_0_0.75_1",
        }
    )


def pictures() -> bytes:
    prefix, suffix = "Jr8zXx0cQwk9l1TQ2mQ3vYwT5Q8bF7uRimage", "a" * 22
    corners = {"x1": "0.166454", "y1": "0", "x2": "0.833545", "y2": "1"}
    return encode(
        {
            "article_type": "newspic",
            "title": "春季菜单",
            "content": "周一开始供应，欢迎品尝。\n地址：长安街一号",
            "need_open_comment": 1,
            "only_fans_can_comment": 0,
            "image_info": {
                "image_list": [{"image_media_id": f"{prefix}{i:03}{suffix}"} for i in range(20)]
            },
            "cover_info": {
                "crop_percent_list": [{"ratio": r, **corners} for r in ("1_1", "16_9", "2.35_1")]
            },
            "product_info": {"footer_product_info": {"product_key": "PRODUCT_KEY"}},
        }
    )


def encode(article: dict[str, object]) -> bytes:
    body = {"media_id": "Jr8zXx0cQwk9l1TQ2mQ3vYwT5Q8bF7uR", "index": 0, "articles": article}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


LOADS = {"W1": news(html(1, 1)), "W2": news(html(48, 15)), "W3": pictures()}
