"""What there is to check in the plan: unusual values, settings that move nothing, and the presses that help.

It is found once for each plan, because finding it takes a millisecond or more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from model.evidence import LEVERS, Value
from model.evidence.growing import AS_TYPED
from model.plan.by_grade import BY_GRADE, CHOICE, is_by_grade
from model.plan.plan import Plan
from model.plan.scenario import without_keys
from model.plan.sides import is_decision
from model.plan.taken import Remark
from model.plan.typed_values import unusual
from model.results.counting import even
from model.results.plan_remarks import plan_remarks
from model.texts import language, listed, say
from views.markup.plain_text import plain
from views.shell import history
from views.shell.attempt import attempt
from views.shell.session import Slot

MOST_NAMED = 3  # settings that fit in a line beside the rating


@dataclass(frozen=True, slots=True)
class _Found:
    plan: Plan | None = None
    language: str = ""
    remarks: tuple[Remark, ...] = ()


_found = Slot(_Found)


def remarks() -> tuple[Remark, ...]:
    """Everything to check in the present plan, in the order of the register by kind."""
    plan = history.plan()
    if not plan.is_changed:
        return ()
    held = _found.get()
    if held.plan is not plan or held.language != language():
        found = plan_remarks(plan.start, plan.now)
        held = _Found(plan, language(), tuple(r for r in found if not is_said(r)))
        _found.put(held)
    return held.remarks


def is_said(remark: Remark) -> bool:
    """Whether a remark is said at its lever already: that a decision's five numbers are Year 1 dollars."""
    meanings = [v for k, v in remark.offers.items() if LEVERS[k].of]
    return AS_TYPED in meanings and is_decision(remark.lever)


def of_lever(lever: str) -> list[Remark]:
    """What there is to check about one lever."""
    return [r for r in remarks() if r.lever == lever]


def on_page(remark: Remark) -> str:
    """A remark as a page says it, without keys; where all is to be checked, not that this is."""
    value = history.plan().now[remark.lever]
    return (
        unusual(LEVERS[remark.lever], value, asks=False) if is_unusual(remark) else without_keys(remark.text)
    )


def is_unusual(remark: Remark) -> bool:
    """Whether a remark says that the value is outside its usual range."""
    return remark.text == unusual(LEVERS[remark.lever], history.plan().now[remark.lever])


def in_words() -> str:
    """One line for beside the rating; empty where there is nothing to check. Several by their names."""
    found = remarks()
    if len(found) < 2:
        return "".join(say("settings.to_check_one", remark=on_page(r)) for r in found)
    names = list(dict.fromkeys(LEVERS[r.lever].label for r in found))
    more = len(names) - MOST_NAMED
    told = [*names[:MOST_NAMED], say("settings.more", count=more)] if more > 0 else names
    return say("settings.to_check_several", count=len(names), names=listed(told))


def how_many() -> int:
    """How many settings there is something to check about."""
    return len({r.lever for r in remarks()})


def presses(found: Iterable[Remark], place: str) -> None:
    """A button for each remark that can be answered with one press."""
    for i, remark in enumerate(found):
        if changes := offered(history.plan(), remark):
            st.button(plain(remark.press), key=f"press-{place}-{i}", on_click=_press, args=(changes,))


def _press(changes: Mapping[str, Value]) -> None:
    attempt(changes)


def offered(plan: Plan, remark: Remark) -> Mapping[str, Value]:
    """The changes that a press makes; none where one of them is locked."""
    changes = remark.offers
    if changes.get(CHOICE) == BY_GRADE and not is_by_grade(plan.now):
        # Without its students the school would be empty. What was typed for the grades is kept.
        counted = even(plan.now, plan.facts.lowest_grade, plan.facts.top_grade)
        typed = {k: v for k, v in plan.now.differences(plan.start).items() if k in counted and k != CHOICE}
        changes = {**counted, **typed}
    moved = [k for k, v in changes.items() if v != plan.now[k]]
    return {} if any(k in plan.locked for k in moved) else changes


def of_levers(levers: Sequence[str]) -> list[Remark]:
    """What there is to check about several levers."""
    return [r for r in remarks() if r.lever in levers]
