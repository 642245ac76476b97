"""The plan with every teacher position filled: what open ones bring is taken out again, in every line.

A room without a teacher is no surplus. So the rating tests the plan with every position filled. What an open
position saves stands in the plan's own lines: its pay, and what follows pay or money, as own lines by pay, a
fee on public funding and interest on a line of credit do. Where a substitute costs more than the pay, nothing
is saved, and the plan's cost counts. Last comes what the rating tests, with the even yearly cost of devices
too.
"""

from model.book.family import Family
from model.book.vocabulary import at_least, before, drawn_when_short, running_total, when
from model.years import ALL_YEARS

filled = Family("measures", "Measures", measure=True)


@filled.line("Saved on open teacher positions", "usd_per_year")
def saved_on_open_positions(open_positions):
    """What open positions save after paying substitutes. The rating leaves it out, because an empty classroom
    is no surplus.
    """
    return at_least(0 - open_positions, 0)


@filled.line("Yearly result from open positions", "usd_per_year")
def result_of_open_positions(saved_on_open_positions, own_result_on_open):
    """What open positions save, less what your own lines by pay would add with all positions filled. Interest
    on a line of credit is counted apart.
    """
    return saved_on_open_positions - own_result_on_open


@filled.line("All revenue less all cost, from open positions", "usd_per_year", years=ALL_YEARS)
def net_of_open_positions(result_of_open_positions, own_one_time_cost_on_open, grants_on_open):
    """The same with one-time cost and grants."""
    return result_of_open_positions + own_one_time_cost_on_open - grants_on_open


@filled.line("Cash from open positions", "usd_per_year", years=ALL_YEARS, nothing_without="credit_limit")
def cash_of_open_positions(
    net_before_credit,
    net_of_open_positions,
    handed_back_before_credit,
    loan_service,
    savings_kept,
    paid_later_on_open,
    credit_limit,
    t,
):
    """What open positions bring in cash, before the line of credit: less what is handed back of it, and in
    the year in which it is paid.
    """
    left = net_before_credit - net_of_open_positions + loan_service
    handed_back = when(t == 0, 0, at_least(left, 0) * (1 - savings_kept))
    cash = net_of_open_positions + handed_back - handed_back_before_credit + paid_later_on_open
    return when(credit_limit > 0, cash, 0)


@filled.line(
    "Cash before the line of credit, all positions filled",
    "usd",
    years=ALL_YEARS,
    nothing_without="credit_limit",
)
def cash_when_filled(cash_change_before_credit, cash_of_open_positions):
    """Cash at the end of the year without what open positions have brought so far."""
    return running_total(cash_change_before_credit - cash_of_open_positions)


@filled.line(
    "Line of credit: owed, all positions filled", "usd", years=ALL_YEARS, nothing_without="credit_limit"
)
def credit_when_filled(cash_when_filled, credit_rate, credit_limit):
    """What would be drawn at the end of the year with all positions filled."""
    return drawn_when_short(cash_when_filled, credit_rate, credit_limit)


@filled.line("Interest that open positions save", "usd_per_year", nothing_without="credit_limit")
def interest_of_open_positions(credit_when_filled, credit_owed, credit_rate):
    """The yearly rate on what would be owed more with all positions filled, when the year began."""
    return (before(credit_when_filled) - before(credit_owed)) * credit_rate


@filled.line("All revenue less all cost, all positions filled", "usd_per_year", years=ALL_YEARS)
def net_when_filled(net_position, net_of_open_positions, interest_of_open_positions):
    """All revenue of the year less all cost of the year, without what open positions bring."""
    return net_position - net_of_open_positions - interest_of_open_positions


@filled.line("Yearly surplus or shortfall, devices replaced evenly", "usd_per_year")
def result_evenly(structural_result, device_money_ahead, refresh):
    """Public funding less yearly cost, with the even yearly cost of your devices. If you buy all at once, a
    year without a purchase is not cheaper for that, and a year with one is not more expensive.
    """
    return structural_result - when(refresh == "lumpy", device_money_ahead, 0)


@filled.line("Yearly surplus or shortfall as tested", "usd_per_year")
def tested_result(result_evenly, result_of_open_positions, interest_of_open_positions):
    """The yearly surplus or shortfall that the rating tests: without what open positions save, and with the
    even yearly cost of your devices.
    """
    return result_evenly - result_of_open_positions - interest_of_open_positions
