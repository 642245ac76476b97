"""Average teacher pay that follows from who stays, who leaves and who comes.

The pay scale rises by salary growth. Beside it the average moves by people, and one equation says how:

    average of this year = average of last year x (1 - who leave x their pay) x (1 + step)
                           + who come x their pay

All of it is in shares of the staff and of pay, at the pay scale of Year 1. As many come as leave: a position
that is added or given up has average pay. It is counted for teachers alone. That is an assumption, worked out
from how a pay scale with steps is built.

The lines are declared for a family of another file: growth factors.
"""

from model.book.family import Family
from model.book.vocabulary import at_least, both, passed_on, share, when
from model.years import ALL_YEARS

BY_TURNOVER = ("pay_moves", "by_turnover")
# From Year 2 on: the average of Year 1 is given.
MOVE_THE_AVERAGE = ("step_raise", "teacher_turnover", "leavers_pay_share")


def declare_pay_movement(family: Family) -> None:
    """What is kept, what is added, the average beside the pay scale, and both together."""

    @family.line("Pay of those who stay, with a step", "ratio", only_if=BY_TURNOVER)
    def pay_kept(teacher_turnover, leavers_pay_share, step_raise):
        """Last year's pay less that of those who left, with a step for all who stay. Nothing if all leave."""
        return when(teacher_turnover < 1, at_least(1 - teacher_turnover * leavers_pay_share, 0), 0) * (
            1 + step_raise
        )

    @family.line("Pay of those who come", "ratio", only_if=BY_TURNOVER)
    def pay_added(teacher_turnover, beginning_pay_share):
        """As many come as left. They begin at beginning pay, which rises with the pay scale only."""
        return teacher_turnover * beginning_pay_share

    @family.line("Average teacher pay beside the pay scale", "ratio", years=ALL_YEARS, only_if=BY_TURNOVER)
    def teacher_pay_mix(pay_kept, pay_added):
        """This year's average from last year's: what those who stay earn, and what those who come do."""
        return passed_on(pay_kept, pay_added)

    @family.line("Teacher pay factor", "ratio", same_as=("pay_factor", BY_TURNOVER))
    def teacher_pay_factor(pay_factor, teacher_pay_mix, pay_moves):
        """Average teacher pay as a multiple of Year 1: raises, and who stays, leaves and comes."""
        return pay_factor * when(pay_moves == "by_turnover", teacher_pay_mix, 1)

    @family.line(
        "Beginning pay beside this year's average",
        "share",
        years=ALL_YEARS,
        same_as=("beginning_pay_share", BY_TURNOVER),
    )
    def beginning_share(beginning_pay_share, teacher_pay_mix, pay_moves, teacher_salary_each_year):
        """Beginning pay follows the pay scale. So its share moves where the average moves by people."""
        moves = both(pay_moves == "by_turnover", teacher_salary_each_year == "grows")
        return when(moves, share(beginning_pay_share, teacher_pay_mix), beginning_pay_share)
