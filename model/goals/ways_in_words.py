"""Ways to a goal in words: how far it is, what a route does, what prevents it. For screen and shell."""

from __future__ import annotations

from collections.abc import Sequence

from model.book.vocabulary import HALF_A_CENT
from model.explain.account import value_in_words
from model.goals.combining import Combined
from model.goals.edges import Edge
from model.goals.influence import Influence
from model.goals.limits import limit_label
from model.goals.pupils import Felt
from model.goals.reaching import Reach, Route, Step
from model.plan.scenario import Scenario
from model.texts import counted, either, listed, say
from model.units import amount, money, number, percent, positions


def standing(found: Reach) -> str:
    """How far the goal is, in sentences."""
    goal = found.bar.goal
    if found.is_met:
        return say("find_a_fix.met", goal=goal.label, amount=money(found.to_spare))
    missed = [
        say(c.missed, amount=money(-m))
        for c, m in zip(goal.conditions, found.margins, strict=True)
        if m < -HALF_A_CENT
    ]
    if found.too_large:
        missed.append(say("find_a_fix.missed_class_size", count=counted(number(found.too_large, 1))))
    return " ".join((say("find_a_fix.not_met", goal=goal.label), *missed))


def would_break(found: Reach) -> tuple[str, ...]:
    """Settings that each alone would miss a goal that is met: a list below its own sentence."""
    if not found.is_met:
        return ()
    return tuple(
        say("find_a_fix.setting_at", setting=s.lever.label, value=value_in_words(s.lever, s.after))
        for s in found.lost
    )


def step(s: Step) -> str:
    """A lever's move: "Students per teacher: 15.1 → 15.8"."""
    before, after = (value_in_words(s.lever, x) for x in (s.before, s.after))
    return say("find_a_fix.step", setting=s.lever.label, before=before, after=after)


def taken(route: Route) -> str:
    """What a plan has after a route was taken."""
    return say("find_a_fix.taken", changes=listed(map(step, route.steps)))


def size(route: Route) -> str:
    """How large a change is: the share of what is there, or the length of several."""
    return percent(route.size)


def noticed(found: Sequence[Felt]) -> list[str]:
    """What students would notice in Year 5, each thing by itself."""
    return [say("find_a_fix.felt", what=f.label, before=f.before, after=f.after) for f in found]


def pupils(found: Sequence[Felt]) -> str:
    """The same in a sentence."""
    if not found:
        return say("find_a_fix.students_notice_nothing")
    return say("find_a_fix.students_notice", changes=listed(noticed(found)))


def on_edge(found: Sequence[Edge]) -> list[str]:
    """The steps that rest on a rounding edge, each in a sentence."""
    return [
        say(
            "find_a_fix.on_edge_in_each_grade" if e.in_each_grade else "find_a_fix.on_edge",
            count=counted(e.students),
            kind=e.kind.label,
            positions=amount(e.positions, "positions"),
            planned=positions(e.planned),
            year=e.year,
        )
        for e in found
    ]


def alone(found: Reach) -> str:
    """What prevents the levers that cannot do it alone."""
    unable = len(found.tables) - len(found.nearest) - len(found.stopped)
    text = (
        say("find_a_fix.others_cannot", count=counted(unable))
        if found.nearest
        else say("find_a_fix.none_alone", count=counted(len(found.tables)))
    )
    if not found.stopped:
        return text
    return f"{text} {say('find_a_fix.stopped', settings=listed(x.label for x in found.stopped))}"


def blocked(found: Reach, single: Sequence[str], together: bool) -> str:
    """Why there is no route."""
    limits = found.bar.limits
    if single:
        names = [say("find_a_fix.quoted", limit=limit_label(k, limits)) for k in single]
        return say("find_a_fix.blocked_by_one", limits=either(names))
    return say("find_a_fix.blocked_by_several") if together else say("find_a_fix.no_way")


def cut_short(answer: Combined) -> str:
    return "" if answer.is_complete else say("find_a_fix.cut_short")


def break_even(i: Influence) -> str:
    """Where the result changes sign: "break-even at 2.5%"; empty where it does not in the usual range."""
    if i.break_even is None:
        return ""
    value = value_in_words(i.swing.lever, i.break_even.first)
    if i.break_even.lasts:
        return say("find_a_fix.break_even", value=value)
    return say("find_a_fix.break_even_and_back", value=value)


def ends(i: Influence) -> list[tuple[str, float]]:
    """The settings at the ends of the usual range, in words, with the change in dollars at each."""
    lever = i.swing.lever
    return [(lever.said(x, long=False), change) for x, change in i.swing.ends]


def now(plan: Scenario, i: Influence) -> str:
    """The plan's own setting of a lever."""
    return value_in_words(i.swing.lever, plan[i.swing.lever.key])
