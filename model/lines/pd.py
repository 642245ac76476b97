"""Professional development (PD): cash only. Time already paid for is shown as hours, never added to cash."""

from model.book.family import Family
from model.book.vocabulary import in_year
from model.years import START_UP

pd = Family("pd", "Professional development (PD)")


@pd.line("Start-up training (PD)", "usd", years=START_UP, adds_to="one_time_cost")
def startup_pd(teachers, startup_pd_per_teacher):
    """One-time training (PD) before opening, for the teachers of Year 1."""
    return in_year(teachers, 1) * startup_pd_per_teacher


@pd.line("PD programs", "usd_per_year", adds_to="pd")
def pd_programs(teachers, recurring_pd_per_teacher, recurring_pd_per_teacher_factor):
    """Yearly cash for coaching, courses and materials."""
    return teachers * recurring_pd_per_teacher * recurring_pd_per_teacher_factor


@pd.line("Substitutes during PD", "usd_per_year", adds_to="pd")
def pd_substitutes(teachers, sub_days_per_teacher, substitute_daily_rate, substitute_daily_rate_factor):
    """Substitute days while teachers are at PD."""
    return teachers * sub_days_per_teacher * substitute_daily_rate * substitute_daily_rate_factor


pd.total(
    "pd",
    "Professional development (PD)",
    "usd_per_year",
    adds_to="recurring_cost",
    help="Yearly cash for training, substitutes included.",
)


@pd.line("PD in paid time", "hours")
def pd_hours(teachers, pd_hours_in_existing_time):
    """Hours of planning and PD within the contract that go to the program. They cost no cash."""
    return teachers * pd_hours_in_existing_time
