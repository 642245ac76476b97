"""Ways to a goal in words: how far it is, what a route does, what prevents it. For screen and shell."""

from __future__ import annotations

from collections.abc import Sequence

from model.book.vocabulary import HALF_A_CENT
from model.explain.account import value_in_words
from model.goals.combining import Combined
from model.goals.influence import Influence
from model.goals.limits import limit_label
from model.goals.pupils import Felt
from model.goals.reaching import Reach, Route, Step
from model.plan.scenario import Scenario
from model.units import money, number, percent

ARROW = "\N{RIGHTWARDS ARROW}"


def standing(found: Reach) -> str:
    """How far the goal is, in a sentence or two."""
    goal = found.bar.goal
    if found.is_met:
        return f"{goal.label}: the plan is there already. {_to_spare(found)}"
    parts = [
        c.missed.format(money(-m))
        for c, m in zip(goal.conditions, found.margins, strict=True)
        if m < -HALF_A_CENT
    ]
    if found.too_large:
        parts.append(f"classes {number(found.too_large, 1)} students above their limit")
    return f"{goal.label}: not reached: {', and '.join(parts)}."


def _to_spare(found: Reach) -> str:
    text = f"There is room of {money(found.to_spare)} where it is tightest."
    if not found.lost:
        return text
    missed = "; ".join(f"{s.lever.label} at {value_in_words(s.lever, s.after)}" for s in found.lost)
    return f"{text} One lever alone would miss it: {missed}."


def step(s: Step) -> str:
    """A lever's move: "Students per teacher 15.1 → 15.8"."""
    return f"{s.lever.label} {value_in_words(s.lever, s.before)} {ARROW} {value_in_words(s.lever, s.after)}"


def steps(route: Route) -> str:
    return "; ".join(step(s) for s in route.steps)


def size(route: Route) -> str:
    """How large a change is: the share of the usual range, or the length of several."""
    return percent(route.size)


def pupils(noticed: Sequence[Felt]) -> str:
    """What students would notice in Year 5."""
    if not noticed:
        return "Nothing that students would notice in class size, adults, PD, devices or supplies."
    return "; ".join(
        f"{f.label.lower() if f.label[:2] != 'PD' else f.label} {f.before} {ARROW} {f.after}" for f in noticed
    )


def alone(found: Reach) -> str:
    """What prevents the levers that cannot do it alone."""
    unable = len(found.tables) - len(found.nearest) - len(found.stopped)
    text = (
        f"The other {unable} decision levers cannot do it alone within their usual ranges."
        if found.nearest
        else (f"No decision lever does it alone within its usual range ({len(found.tables)} tried).")
    )
    if found.stopped:
        names = ", ".join(x.label for x in found.stopped)
        text += f" A limit stops: {names}."
    return text


def blocked(found: Reach, single: Sequence[str], together: bool) -> str:
    """Why there is no route."""
    limits = found.bar.limits
    if single:
        names = " or ".join(
            f"\N{LEFT DOUBLE QUOTATION MARK}{limit_label(k, limits)}\N{RIGHT DOUBLE QUOTATION MARK}"
            for k in single
        )
        return f"No change of up to three decision levers reaches the goal within these limits. Lifting {names} alone would open one."
    if together:
        return "No change of up to three decision levers reaches the goal within these limits. No single limit is to blame: more than one would have to be lifted."
    return (
        "No change of up to three decision levers reaches the goal, with or without limits, within the usual ranges. "
        "It would take other assumptions, more money, or more than three changes at once."
    )


def cut_short(answer: Combined) -> str:
    return (
        "" if answer.is_complete else "The search was cut short, so there may be smaller changes than these."
    )


def break_even(i: Influence) -> str:
    """Where the result changes sign: "turns at 2.5% a year"; empty where it does not in the usual range."""
    if i.break_even is None:
        return ""
    lever = i.swing.lever
    text = f"turns at {value_in_words(lever, i.break_even.first)}"
    return text if i.break_even.lasts else f"{text}, and back again"


def ends(i: Influence) -> list[tuple[str, float]]:
    """The settings at the ends of the usual range, in words, with the change in dollars at each."""
    lever = i.swing.lever
    return [(lever.said(x, long=False), change) for x, change in i.swing.ends]


def now(plan: Scenario, i: Influence) -> str:
    """The plan's own setting of a lever."""
    return value_in_words(i.swing.lever, plan[i.swing.lever.key])
