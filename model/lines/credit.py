"""A line of credit, and aid that is paid a year later.

The line is drawn at the end of a year only as far as cash would be below zero, up to its limit, and paid back
as soon as there is money. Its interest is the yearly rate on what was owed when the year began. What the
school draws and pays back within a year is seen month by month.
"""

from collections.abc import Iterable
from typing import Any

from model.book.family import Family
from model.book.vocabulary import at_least, before, drawn_when_short, running_total, when
from model.years import ALL_YEARS

_COST = ("recurring_cost", "one_time_cost")  # the totals whose parts are all cost of a year
LIMIT = "credit_limit"
DEBT = ("loan_1", "loan_2", LIMIT)


def credit_beside(above: Iterable[Family]) -> Family:
    """The family, given all families of revenue and cost: what the year leaves before the line of credit has
    to be known before its interest is.
    """
    credit = Family("credit", "Line of credit and aid paid later")
    cost = [x.key for family in above for x in family.lines if x.adds_to in _COST]

    @credit.line(
        "Aid owed to the school",
        "usd",
        years=ALL_YEARS,
        nothing_without=("aid_deferred", "aid_owed_at_start"),
    )
    def aid_owed(public_revenue, aid_deferred, aid_owed_at_start, t):
        """Public funding of the year that is paid next year. It is revenue of this year and not yet cash."""
        return when(t == 0, aid_owed_at_start, public_revenue * aid_deferred)

    credit.declare(
        "net_before_credit",
        "All revenue less all cost, before the line of credit",
        "usd_per_year",
        (LIMIT, "total_revenue", "loan_service", *cost),
        _net_before_credit,
        years=ALL_YEARS,
        nothing_without=LIMIT,
        help="All revenue less all cost of the year, without interest on the line of credit.",
    )

    @credit.line("Savings handed back, seen before the line of credit", "usd_per_year", nothing_without=LIMIT)
    def handed_back_before_credit(net_before_credit, loan_service, credit_limit, savings_kept):
        """The part of a surplus before debt service that the school may not keep."""
        handed_back = at_least(net_before_credit + loan_service, 0) * (1 - savings_kept)
        return when(credit_limit > 0, handed_back, 0)

    @credit.line(
        "Change in cash before the line of credit", "usd_per_year", years=ALL_YEARS, nothing_without=LIMIT
    )
    def cash_change_before_credit(
        net_before_credit,
        handed_back_before_credit,
        device_money_set_aside,
        loan_money,
        aid_owed,
        opening_fund_balance,
        credit_limit,
        t,
    ):
        """What comes in less what goes out: with loan money, and with aid in the year in which it is paid."""
        kept = net_before_credit - handed_back_before_credit + device_money_set_aside + loan_money
        paid_later = aid_owed - before(aid_owed)
        return when(credit_limit > 0, kept - paid_later + when(t == 0, opening_fund_balance, 0), 0)

    @credit.line("Cash before the line of credit", "usd", years=ALL_YEARS, nothing_without=LIMIT)
    def cash_before_credit(cash_change_before_credit):
        """Cash at the end of the year if the line of credit were neither used nor paid for."""
        return running_total(cash_change_before_credit)

    @credit.line("Line of credit: owed", "usd", years=ALL_YEARS, nothing_without=LIMIT)
    def credit_owed(cash_before_credit, credit_rate, credit_limit):
        """What is drawn at the end of the year: as much as cash is short, and never above the limit."""
        return drawn_when_short(cash_before_credit, credit_rate, credit_limit)

    @credit.line("Line of credit: interest", "usd_per_year", adds_to="debt_service", nothing_without=LIMIT)
    def credit_interest(credit_owed, credit_rate):
        """The yearly rate on what was owed when the year began."""
        return before(credit_owed) * credit_rate

    credit.total(
        "debt_service",
        "Debt service",
        "usd_per_year",
        adds_to="recurring_cost",
        nothing_without=DEBT,
        help="Interest and principal that are due in the year, on loans and the line of credit.",
    )

    @credit.line("Debt at the end of the year", "usd", years=ALL_YEARS, nothing_without=DEBT)
    def debt(loan_1_owed, loan_2_owed, credit_owed):
        """All that is still owed: loans and the line of credit."""
        return loan_1_owed + loan_2_owed + credit_owed

    return credit


def _net_before_credit(limit: Any, revenue: Any, *cost: Any) -> Any:
    left = revenue
    for part in cost:
        left = left - part
    return when(limit > 0, left, 0)
