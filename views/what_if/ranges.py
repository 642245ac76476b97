"""Ranges on the screen: the switch beside the curves, and the tab of what is uncertain.

Pins are a way of looking and not a part of the plan: they last while the page is open. A link or a file opens
with everything uncertain, which is the honest start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from model.evidence import UNCERTAIN
from model.plan.facts import Facts
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.ranges.bands import Ranges, compared
from model.ranges.bands import ranges as worked_out
from model.ranges.chances import chances_of
from model.ranges.futures import sources_of
from model.ranges.held import held
from model.ranges.hired import hired, hired_words
from model.ranges.pinning import pinning
from model.ranges.reactions import REACTIONS, USUAL, reaction_means, reaction_name
from model.ranges.start_up import why_in_start_up
from model.ranges.whose_counts import PLACE, PLACES, spread_of, whose
from model.ranges.whose_counts_in_words import middle_of_cases
from model.results.projection import Projection
from model.results.rating import Chance, Untested
from model.texts import say
from views.answer.likely import Likely, likely
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.page_markup import put_markup
from views.shell.session import Slot
from views.shell.signature import of_plan
from views.what_if import range_tables, source_markup

T = TypeVar("T")
SHOWN, SPREAD, REACT = "ranges-shown", "ranges-place", "ranges-react"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the reader looks at the futures."""

    shown: bool = True
    pins: tuple[str, ...] = ()
    place: str = PLACE
    reactions: tuple[str, ...] = USUAL  # what the reader would do once a year falls short


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What was drawn last, and of which plan."""

    signature: int | None = None
    likely: Likely | None = None


_settings, _drawn = Slot(Settings), Slot(_Drawn)


def settings() -> Settings:
    return _settings.get()


def of(plan: Plan, p: Projection) -> Likely | None:
    """The futures of the plan on the screen, or None while they are off. Remembered for the live layer."""
    found = beside(plan, p)
    _drawn.put(_Drawn(of_plan(plan), found))
    return found


def beside(plan: Plan, p: Projection) -> Likely | None:
    """The futures of any plan with the reader's settings; `p` holds the plan first."""
    now = settings()
    return at(plan.now, plan.facts, p) if now.shown else None


def at(scenario: Scenario, facts: Facts, p: Projection, row: int = 0) -> Likely:
    """The futures of a plan, with what the reader would do. `p` holds the plan in the given row."""
    now = settings()
    found = worked_out(scenario, now.pins, _whose(scenario, facts), now.reactions)
    return likely(found, p, row, now.reactions)


def of_each(plans: Sequence[tuple[Scenario, Facts]]) -> list[Ranges]:
    """The futures of plans side by side, all with the same draws; none while they are off."""
    now = settings()
    return [worked_out(x, now.pins, _whose(x, facts)) for x, facts in plans] if now.shown else []


def chances(plans: Iterable[tuple[Scenario, Facts]]) -> list[Chance | Untested]:
    """The chance of each plan, as `of_each` finds it; none was tested while they are off."""
    now = settings()
    return [*chances_of(plans, now.place, now.pins)] if now.shown else [Untested.OFF for _ in plans]


def whose_of(plan: Plan) -> str:
    """Whose counts the plan on the screen goes by."""
    return _whose(plan.now, plan.facts)


def _whose(scenario: Scenario, facts: Facts) -> str:
    """Whose counts a plan goes by in the place that the reader named."""
    return whose(settings().place, scenario, facts)


def drawn(plan: Plan) -> Likely | None:
    """The plan's futures as last drawn, if any."""
    last = _drawn.get()
    return last.likely if last.signature == of_plan(plan) else None


def legend(found: Likely | None) -> str:
    """A legend for the marks on the bars."""
    return f" {say('cases.legend')}" if found else ""


def switch() -> None:
    """The switch under the curves, which also describes the band."""
    widgets.prepare(SHOWN, settings().shown)
    st.toggle(
        plain(
            f"{say('cases.switch')} {say('cases.switch_note')}"
        ),  # no marks: a label is read aloud with them
        key=SHOWN,
        on_change=_set,
        help=plain(say("cases.switch_help")),
    )


def _set() -> None:
    # Widgets of a closed tab hold nothing; their values are kept.
    now = settings()
    pins = tuple(k for k in UNCERTAIN if _held(_pin(k), k in now.pins))
    shown, place = _held(SHOWN, now.shown), _held(SPREAD, now.place)
    chosen = _held(REACT, list(now.reactions))
    reactions = tuple(k for k in REACTIONS if k in chosen)
    _settings.put(replace(now, shown=shown, pins=pins, place=place, reactions=reactions))
    history.mark_due()


def _held(widget: str, otherwise: T) -> T:
    held = widgets.value(widget, type(otherwise))
    return otherwise if held is None else held


def _pin(key: str) -> str:
    return f"pin-{key}"


def ranges(plan: Plan, p: Projection) -> None:
    """A part of the tab: results of the futures, compared with the start, and what is uncertain."""
    now = settings()
    found = (drawn(plan) or at(plan.now, plan.facts, p)).ranges
    start = (
        compared(found, worked_out(plan.start, now.pins, _whose(plan.start, plan.facts)))
        if plan.is_changed
        else None
    )
    whose_counts = whose_of(plan)
    why = why_in_start_up(plan.now, p, found, now.pins, whose_counts) if found.first_negative[0] else ""
    contracts = hired_words(plan.now, hired(plan.now, now.pins, whose_counts))
    put_markup(range_tables.outcome(found, p, start, why, contracts))
    _react(now)
    _uncertain(plan, now)
    put_markup(range_tables.correlations() + range_tables.tuned())


def _react(now: Settings) -> None:
    """What the reader would do once a year falls short; the chance with it stands beside the rating."""
    widgets.prepare(REACT, list(now.reactions))
    st.pills(
        plain(say("cases.react")),
        list(REACTIONS),
        format_func=lambda key: plain(reaction_name(key)),
        selection_mode="multi",
        key=REACT,
        on_change=_set,
        help="\n".join(f"* **{plain(reaction_name(k))}.** {plain(reaction_means(k))}" for k in REACTIONS),
    )


def _uncertain(plan: Plan, now: Settings) -> None:
    """What to check first; then each source: what holding it does, how it varies, and its check box."""
    place = _whose(plan.now, plan.facts)
    shares, found = pinning(plan.now, now.pins, place), held(plan.now, now.pins, place)
    put_markup(source_markup.heading(shares, now.pins, found))
    alone = source_markup.alone(plan.now, place)
    for key in sources_of(plan.now):
        source = UNCERTAIN[key]
        told, pin = st.columns((5, 2), gap="small")
        with told:
            markup = source_markup.source(source, plan.now, alone[key], shares[key], found)
            if key == "enrollment":
                markup += source_markup.middle(middle_of_cases(spread_of(place), plan.now))
            put_markup(markup)
        with pin:
            widgets.prepare(_pin(key), key in now.pins)
            st.checkbox(plain(say("cases.hold", source=source.label)), key=_pin(key), on_change=_set)
            if key == "enrollment":
                widgets.prepare(SPREAD, now.place)
                st.selectbox(
                    plain(say("cases.place")),
                    list(PLACES),
                    format_func=lambda named: spread_of(whose(named, plan.now, plan.facts)).label,
                    key=SPREAD,
                    on_change=_set,
                    disabled=key in now.pins,
                )
