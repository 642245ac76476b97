"""The places below the curves in one row, and the parts of the open one. A new part is a row here.

Only the open part is computed and sent.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from model.texts import say
from views import charts
from views.compare import effects_part, noted_part, plans
from views.context import Context, of_now
from views.curves import months, more_curves
from views.find_a_fix import goals, setting_map, weighing
from views.markup.plain_text import plain
from views.pages.evidence import link_here
from views.share import board_page, for_a_colleague, for_later, for_my_manager
from views.shell import history, parts, widgets
from views.shell.remembered import remember, restore
from views.shell.signature import of_plan
from views.students import grades, pupils_tab
from views.teacher_leaders import paying
from views.trace import all_lines, asking, assumptions, how_judged
from views.what_if import ranges, stress

KEY = "place"  # the widget of the row of places; it holds the key of the open one


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a place. `label` is the key of its text."""

    key: str
    label: str
    draw: Callable[[Context], None]
    pictures: tuple[
        str, ...
    ] = ()  # names of `charts.NAMES` that the live layer moves while this part is open
    # For a part that is made of parts of its own (`views/shell/parts.py`): what all else in it is drawn from.
    # Without it the whole part is drawn again after a move.
    still: Callable[[Context], Hashable] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `label` and `lead`, the first line that a reader sees there, are keys of texts."""

    key: str
    label: str
    lead: str
    parts: tuple[Part, ...]
    below: Callable[[], None] | None = None  # what stands below every part of it

    @property
    def widget(self) -> str:
        """The widget of its row of parts; it holds the key of the open one."""
        return f"part-{self.key}"


PLACES = (
    Place(
        "overview",
        "places.overview",
        "places.overview_lead",
        (
            Part("curves", "places.curves", more_curves.more_curves, charts.NAMES[1:], more_curves.still),
            Part("months", "places.months", months.month_by_month),
        ),
    ),
    Place(
        "students",
        "places.students",
        "places.students_lead",
        (
            Part("pupils", "places.pupils", pupils_tab.pupils_tab),
            Part("by_grade", "places.by_grade", grades.grades),
            Part("leaders", "places.leaders", paying.paying),
        ),
    ),
    Place(
        "what_if",
        "places.what_if",
        "places.what_if_lead",
        (
            Part("risk", "places.risk", lambda c: stress.stress(c.plan)),
            Part("futures", "places.futures", lambda c: ranges.ranges(c.plan, c.projection)),
        ),
    ),
    Place(
        "fix",
        "places.fix",
        "places.fix_lead",
        (
            Part("ways", "find_a_fix.part_take", goals.goals),
            Part("matters", "find_a_fix.part_matters", lambda c: weighing.tornado(c.plan)),
            Part("two", "find_a_fix.part_compare", setting_map.two_levers, still=weighing.still),
            Part("trade", "find_a_fix.part_trade", weighing.trade_off, still=weighing.still),
        ),
    ),
    Place(
        "compare",
        "places.compare",
        "places.compare_lead",
        (
            Part("plans", "places.plans", plans.plans),
            Part("effects", "places.effects", effects_part.effects_part),
            Part("noted", "places.noted", noted_part.noted_part),
        ),
    ),
    Place(
        "numbers",
        "places.numbers",
        "places.numbers_lead",
        (
            Part("lines", "places.lines", all_lines.all_lines),
            Part("origin", "places.origin", asking.in_part),
            Part("assumptions", "places.assumptions", assumptions.assumptions),
            Part("judged", "places.judged", how_judged.how_judged),
        ),
        below=link_here,
    ),
    Place(
        "share",
        "places.share",
        "places.share_lead",
        (
            Part("board", "places.board", board_page.board_page),
            Part("take", "places.take", for_a_colleague.for_a_colleague),
            Part("manager", "places.manager", for_my_manager.for_my_manager),
            Part("open", "places.open", for_later.for_later),
        ),
    ),
)
PLACE_OF: Mapping[str, Place] = MappingProxyType({part.key: p for p in PLACES for part in p.parts})


def _open() -> Part:
    """The open part, as the rows hold it."""
    place = next(p for p in PLACES if p.key == (widgets.value(KEY, str) or PLACES[0].key))
    part = widgets.value(place.widget, str) or place.parts[0].key
    return next(p for p in place.parts if p.key == part)


def still(context: Context) -> Hashable:
    """Which part is open, and what it is drawn from where a run of parts leaves it as it is."""
    part = _open()
    return part.key, part.still and part.still(context)


def draw(context: Context) -> tuple[str, ...]:
    """The row of places, the row of parts of the open one, and the open part. Returns the charts of that."""
    row = _row(KEY, say("places.row"), {p.key: p.label for p in PLACES}, is_named=False)
    place = next(p for p in PLACES if p.key == row)
    with st.container(key="parts"):
        row = _row(place.widget, say(place.lead), {p.key: p.label for p in place.parts})
    part = next(p for p in place.parts if p.key == row)
    with st.container(key="below"):  # what comes after it keeps its position, whatever is inside
        if part.still:
            part.draw(context)
        else:
            _moving()
        if place.below:
            place.below()
    return part.pictures


@parts.part("place", lambda: (_open().key, of_plan(history.plan())))
def _moving() -> None:
    """A part that is drawn again as a whole: after a move, and nothing else below the curves is."""
    _open().draw(of_now())


def _row(widget: str, label: str, options: Mapping[str, str], *, is_named: bool = True) -> str:
    """A row of which one is open; the first, until the reader opens another. Returns its key."""
    first = next(iter(options))
    restore(widget)
    chosen = st.segmented_control(
        plain(label),
        tuple(options),
        format_func=lambda key: plain(say(options[key])),
        default=first,
        required=True,
        key=widget,
        label_visibility="visible" if is_named else "collapsed",
        on_change=remember,
        args=(widget,),
    )
    return chosen or first
