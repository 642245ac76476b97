"""Settings that were moved and move nothing, and the change elsewhere that would let them act.

They are found by trying: a plan with the setting put back comes to the same in every line and year. Why is
then found in the same way, by opening one by one what is closed: the choices, and the settings that stand at
zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from model.book.columns import column
from model.evidence import LEVERS, Lever, Value
from model.lines.grades import GRADES, year_1_lever
from model.lines.worksheet import BOOK
from model.plan.by_grade import BY_TABLE
from model.plan.by_grade import CHOICE as BY_GRADE
from model.plan.each_year import as_typed_of, with_marks
from model.plan.in_play import idle_under, not_in_plan, opened_with, set_aside_by
from model.plan.scenario import SET_ASIDE, Scenario, setting_name
from model.plan.taken import Remark, press_for, typed_for
from model.plan.typed_values import said_of
from model.results.horizon import MONEY, carried_on
from model.results.projection import Projection, Scenarios, project
from model.results.rent import BASIS, ENROLLED, PLANNED
from model.texts import listed, say
from model.units import is_share

_ROOTS = frozenset(BOOK.lines) - {n for line in BOOK.lines.values() for n in line.needs}
# They act in the possible futures and in events, where grants come in lower than in the plan and students are
# other than it expects. A line of credit acts in the months of a year as well.
_IN_FUTURES = (
    "startup_purchases",
    "staffing_count",
    "grants_status",
    "standing_devices",
    "credit_limit",
    "credit_rate",
)
# They open fields of their own, which begin with what the plan has; so opened, they move nothing yet.
_OPENS_FIELDS = ("support_benefits",)
_COUNTS = frozenset(map(year_1_lever, range(len(GRADES))))
_FAR = 57  # years, start-up among them: the longest loan that begins in Year 5 ends in the last of them
BLOCK = 2_000  # plans and settings tried in one go, which bounds the memory of a long list


def idle_settings(plans: Sequence[tuple[Scenario, Scenario]]) -> list[tuple[str, ...]]:
    """For each start and plan the settings that differ from the start and change no line in any year."""
    found: list[tuple[str, ...]] = []
    block: list[tuple[Scenario, Scenario]] = []
    tries: list[tuple[int, str]] = []
    for start, now in plans:
        tries += [(len(block), key) for key in _moved(start, now)]
        block.append((start, now))
        if len(tries) + len(block) >= BLOCK:
            found += _idle_of(block, tries)
            block, tries = [], []
    return found + _idle_of(block, tries)


def _moved(start: Scenario, now: Scenario) -> list[str]:
    """The settings that differ, but for those that stand as five yearly numbers beside them set them, and
    what five numbers mean where they differ too.
    """
    implied = {
        k: v for key, beside in SET_ASIDE.items() if isinstance(now[key], tuple) for k, v in beside.items()
    }
    differ = now.differences(start)
    moved = (k for k, v in differ.items() if implied.get(k) != v and LEVERS[k].of not in differ)
    passed_over = (*_IN_FUTURES, *_OPENS_FIELDS)
    return [k for k in moved if k not in passed_over and not (k == BASIS and _sets_a_rent(now))]


def _sets_a_rent(now: Scenario) -> bool:
    """Whether the way in which rent is set matters as soon as other students come than planned."""
    return now[BASIS] in (PLANNED, ENROLLED) or BASIS not in not_in_plan(now)


def _idle_of(
    plans: Sequence[tuple[Scenario, Scenario]], tries: Sequence[tuple[int, str]]
) -> list[tuple[str, ...]]:
    if not tries:
        return [()] * len(plans)
    # First the plans as they are, then each with one setting put back, worked out in one go. What five
    # numbers mean goes back with them.
    both = [*((i, "") for i in range(len(plans))), *tries]
    rows = np.array([i for i, _ in both])
    keys = {key for _, key in tries}
    # What five numbers mean goes with them.
    put_back = {
        key: column([plans[i][0 if tried and tried in (key, x.of) else 1][key] for i, tried in both])
        for key, x in LEVERS.items()
        if key in keys or x.of in keys
    }
    of_plans = Scenarios.of([now for _, now in plans])
    p = project(of_plans.repeated(rows, 1).replaced(**put_back), only=_ROOTS)
    same = _same(p, rows[len(plans) :], np.arange(len(plans), len(both)))
    still: list[list[str]] = [[] for _ in plans]
    for (i, key), alike in zip(tries, same, strict=True):
        if alike:
            still[i].append(key)
    return [tuple(keys) for keys in still]


# Most settings move what is saved: where they do, no other line has to be looked at.
_FIRST = frozenset({"fund_balance"})


def idle_among(starts: Scenarios, now: Scenarios, p: Projection, key: str, tried: np.ndarray) -> np.ndarray:
    """Which of the plans `tried`, given by their places, a setting moves nothing in, shape (tried,).

    `p` are the results of `now`. The setting differs from the start in all of the plans tried, none of which
    holds five numbers; marks of its five numbers are as at the start.
    """
    found = np.zeros(len(tried), dtype=bool)
    if key in (*_IN_FUTURES, *_OPENS_FIELDS):
        return found
    before = _put_back(starts, now, key, tried)
    one, other = project(before, only=_FIRST), p["fund_balance"][tried]
    left = np.flatnonzero((one["fund_balance"] == other).all(axis=1))
    if not len(left):
        return found
    count = len(left)
    both = [_put_back(starts, now, key, tried[left]), now.repeated(tried[left], 1)]
    beside = [project(x, only=_ROOTS) for x in both]
    alike = np.ones(count, dtype=bool)
    for line in _ROOTS:
        a, b = (x[line] for x in beside)
        alike &= ((a == b) | (np.isnan(a) & np.isnan(b))).all(axis=1)
    found[left] = alike
    return found


def _put_back(starts: Scenarios, now: Scenarios, key: str, rows: np.ndarray) -> Scenarios:
    """Some of the plans with a setting as it was at their start."""
    of_start = starts.levers[key]
    return now.repeated(rows, 1).replaced(**{key: of_start if len(of_start) == 1 else of_start[rows]})


def _same(p: Projection, rows: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Which pairs of scenarios come to the same in every root line, shape (pairs,)."""
    alike = np.ones(len(rows), dtype=bool)
    for line in _ROOTS:
        a, b = p[line][rows], p[line][others]
        alike &= ((a == b) | (np.isnan(a) & np.isnan(b))).all(axis=1)
    return alike


def openers(start: Scenario, now: Scenario, key: str) -> dict[str, Value]:
    """The changes elsewhere that together would let an idle setting act; empty where none would.

    Five numbers that growth does not act on come first, then a choice that has closed it, with what stands at
    zero behind it. Then the one setting at zero that stands in its way, in its own panel before another; then
    the fewest of them that only act together. Zeros are looked for in the nearest equations first.
    """
    if (grow := as_typed_of(now, key)) and _acts(start, now, key, [grow])[0]:
        return grow
    for choice in (k for k, x in LEVERS.items() if x.is_choice and not x.of and k != key):
        if key in set_aside_by(choice, now):
            found: dict[str, Value] = {choice: opened_with(choice, key, now)}
            if key in _COUNTS and isinstance(now[key], tuple):
                found = {choice: BY_TABLE}  # five counts are a row of a table, not a first year
            # Whoever counts by grade takes the students along (`counting.py`): no grade stays at zero.
            if choice == BY_GRADE or _acts(start, now, key, [found])[0]:
                return found
            ways: list[dict[str, Value]] = [{choice: x} for x in LEVERS[choice].choices if x != now[choice]]
            acts = _acts(start, now, key, ways)
            if any(acts):
                return next(way for way, does in zip(ways, acts, strict=True) if does)
            return found | openers(start, now.changed(found), key)  # another choice, or what stands at zero
    return _at_zero(start, now, key)


def _at_zero(start: Scenario, now: Scenario, key: str) -> dict[str, Value]:
    """The settings at zero that stand in the way of another, each with a value above zero."""
    near = _zeros(now, key, 2)
    return _opened_by(start, now, key, near) or _opened_by(start, now, key, _zeros(now, key, len(BOOK.lines)))


def _opened_by(start: Scenario, now: Scenario, key: str, zeros: dict[str, Value]) -> dict[str, Value]:
    """The one of these changes, or the fewest of them, that let the setting act."""
    if not zeros:
        return {}
    singly = _acts(start, now, key, [{k: v} for k, v in zeros.items()])
    for (k, v), acts in zip(zeros.items(), singly, strict=True):
        if acts:
            return {k: v}
    if not _acts(start, now, key, [zeros])[0]:
        return {}
    for k in list(zeros):
        fewer = {other: v for other, v in zeros.items() if other != k}
        if _acts(start, now, key, [fewer])[0]:
            zeros = fewer
    return zeros


def _acts(start: Scenario, now: Scenario, key: str, opened: Sequence[dict[str, Value]]) -> list[bool]:
    """Whether the setting acts once these changes are made as well, for each of several sets of changes."""
    plans = [now.changed(changes) for changes in opened]
    many = len(plans)
    put_back = [p.changed({k: start[k] for k in with_marks([key])}) for p in plans]
    both = project([*plans, *put_back], only=_ROOTS)
    return [not same for same in _same(both, np.arange(many), np.arange(many, 2 * many))]


def _zeros(now: Scenario, key: str, depth: int) -> dict[str, Value]:
    """The settings at zero in the equations of this one, so many equations back, each with one above zero."""
    lines = {line.key for line in BOOK.lines.values() if key in line.needs}
    needed: set[str] = set()
    for _ in range(depth):
        deeper = {n for k in lines for n in BOOK.lines[k].needs} - needed
        if not deeper:
            break
        needed |= deeper
        lines = deeper & set(BOOK.lines)
    needed -= idle_under(
        {k: str(now[k]) for k, x in LEVERS.items() if x.is_choice}
    )  # what a choice has closed would not act either
    near = [x for x in LEVERS.values() if x.key in needed and x.key != key and not x.is_choice]
    near = [x for x in near if all(v == 0 for v in _years(now[x.key]))]
    near.sort(key=lambda x: x.panel != LEVERS[key].panel)  # a stable sort keeps the register's order
    return {x.key: _above_zero(x, now[key]) for x in near}


def _years(value: Value) -> Sequence[Value]:
    return value if isinstance(value, tuple) else (value,)


def _above_zero(lever: Lever, moved: Value) -> float:
    """A plain value above zero: years up to the last amount, the next grade, the default, or the middle of
    what is usual.
    """
    assert lever.usual is not None
    assert lever.step is not None
    if lever.unit == "years":
        years = [year for year, v in enumerate(_years(moved), 1) if v]
        return float(max(years, default=1))
    if lever.unit == "grade":
        return 1.0
    if isinstance(lever.default, float) and lever.default > 0:
        return lever.default
    middle = (max(lever.usual[0], 0.0) + lever.usual[1]) / 2
    return max(lever.step, lever.step * round(middle / lever.step))


def idle_remarks(start: Scenario, now: Scenario, keys: Iterable[str] | None = None) -> list[Remark]:
    """A remark for each moved setting that moves nothing; `keys` where they are known already."""
    idle = idle_settings([(start, now)])[0] if keys is None else keys
    return [_remark(start, now, key) for key in idle]


def _remark(start: Scenario, now: Scenario, key: str) -> Remark:
    name = setting_name(LEVERS[key])
    found = openers(start, now, key)
    if found:
        closed = listed(
            say("values.setting_is", setting=setting_name(LEVERS[k]), value=said_of(LEVERS[k], now[k]))
            for k in found
        )
        text = say("values.moves_nothing_while", setting=name, conditions=closed)
        # What a school was counted at, borrows or pays in rent is not for a button to guess.
        if any(not isinstance(v, str) and _is_guess(LEVERS[k], now) for k, v in found.items()):
            return Remark(key, text, is_idle=True)
        return Remark(key, text, found, press_for(found), typed_for(found), is_idle=True)
    if _acts_later(start, now, key):
        return Remark(key, say("values.moves_later", setting=name))
    if _would_act_further(start, now, key):
        return Remark(key, say("values.moves_too_little", setting=name))
    return Remark(key, say("values.moves_no_result", setting=name))


def _is_guess(lever: Lever, now: Scenario) -> bool:
    """Whether a plain value above zero would be made up: a fact of the school, in its own size, of which
    neither the plan nor the register holds any.
    """
    if lever.kind != "fact" or lever.unit in ("years", "grade") or is_share(lever.unit):
        return False
    return not (lever.default or any(_years(now[lever.key])))


def _acts_later(start: Scenario, now: Scenario, key: str) -> bool:
    """Whether the setting moves money after Year 5, as the rest of a long loan does, where all goes on as it
    is.
    """
    put_back = now.changed({k: start[k] for k in with_marks([key])})
    far = carried_on(Scenarios.of([now, put_back]), _FAR, MONEY)
    both = (np.broadcast_to(found, (2, _FAR)) for found in far.values())
    return any(not np.array_equal(one, other, equal_nan=True) for one, other in both)


def _would_act_further(start: Scenario, now: Scenario, key: str) -> bool:
    usual = LEVERS[key].usual
    return usual is not None and not all(
        key in keys
        for keys in idle_settings([(start, now.changed({key: end})) for end in usual if end != start[key]])
    )
