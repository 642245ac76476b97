"""Revenue adds up by parts as cost does: recurring public money, recurring private money, one-time money.

A new source is one line that adds to one of these three. They stand with the students who bring the money,
but are worked out after a school's own lines, of which some follow positions and pay.
"""

from model.book.family import Family
from model.book.vocabulary import when
from model.years import ALL_YEARS

revenue_totals = Family("revenue", "Students and revenue")


revenue_totals.total(
    "public_revenue",
    "Public funding",
    "usd_per_year",
    adds_to="total_revenue",
    help="Public money that comes every year, after any cut (recurring public revenue).",
)


@revenue_totals.line("Ongoing grant", "usd_per_year", adds_to="private_revenue")
def ongoing_grant(sustaining_grant, sustaining_grant_years, t):
    """The ongoing grant, for as long as it runs."""
    return when(t <= sustaining_grant_years, sustaining_grant, 0)


revenue_totals.total(
    "private_revenue",
    "Ongoing grants and gifts",
    "usd_per_year",
    adds_to="grant_revenue",
    help="Money that private givers pay year by year. It may end, so we do not count it when we ask whether public "
    "funding covers costs.",
)


@revenue_totals.line("Start-up grants", "usd_per_year", years=ALL_YEARS, adds_to="one_time_revenue")
def startup_grant_revenue(startup_grants, startup_grants_received, grants_status, t):
    """Start-up grants and in-kind gifts, received in start-up, as far as they come in. What is awarded comes
    in full.
    """
    return when(t == 0, startup_grants * when(grants_status == "awarded", 1, startup_grants_received), 0)


revenue_totals.total(
    "one_time_revenue",
    "One-time grants",
    "usd_per_year",
    years=ALL_YEARS,
    adds_to="grant_revenue",
    help="Grants and gifts that are given once.",
)
revenue_totals.total(
    "grant_revenue",
    "Grants",
    "usd_per_year",
    years=ALL_YEARS,
    adds_to="total_revenue",
    help="Start-up grants and in-kind gifts in start-up, then the ongoing grant for as long as it runs.",
)
revenue_totals.total(
    "total_revenue",
    "Total revenue",
    "usd_per_year",
    years=ALL_YEARS,
    help="Public funding and grants together.",
)
