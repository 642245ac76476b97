"""What can go before people. Blank in the start-up year."""

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
