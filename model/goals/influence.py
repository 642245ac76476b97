"""What matters most: how far each lever moves the Year 5 result, and the setting at which it breaks even."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import Value
from model.explain.changes import Swing, swings
from model.goals.places import Places, batch, places
from model.lines.worksheet import BOOK
from model.plan.in_play import idle
from model.plan.scenario import Scenario
from model.results.projection import project

LINE, YEAR = "structural_result", 5


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The first setting, going away from the plan's own, at which the sign of the Year 5 result changes.

    `last` is the setting one step before it. `lasts`: the change holds at every step from there to the end of
    the range.
    """

    last: Value
    first: Value
    lasts: bool


@dataclass(frozen=True, slots=True)
class Influence:
    """A lever's swing at the ends of its usual range, and its break-even setting there, if there is one."""

    swing: Swing
    break_even: BreakEven | None


def influences(plan: Scenario, kind: str) -> tuple[float, Sequence[Influence]]:
    """The plan's Year 5 result, and every lever of a kind that has an effect on it, largest swing first.

    The kind is "world", "decision" or "fact". Each lever is moved alone, with one value for all years.
    """
    result = project([plan], only=[LINE]).cell(LINE, YEAR)
    aside = idle(plan)
    swung = swings(plan, LINE, YEAR).values()
    chosen = [s for s in swung if s.lever.kind == kind and not s.lever.of and s.lever.key not in aside]
    found = break_evens(plan, [s.lever.key for s in chosen])
    return result, tuple(Influence(s, found[s.lever.key]) for s in chosen)


def break_evens(plan: Scenario, keys: Sequence[str]) -> Mapping[str, BreakEven | None]:
    """The break-even setting of each lever on its own steps, all in one batch; of two, the nearer one."""
    decisive = BOOK.levers_of(LINE)
    stands = {k: places(plan, k, dated=False) for k in keys if k in decisive}
    is_short = project([plan], only=[LINE]).cell(LINE, YEAR) < -HALF_A_CENT
    found = {}
    for k, results in _alone(plan, stands).items():
        found[k] = _break_even(stands[k], (results < -HALF_A_CENT) != is_short)
    return {k: found.get(k) for k in keys}


def _alone(plan: Scenario, stands: Mapping[str, Places]) -> Mapping[str, Array]:
    """The Year 5 result with each lever alone at each of its places."""
    if not stands:
        return {}
    counts = [len(p.values) for p in stands.values()]
    owner = np.repeat(np.arange(len(counts)), counts)
    step = np.concatenate([np.arange(n) for n in counts])
    columns = {}
    for i, (k, p) in enumerate(stands.items()):
        held = batch(plan, {}).levers[k]
        wide = np.repeat(held, owner.size, axis=0).astype(np.result_type(held, p.column))
        wide[owner == i] = p.column[step[owner == i]]
        columns[k] = wide
    results = project(batch(plan, columns), only=[LINE])[LINE][:, YEAR]
    return {k: results[owner == i] for i, k in enumerate(stands)}


def _break_even(p: Places, turned: Array) -> BreakEven | None:
    nearest: tuple[float, bool, BreakEven] | None = None
    for up in (True, False):
        at = p.away(up)
        if p.lever.is_choice:
            at = at[turned[at]][:1]  # another choice is one step, whichever it is
        if not turned[at].any():
            continue
        i = int(turned[at].argmax())
        before = p.values[at[i - 1]] if i else p.values[p.now]
        lasts = bool(turned[at[i:]].all())
        here = (float(p.shares[at[i]]), not lasts, BreakEven(before, p.values[at[i]], lasts))
        if nearest is None or here[:2] < nearest[:2]:
            nearest = here
    return nearest[2] if nearest else None
