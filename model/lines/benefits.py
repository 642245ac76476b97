"""What a dollar of pay costs with benefits: of teachers and other certificated staff, and of support staff.

A rate of pay holds what it is said to hold. Pension can stand beside it as a share of each year, and health
insurance in dollars a position. The lines are declared for a family of another file: people.
"""

from model.book.family import Family
from model.book.vocabulary import at_least, in_year, share, when
from model.years import ALL_YEARS

OWN_RATES = ("support_benefits", "own_rates")
BY_YEAR = ("pension_counted", "by_year")


def declare_benefits(family: Family) -> None:
    """What rises with pay, what one dollar of pay costs, and health insurance in dollars."""

    @family.line("Health insurance in the benefits rate", "share")
    def insurance_share(
        health_insurance,
        health_insurance_each_year,
        teacher_salary,
        teacher_salary_each_year,
        insurance_counted,
    ):
        """Health insurance as a share of the average teacher salary. What is given as each year's own dollars
        is taken as it is in Year 1. Nothing where it stands beside the rate.
        """
        insurance = when(
            health_insurance_each_year == "as_typed", in_year(health_insurance, 1), health_insurance
        )
        salary = when(teacher_salary_each_year == "as_typed", in_year(teacher_salary, 1), teacher_salary)
        return when(insurance_counted == "beside_rate", 0, share(insurance, salary))

    @family.line("Benefits rate with pension", "share", years=ALL_YEARS, same_as=("benefit_rate", BY_YEAR))
    def full_rate(benefit_rate, pension_rate, pension_counted):
        """The benefits rate, with the pension of the year where it stands beside it."""
        return benefit_rate + when(pension_counted == "by_year", pension_rate, 0)

    @family.line("Benefits that rise with pay", "share")
    def benefits_on_pay(full_rate, insurance_share):
        """The benefits rate less health insurance, at the average teacher salary: pension, payroll tax."""
        return at_least(full_rate - insurance_share, 0)

    @family.line("Benefits factor", "ratio")
    def benefits_load(full_rate, benefits_on_pay, insurance_counted):
        """What one dollar of salary costs, benefits included. Health insurance is not, where it is counted in
        dollars a position.
        """
        return 1 + when(insurance_counted == "in_rate", full_rate, benefits_on_pay)

    @family.line("Benefits factor, support staff", "ratio", same_as=("benefits_load", OWN_RATES))
    def support_load(
        benefits_load,
        support_benefits,
        support_benefit_rate,
        support_pension_rate,
        pension_counted,
        insurance_share,
        insurance_counted,
    ):
        """The same of clerks, paraprofessionals and technology support, at rates of their own."""
        rate = support_benefit_rate + when(pension_counted == "by_year", support_pension_rate, 0)
        on_pay = when(insurance_counted == "in_rate", rate, at_least(rate - insurance_share, 0))
        return when(support_benefits == "own_rates", 1 + on_pay, benefits_load)

    @family.line("Pay with benefits", "ratio")
    def pay_load(pay_factor, benefits_load):
        """What one dollar of Year 1 salary costs this year, benefits included."""
        return pay_factor * benefits_load

    @family.line("Health insurance of one position", "usd_per_position")
    def insurance_per_position(health_insurance, health_insurance_factor, insurance_counted):
        """Dollars a position that grow with premiums, not with pay. $0 where the benefits rate covers it."""
        return when(insurance_counted == "in_rate", 0, health_insurance * health_insurance_factor)
