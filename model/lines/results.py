"""The results: recurring money apart from one-time money, result of the year, balance at its end."""

from model.book.family import Family
from model.book.vocabulary import at_least, running_total, share, when
from model.years import ALL_YEARS

results = Family("results", "Results")

results.total(
    "recurring_cost",
    "Yearly cost",
    "usd_per_year",
    adds_to="total_cost",
    help="What you pay every year to keep the program going (recurring cost).",
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
    help="Yearly and one-time cost together.",
)


@results.line("All revenue less all cost", "usd_per_year", years=ALL_YEARS)
def net_position(total_revenue, total_cost):
    """All revenue of the year less all cost of the year, grants and one-time money included."""
    return total_revenue - total_cost


@results.line("Yearly surplus or shortfall", "usd_per_year")
def structural_result(public_revenue, recurring_cost):
    """Public funding less yearly cost. It shows whether public funding covers costs without grants. Finance
    staff call this structural balance.
    """
    return public_revenue - recurring_cost


@results.line("Savings handed back", "usd_per_year")
def savings_handed_back(net_position, debt_service, savings_kept):
    """The part of a year's surplus that the school may not keep, before debt service. Start-up money is
    kept.
    """
    return at_least(net_position + debt_service, 0) * (1 - savings_kept)


@results.line("Change in savings", "usd_per_year", years=ALL_YEARS)
def balance_change(
    net_position,
    opening_fund_balance,
    savings_handed_back,
    device_money_set_aside,
    loan_money_paid_back,
    t,
):
    """All revenue less all cost, less what is handed back. Money set aside for devices is still there, and
    borrowed money that is paid back lowers debt. In start-up the beginning balance is added.
    """
    kept = net_position - savings_handed_back + device_money_set_aside
    return kept + loan_money_paid_back + when(t == 0, opening_fund_balance, 0)


@results.line("Ending balance", "usd", years=ALL_YEARS)
def fund_balance(balance_change):
    """Savings at the end of the year. District schools call them carryover, charter schools fund balance. We
    assume your district lets you keep unspent money. Borrowed money is no part of them while it is owed.
    """
    return running_total(balance_change)


@results.line("Kept for devices that are due later", "usd")
def device_money(device_money_ahead):
    """What an even replacement would have cost so far, less what was bought. If you set money aside or buy
    all at once, this part of your savings is not free.
    """
    return running_total(device_money_ahead)


@results.line("Shortfall in teacher positions", "positions")
def gap_in_teacher_positions(structural_result, teacher_position_cost):
    """The yearly shortfall in teacher positions, at this year's average pay with benefits."""
    return share(at_least(0 - structural_result, 0), teacher_position_cost)


@results.line("Shortfall in beginning teachers", "positions")
def gap_in_beginning_teachers(structural_result, beginner_position_cost):
    """The yearly shortfall in beginning teachers. The newest go first, so it takes more of them."""
    return share(at_least(0 - structural_result, 0), beginner_position_cost)
