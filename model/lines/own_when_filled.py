"""What own lines by pay would come to with every teacher position filled: more, because there is more pay.

The rating tests the plan so, and an own line as a share of pay follows the pay of the people who are there.
"""

from typing import Any

from model.book.family import Family
from model.book.vocabulary import at_least, at_most, before, in_year, share, when
from model.evidence.own_lines import NUMBERS, own_key
from model.lines.own import OWN, PUBLIC, own, own_line
from model.years import ALL_YEARS, OPERATING

own_when_filled = Family(OWN, own.english_label, asleep=own.asleep, stands_last=True)


def _on_open(open_positions: Any, personnel: Any, t: Any, *basis_and_dollars: Any) -> Any:
    """Dollars by pay times what open positions save as a share of pay; in start-up, of Year 1's."""
    pairs = zip(basis_and_dollars[::2], basis_and_dollars[1::2], strict=True)
    dollars, *others = [when(basis == "by_pay", each, 0) for basis, each in pairs]
    for other in others:
        dollars = dollars + other
    of_year_1 = share(in_year(open_positions, 1), in_year(personnel, 1))
    return dollars * at_least(0 - when(t == 0, of_year_1, share(open_positions, personnel)), 0)


def _declare(key: str, label: str, help: str, *kinds: str, years: tuple[int, ...] = OPERATING) -> None:
    pairs = [x for kind in kinds for n in NUMBERS for x in (own_key(n, "basis"), own_line(n, kind))]
    needs = ("open_positions", "personnel", "t", *pairs)
    own_when_filled.declare(key, label, "usd_per_year", needs, _on_open, years=years, help=help)


_declare(
    "own_cost_on_open",
    "Own yearly costs on pay of open positions",
    "What your own yearly costs by pay would cost more with all positions filled.",
    "recurring_cost",
)
_declare(
    "own_one_time_cost_on_open",
    "Own one-time costs on pay of open positions",
    "What your own one-time costs by pay would cost more with all positions filled.",
    "one_time_cost",
    years=ALL_YEARS,
)
_declare(
    "own_public_on_open",
    "Own public money on pay of open positions",
    "What your own public money by pay would bring more with all positions filled.",
    "public_revenue",
)
_declare(
    "own_restricted_on_open",
    "Own restricted money on pay of open positions",
    "What your own restricted public money by pay would bring more with all positions filled.",
    "restricted_revenue",
)
_declare(
    "own_gifts_on_open",
    "Own gifts and one-time money on pay of open positions",
    "What your own gifts, fees, grants and one-time money by pay would bring more with all positions filled.",
    "private_revenue",
    "one_time_revenue",
    years=ALL_YEARS,
)


@own_when_filled.line("Restricted money that own costs on pay of open positions use", "usd_per_year")
def restricted_used_on_open(
    own_restricted_revenue, own_restricted_on_open, own_yearly_cost, own_cost_on_open, restricted_used
):
    """What your own yearly costs would use more of restricted public money with all positions filled."""
    restricted, cost = own_restricted_revenue + own_restricted_on_open, own_yearly_cost + own_cost_on_open
    return at_most(restricted, cost) - restricted_used


@own_when_filled.line("Public funding on pay of open positions", "usd_per_year")
def public_on_open(own_public_on_open, restricted_used_on_open):
    """What public funding would be more with all positions filled."""
    return own_public_on_open + restricted_used_on_open


@own_when_filled.line("Aid owed on pay of open positions", "usd")
def aid_on_open(public_on_open, aid_deferred):
    """The part of it that is paid next year."""
    return public_on_open * aid_deferred


@own_when_filled.line("Aid paid later on pay of open positions", "usd_per_year")
def paid_later_on_open(aid_on_open):
    """What would be paid next year, less what would come from the year before."""
    return aid_on_open - before(aid_on_open)


@own_when_filled.line("Yearly result on pay of open positions", "usd_per_year")
def own_result_on_open(public_on_open, management_fee_rate, own_cost_on_open):
    """What your own lines would add to the yearly result with all positions filled, after a network's fee."""
    return public_on_open * (1 - management_fee_rate) - own_cost_on_open


@own_when_filled.line("Grants on pay of open positions", "usd_per_year", years=ALL_YEARS)
def grants_on_open(own_gifts_on_open, own_restricted_on_open, restricted_used_on_open):
    """What grants would be more with all positions filled, with restricted money beyond own yearly costs."""
    return own_gifts_on_open + own_restricted_on_open - restricted_used_on_open


# The lines above by the kinds of own lines without any of which they are nothing.
ON_OPEN = {
    "own_cost_on_open": ("recurring_cost",),
    "own_one_time_cost_on_open": ("one_time_cost",),
    "own_public_on_open": ("public_revenue",),
    "own_restricted_on_open": ("restricted_revenue",),
    "own_gifts_on_open": ("private_revenue", "one_time_revenue"),
    "restricted_used_on_open": ("restricted_revenue",),
    "public_on_open": PUBLIC,
    "aid_on_open": PUBLIC,
    "paid_later_on_open": PUBLIC,
    "own_result_on_open": ("recurring_cost", *PUBLIC),
    "grants_on_open": ("private_revenue", "one_time_revenue", "restricted_revenue"),
}
