"""The results: recurring money apart from one-time money, result of the year, balance at its end."""

from model.book.family import Family
from model.book.vocabulary import at_least, running_total, share, when
from model.years import ALL_YEARS

results = Family("results", "Results")

results.total(
    "recurring_cost",
    "Recurring cost",
    "usd_per_year",
    adds_to="total_cost",
    help="What has to be paid every year to keep the model going.",
)
results.total(
    "one_time_cost",
    "One-time cost",
    "usd_per_year",
    years=ALL_YEARS,
    adds_to="total_cost",
    help="Start-up cost, and stipends that one-time money pays.",
)
results.total(
    "total_cost",
    "Total cost",
    "usd_per_year",
    years=ALL_YEARS,
    help="Recurring and one-time cost together.",
)


@results.line("Net position", "usd_per_year", years=ALL_YEARS)
def net_position(total_revenue, total_cost):
    """All revenue of the year less all cost of the year."""
    return total_revenue - total_cost


@results.line("Structural result", "usd_per_year")
def structural_result(public_revenue, recurring_cost):
    """Recurring public revenue less recurring cost: does the school pay its own way without grants?"""
    return public_revenue - recurring_cost


@results.line("Savings handed back", "usd_per_year")
def savings_handed_back(net_position, savings_kept):
    """The part of a year's surplus that the school may not keep. From Year 1 on: start-up money is kept."""
    return at_least(net_position, 0) * (1 - savings_kept)


@results.line("Change in balance", "usd_per_year", years=ALL_YEARS)
def balance_change(net_position, opening_fund_balance, savings_handed_back, t):
    """The net position less what is handed back; in the start-up year with the opening balance added."""
    return net_position - savings_handed_back + when(t == 0, opening_fund_balance, 0)


@results.line("Fund balance", "usd", years=ALL_YEARS)
def fund_balance(balance_change):
    """Money in the bank at the end of the year. District schools call it cumulative balance or carryover."""
    return running_total(balance_change)


@results.line("Gap in teacher positions", "positions")
def gap_in_teacher_positions(structural_result, teacher_salary, pay_load):
    """A structural shortfall in teacher positions at this year's pay with benefits."""
    return share(at_least(0 - structural_result, 0), teacher_salary * pay_load)
