"""What can go before people, and what is left for people to lose. Blank in the start-up year."""

from model.book.family import Family
from model.book.vocabulary import at_least, share, when

risk = Family("risk", "Risk", measure=True)


@risk.line("Stipends that can stop", "usd_per_year")
def flexible_stipends(leader_pay_cost, leader_pay):
    """Extra pay of teacher leaders that recurring money pays as a stipend. A salary waiver is a salary and
    stays.
    """
    return when(leader_pay == "stipend", leader_pay_cost, 0)


@risk.line("Device refresh that can wait", "usd_per_year")
def flexible_refresh(devices_bought, devices_added, device_unit_cost, price_factor):
    """Devices bought to replace old ones. Those for more students cannot wait."""
    return (devices_bought - devices_added) * device_unit_cost * price_factor


@risk.line("Licenses that can lapse", "usd_per_year")
def flexible_licenses(enrollment, software_per_pupil, price_factor):
    """Software licenses. The network stays."""
    return enrollment * software_per_pupil * price_factor


@risk.line("Supplies and services that can wait", "usd_per_year")
def flexible_supplies(supplies, flexible_nonpersonnel_share):
    """The share of supplies and services that can be stopped before people go. Rent and fees stay."""
    return supplies * flexible_nonpersonnel_share


@risk.line("Flexible spending", "usd_per_year")
def flexible_spending(flexible_stipends, pd, flexible_refresh, flexible_licenses, flexible_supplies):
    """What can go before positions do: stipends, PD, device refresh, licenses and a share of supplies and
    services.
    """
    return flexible_stipends + pd + flexible_refresh + flexible_licenses + flexible_supplies


@risk.line("Flexible spending as a share of public revenue", "share")
def flexible_share(flexible_spending, public_revenue):
    """How large a fall of public revenue the flexible spending could take up in this year."""
    return share(flexible_spending, public_revenue)


@risk.line("Short in the year", "usd_per_year")
def year_shortfall(recurring_cost, public_revenue, grant_revenue):
    """Recurring cost that neither public revenue nor the year's grant covers. The balance is not counted: it
    helps once.
    """
    return at_least(recurring_cost - public_revenue - grant_revenue, 0)


@risk.line("Positions at risk", "positions")
def positions_at_risk(year_shortfall, flexible_spending, teacher_salary, pay_load):
    """What flexible spending cannot cover of the year's shortfall, in teacher positions at this year's pay
    with benefits.
    """
    return share(at_least(year_shortfall - flexible_spending, 0), teacher_salary * pay_load)
