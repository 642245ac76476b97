"""The texts of the first view: headline, verdict and key figures in a principal's words."""

from __future__ import annotations

from dataclasses import dataclass

from model.book.vocabulary import HALF_A_CENT
from model.evidence import FINDINGS
from model.explain.noted_numbers import SEARCHED
from model.results.verdicts import FEW_DAYS, STATES, State
from model.units import about_positions, money, money_short, number, percent, positions
from views.answer.numbers import ViewNumbers

__all__ = ["RULE", "STATES", "Figure", "balance_word", "flags", "headline", "key_figures", "sentence"]

RULE = """
**Sustainable:** public revenue covers recurring cost in Years 3, 4 and 5; the balance is never below zero; grants are
at most 0.5% of Year 5 revenue. **Not sustainable:** Year 5 does not pay its own way and the balance falls below zero in
some year. **At risk:** everything between.

When devices are bought in whole fleets (*lumpy* refresh), one purchase year can fall short though the plan is sound;
then the mean of Years 3 to 5 is tested instead, and the verdict says so. The three states follow California's
certification of school budgets; structural balance is the rule of the Government Finance Officers Association.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: its name, its value, something to compare it with, and what it means."""

    label: str
    value: str
    beside: str
    means: str


def balance_word(v: ViewNumbers) -> str:
    return "fund balance" if v.is_charter else "carryover"


def headline(v: ViewNumbers) -> str:
    """What the curves show, in one line."""
    from_year = v.verdict.pays_from
    if v.verdict.by_mean:
        return "Pays its own way over Years 3 to 5 together, without grants"
    if from_year == 1:
        return "Pays its own way every year, without grants"
    if from_year is not None:
        return f"Pays its own way from Year {from_year}, without grants"
    last = _lasting_shortfall(v)
    return "Does not pay its own way in any year" if last == 1 else f"Falls short from Year {last}"


def _lasting_shortfall(v: ViewNumbers) -> int:
    """The first year of the shortfall that lasts to year 5."""
    result = v.results
    year = 5
    while year > 1 and result[year - 1] < -HALF_A_CENT:
        year -= 1
    return year


def sentence(v: ViewNumbers) -> str:
    """The verdict in one sentence, shown after its state."""
    from_year, result = v.verdict.pays_from, v.verdict.result_year5
    if v.verdict.by_mean:
        alone = (
            f"{money(result)} is left over in Year 5"
            if result > -HALF_A_CENT
            else f"Year 5 alone is {money(-result)} short"
        )
        parts = [f"Over Years 3 to 5 together public revenue covers recurring cost; {alone}"]
    elif from_year is not None:
        when = "in every year" if from_year == 1 else f"from Year {from_year} on"
        parts = [f"Public revenue covers recurring cost {when}; {money(result)} is left over in Year 5"]
    else:
        year = _lasting_shortfall(v)
        when = "In every year" if year == 1 else "In Year 5" if year == 5 else f"From Year {year} on"
        short = f"{money(-result)} short, {about_positions(v.verdict.gap_positions)}"
        parts = [f"{when} recurring cost is above public revenue; Year 5 is {short}"]
    negative, word = v.verdict.first_negative, balance_word(v)
    if negative is not None:
        parts.append(
            f"the {word} falls below zero {'in the start-up year' if negative == 0 else f'in Year {negative}'}"
        )
    elif v.verdict.state is not State.SUSTAINABLE:
        parts.append(f"the {word} lasts through Year 5")
    return ", and ".join(parts) + "."


def flags(v: ViewNumbers) -> list[str]:
    """What a reader should know besides the verdict."""
    out = []
    if v.verdict.by_mean:
        out.append("Judged on the mean of Years 3 to 5: a device purchase falls in one of them.")
    if v.verdict.refresh_year:
        out.append(f"Devices are due again in Year {v.verdict.refresh_year}.")
    if v.verdict.cliff_year:
        out.append(f"One-time money for stipends ends before Year {v.verdict.cliff_year}.")
    if v.break_even is not None and 0 <= v.enrollment - v.break_even < 0.1 * v.enrollment:
        out.append(f"Break-even enrollment ({number(v.break_even)}) is within 10% of Year 1.")
    if v.is_charter and v.verdict.thin_days:
        out.append(f"Less than {FEW_DAYS} days of cash in Year {v.verdict.thin_days}.")
    return out


def key_figures(v: ViewNumbers) -> list[Figure]:
    """Six figures, each beside something to compare it with."""
    return [
        Figure(
            "Year 5 result",
            money_short(v.verdict.result_year5, plus=True),
            _positions_beside(v.result_positions),
            "Structural result: recurring public revenue less recurring cost in Year 5, and the same in teacher positions "
            "at that year's pay with benefits.",
        ),
        Figure(
            "Fund balance, Year 5" if v.is_charter else "Carryover, Year 5",
            money_short(v.balances[5]),
            _lowest(v),
            "Cumulative balance at the end of Year 5, opening balance, grants and one-time cost included.",
        ),
        Figure(
            "Start-up cost",
            money_short(v.startup_total),
            f"{money(v.startup_per_pupil)} a student; study {_PER_PUPIL_PUBLISHED}",
            _STARTUP_MEANS,
        ),
        Figure(
            "IT share, Year 5",
            percent(v.it_share),
            f"study {_IT_PUBLISHED}; PD {percent(v.pd_share)}",
            _IT_MEANS,
        ),
        Figure(
            SEARCHED["cut_tolerance"],
            "none" if v.cut_tolerance is None else percent(v.cut_tolerance),
            "below zero without one" if v.cut_tolerance is None else "in Years 2 and 3",
            "The largest cut of public revenue in Years 2 and 3 that leaves the balance at zero or above in every year.",
        ),
        Figure(
            SEARCHED["break_even_enrollment"],
            NOT_ASKED if v.by_grade else "none" if v.break_even is None else number(v.break_even),
            _against_enrollment(v),
            _NOT_ASKED_BECAUSE
            if v.by_grade
            else "The smallest Year 1 enrollment from which Year 5 pays its own way, with the next 25 sizes too: one student more "
            "can add half a teacher position.",
        ),
    ]


def pupils_side(v: ViewNumbers) -> dict[str, str]:
    """What the plan means for a student in Year 1, by the line it is read from."""
    return {
        "class_size": f"classes of {number(v.class_size, 1)} students",
        "pupils_per_adult": f"{number(v.pupils_per_adult, 1)} students per adult",
    }


def _published(finding: str) -> str:
    """The published range of a finding that has a least and a most."""
    return f"{FINDINGS[f'{finding}_min'].as_published} to {FINDINGS[f'{finding}_max'].as_published}"


# Written once: a table for the live layer uses them hundreds of times.
_IT_PUBLISHED = FINDINGS["recurring_it_share_year5"].as_published
_PER_PUPIL_PUBLISHED = _published("startup_per_pupil")
_STARTUP_MEANS = (
    "One-time cost before Year 1. The study of six Chicago schools published "
    f"{_published('startup_cost')} a school and {_PER_PUPIL_PUBLISHED} a student."
)
_IT_MEANS = (
    f"Recurring technology as a share of all cost in Year 5; the study found {_IT_PUBLISHED}. PD is the share of "
    "recurring professional development."
)


def _lowest(v: ViewNumbers) -> str:
    lowest = min(v.balances)
    year = v.balances.index(lowest)
    return f"lowest {money_short(lowest)}, {'start-up' if year == 0 else f'Year {year}'}"


def _positions_beside(x: float) -> str:
    text = positions(x)
    signed = f"+{text}" if x > 0 and text != "0" else text
    return f"{signed} teacher position" + ("" if positions(abs(x)) == "1" else "s")


NOT_ASKED = "by grade"
_NOT_ASKED_BECAUSE = (
    "Not asked while students are counted by grade: there is no one size, because the grade that a student joins decides whether a "
    "section opens. The part “By grade” under “Staff and students” shows where the next one does."
)


def _against_enrollment(v: ViewNumbers) -> str:
    if v.by_grade:
        return "no one size to ask for"
    if v.break_even is None:
        return "no size pays its own way"
    gap = v.enrollment - v.break_even
    if gap == 0:
        return "exactly Year 1"
    pupils = "1 student" if abs(gap) == 1 else f"{number(abs(gap))} students"
    return f"{pupils} {'below' if gap > 0 else 'above'} Year 1"
