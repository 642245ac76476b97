"""The tabs below the curves, in their order. A new one is a row here and a folder with its content."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from views import charts
from views.compare import plans
from views.context import Context
from views.curves import more_curves
from views.find_a_fix import goals
from views.markup.plain_text import plain
from views.share import taking
from views.shell import history, widgets
from views.students import grades, pupils_tab
from views.teacher_leaders import paying
from views.trace import all_lines, asking, assumptions, how_judged
from views.what_if import risk

KEY = "below"  # the widget of all tabs; it holds the label of the open one


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab. It is drawn only while it is open."""

    key: str
    label: str
    draw: Callable[[Context], None]
    pictures: tuple[str, ...] = ()  # names of `charts.NAMES` that the live layer moves while this tab is open
    # What it is drawn from beside these; with it, a move that leaves this alone leaves the tab alone.
    still: Callable[[Context], Hashable | None] = lambda _: None


TABS = (
    Tab("curves", "More curves", more_curves.more_curves, charts.NAMES[1:], more_curves.still),
    Tab("pupils", "Students and time", pupils_tab.pupils_tab),
    Tab("by_grade", "By grade", grades.grades),
    Tab("leaders", "Paying teacher leaders", paying.paying),
    Tab("plans", "Plans and effects", plans.plans),
    Tab("ways", "Ways to the goal", goals.goals),
    Tab("risk", "Risk", risk.risk),
    Tab("lines", "All lines and years", all_lines.all_lines),
    Tab("origin", "Where a number comes from", asking.in_tab),
    Tab("assumptions", "Assumptions", assumptions.assumptions),
    Tab("judged", "How this is judged", how_judged.how_judged),
    Tab("share", "Take it along", taking.taking),
)
LABELS: Mapping[str, str] = MappingProxyType({t.key: t.label for t in TABS})


def still(context: Context) -> Hashable | None:
    """What the open tab is drawn from beside the pictures that the live layer moves; None: everything."""
    label = widgets.value(KEY, str) or TABS[0].label
    found = next(t.still(context) for t in TABS if t.label == label)
    return None if found is None else (label, found)


def draw(context: Context) -> tuple[str, ...]:
    """The row of tabs and the open one. Returns the charts of that one."""
    places = st.tabs([plain(t.label) for t in TABS], key=KEY, on_change=history.mark_due)
    pictures: tuple[str, ...] = ()
    for tab, place in zip(TABS, places, strict=True):
        if place.open:
            pictures += tab.pictures
            with place:
                tab.draw(context)
    return pictures
