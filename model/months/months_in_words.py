"""Month by month in words and as a table: the same for the page and for a shell."""

from __future__ import annotations

import math
from collections.abc import Sequence

from model.book.vocabulary import GUARD, HALF_A_CENT
from model.explain.ledger import whole_dollars
from model.months.timing import MONTHS
from model.months.within_a_year import PARTS, Months, lowest_of
from model.results.result_rows import unrounded as digits
from model.results.verdicts import FEW_DAYS
from model.texts import counted, listed, month, say
from model.units import money, money_short, number, year_name


def month_name(place: int, *, short: bool = False) -> str:
    """A month by its place in the school year: 0 is July."""
    return month((place + 6) % 12 + 1, short=short)


def rounded() -> str:
    """What rounding does to the table."""
    return say("months.rounded")


def lowest(m: Months, scenario: int = 0) -> str:
    """The lowest month, and how long its balance would last."""
    low = m.lowest(scenario)
    said = {"amount": money_short(low.balance), "month": month_name(low.month)}
    if low.days is None or low.balance < -HALF_A_CENT:
        return say("months.lowest", **said)
    if low.days < 1:
        return say("months.lowest_under_a_day", **said)
    return say("months.lowest_lasts", **said, count=counted(number(low.days)))


def lowest_of_years(years: tuple[Months, ...], scenario: int = 0) -> str:
    """The lowest month of five years."""
    m = lowest_of(years, scenario)
    low = m.lowest(scenario)
    said = {"amount": money_short(low.balance), "month": month_name(low.month)}
    return say("months.lowest_of_years", **said, year=year_name(m.of_year))


def credit(m: Months, scenario: int = 0) -> str:
    """The most that is drawn on the line of credit, and the interest on it that the plan does not count."""
    drawn = m.drawn[scenario]
    if drawn.max() <= HALF_A_CENT:
        return ""
    said = say("months.drawn", amount=money(float(drawn.max())), month=month_name(int(drawn.argmax())))
    by_month, counted_in_plan = m.interest[scenario].tolist()
    more = by_month - counted_in_plan
    if more < 1:
        return said
    return f"{said} {say('months.more_interest', amount=money(more))}"


def june(m: Months) -> str:
    """What June is in the plan's own lines."""
    return say("months.june", year=year_name(m.of_year))


def warning(m: Months, scenario: int = 0) -> str:
    """A warning about the lowest month, if any: below zero with what would bridge it, or few days of cost."""
    low, below = m.lowest(scenario), list(map(month_name, m.below_zero(scenario)))
    if below:
        return say("months.below_zero", months=listed(below), amount=money(-low.balance))
    if low.days is not None and low.days < FEW_DAYS:
        return say("months.few_days", days=FEW_DAYS)
    return ""


def year_end(m: Months, scenario: int = 0) -> str:
    """How the year begins and ends: a school may be short in between."""
    first, last = m.opening[scenario], m.balances[scenario, -1]
    return say("months.year_end", first=money_short(first), last=money_short(last))


def table(m: Months, scenario: int = 0) -> tuple[list[str], list[list[str]]]:
    """Head and rows: the opening balance, twelve months, the year. Rows empty all year are left out."""
    keys = list(m.used(scenario))
    columns = [_column(m.moved[k][scenario].tolist(), float(m.year[k][scenario])) for k in keys]
    balances = [money(x) for x in m.balances[scenario].tolist()]
    dash = "\N{EN DASH}"
    rows = [[say("months.beginning_balance"), *[dash] * len(keys), money(float(m.opening[scenario]))]]
    rows += [[month_name(i), *(c[i] for c in columns), balances[i]] for i in range(len(MONTHS))]
    rows.append([year_name(m.of_year), *(c[-1] for c in columns), balances[-1]])
    return ["", *(PARTS[k].label for k in keys), say("months.ending_balance")], rows


def _column(parts: Sequence[float], total: float) -> list[str]:
    """Months and year in whole dollars that add up."""
    sign = -1 if total < 0 else 1
    whole = math.floor(abs(total) + 0.5 + GUARD)  # as `money` rounds it
    # Differences of binary arithmetic must not decide which of several equal months gets the dollar left
    # over.
    months = whole_dollars([round(sign * x, 6) for x in parts], whole)
    return [money(sign * x) for x in (*months, whole)]


def unrounded(m: Months, scenario: int = 0) -> tuple[list[str], list[list[str]]]:
    """The same for programs: every key, every digit."""
    head = ["month", *PARTS, "balance"]
    rows = [["opening", *[""] * len(PARTS), digits(float(m.opening[scenario]))]]
    for i, name in enumerate(MONTHS):
        cells = [digits(float(m.moved[k][scenario, i]) + 0.0) for k in PARTS]
        rows.append([name, *cells, digits(float(m.balances[scenario, i]))])
    return head, rows
