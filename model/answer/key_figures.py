"""The key figures of the first view: each value beside something to compare it with."""

from __future__ import annotations

from dataclasses import dataclass

from model.answer.numbers import ViewNumbers
from model.evidence import FINDINGS
from model.explain.noted_numbers import searched_name
from model.results.safe_range import SafeRange
from model.texts import by_language, counted, say
from model.units import money, money_short, number, percent, positions


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: its name, its value, something to compare it with, and what it means."""

    label: str
    value: str
    beside: str
    means: str


def key_figures(v: ViewNumbers) -> list[Figure]:
    """Six figures, each beside something to compare it with."""
    beside = zip(_named(v), values(v), strict=True)
    return [Figure(label, value, compared, means) for (label, means), (value, compared) in beside]


def _named(v: ViewNumbers) -> list[tuple[str, str]]:
    """What each key figure is called, and what it means."""
    by_grade = "answer.range_by_grade_means" if v.by_grade else "answer.range_means"
    return [
        (say("answer.result"), say("answer.result_means")),
        (
            say("answer.savings"),
            say("answer.savings_means" if v.is_charter else "answer.savings_means_district"),
        ),
        (say("answer.startup"), _startup_means()),
        (say("answer.technology"), say("answer.technology_means", study=_technology_published())),
        (searched_name("cut_tolerance"), say("answer.cut_means")),
        (searched_name("break_even_enrollment"), say(by_grade)),
    ]


def values(v: ViewNumbers) -> list[tuple[str, str]]:
    """The value of each key figure, and what it is compared with: what moves with a setting."""
    return [
        (money_short(v.verdict.result_year5, plus=True), _positions_beside(v.result_positions)),
        (money_short(v.balances[5]), _lowest(v)),
        (
            money_short(v.startup_total),
            say("answer.startup_beside", each=money(v.startup_per_pupil), **_published("startup_per_pupil")),
        ),
        (
            percent(v.it_share),
            say("answer.technology_beside", study=_technology_published(), pd=percent(v.pd_share)),
        ),
        (
            say("answer.none") if v.cut_tolerance is None else percent(v.cut_tolerance),
            say("answer.cut_none" if v.cut_tolerance is None else "answer.cut_years"),
        ),
        _safe_range(v),
    ]


def students_side(v: ViewNumbers) -> dict[str, str]:
    """What the plan means for a student in Year 1, by the line it is read from."""
    return {
        "class_size": say("answer.class_size", count=counted(number(v.class_size, 1))),
        "pupils_per_adult": say("answer.per_adult", count=counted(number(v.pupils_per_adult, 1))),
    }


def _published(finding: str) -> dict[str, str]:
    """The least and the most of a finding, as published."""
    return {
        end: FINDINGS[f"{finding}_{part}"].as_published for end, part in (("least", "min"), ("most", "max"))
    }


def _technology_published() -> str:
    return FINDINGS["recurring_it_share_year5"].as_published


@by_language
def _startup_means() -> str:
    school, student = _published("startup_cost"), _published("startup_per_pupil")
    return say(
        "answer.startup_means",
        school_least=school["least"],
        school_most=school["most"],
        least=student["least"],
        most=student["most"],
    )


def _lowest(v: ViewNumbers) -> str:
    lowest = min(v.balances)
    year = v.balances.index(lowest)
    amount = money_short(lowest)
    return (
        say("answer.lowest_start", amount=amount)
        if year == 0
        else say("answer.lowest", amount=amount, year=year)
    )


def _positions_beside(x: float) -> str:
    shown = positions(abs(x))
    if shown == "0":
        return say("answer.pays_little")
    return say("answer.pays" if x > 0 else "answer.lacks", count=counted(shown))


def _safe_range(v: ViewNumbers) -> tuple[str, str]:
    """The safe enrollment range: its ends, and the school's own number."""
    if v.by_grade:
        return say("answer.range_by_grade"), say("answer.range_by_grade_beside")
    own = number(v.enrollment)
    if v.safe is None:
        return say("answer.none"), say("answer.range_short", own=own)
    shown = say("answer.range", low=number(v.safe.low), high=number(v.safe.high))
    return shown, say(_BEYOND[_open_ends(v.safe)], own=own)


def _open_ends(safe: SafeRange) -> tuple[bool, bool]:
    return safe.low_open, safe.high_open


_BEYOND = {
    (False, False): "answer.range_own",
    (True, False): "answer.range_own_below",
    (False, True): "answer.range_own_above",
    (True, True): "answer.range_own_wider",
}
