"""The start-up year beside the curves, as a sum. The drawing: `curves.py`."""

from __future__ import annotations

import numpy as np

from model.texts import say
from model.units import money_short
from views.charts.rows import Batch, Fields, Numbers, fixed, read, texts

# What each amount is called, and on a phone.
_NAMES = {
    "charts.savings": "charts.savings",
    "charts.plus_grants": "charts.plus_grants_short",
    "charts.less_startup": "charts.less_startup_short",
    "charts.left": "charts.left",
}


def fixed_rows() -> Fields:
    """Names and colors of the four amounts, and where they stand, in lines from the middle."""
    return {
        "t": fixed(0, 0, 0, 0),
        "name": fixed(*map(say, _NAMES)),
        "brief": fixed(*map(say, _NAMES.values())),
        "key": fixed("note", "revenue", "cost", "note"),
        "name_at": fixed(-4.9, -2.2, 0.5, 3.2),
        "text_at": fixed(-3.8, -1.1, 1.6, 4.3),
    }


def texts_of(plan: Numbers | Batch) -> Fields:
    """Savings before start-up, its grants, its cost, and what is left."""
    given, once, net, left = read(plan, "grant_revenue", "one_time_cost", "net_position", "fund_balance")
    amounts = np.stack([left - net, given, once, left])[:, :, 0].T.tolist()
    return {"text": texts([list(map(money_short, row)) for row in amounts])}
