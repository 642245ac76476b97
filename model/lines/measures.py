"""Shares, days and cost per student. Blank in the start-up year, which holds one-time money only."""

from model.book.family import Family
from model.book.vocabulary import in_year, share, when
from model.years import START_UP

measures = Family("measures", "Measures", measure=True)


@measures.line("Operating margin", "share")
def operating_margin(net_position, total_revenue):
    """All revenue less all cost, as a share of total revenue."""
    return share(net_position, total_revenue)


@measures.line("Money spent", "usd_per_year")
def money_spent(total_cost, device_money_set_aside):
    """All cost of the year. Money set aside for devices counts in the year in which it is spent."""
    return total_cost - device_money_set_aside


@measures.line("Ending balance as a share of cost", "share")
def fund_balance_ratio(fund_balance, money_spent):
    """Savings at the end of the year as a share of the money spent in it. Two months are 16.7%."""
    return share(fund_balance, money_spent)


@measures.line("Days cash on hand", "days")
def days_of_expenditure(fund_balance, aid_owed, money_spent):
    """How many days of spending the ending balance would pay. Aid that is not paid yet does not count, and
    borrowed money neither.
    """
    return share(fund_balance - aid_owed, money_spent / 365)


@measures.line("Technology share of cost", "share")
def it_share(it, total_cost):
    """Yearly technology as a share of all cost. The study found about 2% by Year 5."""
    return share(it, total_cost)


@measures.line("PD share of cost", "share")
def pd_share(pd, total_cost):
    """Yearly professional development (PD) as a share of all cost."""
    return share(pd, total_cost)


@measures.line("Personnel share of cost", "share")
def personnel_share(personnel, total_cost):
    """People as a share of all cost. It is about 79% nationally."""
    return share(personnel, total_cost)


@measures.line("Grants as a share of revenue", "share")
def grant_dependency(grant_revenue, total_revenue):
    """Grants and other one-time money as a share of all revenue."""
    return share(grant_revenue, total_revenue)


@measures.line("Free seats in the building", "pupils")
def free_seats(building_size, enrollment):
    """What the building holds beyond the students enrolled, 0 where its size is not given. Below zero it is
    too small.
    """
    return when(building_size > 0, building_size - enrollment, 0)


@measures.line("Public funding per enrolled student", "usd_per_pupil")
def public_revenue_per_pupil(public_revenue, enrollment):
    """Public funding divided by the students enrolled."""
    return share(public_revenue, enrollment)


@measures.line("Yearly cost per student", "usd_per_pupil")
def recurring_cost_per_pupil(recurring_cost, enrollment):
    """Yearly cost divided by the students enrolled."""
    return share(recurring_cost, enrollment)


@measures.line("Start-up cost per student", "usd_per_pupil", years=START_UP)
def startup_per_pupil(one_time_cost, enrollment):
    """Start-up cost divided by the students of Year 1. The study published $233 to $1,135."""
    return share(one_time_cost, in_year(enrollment, 1))


@measures.line("Start-up cost as a share of all-in funding", "share", years=START_UP)
def startup_share_of_funding(startup_per_pupil, all_in_funding_per_pupil):
    """Start-up cost per student against all public money for a student, central services included. The study
    published at most 7%.
    """
    return share(startup_per_pupil, all_in_funding_per_pupil)
