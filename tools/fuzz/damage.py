"""Ways to break a text, and pieces of text that have broken something somewhere."""

from __future__ import annotations

import random
from collections.abc import Sequence

NASTY: Sequence[str] = (
    *(
        "NaN",
        "Infinity",
        "-1",
        "1e999",
        "1e-320",
        "9" * 50,
        "true",
        "null",
        "0x10",
        "٤٥٠",
        "-0.0",
        "0.07",
        "7%",
    ),
    *(
        '"=1+1"',
        "=HYPERLINK(1)",
        "<script>alert(1)</script>",
        "__class__",
        "\\u0000",
        "\u202e",
        "\ud7ff",
        "🏫",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        '"',
        ",",
        ":",
        "\\",
        "&",
        "=",
        "%00",
        "%ff",
        "+",
        ";",
        "#",
        "?",
        "[" * 12,
        "\ufeff",
        " ",
    ),
    *("\t", "\n", "\r\n", "\x1b[2J", "\x00", "'", "|", "$", "(", ")", "−", "\u00a0", "\u2009"),
    *(
        "start",
        "now",
        "plans",
        "format_version",
        "us_high.1",
        "us_elementary.2",
        "c=",
        "v=2.0.1",
        "r=1",
        "start.",
    ),
    *(
        "enrollment_year1",
        "refresh",
        "lumpy",
        "0,0,0,0,0",
        "[0,0,0,0,0]",
        "[0.1]",
        '"data_version": 1',
        '"notes": 17',
        '"locked": {"a": 1}',
    ),
    *("11.600", "2,9", "$1,000", "(5)", "1.000.000", "5-", "2 %", "4M", "400 students", "1e-12"),
    *("![x](//a.example/p)", "[click](http://a.example)", "$x$ and $y$", ":red[x]", "`x`", "a" * 5_000),
)


def damaged(draw: random.Random, text: str) -> str:
    """One to three places cut, doubled, swapped, mistyped or replaced by something nasty."""
    for _ in range(draw.choice((1, 1, 2, 3))):
        at = draw.randrange(len(text) + 1)
        to = min(len(text), at + draw.choice((0, 1, 1, 3, 20, 400)))
        other = draw.randrange(len(text) + 1)
        way = draw.randrange(6)
        if way == 0:
            text = text[:at] + text[to:]
        elif way == 1:
            text = text[:at] + draw.choice(NASTY) + text[to:]
        elif way == 2:
            text = text[:at] + text[at:to] * 2 + text[to:]
        elif way == 3:
            text = text[:at] if draw.random() < 0.3 else text[:at] + text[to:]
        elif way == 4:
            text = text[:at] + draw.choice("0123456789.-e,") + text[at + 1 :]
        else:
            text = text[:other] + text[at:to] + text[other:]
        text = text or " "
    return text


def damaged_bytes(draw: random.Random, content: bytes) -> bytes:
    """Bits turned, bytes lost, the end cut off."""
    broken = bytearray(content)
    for _ in range(draw.choice((1, 2, 8))):
        if broken:
            broken[draw.randrange(len(broken))] ^= 1 << draw.randrange(8)
    if draw.random() < 0.2:
        del broken[draw.randrange(len(broken) + 1) :]
    return bytes(broken)
