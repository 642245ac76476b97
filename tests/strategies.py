"""Random schools for property tests: every lever within its bounds, as `data/levers.csv` says of it.

Half of the values are the chosen ones where things happen: the ends of the bounds and of the usual range, the
default, and whole steps. The rest is anything in between, to six decimals, which is finer than anybody types.
"""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from model.evidence import LEVERS, PRESETS, Lever, Range, Value
from model.plan import own_faults
from model.plan.scenario import Scenario
from model.results.projection import project

YEARLY = 5
_NO_LINES = {k: x.default for k, x in LEVERS.items() if x.own > 2}
A_DOZEN = 12


def number(lever: Lever, within: Range | None = None) -> st.SearchStrategy[float]:
    """A value of a numeric lever within its bounds, or within a narrower range."""
    assert lever.bounds is not None
    assert lever.usual is not None
    assert lever.step is not None
    low, high = within or lever.bounds
    if lever.is_whole:
        return st.integers(int(low), int(high)).map(float)
    ends = (low, high, *lever.bounds, *lever.usual, lever.default)
    chosen = {float(x) for x in ends if low <= x <= high}
    step = lever.step
    if least := lever.least_above_zero:
        low = max(low, step if within else least)  # 0 is nobody, and nothing lies between
    steps = st.integers(0, int((high - low) / step)).map(lambda n: min(high, round(low + n * step, 6)))
    between = st.floats(low, high, allow_subnormal=False).map(lambda x: min(high, max(low, round(x, 6))))
    return st.one_of(st.sampled_from(sorted(chosen)), steps, between)


def values(lever: Lever, *, usual: bool = False, per_year: bool = True) -> st.SearchStrategy[Value]:
    """Anything the lever may hold: a choice, a number, or five numbers where it may change by year."""
    if lever.is_choice:
        return st.sampled_from(lever.choices)
    one = number(lever, lever.usual if usual else None)
    if lever.per_year and per_year:
        return st.one_of(one, st.tuples(*[one] * YEARLY))
    return one


def scenarios(
    *, every: bool = False, usual: bool = False, per_year: bool = True, **fixed: Value
) -> st.SearchStrategy[Scenario]:
    """A whole school: a preset with up to a dozen levers drawn anew; `fixed` levers hold as given.

    With `every`, half of the schools have every lever drawn. That takes four times as long, so one test a
    file asks for it, and each about schools counted by grade: their thirteen counts would mostly be nothing.
    """
    # The own lines of a school are all alike, so two of them stand for twenty.
    held = {k: x for k, x in LEVERS.items() if x.own < 3}
    drawn = {k: values(x, usual=usual, per_year=per_year) for k, x in held.items() if k not in fixed}
    preset = st.sampled_from(sorted(PRESETS)).map(Scenario.preset)
    touched = st.builds(lambda base, changes: _with(base, {**changes, **fixed}), preset, _some(drawn))
    if not every:
        return touched
    whole = st.fixed_dictionaries(drawn).map(
        lambda chosen: fitting({**_NO_LINES, **chosen, **fixed}, "drawn")
    )
    return st.one_of(touched, whole)


@st.composite
def _some(draw: st.DrawFn, drawn: Mapping[str, st.SearchStrategy[Value]]) -> dict[str, Value]:
    chosen = draw(st.lists(st.sampled_from(sorted(drawn)), max_size=A_DOZEN, unique=True))
    return {key: draw(drawn[key]) for key in chosen}


def _with(base: Scenario, changes: Mapping[str, Value]) -> Scenario:
    # Not `changed`: it would open the window of a cut given per year, and closed ones are to be drawn too.
    return fitting({**base.values, **changes}, base.name)


def fitting(values: Mapping[str, Value], name: str) -> Scenario:
    """Years of an own line that do not fit together are refused at every door, so no plan has them."""
    drawn = Scenario.of(values, name)
    years = {p.lever[:6] for p in own_faults.problems(drawn)}
    usual = {f"{line}_{k}": v for line in years for k, v in (("first_year", 1.0), ("last_year", 5.0))}
    return Scenario.of({**values, **usual}, name)


def is_of_usual_size(school: Scenario) -> bool:
    """Whether it never has fewer students than the smallest usual school after four years of usual loss.

    Counted by grade a school of usual values may have next to none, because a usual grade may hold nobody.
    """
    pupils, growth = LEVERS["enrollment_year1"].usual, LEVERS["enrollment_growth"].usual
    assert pupils
    assert growth
    enrolled = project([school], only=["enrollment"])["enrollment"][0, 1:]
    return bool(enrolled.min() >= int(pupils[0] * (1 + growth[0]) ** 4))
