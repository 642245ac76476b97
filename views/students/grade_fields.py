"""The fields of pupils by grade: what each shows, what was typed, and the resulting values of levers.

A field that was not drawn in a run loses what it held, so what was typed is kept beside the fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import streamlit as st

from model.evidence import LEVERS, Value
from model.grades.cohorts import spread
from model.lines.grades import trigger_lever, year_1_lever
from model.plan.by_grade import ALL, BY_GRADE, CHOICE, ENTERING, any_counted, is_by_grade, span
from model.plan.dating import plainest
from model.units import grade
from model.years import OPERATING, OPERATING_YEARS
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.scale import from_screen, to_screen
from views.shell.session import Slot
from views.students.grade_rows import counts

LOWEST, TOP, GROWN, PASTE = "grades-lowest", "grades-top", "grades-grown", "grades-paste"


@dataclass(slots=True)
class _Fields:
    """By lever: what its field shows, on the screen's scale, and whether the last run drew it.

    And the proposed counts.
    """

    typed: dict[str, float | None] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    drawn_before: set[str] = field(default_factory=set)
    proposed: list[float] = field(default_factory=list)


_fields = Slot(_Fields)


def widget_of(lever: str) -> str:
    """The dialog's own widget of a lever."""
    return f"grades-{lever}"


def fill_from_plan() -> None:
    """Let the fields show the plan's grades, or its pupils spread over the usual ones where it has none."""
    plan = history.plan()
    now = plan.now
    if not is_by_grade(now) and not any_counted(now):
        low, high = plan.facts.lowest_grade, plan.facts.top_grade
        _fill(spread(now, low, high), high)
    else:
        tops = [int(now.number("top_grade", year)) for year in OPERATING]
        _fill({k: x for k, x in now.values.items() if LEVERS[k].panel == "by_grade"}, tops[-1])
    widgets.accept(PASTE)
    widgets.prepare(PASTE, "")


def _fill(values: dict[str, Value], grown: int) -> None:
    """Let the fields show these values."""
    now = history.plan().now.changed(values)
    widgets.prepare(LOWEST, int(now.number("lowest_grade")))
    widgets.prepare(TOP, int(now.number("top_grade")))
    widgets.prepare(GROWN, grown)
    fields = (x for x in LEVERS.values() if x.panel == "by_grade" and not x.is_choice and x.unit != "grade")
    typed: dict[str, float | None] = {x.key: to_screen(x, now.number(x.key)) for x in fields}
    _fields.put(_Fields(typed, proposed=counts(now)))


def begin_run() -> None:
    """Call before the fields of a run are drawn."""
    held = _fields.get()
    held.drawn_before, held.drawn = held.drawn, set()


def chosen(widget: str) -> int:
    """The grade that one of the three lists of grades holds."""
    return widgets.value(widget, int) or 0


def grade_list(widget: str, label: str) -> None:
    """One of the three lists of grades."""
    st.selectbox(plain(label), ALL, format_func=grade, key=widget, on_change=_span_changed)


def number_field(lever: str, label: str, *, said: bool = True) -> None:
    """A field. If the last run did not draw it, it has lost its value and shows what was typed in it last."""
    held = _fields.get()
    if lever not in held.drawn_before:
        widgets.prepare(widget_of(lever), held.typed[lever])
    held.typed[lever] = st.number_input(
        plain(label),
        value=None,
        step=to_screen(LEVERS[lever], LEVERS[lever].step or 1.0),
        format="%.12g",
        placeholder="0",
        key=widget_of(lever),
        help=plain(LEVERS[lever].help) if said else None,
    )
    held.drawn.add(lever)


def paste_field(inside: range) -> None:
    """Where a row or a column of counts is pasted."""
    st.text_area(
        plain(f"Or paste a row or column of counts, {span(inside)}"),
        key=PASTE,
        height=68,
        placeholder="52 48 50 51 49 47",
        on_change=_pasted,
    )
    for problem in widgets.problems(PASTE):
        st.error(plain(problem))


def _span_changed() -> None:
    """Other grades: as long as nobody has typed a count, the pupils are spread again over them."""
    lowest, top = chosen(LOWEST), chosen(TOP)
    if chosen(GROWN) < top:
        widgets.prepare(GROWN, top)
    now = history.plan().now
    held = _fields.get()
    typed = [float(held.typed[year_1_lever(g)] or 0) for g in ALL]
    if not is_by_grade(now) and typed == held.proposed and top >= lowest:
        _fill(spread(now, lowest, top), chosen(GROWN))


def _pasted() -> None:
    """A row of counts goes into the fields, or is refused with a list of faults."""
    text = widgets.text(PASTE)
    inside = range(chosen(LOWEST), chosen(TOP) + 1)
    parts = [p for p in re.split(r"[\s,;]+", text) if p]
    wrong = [
        f"“{p[:20]}” is not a number of pupils." for p in parts if not re.fullmatch(r"\d{1,4}(\.\d+)?", p)
    ]
    if parts and len(parts) != len(inside):
        wrong.append(
            f"{len(parts)} numbers for {len(inside)} grades ({span(inside)}). Give one for each grade."
        )
    if wrong:
        widgets.refuse(PASTE, text, wrong)
        return
    widgets.accept(PASTE)
    if parts:
        for g, part in zip(inside, parts, strict=True):
            _fields.get().typed[year_1_lever(g)] = float(part)
            _fields.get().drawn.discard(year_1_lever(g))
        widgets.prepare(PASTE, "")


def values_typed(inside: range) -> tuple[dict[str, Value], list[str]]:
    """The values as typed, and the labels of fields that were left empty. An empty count means nobody."""
    last = max(inside[-1], chosen(GROWN))
    typed: dict[str, Value] = {
        CHOICE: BY_GRADE,
        "lowest_grade": float(inside[0]),
        "top_grade": plainest([float(min(inside[-1] + n, last)) for n in range(OPERATING_YEARS)]),
    }
    missing = []
    for lever in (x for x in LEVERS.values() if x.panel == "by_grade" and x.key not in typed):
        shown = _fields.get().typed[lever.key]
        if lever.unit == "pupils":
            counted = lever.key == ENTERING or lever.key in map(year_1_lever, inside)
            shown = float(shown or 0) if counted else 0.0
        elif shown is None and lever.key in (
            "retention",
            "teachers_per_section",
            *(trigger_lever(g) for g in range(inside[0], last + 1)),
        ):
            missing.append(lever.label)
        if shown is not None:
            typed[lever.key] = _kept(lever.key, from_screen(lever, float(shown)))
    return typed, missing


def _kept(lever: str, typed: float) -> Value:
    """A path of five numbers stays as it is unless its Year 1, which the field shows, was changed."""
    now = history.plan().now[lever]
    return now if isinstance(now, tuple) and now[0] == typed else typed
