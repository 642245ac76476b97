"""Goals, routes, tornado, map and trade-off against trying everything one after the other, for random
schools.
"""

from __future__ import annotations

import itertools
from random import Random

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS, PRESETS
from model.goals.combining import combined
from model.goals.frontier import MEASURED, frontier
from model.goals.goal import GOALS, Bar, is_met
from model.goals.limits import KEPT, Limits
from model.goals.maps import two_way
from model.goals.places import batch, places
from model.goals.pupils import MEASURES
from model.goals.reaching import movable, reach
from model.goals.turning import influences, turns
from model.plan.by_grade import CHOICE, any_counted
from model.plan.in_play import idle
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.strategies import scenarios

DECISIONS = sorted(k for k, x in LEVERS.items() if x.kind == "decision")
NUMBERS = sorted(k for k, x in LEVERS.items() if not x.is_choice)
MOST_POINTS = 150_000


def passes(bar, columns, values):
    """Whether each scenario reaches the goal within the limits, asked of each by itself."""
    p = project(batch(bar.plan, columns), only=bar.lines)
    good = is_met(bar.goal.margins(p)) & bar.keeps(p) & (bar.too_large(p) == 0)
    for key, held in values.items():
        good &= np.array([bar.may_stand(key, v) for v in held[0]])[held[1]]
    return good


def everything(found):
    """The smallest change of every set of levers by trying every point: size by set, where no fewer levers do
    as well.
    """
    bar, keys = found.bar, list(found.tables)
    stands = [found.tables[k].places for k in keys]
    at = np.indices([len(p.values) for p in stands]).reshape(len(keys), -1)
    columns = {k: p.column[a] for k, p, a in zip(keys, stands, at, strict=True)}
    good = passes(bar, columns, {k: (p.values, a) for k, p, a in zip(keys, stands, at, strict=True)})
    size = np.sqrt(sum(p.shares[a] ** 2 for p, a in zip(stands, at, strict=True)))
    moved = np.stack([a != p.now for p, a in zip(stands, at, strict=True)], axis=1)
    best = {}
    for mask in itertools.product((False, True), repeat=len(keys)):
        rows = (moved == np.array(mask)).all(axis=1) & good
        if any(mask) and rows.any():
            best[frozenset(k for k, m in zip(keys, mask, strict=True) if m)] = float(size[rows].min())
    return {s: x for s, x in best.items() if all(x < y for other, y in best.items() if other < s)}


def pulled(plan, found, part):
    """The plan with other money, so that the levers of the question can bring it `part` of their way to the
    goal.
    """
    stands = {k: t.places for k, t in found.tables.items()}
    at = np.indices([len(p.values) for p in stands.values()]).reshape(len(stands), -1)
    columns = {k: p.column[a] for (k, p), a in zip(stands.items(), at, strict=True)}
    p = project(batch(plan, columns), only=found.bar.lines)
    gain = float(found.bar.goal.margins(p).min(axis=1).max()) - found.to_spare
    assume(gain > 1_000)
    missing = -gain * part - found.to_spare
    if found.bar.goal.key == "reserve":
        balance = plan.number("opening_fund_balance") + missing
        assume(-5e6 <= balance <= 5e7)
        return plan.changed(opening_fund_balance=balance)
    p = project([plan], only=["funded_pupils", "funding_factor"])
    each = p.cell("funded_pupils", 5) * p.cell("funding_factor", 5) * plan.number("grade_weight")
    rate = plan.number("base_rate_per_pupil") + missing / each
    assume(0 <= rate <= 100_000)
    return plan.changed(base_rate_per_pupil=rate)


@st.composite
def questions(draw):
    """A preset in some trouble, three levers and a goal that they can or almost can reach."""
    plan = Scenario.preset(draw(st.sampled_from(sorted(PRESETS)))).changed(
        public_funding_growth=draw(st.sampled_from([-0.01, 0.01, 0.02, 0.027])),
        refresh=draw(st.sampled_from(["smoothed", "lumpy"])),
        opening_fund_balance=draw(st.sampled_from([0, 200_000])),
    )
    goal = GOALS[draw(st.sampled_from(sorted(GOALS)))]
    keep = draw(st.lists(st.sampled_from(sorted(KEPT)), max_size=2, unique=True))
    limits = Limits(draw(st.sampled_from([None, 28.0])), tuple(keep))
    start = plan
    if goal.as_at_start and draw(st.booleans()):
        plan = plan.changed(pupils_per_teacher=plan.number("pupils_per_teacher") + 1)
    # Those that have a part in it: of any three, most questions would be dropped, and now and then too many in a row.
    able = movable(Bar.of(plan, start, goal, limits))
    levers = draw(st.lists(st.sampled_from(able), min_size=3, max_size=3, unique=True))
    assume(np.prod([len(places(plan, k).values) for k in levers]) <= MOST_POINTS)
    found = reach(plan, start, goal, limits, levers)
    plan = pulled(plan, found, draw(st.floats(0.05, 0.95)))
    return reach(plan, start, goal, limits, levers)


@settings(max_examples=25, deadline=None)
@given(questions())
def test_the_search_is_what_trying_everything_gives(found):
    """Single answers and combined ones, of a question with three levers: the same sizes, and every set that
    has one.
    """
    assume(not found.is_met)
    tried = everything(found)
    single = {next(iter(s)): x for s, x in tried.items() if len(s) == 1}
    assert {r.steps[0].lever.key: r.size for r in found.nearest} == pytest.approx(single)
    together = sorted(x for s, x in tried.items() if len(s) > 1)[:3]
    answer = combined(found)
    assert answer.is_complete
    assert [r.size for r in answer.routes] == pytest.approx(together)


FIXTURES = [
    (
        Scenario.preset(preset).changed(public_funding_growth=growth),
        levers,
    )
    for preset, growth, levers in (
        ("us_elementary", 0.0245, ("teacher_leaders", "software_per_pupil", "recurring_pd_per_teacher")),
        ("us_elementary", 0.022, ("teacher_leaders", "software_per_pupil", "recurring_pd_per_teacher")),
        ("us_high", 0.0245, ("leader_release_share", "spare_rate", "devices_per_pupil")),
        ("us_high", 0.0235, ("teacher_leaders", "sub_days_per_teacher", "devices_per_pupil")),
        ("us_middle", 0.0245, ("device_life_years", "refresh", "teacher_leaders")),
    )
]


@pytest.mark.parametrize(("plan", "levers"), FIXTURES)
@pytest.mark.parametrize("limits", [Limits(), Limits(None, ("pd",))], ids=["free", "no cut in PD"])
def test_fixtures_tried_to_the_last_point(plan, levers, limits):
    """Small sets of levers, every point of the grid: no smaller change than those told, and none told that
    does not reach.
    """
    found = reach(plan, plan, GOALS["sustainable"], limits, levers)
    assert not found.is_met
    tried = everything(found)
    told = {frozenset(r.changes): r.size for r in (*found.nearest, *combined(found).routes)}
    smallest = sorted(x for s, x in tried.items() if len(s) > 1)[:3]
    assert sorted(x for s, x in told.items() if len(s) > 1) == pytest.approx(smallest)
    assert {s: x for s, x in told.items() if len(s) == 1} == pytest.approx(
        {s: x for s, x in tried.items() if len(s) == 1}
    )


def test_the_fixtures_have_answers_of_every_kind():
    """They would prove nothing if the levers could never do it: together they have answers of one, two and
    three levers.
    """
    counts = set()
    for plan, levers in FIXTURES:
        counts |= {len(s) for s in everything(reach(plan, plan, GOALS["sustainable"], Limits(), levers))}
    assert counts == {1, 2, 3}


@settings(max_examples=25, deadline=None)
@given(
    scenarios(usual=True),
    st.sampled_from(sorted(GOALS)),
    st.sampled_from([None, 20.0, 28.0]),
    st.lists(st.sampled_from(sorted(KEPT)), max_size=3, unique=True),
)
def test_each_route_reaches_and_every_step_is_needed(plan, goal, size, keep):
    """Any school, values by year too: applied as the page applies it, the goal is reached; one step of any
    lever undone, it is not.
    """
    found = reach(plan, plan, GOALS[goal], Limits(size, tuple(keep)))
    assume(not found.is_met)
    bar = found.bar
    for r in (*found.nearest, *combined(found).routes):
        assert reached(bar, r.changes)
        for step in r.steps:
            key = step.lever.key
            stand = found.tables[key].places
            at = stand.values.index(step.after)
            if step.lever.is_choice:
                back = stand.values[stand.now]
            else:
                back = stand.values[at - 1 if at > stand.now else at + 1]
            assert not reached(bar, {**r.changes, key: back})


def reached(bar: Bar, changes) -> bool:
    """Whether the plan with these values reaches the goal within the limits."""
    if not all(bar.may_stand(k, v) for k, v in changes.items()):
        return False
    p = project([bar.plan.changed(changes)], only=bar.lines)
    return bool((is_met(bar.goal.margins(p)) & bar.keeps(p) & (bar.too_large(p) == 0))[0])


@settings(max_examples=150, deadline=None)
@given(scenarios())
def test_the_goal_is_the_verdict(plan):
    """The margins of the goal are met exactly where the book says sustainable; and the other goals are what
    they say.
    """
    p = project([plan])
    assert is_met(GOALS["sustainable"].margins(p))[0] == (p.cell("verdict_state", 5) == 2)
    assert is_met(GOALS["year5"].margins(p))[0] == (p.cell("pays_its_way", 5) == 1)
    spare = p.cell("fund_balance", 5) - p.cell("total_cost", 5) / 6
    if abs(spare) > 0.01:
        assert is_met(GOALS["reserve"].margins(p))[0] == (spare > 0)


@settings(max_examples=40, deadline=None)
@given(scenarios(usual=True))
def test_every_number_of_a_table_is_a_run_of_its_own(plan):
    """A lever that stands at one of its places in the batch is the plan changed so."""
    found = reach(plan, plan, GOALS["year5"], Limits(), DECISIONS)
    assert set(found.tables) == set(movable(found.bar))
    for key in DECISIONS[::7]:
        if key in found.tables:
            t = found.tables[key]
            for at in {0, len(t.places.values) // 2, len(t.places.values) - 1}:
                alone = project([plan.changed({key: t.places.values[at]})], only=["structural_result"])
                assert t.margins[at, 0] == pytest.approx(alone.cell("structural_result", 5), abs=1e-6)


# --- what matters most --------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(scenarios(usual=True), st.sampled_from(["world", "decision", "fact"]))
def test_the_tornado_ranks_as_brute_force_does(plan, kind):
    """Every lever at every end by a run of its own: the same changes, and the order of the largest."""
    _, found = influences(plan, kind)
    now = project([plan]).cell("structural_result", 5)
    largest = {}
    for key, lever in LEVERS.items():
        if lever.kind == kind and key not in idle(plan):
            tries = [
                project([Scenario.of({**plan.values, key: x})]).cell("structural_result", 5) - now
                for x in lever.choices or lever.usual
            ]
            # By grade without a count is nobody's question.
            asked = key != CHOICE or any_counted(plan)
            largest[key] = max(map(abs, tries)) if asked else 0.0
    assert {i.swing.lever.key: i.swing.size for i in found} == pytest.approx(largest, abs=1e-6)
    sizes = [largest[i.swing.lever.key] for i in found]
    assert all(a >= b - 1e-6 for a, b in itertools.pairwise(sizes))


@settings(max_examples=12, deadline=None)
@given(scenarios(usual=True, per_year=False), st.sampled_from(NUMBERS))
def test_the_break_even_setting_is_the_first_that_turns(plan, key):
    """Step by step away from the plan, each by a run of its own."""
    turn = turns(plan, [key])[key]
    stand = places(plan, key)

    def short(value):
        return project([plan.changed({key: value})]).cell("structural_result", 5) < -0.005

    now = short(plan[key])
    ways = [stand.values[stand.now + 1 :], stand.values[: stand.now][::-1]]
    firsts = [next((v for v in way if short(v) != now), None) for way in ways]
    if turn is None:
        assert firsts == [None, None]
    else:
        apart = [abs(v - plan.number(key)) for v in firsts if v is not None]
        assert turn.first in firsts
        assert abs(turn.first - plan.number(key)) == pytest.approx(min(apart))
        assert short(turn.last) == now
        way = ways[0] if turn.first > plan.number(key) else ways[1]
        assert turn.lasts == all(short(v) != now for v in way[way.index(turn.first) :])


# --- the map and the trade-off ------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(
    scenarios(usual=True),
    st.lists(st.sampled_from(sorted(LEVERS)), min_size=2, max_size=2, unique=True),
    st.randoms(use_true_random=False),
)
@example(Scenario.preset("us_elementary"), ["enrollment_year1", "pupils_per_teacher"], Random(1))
@example(Scenario.preset("us_elementary"), ["public_funding_growth", "salary_growth"], Random(2))
def test_the_line_of_the_map_parts_short_from_left_over(plan, pair, dice):
    """Two neighbouring steps anywhere: the line runs between them exactly where one is short and the other is
    not.
    """
    found = two_way(plan, *pair)
    x, y = found.across, found.up

    def short(i, j):
        values = {**plan.values, x.lever.key: x.steps[i], y.lever.key: y.steps[j]}
        return project([Scenario.of(values)]).cell("structural_result", 5) < -0.005

    def upright(i, j):
        """Whether a piece of the line runs between step i and the next one across, at step j up."""
        middle = (y.borders[j] + y.borders[j + 1]) / 2
        return any(a == c == x.borders[i + 1] and b < middle < d for a, b, c, d in found.turns)

    for _ in range(10):
        i, j = dice.randrange(len(x.steps) - 1), dice.randrange(len(y.steps))
        assert upright(i, j) == (short(i, j) != short(i + 1, j))
    for a, b, c, _ in found.turns[:200:20].tolist():
        if a == c:
            i = int(np.flatnonzero(x.borders == a)[0]) - 1
            j = int(np.flatnonzero(y.borders == b)[0])
            assert short(i, j) != short(i + 1, j)
    at = [(i, j) for i in (0, len(x.values) - 1) for j in (0, len(y.values) - 1)]
    for i, j in at:
        values = {**plan.values, x.lever.key: x.values[i], y.lever.key: y.values[j]}
        alone = project([Scenario.of(values)]).cell("structural_result", 5)
        assert found.results[j, i] == pytest.approx(alone, abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(
    scenarios(usual=True),
    st.sampled_from(MEASURED),
    st.lists(st.sampled_from(DECISIONS), min_size=1, max_size=3, unique=True),
)
def test_the_frontier_is_what_no_point_beats(plan, measure, keys):
    """Every point against every other."""
    found = frontier(plan, measure, keys)
    m, r = found.measure, found.result
    beaten = np.array(
        [bool((((m <= a) & (r > b)) | ((m < a) & (r >= b))).any()) for a, b in zip(m, r, strict=True)]
    )
    free = {(a, b) for a, b, bad in zip(m.tolist(), r.tolist(), beaten, strict=True) if not bad}
    assert {(a, b) for a, b in zip(m[found.best].tolist(), r[found.best].tolist(), strict=True)} == free
    assert found.best.size == len(free)
    now = project([plan])
    assert m[0] == pytest.approx(float(MEASURES[measure].of(now)[0]))
    assert r[0] == pytest.approx(now.cell("structural_result", 5), abs=1e-6)
    last = {**plan.values, **dict(zip(found.keys, found.settings[-1], strict=True))}
    assert r[-1] == pytest.approx(project([Scenario.of(last)]).cell("structural_result", 5), abs=1e-6)
