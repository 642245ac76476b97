"""How numbers are written for people: on screen, in sentences and at the command line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Literal, NamedTuple

from model.texts import counted, forms, say

MINUS = "\N{MINUS SIGN}"
_HALF = 0.5 + 1e-9  # compensates for small errors of binary arithmetic
# By the number of digits, because a table for the live layer has thousands of numbers.
_SCALES = tuple(10.0**digits for digits in range(16))
_FORMS = tuple(f",.{digits}f" for digits in range(16))


def _size(x: float, digits: int) -> float:
    """Rounded, without its sign: halves up, as in school budget tables (Python rounds them to even)."""
    scale = _SCALES[digits]
    return math.floor(abs(x) * scale + _HALF) / scale


def _signed(x: float, body: str, plus: bool = False) -> str:
    """What is written of `x`, with its sign: give 0 for what is written as zero, which has none."""
    if x < 0:
        return MINUS + body
    return "+" + body if plus and x else body


def number(x: float, digits: int = 0) -> str:
    """1234.5 -> "1,235" (or with digits=1 "1,234.5")."""
    size = _size(x, digits)
    return _signed(x if size else 0, format(size, _FORMS[digits]))


def money(x: float, plus: bool = False, cents: bool = False) -> str:
    """Whole dollars, or dollars and cents: "$5,220,000", "-$59,021" with a true minus sign."""
    if not cents:
        return _dollars(x, plus)
    size = _size(x, 2)
    return _signed(x if size else 0, f"${size:,.2f}", plus)


def _dollars(x: float, plus: bool) -> str:
    dollars = math.floor(abs(x) + _HALF)
    return _signed(x if dollars else 0, f"${dollars:,}", plus)


def money_short(x: float, plus: bool = False) -> str:
    """Dollars short enough for a label: "$5.22M", "$36K", "$640"."""
    size = abs(x)
    if size < 999.5:
        return _dollars(x, plus)
    if size < 999_500:
        body = f"${math.floor(size / 1e3 + _HALF)}K"
    else:
        millions = _size(size / 1e6, 2 if size < 9.995e6 else 1)
        body = f"${millions:,.2f}".rstrip("0").rstrip(".") + "M"
    return _signed(x, body, plus)


def percent(x: float, digits: int = 1) -> str:
    """A share as per cent: 0.0165 -> "1.7%"."""
    size = _size(x * 100, digits)
    return _signed(x if size else 0, format(size, _FORMS[digits]) + "%")


def positions(x: float) -> str:
    """Positions to one decimal, without a decimal where it is whole: "30", "2.5"."""
    size = _size(x, 1)
    return _signed(x if size else 0, f"{size:,.0f}" if size == int(size) else f"{size:,.1f}")


def about_positions(gap: float, beginners: float) -> str:
    """A shortfall in teacher positions, at average pay and in beginners, who most often go first."""
    if gap < 0.05:
        return say("units.less_than_a_tenth")
    if positions(gap) == positions(beginners):
        return say("units.about_teachers", count=counted(positions(gap)))
    return say(
        "units.about_teachers_or_beginners", count=counted(positions(gap)), beginners=positions(beginners)
    )


def plain(x: float) -> str:
    """A number as typed: no trailing zeros, never an exponent in the usual range ("15.1", "0.027", "450")."""
    if not math.isfinite(x):
        return repr(x)
    shortest = repr(float(x))  # "12904.46" and not "12904.459999999999"
    text = f"{x:.12f}".rstrip("0").rstrip(".") if "e" in shortest else shortest.removesuffix(".0")
    return text if text not in ("", "-0", "-") and float(text) == x else repr(x)


def _yes_no(x: float) -> str:
    return say("units.yes") if x else say("units.no")


def year_name(t: float) -> str:
    """A year by its number: 3 -> "Year 3", 0 -> "Start-up"."""
    return say("units.year", year=f"{t:.0f}") if t else say("units.startup")


def grade(x: float) -> str:
    """A grade by its number: 0 -> "Kindergarten", 3 -> "Grade 3"."""
    return say("units.grade", grade=f"{x:.0f}") if x else say("units.kindergarten")


def _ratio(x: float) -> str:
    return plain(round(x, 6))


def _some_digits(x: float) -> str:
    return number(x, 0 if x == int(x) else 1 if abs(x * 10 - round(x * 10)) < 1e-6 else 2)


def _one_digit(x: float) -> str:
    return number(x, 0 if x == int(x) else 1)


def _dollars_or_cents(x: float) -> str:
    return money(x, cents=abs(x - round(x)) > 0.004 and abs(x) < 1000)


def _percent_or_finer(x: float) -> str:
    return percent(x, 1 if abs(x * 1000 - round(x * 1000)) < 1e-6 else 2)


Kind = Literal["money", "share", "number", "choice"]
_WHOLE, _TENTHS = "#,##0_);(#,##0)", "#,##0.0_);(#,##0.0)"


class Unit(NamedTuple):
    """What a number counts, and how it is written. A new unit is a row of `UNITS` and its texts.

    `name` is the key of the unit's own name ("$ per student"), `text` the key of a number in it ("{count} per
    student"), empty where the number says it all. `whole`: a lever in it takes whole numbers only;
    `of_levers`: whether a lever may be in it at all. `in_text` and `in_table` write a number without the
    words. `in_sheet` is the number form in a spreadsheet, with {yes} and {no} where those words stand in it,
    and `in_sheet_fine` the one that shows the decimals that a person may have typed. `in_tenths`: differences
    are told in tenths. `least_above_zero`: a lever in it is 0 for none, or this much or more; a position for
    a thousandth of a student would cost billions. `named_by`: another unit whose words in a label say this
    one too, as in "Students per teacher".
    """

    name: str
    text: str = ""
    kind: Kind = "number"
    whole: bool = False
    of_levers: bool = True
    in_text: Callable[[float], str] = _some_digits
    in_table: Callable[[float], str] = _one_digit
    in_sheet: str = _WHOLE
    in_sheet_fine: str = ""
    in_tenths: bool = False
    least_above_zero: float = 0.0
    named_by: str = ""


_money = partial(
    Unit,
    kind="money",
    in_text=_dollars_or_cents,
    in_table=money,
    in_sheet="$#,##0_);($#,##0)",
    in_sheet_fine="$#,##0.00_);($#,##0.00)",
)
_share = partial(
    Unit,
    kind="share",
    in_text=_percent_or_finer,
    in_table=percent,
    in_sheet="0.0%_);(0.0%)",
    in_sheet_fine="0.0##%_);(0.0##%)",
)
# What comes in parts, such as half a position.
_in_parts = partial(Unit, in_text=positions, in_table=positions, in_sheet=_TENTHS, in_tenths=True)
_in_parts_no_lever = partial(_in_parts, of_levers=False)

# Levers in whole units: half a year would fall silently between two columns of the sheet, and nobody teaches
# half a grade.
UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        "usd": _money("units.name.usd"),
        "usd_per_year": _money("units.name.usd_per_year", "units.per_year"),
        "usd_per_pupil": _money("units.name.usd_per_pupil", "units.per_student"),
        "usd_per_teacher": _money("units.name.usd_per_teacher", "units.per_teacher"),
        "usd_per_position": _money("units.name.usd_per_position", "units.per_position"),
        "usd_per_square_foot": _money("units.name.usd_per_square_foot", "units.per_square_foot"),
        "usd_per_device": _money("units.name.usd_per_device", "units.per_device"),
        "usd_per_day": _money("units.name.usd_per_day", "units.per_day"),
        "usd_per_repair": _money("units.name.usd_per_repair", "units.per_repair"),
        "share": _share("units.name.share"),
        "share_per_year": _share("units.name.share_per_year", "units.per_year"),
        "interest_per_year": _share("units.name.share_per_year", "units.per_year", least_above_zero=0.0001),
        "pupils": Unit(
            "units.name.pupils", "units.students", in_text=positions, in_sheet_fine=_TENTHS, in_tenths=True
        ),
        "pupils_per_position": Unit(
            "units.name.pupils_per_position",
            "units.students_per_position",
            in_sheet="#,##0.0_)",
            least_above_zero=1.0,
            named_by="pupils",
        ),
        "pupils_per_section": Unit(
            "units.name.pupils_per_section", "units.students_in_a_section", whole=True
        ),
        "positions_per_section": Unit("units.name.positions_per_section", "units.positions_per_section"),
        "sections": Unit(
            "units.name.sections", "units.sections", of_levers=False, in_text=positions, in_tenths=True
        ),
        "grade": Unit("units.name.grade", whole=True, in_text=grade),
        "positions": _in_parts("units.name.positions", "units.positions"),
        "square_feet": Unit("units.name.square_feet", "units.square_feet"),
        "devices": _in_parts_no_lever("units.name.devices", "units.devices"),
        "devices_per_pupil": Unit(
            "units.name.devices_per_pupil", "units.devices_per_student", in_sheet="0.00_)"
        ),
        "days_per_teacher": Unit("units.name.days_per_teacher", "units.days_per_teacher", in_sheet="0.0_)"),
        "days": _in_parts_no_lever("units.name.days", "units.days", in_table=lambda x: number(x, 1)),
        "hours_per_teacher": Unit("units.name.hours_per_teacher", "units.hours_per_teacher"),
        "hours": _in_parts_no_lever("units.name.hours", "units.hours", in_sheet=_WHOLE),
        "years": Unit("units.name.years", "units.years", whole=True, in_sheet_fine=_TENTHS),
        "year": Unit("units.name.year", whole=True, in_text=year_name, in_sheet="0_)"),
        "ratio": Unit(
            "units.name.ratio",
            in_text=_ratio,
            in_table=lambda x: number(x, 4),
            in_sheet="0.0000_)",
            in_sheet_fine="0.0###_)",
        ),
        "times": Unit(
            "units.name.times", of_levers=False, in_table=lambda x: number(x, 2), in_sheet="0.00_)"
        ),
        "yes_no": Unit(
            "units.name.yes_no",
            of_levers=False,
            in_text=_yes_no,
            in_table=_yes_no,
            in_sheet='"{yes}"_);;"{no}"_)',
        ),
        "choice": Unit("units.name.choice", kind="choice"),
    }
)


def is_money(unit: str) -> bool:
    """False for what is no unit of the model, such as schools in a finding."""
    return unit in UNITS and UNITS[unit].kind == "money"


def is_share(unit: str) -> bool:
    """False for what is no unit of the model."""
    return unit in UNITS and UNITS[unit].kind == "share"


def amount(x: float, unit: str, *, long: bool = True) -> str:
    """A number in the words of its unit: amount(0.027, "share_per_year") -> "2.7% a year"."""
    shown = UNITS[unit].in_text(x)
    return _in_words(shown, unit) if long else shown


def amounts(several: Iterable[float], unit: str, *, long: bool = True) -> str:
    """Values of several years, the words of their unit once: "450, 460, 470 students"."""
    shown = ", ".join(map(UNITS[unit].in_text, several))
    return _in_words(shown, unit) if long else shown


def span(ends: tuple[float, float], unit: str, *, long: bool = False) -> str:
    """From one value to another: "10 to 20", or with `long` "10 to 20 students"."""
    low, high = map(UNITS[unit].in_text, ends)
    shown = say("units.span", low=low, high=high)
    return _in_words(shown, unit) if long else shown


def unit_name(unit: str) -> str:
    """A unit by itself: "$ per student", "positions". KeyError for an unknown one."""
    return say(UNITS[unit].name)


def words_behind(unit: str) -> frozenset[str]:
    """What may stand behind a number in this unit, as it is spoken now and in English: "students"."""
    key = UNITS[unit].text
    behind = {form.partition("{count}")[2].strip() for form in forms(key)} if key else set()
    return frozenset(behind - {""})


def _in_words(shown: str, unit: str) -> str:
    key = UNITS[unit].text
    return say(key, count=counted(shown)) if key else shown
