"""Students and the money they bring: what the school's own budget receives, without central services."""

from model.book.family import Family
from model.book.vocabulary import at_least, at_most, before, both, either, in_year, share, when, whole
from model.lines.grade_spans import declare_spans
from model.years import OPERATING

revenue = Family("revenue", "Students and revenue")

LAST_YEAR = OPERATING[-1]


@revenue.line("Enrollment", "pupils")
def enrollment(enrollment_year1, enrollment_factor, enrollment_from, pupils_in_grades):
    """Students on your official count day: one number that grows, or the students of all grades."""
    return when(
        enrollment_from == "one_number", whole(enrollment_year1 * enrollment_factor), pupils_in_grades
    )


# Who brings money may be fewer than those who are taught: those who attend, or who are still there at a
# second count. Both are the same as the enrollment unless they are chosen.


@revenue.line("Students who attend", "pupils", same_as=("enrollment", ("funded_on", "attendance")))
def attending_pupils(enrollment, attendance_rate, funded_on):
    """Students on an average day, if funding follows attendance. Otherwise all who are enrolled."""
    return enrollment * when(funded_on == "attendance", attendance_rate, 1)


@revenue.line("Students counted", "pupils", same_as=("attending_pupils", ("count_basis", "mid_year")))
def counted_pupils(attending_pupils, leavers_share, count_basis):
    """This year's count. With a mid-year recount it is the average of both counts, so half of those who left
    are missing.
    """
    return attending_pupils * when(count_basis == "mid_year", 1 - leavers_share / 2, 1)


@revenue.line("Count of the year before", "pupils", only_if=("count_basis", "last_year", "three_year_mean"))
def count_before(counted_pupils, counted_last_year, t):
    """Last year's count. In Year 1 it is the count before Year 1, or Year 1's own where none is given."""
    first = when(counted_last_year > 0, counted_last_year, counted_pupils)
    return when(t > 1, before(counted_pupils), first)


@revenue.line("Average count of three years", "pupils", only_if=("count_basis", "three_year_mean"))
def count_of_three_years(counted_pupils, count_before, counted_two_years_ago, t):
    """This year's count and the two before it. Counts before Year 1 are those given, or the next known."""
    first = in_year(count_before, 1)
    oldest = when(counted_two_years_ago > 0, counted_two_years_ago, first)
    return (
        counted_pupils + count_before + when(t > 2, before(counted_pupils, 2), when(t > 1, first, oldest))
    ) / 3


@revenue.line("Count with hold harmless", "pupils", only_if=("hold_harmless", "yes"))
def count_held(counted_pupils, counted_last_year, t):
    """This year's or last year's count, whichever is higher. Year 1 looks at a count before it, if given."""
    return at_least(counted_pupils, when(t > 1, before(counted_pupils), counted_last_year))


@revenue.line("Funded students", "pupils")
def funded_pupils(counted_pupils, count_before, count_of_three_years, count_held, count_basis, hold_harmless):
    """The students that the district pays for. With hold harmless it is this year's or last year's count,
    whichever is higher.
    """
    held = when(hold_harmless == "yes", count_held, counted_pupils)
    mean = when(count_basis == "three_year_mean", count_of_three_years, held)
    return when(count_basis == "last_year", count_before, mean)


# Contracts go out in spring, for students whom nobody has counted yet, and bind for the year. For more
# students than were forecast a school hires in fall; with fewer it keeps its teachers until the next fall.


@revenue.line("Forecast of students, where stated", "pupils", only_if=("staffing_count", "forecast"))
def forecast_pupils(
    forecast_enrollment,
    forecast_enrollment_each_year,
    enrollment_year1,
    enrollment_factor,
    enrollment_from,
    t,
):
    """Students forecast in spring. From Year 2 on it is times last fall's count as a share of the forecast
    for that fall, if there was one, unless five numbers are each year's own. It is 0 where the plan expects
    its own students.
    """
    was = before(forecast_enrollment)
    last = when(was > 0, share(before(enrollment_year1 * enrollment_factor), was), 1)
    met = when(forecast_enrollment_each_year == "as_typed", 1, last)
    return when(enrollment_from == "one_number", whole(forecast_enrollment * when(t > 1, met, 1)), 0)


@revenue.line("Last fall's students", "pupils", only_if=("staffing_count", "last_fall"))
def pupils_last_fall(enrollment, t):
    """The count of the year before, where teachers follow it. Year 1 takes its own."""
    return when(t > 1, before(enrollment), enrollment)


@revenue.line("Students that teachers are hired for", "pupils")
def staffing_pupils(enrollment, forecast_pupils, pupils_last_fall, staffing_count):
    """This fall's students, or more if more were forecast in spring. Where teachers follow last fall's count
    it is that one.
    """
    return when(staffing_count == "last_fall", pupils_last_fall, at_least(enrollment, forecast_pupils))


@revenue.line("Students that the school buys for", "pupils")
def supplied_pupils(enrollment, funded_pupils, staffing_pupils):
    """Supplies, licenses and devices follow this fall's students. Where hold harmless still pays for more,
    what was ordered for them stays, up to the students that teachers are hired for.
    """
    return at_least(enrollment, at_most(funded_pupils, staffing_pupils))


@revenue.line("Funding per student before growth", "usd_per_pupil")
def funding_rate(
    base_rate_per_pupil, grade_weight, low_income_share, low_income_rate_per_pupil, other_public_per_pupil
):
    """Base rate times grade weight, plus aid for low-income students, plus other public money. In Year 1
    dollars, unless five numbers are each year's own.
    """
    return (
        base_rate_per_pupil * grade_weight
        + low_income_share * low_income_rate_per_pupil
        + other_public_per_pupil
    )


declare_spans(revenue)


@revenue.line("Funding per student", "usd_per_pupil")
def funding_per_pupil(
    base_rate_per_pupil,
    base_rate_per_pupil_factor,
    span_rate,
    funding_rates,
    enrollment_from,
    grade_weight,
    low_income_share,
    low_income_rate_per_pupil,
    low_income_rate_per_pupil_factor,
    other_public_per_pupil,
    other_public_per_pupil_factor,
):
    """The same in this year's dollars. What is given as each year's own dollars does not grow. Rates by grade
    span take the place of the base rate where students are counted by grade.
    """
    by_span = both(
        funding_rates == "by_span", either(enrollment_from == "by_grade", enrollment_from == "by_table")
    )
    return (
        when(by_span, span_rate, base_rate_per_pupil * base_rate_per_pupil_factor) * grade_weight
        + low_income_share * low_income_rate_per_pupil * low_income_rate_per_pupil_factor
        + other_public_per_pupil * other_public_per_pupil_factor
    )


# Whether the money of a cut comes back is a choice; where it comes back at once these two are not worked out.


@revenue.line("Cut, growing again from the lower level", "share", only_if=("cut_comes_back", "old_growth"))
def cut_of_the_level(cut_rate, cut_first_year, cut_years, t):
    """The share that is cut stays lost from the first year of the cut on."""
    return when(both(cut_years > 0, t >= cut_first_year), cut_rate, 0)


@revenue.line("Planned growth of funding per student", "ratio", only_if=("cut_comes_back", "never"))
def planned_growth(
    funding_per_pupil,
    funding_factor,
    base_rate_per_pupil_each_year,
    low_income_rate_per_pupil_each_year,
    other_public_per_pupil_each_year,
    funding_rates,
):
    """The funding factor. If some funding is given as each year's own dollars or by grade span, it is funding
    per student as a multiple of Year 1.
    """
    base, low = base_rate_per_pupil_each_year, low_income_rate_per_pupil_each_year
    own = either(
        base == "as_typed", either(low == "as_typed", other_public_per_pupil_each_year == "as_typed")
    )
    some = either(own, funding_rates == "by_span")
    return when(some, share(funding_per_pupil, in_year(funding_per_pupil, 1)), funding_factor)


@revenue.line("Planned growth up to the cut", "ratio", only_if=("cut_comes_back", "never"))
def factor_at_cut(planned_growth, cut_first_year):
    """Planned growth up to the first year of the cut, in every year."""
    found = in_year(planned_growth, LAST_YEAR)
    for year in reversed(OPERATING[:-1]):
        found = when(cut_first_year == year, in_year(planned_growth, year), found)
    return found


@revenue.line("Cut, staying at the lower level", "share", only_if=("cut_comes_back", "never"))
def cut_for_good(cut_rate, cut_first_year, cut_years, factor_at_cut, planned_growth, t):
    """What is missing because funding per student does not grow from the first year of a cut on."""
    lost = 1 - (1 - cut_rate) * at_most(share(factor_at_cut, planned_growth), 1)
    return when(both(cut_rate > 0, both(cut_years > 0, t >= cut_first_year)), lost, 0)


@revenue.line("Cut to public funding", "share")
def revenue_cut(cut_rate, cut_first_year, cut_years, cut_of_the_level, cut_for_good, t):
    """The share of public funding that is missing this year. It is 0% before a cut, and after it if the
    money comes back at once.
    """
    cut = when(both(t >= cut_first_year, t < cut_first_year + cut_years), cut_rate, 0)
    return at_least(cut, at_least(cut_of_the_level, cut_for_good))


@revenue.line("Funding by enrollment", "usd_per_year", adds_to="public_revenue")
def enrollment_funding(funded_pupils, funding_per_pupil, revenue_cut):
    """What the funded students bring, after any cut."""
    return funded_pupils * funding_per_pupil * (1 - revenue_cut)
