"""How a number came from one plan to another, as rows of text that add up as they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from model.evidence import LEVERS, Lever, Value
from model.evidence.own_lines import AMOUNT, BASIS, KINDS, SHARE, SHARES, UNUSED, own_key
from model.explain.changes import Changes, Effect
from model.explain.sentence_numbers import written
from model.lines.worksheet import BOOK
from model.plan.by_grade import CHOICE
from model.plan.scenario import Scenario
from model.texts import listed, say
from model.units import is_money, money, percent


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is, from and to where a lever moved, and the figure."""

    what: str
    moved: str
    effect: str


def account(c: Changes) -> list[Row]:
    """The start, each lever alone, what the levers do together beyond that, and the plan now.

    The figures add up to the last digit shown.
    """
    unit = BOOK.lines[c.line].unit
    digits = 1 if is_money(unit) else 10_000
    start, now, *effects = (round(x * digits) for x in (c.start, c.now, *(e.effect for e in c.effects)))
    rest = now - start - sum(effects)
    rows = [Row(say("explain.at_start"), "", _figure(start, unit, plus=False))]
    rows += [
        Row(
            _levers(e),
            moved_in_words(e.lever, c.plan_at_start, c.plan_now)
            if e.lever.own
            else from_to(e.lever, e.start, e.now),
            _figure(x, unit),
        )
        for e, x in zip(c.effects, effects, strict=True)
    ]
    if rest:
        only_rounding = is_money(unit) and abs(c.together) < 0.5
        what = say("explain.rounding") if only_rounding else say("explain.together")
        rows.append(Row(what, "", _figure(rest, unit)))
    return [*rows, Row(say("explain.now"), "", _figure(now, unit, plus=False))]


def value_in_words(lever: Lever, value: Value) -> str:
    """A lever's value, all five where there is one a year."""
    return lever.said(value, long=False)


def from_to(lever: Lever, before: Value, after: Value) -> str:
    """A lever's value before and after: "4 → 6"."""
    return say("explain.from_to", before=value_in_words(lever, before), after=value_in_words(lever, after))


def moved_in_words(lever: Lever, start: Scenario, now: Scenario) -> str:
    """A setting of two plans before and after."""
    return say("explain.from_to", before=setting_in_words(lever, start), after=setting_in_words(lever, now))


def setting_in_words(lever: Lever, plan: Scenario) -> str:
    """The value that a plan gives a lever; of an own line also how much it is, for its kind alone says
    nothing.
    """
    kind = value_in_words(lever, plan[lever.key])
    if lever.key != KINDS.get(lever.own) or plan[lever.key] == UNUSED:
        return kind
    basis = LEVERS[own_key(lever.own, BASIS)]
    size = LEVERS[own_key(lever.own, SHARE if plan[basis.key] in SHARES else AMOUNT)]
    counted, much = (value_in_words(x, plan[x.key]) for x in (basis, size))
    return say("own_lines.in_short", kind=kind, basis=counted, size=much)


def _levers(e: Effect) -> str:
    if e.lever.key == CHOICE:
        return e.lever.label  # what it sets is a count for each grade, which goes without saying
    if e.lever.own:
        return e.lever.label  # what is set of an own line together with its kind
    along = [k for k in e.along if not LEVERS[k].of]  # that five numbers are as typed goes without saying
    if not along:
        return e.lever.label
    others = listed(LEVERS[k].label for k in along)
    return say("explain.with_others", setting=e.lever.label, others=others)


def _figure(x: int, unit: str, *, plus: bool = True) -> str:
    """A shown figure from its rounded whole, so that the column adds up."""
    if is_money(unit):
        return money(x, plus=plus)
    text = percent(x / 10_000, 2) if unit == "share" else written(x / 10_000, "ratio", 0)[0]
    return f"+{text}" if plus and x > 0 else text
