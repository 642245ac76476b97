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


@growth.line("Premium factor", "ratio")
def premium_factor(health_insurance_growth):
    """Health insurance premiums as a multiple of Year 1. A raise does not raise them."""
    return grown(health_insurance_growth)
