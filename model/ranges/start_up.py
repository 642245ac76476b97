"""Why savings run out in start-up in some of a plan's futures: said only where it was looked for."""

from __future__ import annotations

from collections.abc import Collection

from model.book.vocabulary import HALF_A_CENT
from model.plan.scenario import Scenario
from model.ranges.bands import Ranges
from model.ranges.futures import futures
from model.results.projection import Projection, project
from model.texts import say

GRANTS = "private_revenue"


def why_in_start_up(plan: Scenario, p: Projection, found: Ranges, pins: Collection[str], place: str) -> str:
    """The reason in a sentence, for a plan of which `found` are the futures and `p` the lines.

    Empty where there is no reason that explains most of these futures.
    """
    if p.cell("fund_balance", 0) < -HALF_A_CENT:
        return say("cases.start_up_on_paper")
    if GRANTS in pins:
        return ""
    as_planned = project(futures(plan, (*pins, GRANTS), place), ("fund_balance",))["fund_balance"][:, 0]
    left = int((as_planned < -HALF_A_CENT).sum())
    return say("cases.start_up_grants") if left < found.first_negative[0] / 2 else ""
