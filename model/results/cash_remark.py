"""Savings that last while the account runs dry, because part of the aid is paid a year later."""

from __future__ import annotations

from collections.abc import Iterator

from model.book.vocabulary import HALF_A_CENT
from model.plan.scenario import Scenario
from model.plan.taken import Remark
from model.results.projection import project
from model.texts import say
from model.units import money, year_name
from model.years import OPERATING, YEARS

SHARE, OWED = "aid_deferred", "aid_owed_at_start"


def cash_remark(now: Scenario) -> Iterator[Remark]:
    """The year whose end leaves the account shortest, where savings alone would say that all is well."""
    held_back = [k for k in (SHARE, OWED) if any(now.number(k, t) for t in OPERATING)]
    if not held_back:
        return
    p = project([now], only=("cash", "fund_balance"))
    cash, savings = p.row("cash"), p.row("fund_balance")
    short = [t for t in range(YEARS) if cash[t] < -HALF_A_CENT and savings[t] >= 0]
    if short:
        worst = min(short, key=lambda t: cash[t])
        said = say("values.cash_short", year=year_name(worst), dollars=money(-cash[worst]))
        yield Remark(held_back[0], said)
