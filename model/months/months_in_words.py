"""Month by month in words and as a table: the same for the page and for a shell."""

from __future__ import annotations

import math
from collections.abc import Sequence

from model.book.vocabulary import GUARD, HALF_A_CENT
from model.explain.ledger import whole_dollars
from model.months.year1 import MONTHS, PARTS, Months
from model.results.result_rows import unrounded as digits
from model.results.verdicts import FEW_DAYS
from model.units import money, money_short, number

BALANCE = "Balance at the end"
OPENING, YEAR = "Opening balance", "Year 1"
ROUNDED = "Whole dollars; each column adds up to its year, and along a row rounding may show a dollar or two."


def lowest(m: Months, scenario: int = 0) -> str:
    """The lowest month: "Lowest at the end of June: $112K, about 9 days of cost."."""
    low = m.lowest(scenario)
    lasts = "" if low.days is None or low.balance < -HALF_A_CENT else f", {_days(low.days)} of cost"
    return f"Lowest at the end of {MONTHS[low.month]}: {money_short(low.balance)}{lasts}."


def _days(x: float) -> str:
    if x < 1:
        return "less than a day"
    whole = number(x)
    return f"about {whole} day" + ("" if whole == "1" else "s")


def warning(m: Months, scenario: int = 0) -> str:
    """A warning about the lowest month, if any: below zero with what would bridge it, or few days of cost."""
    low, below = m.lowest(scenario), [MONTHS[i] for i in m.below_zero(scenario)]
    if below:
        when = below[0] if len(below) == 1 else f"{', '.join(below[:-1])} and {below[-1]}"
        bridge = money(-low.balance)
        return f"Below zero at the end of {when}: it would take {bridge} more, such as a reserve or a credit line."
    if low.days is not None and low.days < FEW_DAYS:
        return f"That is less than {FEW_DAYS} days; one late payment may be more than it can bear."
    return ""


def year_end(m: Months, scenario: int = 0) -> str:
    """How the year begins and ends: a school may be short in between."""
    return (
        f"The year begins with {money_short(m.opening[scenario])} and ends with "
        f"{money_short(m.balances[scenario, -1])}."
    )


def table(m: Months, scenario: int = 0) -> tuple[list[str], list[list[str]]]:
    """Head and rows: the opening balance, twelve months, the year. Rows empty all year are left out."""
    keys = list(m.used(scenario))
    columns = [_column(m.moved[k][scenario].tolist(), float(m.year[k][scenario])) for k in keys]
    balances = [money(x) for x in m.balances[scenario].tolist()]
    dash = "\N{EN DASH}"
    rows = [[OPENING, *[dash] * len(keys), money(float(m.opening[scenario]))]]
    rows += [[MONTHS[i], *(c[i] for c in columns), balances[i]] for i in range(len(MONTHS))]
    rows.append([YEAR, *(c[-1] for c in columns), balances[-1]])
    return ["", *(PARTS[k].label for k in keys), BALANCE], rows


def _column(parts: Sequence[float], total: float) -> list[str]:
    """Months and year in whole dollars that add up."""
    sign = -1 if total < 0 else 1
    whole = math.floor(abs(total) + 0.5 + GUARD)  # as `money` rounds it
    # Differences of binary arithmetic must not decide which of several equal months gets the dollar left
    # over.
    months = whole_dollars([round(abs(x), 6) for x in parts], whole)
    return [money(sign * x) for x in (*months, whole)]


def unrounded(m: Months, scenario: int = 0) -> tuple[list[str], list[list[str]]]:
    """The same for programs: every key, every digit."""
    head = ["month", *PARTS, "balance"]
    rows = [["opening", *[""] * len(PARTS), digits(float(m.opening[scenario]))]]
    for i, name in enumerate(MONTHS):
        cells = [digits(float(m.moved[k][scenario, i]) + 0.0) for k in PARTS]
        rows.append([name.lower(), *cells, digits(float(m.balances[scenario, i]))])
    return head, rows
