"""Students and the money they bring: what the school's own budget receives, without central services."""

from model.book.family import Family
from model.book.vocabulary import at_least, before, both, when, whole
from model.years import ALL_YEARS

revenue = Family("revenue", "Students and revenue")


@revenue.line("Enrollment", "pupils")
def enrollment(enrollment_year1, enrollment_factor, enrollment_from, pupils_in_grades):
    """Students on your official count day: one number that grows, or the students of all grades."""
    return when(enrollment_from == "by_grade", pupils_in_grades, whole(enrollment_year1 * enrollment_factor))


@revenue.line("Funded students", "pupils")
def funded_pupils(enrollment, hold_harmless, t):
    """The students that the district pays for. With hold harmless it is this year's or last year's count,
    whichever is higher.
    """
    return when(both(hold_harmless == "yes", t > 1), at_least(enrollment, before(enrollment)), enrollment)


@revenue.line("Funding per student before growth", "usd_per_pupil")
def funding_rate(
    base_rate_per_pupil, grade_weight, low_income_share, low_income_rate_per_pupil, other_public_per_pupil
):
    """Base rate times grade weight, plus aid for low-income students, plus other public money, in Year 1
    dollars.
    """
    return (
        base_rate_per_pupil * grade_weight
        + low_income_share * low_income_rate_per_pupil
        + other_public_per_pupil
    )


@revenue.line("Cut to public funding", "share")
def revenue_cut(cut_rate, cut_first_year, cut_years, t):
    """The share of public funding that is cut this year. It is 0% outside the years of the cut."""
    return when(both(t >= cut_first_year, t < cut_first_year + cut_years), cut_rate, 0)


# Revenue adds up by parts as cost does: recurring public money, recurring private money, and one-time
# money. A new source is one line that adds to one of these three.


@revenue.line("Funding by enrollment", "usd_per_year", adds_to="public_revenue")
def enrollment_funding(funded_pupils, funding_rate, funding_factor, revenue_cut):
    """What the funded students bring, after any cut."""
    return funded_pupils * funding_rate * funding_factor * (1 - revenue_cut)


revenue.total(
    "public_revenue",
    "Public funding",
    "usd_per_year",
    adds_to="total_revenue",
    help="Public money that comes every year, after any cut (recurring public revenue).",
)


@revenue.line("Ongoing grant", "usd_per_year", adds_to="private_revenue")
def ongoing_grant(sustaining_grant, sustaining_grant_years, t):
    """The ongoing grant, for as long as it runs."""
    return when(t <= sustaining_grant_years, sustaining_grant, 0)


revenue.total(
    "private_revenue",
    "Ongoing grants and gifts",
    "usd_per_year",
    adds_to="grant_revenue",
    help="Money that private givers pay year by year. It may end, so we do not count it when we ask whether public "
    "funding covers costs.",
)


@revenue.line("Start-up grants", "usd_per_year", years=ALL_YEARS, adds_to="one_time_revenue")
def startup_grant_revenue(startup_grants, startup_grants_received, grants_status, t):
    """Start-up grants and in-kind gifts, received in start-up, as far as they come in. What is awarded comes
    in full.
    """
    return when(t == 0, startup_grants * when(grants_status == "awarded", 1, startup_grants_received), 0)


revenue.total(
    "one_time_revenue",
    "One-time grants",
    "usd_per_year",
    years=ALL_YEARS,
    adds_to="grant_revenue",
    help="Grants and gifts that are given once.",
)
revenue.total(
    "grant_revenue",
    "Grants",
    "usd_per_year",
    years=ALL_YEARS,
    adds_to="total_revenue",
    help="Start-up grants and in-kind gifts in start-up, then the ongoing grant for as long as it runs.",
)
revenue.total(
    "total_revenue",
    "Total revenue",
    "usd_per_year",
    years=ALL_YEARS,
    help="Public funding and grants together.",
)
