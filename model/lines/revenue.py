"""Pupils and the money that follows them. What the school's own budget receives; central services are outside."""

from model.book.book import Family
from model.book.vocabulary import at_least, before, both, when, whole
from model.years import ALL_YEARS

revenue = Family("revenue", "Pupils and revenue")


@revenue.line("Enrollment", "pupils")
def enrollment(enrollment_year1, enrollment_factor, enrollment_from, pupils_in_grades):
    """Pupils on the 20th day, in whole pupils: one number that grows, or the pupils of all grades."""
    return when(enrollment_from == "by_grade", pupils_in_grades, whole(enrollment_year1 * enrollment_factor))


@revenue.line("Funded pupils", "pupils")
def funded_pupils(enrollment, hold_harmless, t):
    """The pupils that the district pays for: with hold harmless, the higher of this year's and last year's count."""
    return when(both(hold_harmless == "yes", t > 1), at_least(enrollment, before(enrollment)), enrollment)


@revenue.line("Funding per pupil before growth", "usd_per_pupil")
def funding_rate(
    base_rate_per_pupil, grade_weight, low_income_share, low_income_rate_per_pupil, other_public_per_pupil
):
    """Weighted base rate, plus the supplement for low-income pupils, plus other public money, in year-1 dollars."""
    return (
        base_rate_per_pupil * grade_weight
        + low_income_share * low_income_rate_per_pupil
        + other_public_per_pupil
    )


@revenue.line("Cut to public revenue", "share")
def revenue_cut(cut_rate, cut_first_year, cut_years, t):
    """The share of public revenue that is cut this year: the cut rate inside its window of years, otherwise nothing."""
    return when(both(t >= cut_first_year, t < cut_first_year + cut_years), cut_rate, 0)


@revenue.line("Public revenue", "usd_per_year")
def public_revenue(funded_pupils, funding_rate, funding_factor, revenue_cut):
    """Recurring money from public sources, after any cut."""
    return funded_pupils * funding_rate * funding_factor * (1 - revenue_cut)


@revenue.line("Grants", "usd_per_year", years=ALL_YEARS)
def grant_revenue(startup_grants, sustaining_grant, sustaining_grant_years, t):
    """Start-up grants and in-kind gifts in the start-up year; then the sustaining grant for as long as it runs."""
    return when(t == 0, startup_grants, when(t <= sustaining_grant_years, sustaining_grant, 0))


@revenue.line("Total revenue", "usd_per_year", years=ALL_YEARS)
def total_revenue(public_revenue, grant_revenue):
    """Public revenue and grants together."""
    return public_revenue + grant_revenue
