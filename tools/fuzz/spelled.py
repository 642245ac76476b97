"""Numbers in many spellings, and which numbers a text can mean, without the product's own reader."""

from __future__ import annotations

import itertools
import random
import re

from model.evidence import Value

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6}


def spell(draw: random.Random, x: float, *, comma: bool = False, share: bool = False) -> str:
    """A number as somebody may write it, without loss. `comma` is the decimal mark of the whole list."""
    if share and draw.random() < 0.5:
        percent = repr(round(x * 100, 6)).removesuffix(".0")
        text = percent.replace(".", ",") if comma else percent
        return text + draw.choice(("%", " %", "\u00a0%"))
    plain = repr(x).removesuffix(".0")
    whole, _, part = plain.lstrip("-").partition(".")
    if "e" in plain:
        return plain
    if draw.random() < 0.3 and len(whole) > 3:
        mark = draw.choice((" ", "\u00a0", "\u2009", "'") if comma else (",", " ", "\u00a0", "\u2009", "'"))
        whole = f"{int(whole):,}".replace(",", mark)
    text = whole + (("," if comma else ".") + part if part else "")
    if not share and draw.random() < 0.2:
        text = "$" + text
    if x < 0:
        return draw.choice(("-{}", "−{}", "({})")).format(text)
    return text


def written(draw: random.Random, value: Value) -> str:
    """A value as somebody may write it: a word, five numbers with commas, or a number in some spelling."""
    if isinstance(value, str):
        return value
    return ",".join(map(repr, value)) if isinstance(value, tuple) else spell(draw, value)


def meanings(text: str) -> set[float]:
    """Every number that the text can be read as: comma and point either way. Empty where it is none."""
    body = re.sub(r"(?i)usd|us\$|\$|\s|['’\u2009\u202f\u2007]", "", text)
    negative = bool(re.search(r"[-−–‒‑－]", body)) or (body.startswith("(") and ")" in body)
    found = re.search(r"(?i)(\d[\d.,]*|[.,]\d+)(e[+-]?\d+)?(k|thousand|mn|million|m)?(%|percent)?", body)
    if not found:
        return set()
    digits, exponent, scale, percent = found.groups()
    factor = _SCALES.get((scale or "").lower(), 1.0) * (0.01 if percent else 1.0)
    read = set()
    for points, commas in itertools.product((".", ""), (".", "")):
        try:
            value = float(
                digits.replace(".", "P").replace(",", commas).replace("P", points) + (exponent or "")
            )
        except ValueError:
            continue
        read.add((-value if negative else value) * factor)
    return read


def could_mean(text: str, held: object) -> bool:
    """Whether a text may stand for the value that is held: a number, five of them, or a word."""
    if isinstance(held, str):
        words = {"yes": "yes true on", "no": "no false off"}.get(held, held)
        return re.sub(r"[\s-]+", "_", text.strip().casefold()) in words.split()
    numbers = list(held) if isinstance(held, tuple) else [held]
    if len(numbers) == 1:
        return any(_same(x, numbers[0]) for x in meanings(text)) or _is_kindergarten(text, numbers[0])
    for separator in (r"[;|\t\n]|,\s", r",", r"\s+"):
        parts = [p for p in re.split(separator, text.strip(" ;|,")) if p.strip()]
        if len(parts) == len(numbers) and all(could_mean(p, x) for p, x in zip(parts, numbers, strict=True)):
            return True
    return False


def _same(one: float, other: object) -> bool:
    return isinstance(other, float) and abs(one - other) <= 1e-9 * max(1.0, abs(one))


def _is_kindergarten(text: str, held: object) -> bool:
    return held == 0 and text.strip().lower() in ("k", "kindergarten")
