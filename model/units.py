"""How numbers are written for people: on screen, in sentences and at the command line."""

from __future__ import annotations

import math

MINUS = "\N{MINUS SIGN}"
_HALF = 0.5 + 1e-9  # compensates for small errors of binary arithmetic


def _rounded(x: float, digits: int = 0) -> float:
    """Halves away from zero, as in school budget tables (Python rounds them to even)."""
    scale = 10.0**digits
    return math.copysign(math.floor(abs(x) * scale + _HALF) / scale, x)


def _signed(x: float, body: str, plus: bool = False) -> str:
    """`x` as it was rounded: a number written as zero has no sign."""
    if x == 0:
        return body
    return (MINUS if x < 0 else "+" if plus else "") + body


def number(x: float, digits: int = 0) -> str:
    """1234.5 -> "1,235" (or with digits=1 "1,234.5")."""
    r = _rounded(x, digits)
    return _signed(r, f"{abs(r):,.{digits}f}")


def money(x: float, plus: bool = False, cents: bool = False) -> str:
    """Whole dollars, or dollars and cents: "$5,220,000", "-$59,021" with a true minus sign."""
    if not cents:
        return _dollars(x, plus)
    r = _rounded(x, 2)
    return _signed(r, f"${abs(r):,.2f}", plus)


def _dollars(x: float, plus: bool) -> str:
    # A table for the live layer has thousands of these, so they are written from whole numbers, without
    # `_rounded`.
    dollars = math.floor(abs(x) + _HALF)
    return _signed(math.copysign(dollars, x) if dollars else 0, f"${dollars:,}", plus)


def money_short(x: float, plus: bool = False) -> str:
    """Dollars short enough for a label: "$5.22M", "$36K", "$640"."""
    size = abs(x)
    if size >= 999_500:
        millions = _rounded(size / 1e6, 2 if size < 9.995e6 else 1)
        body = f"${millions:,.2f}".rstrip("0").rstrip(".") + "M"
    elif size >= 999.5:
        body = f"${math.floor(size / 1e3 + _HALF):,}K"
    else:
        return _dollars(x, plus)
    return _signed(x, body, plus)


def percent(x: float, digits: int = 1) -> str:
    """A share as per cent: 0.0165 -> "1.7%"."""
    r = _rounded(x * 100, digits)
    return _signed(r, f"{abs(r):,.{digits}f}%")


def positions(x: float) -> str:
    """Positions to one decimal, without a decimal where it is whole: "30", "2.5"."""
    r = _rounded(x, 1)
    return _signed(r, f"{abs(r):,.0f}" if r == int(r) else f"{abs(r):,.1f}")


def about_positions(gap: float) -> str:
    """A shortfall in teacher positions: "about 2.5 teacher positions"."""
    if gap < 0.05:
        return "less than a tenth of a teacher position"
    shown = positions(gap)
    return f"about {shown} teacher position" + ("" if shown == "1" else "s")


def plain(x: float) -> str:
    """A number as typed: no trailing zeros, never an exponent in the usual range ("15.1", "0.027", "450")."""
    if not math.isfinite(x):
        return repr(x)
    text = f"{x:.12f}".rstrip("0").rstrip(".")
    return text if text not in ("", "-0", "-") and float(text) == x else repr(x)


MONEY_UNITS = (
    "usd",
    "usd_per_year",
    "usd_per_pupil",
    "usd_per_teacher",
    "usd_per_position",
    "usd_per_device",
    "usd_per_day",
    "usd_per_repair",
)
_WORDS = {
    "usd": "",
    "usd_per_year": " a year",
    "usd_per_pupil": " per pupil",
    "usd_per_teacher": " per teacher",
    "usd_per_position": " per position",
    "usd_per_device": " per device",
    "usd_per_day": " a day",
    "usd_per_repair": " per repair",
    "share": "",
    "share_per_year": " a year",
    "pupils": " pupils",
    "pupils_per_position": " pupils per position",
    "pupils_per_section": " pupils in a section",
    "positions_per_section": " positions per section",
    "sections": " sections",
    "grade": "",
    "positions": " positions",
    "devices": " devices",
    "devices_per_pupil": " devices per pupil",
    "days_per_teacher": " days per teacher",
    "days": " days",
    "hours_per_teacher": " hours per teacher",
    "hours": " hours",
    "years": " years",
    "year": "",
    "ratio": "",
    "yes_no": "",
    "choice": "",
}
UNITS = frozenset(_WORDS)


def is_money(unit: str) -> bool:
    return unit in MONEY_UNITS


def is_share(unit: str) -> bool:
    return unit in ("share", "share_per_year")


def unit_words(unit: str) -> str:
    """What follows the number: " per pupil", " positions", or nothing. KeyError for an unknown unit."""
    return _WORDS[unit]


def grade(x: float) -> str:
    """A grade by its number: 0 -> "Kindergarten", 3 -> "Grade 3"."""
    return "Kindergarten" if x == 0 else f"Grade {x:.0f}"


def amount(x: float | str, unit: str, *, long: bool = True) -> str:
    """A value in the words of its unit: amount(0.027, "share_per_year") -> "2.7% a year"."""
    tail = _WORDS[unit] if long else ""
    if isinstance(x, str):
        return x.replace("_", " ")
    if is_money(unit):
        return money(x, cents=abs(x - round(x)) > 0.004 and abs(x) < 1000) + tail
    if is_share(unit):
        return percent(x, 1 if abs(x * 1000 - round(x * 1000)) < 1e-6 else 2) + tail
    if unit == "yes_no":
        return "yes" if x else "no"
    if unit == "ratio":
        return plain(round(x, 6))
    if unit == "year":
        return f"Year {x:.0f}"
    if unit == "grade":
        return grade(x)
    if unit in ("positions", "pupils", "sections", "devices", "hours", "days"):
        return positions(x) + tail
    return number(x, 0 if x == int(x) else 1 if abs(x * 10 - round(x * 10)) < 1e-6 else 2) + tail
