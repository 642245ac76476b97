"""Ranges on the screen: the switch beside the curves, and the tab of what is uncertain.

Pins are a way of looking and not a part of the plan: they last while the page is open. A link or a file opens
with everything uncertain, which is the honest start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from model.evidence import SPREADS, UNCERTAIN
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.ranges.bands import Ranges, compared
from model.ranges.bands import ranges as worked_out
from model.ranges.futures import PLACE
from model.ranges.pinning import pinning
from model.results.projection import Projection
from views.answer.likely import Likely, likely
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.page_markup import put_markup
from views.shell.session import Slot
from views.shell.signature import of_plan
from views.what_if import range_tables

T = TypeVar("T")
SHOWN, SPREAD = "ranges-shown", "ranges-place"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the reader looks at the futures."""

    shown: bool = True
    pins: tuple[str, ...] = ()
    place: str = PLACE


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
    return likely(worked_out(plan.now, now.pins, now.place), p) if now.shown else None


def of_each(plans: Sequence[Scenario]) -> list[Ranges]:
    """The futures of plans side by side, all with the same draws; none while they are off."""
    now = settings()
    return [worked_out(x, now.pins, now.place) for x in plans] if now.shown else []


def drawn(plan: Plan) -> Likely | None:
    """The plan's futures as last drawn, if any."""
    last = _drawn.get()
    return last.likely if last.signature == of_plan(plan) else None


def legend(found: Likely | None) -> str:
    """A legend for the marks on the bars."""
    return " Thin lines: 8 of 10 futures; thick: 5 of 10." if found else ""


def switch() -> None:
    """The switch under the curves, which also describes the band."""
    widgets.prepare(SHOWN, settings().shown)
    st.toggle(
        "**Ranges.** Grey: what is left over or short in 8 of 10 futures, darker in 5 of 10, measured from the cost line",
        key=SHOWN,
        on_change=_set,
        help="Shows where 2,000 futures of this plan lie, and how many stay whole. What is uncertain, and by how much, is under “What if”.",
    )


def _set() -> None:
    # Widgets of a closed tab hold nothing; their values are kept.
    now = settings()
    pins = tuple(k for k in UNCERTAIN if _held(_pin(k), k in now.pins))
    shown, place = _held(SHOWN, now.shown), _held(SPREAD, now.place)
    _settings.put(replace(now, shown=shown, pins=pins, place=place))
    history.mark_due()


def _held(widget: str, otherwise: T) -> T:
    held = widgets.value(widget, type(otherwise))
    return otherwise if held is None else held


def _pin(key: str) -> str:
    return f"pin-{key}"


def ranges(plan: Plan, p: Projection) -> None:
    """A part of the tab: results of the futures, compared with the start, and what is uncertain."""
    now = settings()
    found = (drawn(plan) or likely(worked_out(plan.now, now.pins, now.place), p)).ranges
    start = compared(found, worked_out(plan.start, now.pins, now.place)) if plan.is_changed else None
    put_markup(range_tables.outcome(found, p, start))
    _uncertain(plan, now)
    put_markup(range_tables.correlations() + range_tables.tuned())


def _uncertain(plan: Plan, now: Settings) -> None:
    """What is worth pinning; then each source with its share, its distribution, its effect alone, its pin."""
    shares = pinning(plan.now, now.pins, now.place)
    put_markup(range_tables.heading(shares, now.pins))
    alone = range_tables.alone(plan.now, now.place)
    for key, source in UNCERTAIN.items():
        told, pin = st.columns((5, 2), gap="small")
        with told:
            put_markup(range_tables.source(source, alone[key], shares[key], pinned=key in now.pins))
        with pin:
            widgets.prepare(_pin(key), key in now.pins)
            st.checkbox(plain(f"Pin {source.label.lower()}"), key=_pin(key), on_change=_set)
            if key == "enrollment":
                widgets.prepare(SPREAD, now.place)
                st.selectbox(
                    "Moves as it did in",
                    list(SPREADS),
                    format_func=lambda place: SPREADS[place].label,
                    key=SPREAD,
                    on_change=_set,
                    disabled=key in now.pins,
                )
