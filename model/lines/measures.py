"""Shares, days and cost per student. Blank in the start-up year, which holds one-time money only."""

from model.book.family import Family
from model.book.vocabulary import in_year, share
from model.years import START_UP

measures = Family("measures", "Measures", measure=True)


@measures.line("Operating margin", "share")
def operating_margin(net_position, total_revenue):
    """Net position as a share of total revenue."""
    return share(net_position, total_revenue)


@measures.line("Fund balance as a share of cost", "share")
def fund_balance_ratio(fund_balance, total_cost):
    """Balance at the end of the year as a share of the year's cost. Two months are 16.7%."""
    return share(fund_balance, total_cost)


@measures.line("Days of cost in the balance", "days")
def days_of_expenditure(fund_balance, total_cost):
    """How many days of spending the balance would last."""
    return share(fund_balance, total_cost / 365)


@measures.line("IT share of cost", "share")
def it_share(it, total_cost):
    """Recurring technology as a share of all cost. The study found about 2% by year five."""
    return share(it, total_cost)


@measures.line("PD share of cost", "share")
def pd_share(pd, total_cost):
    """Recurring PD as a share of all cost."""
    return share(pd, total_cost)


@measures.line("Personnel share of cost", "share")
def personnel_share(personnel, total_cost):
    """People as a share of all cost; about 79% nationally."""
    return share(personnel, total_cost)


@measures.line("Grant dependency", "share")
def grant_dependency(grant_revenue, total_revenue):
    """Grants and other one-time money as a share of all revenue."""
    return share(grant_revenue, total_revenue)


@measures.line("Public revenue per student", "usd_per_pupil")
def public_revenue_per_pupil(public_revenue, enrollment):
    """Recurring public revenue divided by the students enrolled."""
    return share(public_revenue, enrollment)


@measures.line("Recurring cost per student", "usd_per_pupil")
def recurring_cost_per_pupil(recurring_cost, enrollment):
    """Recurring cost divided by the students enrolled."""
    return share(recurring_cost, enrollment)


@measures.line("Start-up cost per student", "usd_per_pupil", years=START_UP)
def startup_per_pupil(one_time_cost, enrollment):
    """Start-up cost divided by the students of year 1; published range $233 to $1,135."""
    return share(one_time_cost, in_year(enrollment, 1))


@measures.line("Start-up as a share of all-in funding", "share", years=START_UP)
def startup_share_of_funding(startup_per_pupil, all_in_funding_per_pupil):
    """Start-up per student against all public money for a student, central services included; published: at
    most 7%.
    """
    return share(startup_per_pupil, all_in_funding_per_pupil)
