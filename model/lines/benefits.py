"""What a dollar of pay costs with benefits: of teachers and other certificated staff, and of support staff.

A rate of pay holds what it is said to hold. Pension can stand beside it as a share of each year, and health
insurance in dollars a position. The lines are declared for a family of another file: people.
"""

from typing import Any

from model.book.family import Family
from model.book.vocabulary import at_least, in_year, share, when
from model.years import ALL_YEARS

OWN_RATES = ("support_benefits", "own_rates")
BY_YEAR = ("pension_counted", "by_year")
# How one and the same cost is written down. Without the rate beside it, a change would count it twice.
WAYS_OF_WRITING = frozenset({"pension_counted", "insurance_counted"})


def _on_pay(rate: Any, insurance: Any, typed: Any, salary: Any, salary_typed: Any, counted: Any) -> Any:
    """A rate less health insurance at the average teacher salary, which is that of both groups. What is given
    as each year's own dollars is taken as it is in Year 1. Beside the rate nothing is taken out of it.
    """
    premium = when(typed == "as_typed", in_year(insurance, 1), insurance)
    pay = when(salary_typed == "as_typed", in_year(salary, 1), salary)
    return when(counted == "beside_rate", rate, at_least(rate - share(premium, pay), 0))


def declare_benefits(family: Family) -> None:
    """What rises with pay, what one dollar of pay costs, and health insurance in dollars."""

    @family.line("Benefits rate with pension", "share", years=ALL_YEARS, same_as=("benefit_rate", BY_YEAR))
    def full_rate(benefit_rate, pension_rate, pension_counted):
        """The benefits rate, with the pension of the year where it stands beside it."""
        return benefit_rate + when(pension_counted == "by_year", pension_rate, 0)

    @family.line("Benefits that rise with pay", "share")
    def benefits_on_pay(
        full_rate,
        health_insurance,
        health_insurance_each_year,
        teacher_salary,
        teacher_salary_each_year,
        insurance_counted,
    ):
        """The benefits rate less health insurance, at the average teacher salary: pension, payroll tax. What
        is given as each year's own dollars is taken as it is in Year 1. Beside the rate nothing is taken out.
        """
        return _on_pay(
            full_rate,
            health_insurance,
            health_insurance_each_year,
            teacher_salary,
            teacher_salary_each_year,
            insurance_counted,
        )

    @family.line("Benefits factor", "ratio")
    def benefits_load(full_rate, benefits_on_pay, insurance_counted):
        """What one dollar of salary costs, benefits included. Health insurance is not, where it is counted in
        dollars a position.
        """
        return 1 + when(insurance_counted == "in_rate", full_rate, benefits_on_pay)

    @family.line("Benefits rate of support staff", "share", only_if=OWN_RATES)
    def support_rate(support_benefit_rate, support_pension_rate, pension_counted):
        """Their own rate, with their pension of the year where it stands beside the rate."""
        return support_benefit_rate + when(pension_counted == "by_year", support_pension_rate, 0)

    @family.line("Benefits that rise with pay, support staff", "share", only_if=OWN_RATES)
    def support_on_pay(
        support_rate,
        health_insurance,
        health_insurance_each_year,
        teacher_salary,
        teacher_salary_each_year,
        insurance_counted,
    ):
        """Their rate less health insurance. What it takes of the average teacher salary is taken out of both
        rates alike, and beside the rate nothing is.
        """
        return _on_pay(
            support_rate,
            health_insurance,
            health_insurance_each_year,
            teacher_salary,
            teacher_salary_each_year,
            insurance_counted,
        )

    @family.line("Benefits factor, support staff", "ratio", same_as=("benefits_load", OWN_RATES))
    def support_load(benefits_load, support_benefits, support_rate, support_on_pay, insurance_counted):
        """The same of clerks, paraprofessionals and technology support, at rates of their own."""
        own = 1 + when(insurance_counted == "in_rate", support_rate, support_on_pay)
        return when(support_benefits == "own_rates", own, benefits_load)

    @family.line("Pay with benefits", "ratio")
    def pay_load(pay_factor, benefits_load):
        """What one dollar of Year 1 salary costs this year, benefits included."""
        return pay_factor * benefits_load

    @family.line("Health insurance of one position", "usd_per_position")
    def insurance_per_position(health_insurance, health_insurance_factor, insurance_counted):
        """Dollars a position that grow with premiums, not with pay. $0 where the benefits rate covers it."""
        return when(insurance_counted == "in_rate", 0, health_insurance * health_insurance_factor)
