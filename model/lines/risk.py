"""What can go before people, and what is left for people to lose. Blank in the start-up year.

Jobs go by what the rating tests: an event costs as many whether a room stands empty or not, and whenever
devices happen to be bought.
"""

from model.book.family import Family
from model.book.vocabulary import at_least, share, when

risk = Family("risk", "What could be cut", measure=True)


@risk.line("Stipends that could stop", "usd_per_year")
def flexible_stipends(leader_pay_cost, leader_pay):
    """Extra pay that the yearly budget pays as a stipend. A raise is part of the salary and stays."""
    return when(leader_pay == "stipend", leader_pay_cost, 0)


@risk.line("Device replacement that could wait", "usd_per_year")
def flexible_refresh(devices_evenly, devices_added, device_unit_cost, device_unit_cost_factor):
    """What replacing old devices evenly costs a year, in whichever year you buy them. Devices for more
    students cannot wait.
    """
    return at_least(devices_evenly - devices_added, 0) * device_unit_cost * device_unit_cost_factor


@risk.line("Licenses that could lapse", "usd_per_year")
def flexible_licenses(supplied_pupils, software_per_pupil, software_per_pupil_factor):
    """Software licenses. The network stays."""
    return supplied_pupils * software_per_pupil * software_per_pupil_factor


@risk.line("Supplies and services that could wait", "usd_per_year")
def flexible_supplies(supplies, flexible_nonpersonnel_share):
    """The share of supplies and services you could stop before cutting staff. Rent and fees stay."""
    return supplies * flexible_nonpersonnel_share


@risk.line("Could be cut before staff", "usd_per_year")
def flexible_spending(flexible_stipends, pd, flexible_refresh, flexible_licenses, flexible_supplies):
    """What you could cut before positions: stipends, PD, device replacement, licenses and a share of supplies
    and services.
    """
    return flexible_stipends + pd + flexible_refresh + flexible_licenses + flexible_supplies


@risk.line("Pay of leaders, PD, devices and licenses", "usd_per_year")
def program_spending(
    leader_pay_cost,
    pd,
    devices_evenly,
    device_unit_cost,
    device_unit_cost_factor,
    repairs,
    flexible_licenses,
):
    """What would be saved if extra pay, PD, devices and licenses all ended, with devices at their even yearly
    cost. People who stand in for teacher leaders are not in it, because they are staff.
    """
    devices = devices_evenly * device_unit_cost * device_unit_cost_factor
    return leader_pay_cost + pd + devices + repairs + flexible_licenses


@risk.line("Could be cut before staff, as a share of public funding", "share")
def flexible_share(flexible_spending, public_revenue):
    """How large a fall of public funding these cuts could make up for in this year."""
    return share(flexible_spending, public_revenue)


@risk.line("Short in the year", "usd_per_year")
def year_shortfall(tested_result, grant_revenue, grants_on_open):
    """Yearly cost that neither public funding nor the year's grant covers, as the rating tests it. Savings
    are not counted, because they help only once.
    """
    return at_least(0 - tested_result - grant_revenue - grants_on_open, 0)


@risk.line("Teaching jobs at stake", "positions")
def positions_at_risk(year_shortfall, flexible_spending, teacher_position_cost):
    """Take the year's shortfall and subtract everything that could be cut before staff. Divide the rest by
    the cost of one teacher with benefits.
    """
    return share(at_least(year_shortfall - flexible_spending, 0), teacher_position_cost)


@risk.line("Teaching jobs at stake, if the program stays", "positions")
def positions_at_risk_kept(year_shortfall, flexible_supplies, teacher_position_cost):
    """The same where stipends, PD, devices and licenses stay. Only a share of supplies and services can be
    cut before staff.
    """
    return share(at_least(year_shortfall - flexible_supplies, 0), teacher_position_cost)


@risk.line("Teaching jobs at stake, if the program ends", "positions")
def positions_at_risk_dropped(year_shortfall, program_spending, flexible_supplies, teacher_position_cost):
    """The same where extra pay, PD, devices and licenses all end, raises and repairs included."""
    left = year_shortfall - program_spending - flexible_supplies
    return share(at_least(left, 0), teacher_position_cost)


@risk.line("Teaching jobs at stake, if beginners go", "positions")
def beginners_at_risk(year_shortfall, flexible_spending, beginner_position_cost):
    """The same at the cost of a beginning teacher. The newest go first, so it takes more of them."""
    return share(at_least(year_shortfall - flexible_spending, 0), beginner_position_cost)
