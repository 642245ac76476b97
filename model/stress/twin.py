"""The twin without the program: the same school and the same dollars, spent as a traditional school would.

It has at most what `data/twin.csv` says: no teacher leaders, little PD, few licenses, the devices it owned
before, no start-up. The study's schools planned no fewer teachers and staff, so the twin has the same people;
what the program costs a year stands in its supplies and services. So both spend the same recurring cost in
every year, with devices at their even cost, and the difference is what can be cut before people.
"""

from __future__ import annotations

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT, share
from model.evidence import TWIN, Value
from model.grades.one_number import in_one_number
from model.lines.growth import factor_line
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.results.projection import Projection, project
from model.stress.outside_in_words import outside
from model.texts import listed, say
from model.units import year_name
from model.years import OPERATING

_PRICE = factor_line("nonpersonnel_per_pupil")
SUPPLIES, TEACHERS = "supplies", "teachers"  # what the program's cost is spent on instead
_EVEN_COST = ("recurring_cost", "structural_result", "result_evenly")
_PAID_FOR_TEACHERS = (
    *_EVEN_COST,
    "teachers",
    "teacher_position_cost",
    "price_factor",
    "staffing_pupils",
)


def twin(scenario: Scenario, absorbs: str = SUPPLIES) -> Scenario:
    """The same school without the program; its recurring cost equals the plan's, to the cent, in every year.
    What devices cost counts evenly, so that no year's purchase stands in the supplies of the twin.

    With `absorbs=TEACHERS` it has as many more teachers as the money of Year 1 pays for, in halves, and the
    rest in supplies and services. Raises `ScenarioError` where a value would lie outside its bounds, and for
    a school without students.
    """
    bare = scenario.changed(_less(scenario))
    if absorbs == TEACHERS:
        bare = in_one_number(bare)  # by grade there is no ratio by which to hire
        bare = bare.changed(pupils_per_teacher=_with_more_teachers(scenario, bare))
    p = project([scenario, bare], only=(*_EVEN_COST, "supplied_pupils", _PRICE))
    plans, others = _even_cost(p)
    freed = plans - others
    empty = [t for t in OPERATING if p.cell("supplied_pupils", t, 1) == 0 and abs(freed[t]) > HALF_A_CENT]
    if empty:
        years = listed(year_name(t) for t in empty)
        raise ScenarioError(
            [
                Problem(
                    "nonpersonnel_per_pupil",
                    None,
                    say("events.no_students", years=years),
                )
            ]
        )
    per_pupil = share(freed, p["supplied_pupils"][1] * p[_PRICE][1])
    spent = tuple(bare.number("nonpersonnel_per_pupil", t) + float(per_pupil[t]) for t in OPERATING)
    try:
        same = bare.changed(nonpersonnel_per_pupil=_plain(spent))
    except ScenarioError as e:
        raise ScenarioError(
            Problem(p.lever, p.value, say("events.without_program_refused", reason=outside(p)))
            for p in e.problems
        ) from None
    return same.named(say("events.named_without_program", name=scenario.name))


def _even_cost(p: Projection) -> Array:
    """Yearly cost with the even yearly cost of devices, whenever they are bought."""
    found: Array = p["recurring_cost"] + (p["structural_result"] - p["result_evenly"])
    return found


def has_program(plan: Scenario, without: Scenario | None) -> bool:
    """Whether the plan spends more on a program in any year than its twin `without` one; None is unknown."""
    absorbs = "nonpersonnel_per_pupil"
    return without is None or any(without.number(absorbs, t) > plan.number(absorbs, t) for t in OPERATING)


def _plain(years: tuple[float, ...]) -> Value:
    return years[0] if len(set(years)) == 1 else years


def _less(scenario: Scenario) -> dict[str, Value]:
    """The levers of which a traditional school has less, with its values."""
    limits = {k: _owned(scenario) if row.at_most is None else row.at_most for k, row in TWIN.items()}
    less: dict[str, Value] = {}
    for key, most in limits.items():
        value = scenario[key]
        assert not isinstance(value, str)
        less[key] = tuple(min(v, most) for v in value) if isinstance(value, tuple) else min(value, most)
    return less


def _owned(scenario: Scenario) -> float:
    """The devices that are there before the start, per student of Year 1.

    Half a device less: the stock is rounded up, and an error of binary arithmetic would buy one at the start.
    """
    p = project([scenario], only=("devices_owned", "enrollment"))
    pupils = p.cell("enrollment", 1)
    return max(p.cell("devices_owned", 0) - 0.5, 0.0) / pupils if pupils else 0.0


def _with_more_teachers(scenario: Scenario, bare: Scenario) -> Value:
    """Students per teacher with as many more half positions as Year 1's money pays for, with their PD."""
    p = project([scenario, bare], only=_PAID_FOR_TEACHERS)
    plans, others = _even_cost(p)
    freed = float(plans[1] - others[1])
    pd = bare.number("recurring_pd_per_teacher") + bare.number("sub_days_per_teacher") * bare.number(
        "substitute_daily_rate"
    )
    price = p.cell("teacher_position_cost", 1) + pd * p.cell("price_factor", 1)
    more = max(int(2 * freed / price), 0) / 2
    return tuple(
        p.cell("staffing_pupils", t, 1) / teachers
        if (teachers := p.cell("teachers", t, 1) + more)
        else bare.number("pupils_per_teacher", t)
        for t in OPERATING
    )
