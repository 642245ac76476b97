"""Three separate escalators. One "inflation" for all would hide the squeeze between funding and pay."""

from model.book.family import Family
from model.book.vocabulary import grown

growth = Family("growth", "Growth factors")


@growth.line("Enrollment factor", "ratio")
def enrollment_factor(enrollment_growth):
    """Enrollment as a multiple of Year 1, before rounding to whole students."""
    return grown(enrollment_growth)


@growth.line("Funding factor", "ratio")
def funding_factor(public_funding_growth):
    """Public funding per student as a multiple of Year 1."""
    return grown(public_funding_growth)


@growth.line("Pay factor", "ratio")
def pay_factor(salary_growth):
    """Salaries as a multiple of Year 1."""
    return grown(salary_growth)


@growth.line("Price factor", "ratio")
def price_factor(inflation):
    """Prices of everything that is not pay, as a multiple of Year 1."""
    return grown(inflation)
