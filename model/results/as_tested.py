"""A plan's money as the rating tests it: with every position filled, and devices at their even yearly cost.

Cash is what is really paid, so savings and the money spent in a year follow the purchases that are made.
Where nobody has open positions and devices are not bought all at once, all of it is the plan's own.
"""

from __future__ import annotations

from typing import NamedTuple

from model.book.terms import Array
from model.results.projection import Projection

LINES = (
    "tested_result",
    "result_evenly",
    "structural_result",
    "savings_when_filled",
    "net_position",
    "net_when_filled",
    "total_revenue",
    "total_cost",
    "device_money_set_aside",
    "public_on_open",
    "grants_on_open",
    "aid_owed",
    "aid_on_open",
    "debt_service",
    "interest_of_open_positions",
)


class AsTested(NamedTuple):
    """Dollars by year, each of shape (scenarios, 6)."""

    result: Array
    savings: Array
    net: Array  # all revenue less all cost, devices at even cost
    revenue: Array
    cost: Array  # of the year, with the purchases that are made
    spent: Array  # the same without money that is set aside
    aid_owed: Array
    debt_service: Array


def as_tested(p: Projection) -> AsTested:
    """The money of a projection that holds `LINES`."""
    revenue = p["total_revenue"] + p["public_on_open"] + p["grants_on_open"]
    more_cost = p["net_position"] - p["net_when_filled"] + p["public_on_open"] + p["grants_on_open"]
    cost = p["total_cost"] + more_cost
    return AsTested(
        result=p["tested_result"],
        savings=p["savings_when_filled"],
        net=p["net_when_filled"] + (p["result_evenly"] - p["structural_result"]),
        revenue=revenue,
        cost=cost,
        spent=cost - p["device_money_set_aside"],
        aid_owed=p["aid_owed"] + p["aid_on_open"],
        debt_service=p["debt_service"] + p["interest_of_open_positions"],
    )
