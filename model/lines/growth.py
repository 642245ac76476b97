"""Three separate escalators. One "inflation" for all would hide the squeeze between funding and pay.

Every setting in dollars that grows has a factor of its own, which is one of these unless its five numbers
are each year's own dollars. Then nothing grows them again.
"""

from typing import Any

from model.book.family import Family
from model.book.vocabulary import grown, when
from model.evidence import GROWING, LEVERS
from model.evidence.growing import AS_TYPED
from model.lines.pay_movement import declare_pay_movement

growth = Family("growth", "Growth factors")


@growth.line("Enrollment factor", "ratio")
def enrollment_factor(enrollment_growth):
    """Enrollment as a multiple of Year 1, before rounding to whole students."""
    return grown(enrollment_growth)


@growth.line("Funding factor", "ratio")
def funding_factor(public_funding_growth):
    """Public funding per student as a multiple of Year 1."""
    return grown(public_funding_growth)


@growth.line("Pay factor", "ratio")
def pay_factor(salary_growth):
    """Salaries as a multiple of Year 1."""
    return grown(salary_growth)


@growth.line("Price factor", "ratio")
def price_factor(inflation):
    """Prices of everything that is not pay, as a multiple of Year 1."""
    return grown(inflation)


@growth.line("Premium factor", "ratio")
def premium_factor(health_insurance_growth):
    """Health insurance premiums as a multiple of Year 1. A raise does not raise them."""
    return grown(health_insurance_growth)


declare_pay_movement(growth)


def factor_line(lever: str) -> str:
    """The line with what a setting's dollars are multiplied by in each year."""
    return f"{lever}_factor"


def _factor(common: Any, each_year: Any) -> Any:
    return when(each_year == AS_TYPED, 1, common)


for _row in GROWING.values():
    if _row.grows_with:
        growth.declare(
            factor_line(_row.lever),
            f"Growth: {LEVERS[_row.lever].english_label}",
            "ratio",
            (_row.grows_with, _row.mark),
            _factor,
            help="What the dollars of this setting are multiplied by. It is 1 if five numbers are each year's own.",
            same_as=(_row.grows_with, (_row.mark, AS_TYPED)),
        )
