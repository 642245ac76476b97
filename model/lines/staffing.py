"""People: positions (FTE) and what they cost. Staffing decides; technology does not."""

from collections.abc import Callable
from typing import Any, NamedTuple

from model.book.family import Family
from model.book.vocabulary import both, nearest_half, share, up_to_half, when
from model.lines.benefits import declare_benefits

staffing = Family("staffing", "People")


declare_benefits(staffing)


@staffing.line("Cost of one teacher", "usd_per_position")
def teacher_position_cost(teacher_salary, teacher_salary_factor, benefits_load, insurance_per_position):
    """A teacher at the average salary, with benefits."""
    return teacher_salary * teacher_salary_factor * benefits_load + insurance_per_position


@staffing.line("Cost of one beginning teacher", "usd_per_position")
def beginner_position_cost(
    teacher_position_cost, teacher_salary, teacher_salary_factor, beginning_share, benefits_on_pay
):
    """The newest teachers go first, and cost less: the difference in pay and what rises with pay. Health
    insurance costs the same for everybody.
    """
    return teacher_position_cost - teacher_salary * (1 - beginning_share) * teacher_salary_factor * (
        1 + benefits_on_pay
    )


@staffing.line("Teachers", "positions", adds_to="adults")
def teachers(staffing_pupils, pupils_per_teacher, enrollment_from, staffed_sections, teachers_per_section):
    """Teacher positions (FTE), rounded up to the next half. One more student can add half a position or open
    a class.
    """
    return up_to_half(
        when(
            enrollment_from == "one_number",
            share(staffing_pupils, pupils_per_teacher),
            staffed_sections * teachers_per_section,
        )
    )


@staffing.line("Release time of teacher leaders", "positions", adds_to="adults")
def release_positions(teacher_leaders, leader_release_share):
    """Positions that cover classes while teacher leaders are released from teaching."""
    return teacher_leaders * leader_release_share


@staffing.line("Teacher pay", "usd_per_year", adds_to="personnel")
def teacher_cost(teachers, release_positions, teacher_salary, teacher_salary_factor, benefits_load):
    """Teachers and those who cover for released leaders, at the average teacher salary with benefits."""
    return (teachers + release_positions) * teacher_salary * teacher_salary_factor * benefits_load


class Role(NamedTuple):
    """A kind of position with three levers: {role}_positions, pupils_per_{role} and {role}_salary.

    `one` is the key of what a single one of them is called and `kept` that of the limit that keeps all of
    them; without keys both are made of the label. `may_go` says whether some of it can be given up to pay for
    something else, and `least` how many positions of it no way to a goal may go below: a school has a
    principal and an office. `is_support`: its benefits can have rates of their own. All others are paid with
    teachers, as certificated staff.
    """

    label: str
    one: str = ""
    kept: str = ""
    may_go: bool = True
    least: float = 0.0
    is_support: bool = False


# A new role is a row here and its three levers. Its lines, limits, routes and counts of adults follow.
ROLES = {
    "principal": Role(
        "Principal", "positions.one.principal", "positions.kept.principal", may_go=False, least=1.0
    ),
    "assistant_principal": Role(
        "Assistant principals", "positions.one.assistant_principal", "positions.kept.assistant_principal"
    ),
    "counselor": Role("Counselors", "positions.one.counselor", "positions.kept.counselor"),
    "clerk": Role("Clerks", "positions.one.clerk", "positions.kept.clerk", least=0.5, is_support=True),
    "paraprofessional": Role(
        "Paraprofessionals",
        "positions.one.paraprofessional",
        "positions.kept.paraprofessional",
        is_support=True,
    ),
    "it_support": Role(
        "Technology support",
        "positions.one.technology_support",
        "positions.kept.technology_support",
        is_support=True,
    ),
}


def role_line(role: str) -> str:
    """The line with the positions of a role."""
    return f"{role}_fte"


def role_positions(positions: Any, pupils_per_position: Any, enrollment: Any) -> Any:
    return positions + when(pupils_per_position > 0, nearest_half(share(enrollment, pupils_per_position)), 0)


def role_cost(positions: Any, salary: Any, factor: Any, load: Any) -> Any:
    return positions * salary * factor * load


def _declare(role: str, label: str, load: str) -> None:
    declare: Callable[..., None] = staffing.declare
    declare(
        role_line(role),
        label,
        "positions",
        (f"{role}_positions", f"pupils_per_{role}", "enrollment"),
        role_positions,
        adds_to="adults",
        help="A fixed number of positions, plus one for so many students, rounded to the nearest half. A ratio of 0 "
        "adds none.",
    )
    declare(
        f"{role}_cost",
        f"{label}: pay",
        "usd_per_year",
        (role_line(role), f"{role}_salary", f"{role}_salary_factor", load),
        role_cost,
        adds_to="personnel",
        help="Positions at their salary, with benefits.",
    )


for _key, _role in ROLES.items():
    _declare(_key, _role.label, "support_load" if _role.is_support else "benefits_load")


@staffing.line("Instructional coaches", "positions", adds_to="adults")
def coach_positions(instructional_coaches):
    """Coaches who work beside teachers and have no class of their own."""
    return instructional_coaches


staffing.total(
    "adults",
    "Adults, all positions",
    "positions",
    help="Everybody whom the school pays for by position: teachers, those who cover for leaders, all other staff.",
)


@staffing.line("Health insurance, all positions", "usd_per_year", adds_to="personnel")
def health_insurance_cost(adults, insurance_per_position):
    """Every position costs the same, whatever its pay. $0 where the benefits rate covers it."""
    return adults * insurance_per_position


@staffing.line("Open teacher positions: saved", "usd_per_year", adds_to="personnel")
def open_positions(
    teachers,
    positions_filled,
    open_positions_pay,
    teacher_position_cost,
    substitute_daily_rate,
    substitute_daily_rate_factor,
):
    """Pay of teacher positions that nobody holds, less a substitute on each of 180 school days. Below $0
    means saved. It is $0 where the district keeps the pay.
    """
    open_share = when(open_positions_pay == "district", 0, 1 - positions_filled)
    substitutes = 180 * substitute_daily_rate * substitute_daily_rate_factor
    return teachers * open_share * (substitutes - teacher_position_cost)


@staffing.line("Instructional coaches: pay", "usd_per_year", adds_to="personnel")
def instructional_coach_cost(
    instructional_coaches, instructional_coach_salary, instructional_coach_salary_factor, benefits_load
):
    """Coaches who work beside teachers all year, at their salary with benefits."""
    return (
        instructional_coaches * instructional_coach_salary * instructional_coach_salary_factor * benefits_load
    )


@staffing.line("Benefits on a stipend", "share")
def stipend_benefits(extra_pay_benefits, extra_pay_pension_rate, stipend_benefit_rate):
    """Payroll tax, and pension where it counts for stipends."""
    return stipend_benefit_rate + when(extra_pay_benefits == "pension_on_both", extra_pay_pension_rate, 0)


@staffing.line("A raise with benefits", "ratio")
def raise_load(
    leader_supplement_factor, benefits_load, extra_pay_benefits, extra_pay_pension_rate, stipend_benefit_rate
):
    """What one dollar of a raise costs this year. It carries pension and payroll tax, or the full benefits
    rate, as is chosen.
    """
    return leader_supplement_factor * when(
        extra_pay_benefits == "apart", benefits_load, 1 + extra_pay_pension_rate + stipend_benefit_rate
    )


@staffing.line("Extra pay of teacher leaders", "usd_per_year")
def leader_supplements(teacher_leaders, leader_supplement, leader_pay, raise_load, stipend_benefits):
    """A raise (by contract waiver) grows with pay. A stipend stays flat. Each carries its benefits."""
    return (
        teacher_leaders
        * leader_supplement
        * when(leader_pay == "salary_waiver", raise_load, 1 + stipend_benefits)
    )


@staffing.line("Share of stipends paid from one-time money", "share")
def one_time_stipend_share(leader_pay, stipend_source):
    """All of it when stipends come from one-time money. A raise always comes from the yearly budget."""
    return when(both(leader_pay == "stipend", stipend_source == "one_time"), 1, 0)


@staffing.line("Extra pay of teacher leaders, from the yearly budget", "usd_per_year", adds_to="personnel")
def leader_pay_cost(leader_supplements, one_time_stipend_share):
    """The part of the extra pay that comes from the yearly budget."""
    return leader_supplements * (1 - one_time_stipend_share)


@staffing.line("Stipends from one-time money", "usd_per_year", adds_to="one_time_cost")
def one_time_stipends(leader_supplements, one_time_stipend_share, t):
    """Stipends that one-time money pays in Years 1 and 2. Then they stop."""
    return when(t <= 2, leader_supplements * one_time_stipend_share, 0)


staffing.total(
    "personnel",
    "Personnel",
    "usd_per_year",
    adds_to="recurring_cost",
    help="Everybody on the payroll, with benefits.",
)
