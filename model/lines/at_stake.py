"""What is left for people to lose, by what the rating tests: every position filled, devices at even cost.

An event costs as many jobs whether a room stands empty or not, and whenever devices happen to be bought.
"""

from model.book.family import Family
from model.book.vocabulary import at_least, share

at_stake = Family("risk", "What could be cut", measure=True)


@at_stake.line("Short in the year", "usd_per_year")
def year_shortfall(tested_result, grant_revenue, grants_on_open):
    """Yearly cost that neither public funding nor the year's grant covers, as the rating tests it. Savings
    are not counted, because they help only once.
    """
    return at_least(0 - tested_result - grant_revenue - grants_on_open, 0)


@at_stake.line("Teaching jobs at stake", "positions")
def positions_at_risk(year_shortfall, flexible_spending, teacher_position_cost):
    """Take the year's shortfall and subtract everything that could be cut before staff. Divide the rest by
    the cost of one teacher with benefits.
    """
    return share(at_least(year_shortfall - flexible_spending, 0), teacher_position_cost)


@at_stake.line("Teaching jobs at stake, if the program stays", "positions")
def positions_at_risk_kept(year_shortfall, flexible_supplies, teacher_position_cost):
    """The same where stipends, PD, devices and licenses stay. Only a share of supplies and services can be
    cut before staff.
    """
    return share(at_least(year_shortfall - flexible_supplies, 0), teacher_position_cost)


@at_stake.line("Teaching jobs at stake, if the program ends", "positions")
def positions_at_risk_dropped(year_shortfall, program_spending, flexible_supplies, teacher_position_cost):
    """The same where extra pay, PD, devices and licenses all end, raises and repairs included."""
    left = year_shortfall - program_spending - flexible_supplies
    return share(at_least(left, 0), teacher_position_cost)


@at_stake.line("Teaching jobs at stake, if beginners go", "positions")
def beginners_at_risk(year_shortfall, flexible_spending, beginner_position_cost):
    """The same at the cost of a beginning teacher. The newest go first, so it takes more of them."""
    return share(at_least(year_shortfall - flexible_spending, 0), beginner_position_cost)
