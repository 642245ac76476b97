"""Plans drawn at random from the register, which are then written, spelled and damaged."""

from __future__ import annotations

import random
from datetime import date

from exchange.files import Filed
from model.evidence import LEVERS, PRESETS, Lever, Value
from model.plan.notebook import Decision, Move, Note, Notebook
from model.plan.payment_times import USUAL, PaymentTimes
from model.plan.plan import Plan, begun_from
from model.plan.scenario import Scenario
from model.units import is_share

NAMES = ("Plan A", "Zoë", "小学校", "=1+1", "a, b; c", "x" * 200, "<b>x</b>", "![x](//a.example/p)", "**x**")


def drawn_plan(draw: random.Random, changes: int, *, yearly: bool = True) -> Plan:
    """A plan of some preset with so many settings changed."""
    preset = draw.choice(sorted(PRESETS))
    start = Scenario.preset(preset)
    now = {k: drawn_value(draw, LEVERS[k], yearly=yearly) for k in draw.sample(sorted(LEVERS), changes)}
    return begun_from(preset, start, Scenario.of({**start.values, **now}, start.name))


def drawn_file(draw: random.Random) -> Filed:
    """A plan with its notebook, as a file holds it."""
    plan = drawn_plan(draw, draw.choice((0, 1, 8, 60)))
    notes = tuple(
        Note(k, None, f"Ask about {k}") for k in draw.sample(sorted(LEVERS), draw.choice((0, 0, 2)))
    )
    move = Move("teacher_leaders", 4.0, 6.0, -24_348.0)
    decision = Decision(date(2026, 11, 25), "The board", "More help", (move,), 35_966.0, 11_618.0)
    decisions = (decision,) * draw.choice((0, 0, 1))
    own = PaymentTimes(
        (("revenue", "own"), ("payroll", "ten_months")), "5 5 9 9 9", 2, new_students_late=True
    )
    notebook = Notebook(notes, decisions, draw.choice((USUAL, USUAL, own)))
    return Filed(plan.named(draw.choice(NAMES)), draw.choice(("", "Because.")), notebook)


def drawn_value(draw: random.Random, lever: Lever, *, yearly: bool = True) -> Value:
    """A value that the setting can hold: a word, a number, or five of them."""
    if lever.is_choice:
        return draw.choice(lever.choices)
    if yearly and lever.per_year and draw.random() < 0.25:
        return tuple(_number(draw, lever) for _ in range(5))
    return _number(draw, lever)


def _number(draw: random.Random, lever: Lever) -> float:
    assert lever.bounds is not None
    low, high = (lever.usual if draw.random() < 0.7 else None) or lever.bounds
    low = max(low, lever.least_above_zero)
    if lever.is_whole:
        return float(draw.randint(int(low), int(high)))
    digits = 4 if is_share(lever.unit) else draw.choice((0, 0, 2))
    return min(max(round(draw.uniform(low, high), digits), low), high)
