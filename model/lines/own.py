"""Lines that a school names itself: up to twenty, each a cost or revenue of one of six kinds.

A line is declared once for each kind, because a line adds to one total. Of these only the one of the chosen
kind is ever worked out, and nothing of a line that is not used.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from model.book.family import Family
from model.book.vocabulary import at_most, both, in_year, to_the_power, when
from model.evidence.own_lines import KIND, NUMBERS, ONCE, UNUSED, own_key
from model.years import ALL_YEARS, OPERATING

OWN = "own"
_FIELDS = ("basis", "amount", "growth", "share", "first_year", "last_year")
_FOLLOWED = ("enrollment", "teachers", "adults", "personnel", "enrollment_funding", "t")


class Kind(NamedTuple):
    """A kind of own line: the total it adds to, and what it is."""

    total: str
    help: str


KINDS = {
    "recurring_cost": Kind("own_yearly_cost", "A cost of every year that you have added yourself."),
    "one_time_cost": Kind("own_one_time_cost", "A one-time cost that you have added yourself."),
    "public_revenue": Kind(
        "own_public_revenue", "Public money of every year that you have added yourself, after any cut."
    ),
    "restricted_revenue": Kind(
        "own_restricted_revenue", "Public money for one purpose that you have added yourself, after any cut."
    ),
    "private_revenue": Kind(
        "own_private_revenue", "Gifts, fees or a grant of every year that you have added yourself."
    ),
    "one_time_revenue": Kind("own_one_time_revenue", "One-time money that you have added yourself."),
}
PUBLIC = ("public_revenue", "restricted_revenue")


own = Family(
    OWN, "Your own lines", asleep=tuple((own_key(n, KIND), UNUSED) for n in NUMBERS), stands_last=True
)


def own_line(number: int, kind: str) -> str:
    """The key of an own line where it is of this kind."""
    return own_key(number, kind)


def _equation(kind: str) -> Callable[..., Any]:
    """Dollars of the year. What comes once may come in start-up, at the numbers of Year 1."""

    def dollars(
        basis: Any,
        amount: Any,
        growth: Any,
        part: Any,
        first: Any,
        last: Any,
        pupils: Any,
        teachers: Any,
        adults: Any,
        pay: Any,
        funding: Any,
        t: Any,
        cut: Any = None,
    ) -> Any:
        def of(followed: Any) -> Any:
            return when(t == 0, in_year(followed, 1), followed) if kind in ONCE else followed

        # What students bring is after any cut already.
        each = amount * to_the_power(1 + growth, t - first)
        dollars = {
            "fixed": each,
            "by_student": each * of(pupils),
            "by_teacher": each * of(teachers),
            "by_position": each * of(adults),
            "by_pay": part * of(pay),
        }
        found = part * of(funding)
        for chosen, x in reversed(dollars.items()):
            found = when(basis == chosen, x if cut is None else x * (1 - cut), found)
        return when(both(t >= first, t <= last), found, 0)

    return dollars


def _declared(number: int) -> Family:
    family = Family(OWN, own.english_label, asleep=((own_key(number, KIND), UNUSED),), stands_last=True)
    for kind, (total, said) in KINDS.items():
        family.declare(
            own_line(number, kind),
            f"Own line {number}",
            "usd" if kind in ONCE else "usd_per_year",
            (
                *(own_key(number, field) for field in _FIELDS),
                *_FOLLOWED,
                *(("revenue_cut",) if kind in PUBLIC else ()),
            ),
            _equation(kind),
            years=ALL_YEARS if kind in ONCE else OPERATING,
            adds_to=total,
            help=said,
            only_if=(own_key(number, KIND), kind),
            own=number,
        )
    return family


own_lines = tuple(map(_declared, NUMBERS))

own.total(
    "own_yearly_cost",
    "Your own yearly costs",
    "usd_per_year",
    adds_to="other_nonpersonnel",
    help="What your own lines cost every year.",
)
own.total(
    "own_one_time_cost",
    "Your own one-time costs",
    "usd_per_year",
    years=ALL_YEARS,
    adds_to="one_time_cost",
    help="What your own lines cost once.",
)
own.total(
    "own_public_revenue",
    "Your own public money",
    "usd_per_year",
    adds_to="public_revenue",
    help="Public money of your own lines that comes every year and is free to use.",
)
own.total(
    "own_restricted_revenue",
    "Your own restricted public money",
    "usd_per_year",
    help="Public money of your own lines that pays for one purpose only.",
)


# Restricted money pays for its purpose and for nothing else. So it counts as public funding as far as costs
# of one's own use it, and what is above them would flatter the yearly result.


@own.line("Restricted money that own costs use", "usd_per_year", adds_to="public_revenue")
def restricted_used(own_restricted_revenue, own_yearly_cost):
    """Restricted public money, at most what your own lines cost every year. It pays for them."""
    return at_most(own_restricted_revenue, own_yearly_cost)


@own.line("Restricted money beyond own costs", "usd_per_year", adds_to="private_revenue")
def restricted_unused(own_restricted_revenue, restricted_used):
    """Restricted public money that your own yearly costs do not use. It counts with the grants."""
    return own_restricted_revenue - restricted_used


own.total(
    "own_private_revenue",
    "Your own gifts, fees and grants",
    "usd_per_year",
    adds_to="private_revenue",
    help="Gifts, fees and grants of your own lines that come every year.",
)
own.total(
    "own_one_time_revenue",
    "Your own one-time money",
    "usd_per_year",
    years=ALL_YEARS,
    adds_to="one_time_revenue",
    help="Money of your own lines that comes once.",
)
