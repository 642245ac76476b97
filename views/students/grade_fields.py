"""The fields of students by grade: what each shows, what was typed, and the resulting values of levers.

A field that was not drawn in a run loses what it held, so what was typed is kept beside the fields. A field
that still shows what it began with stands for the whole value it began with, also where that differs by year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from model.evidence import LEVERS, Value
from model.lines.grades import GOING_ON, JOINING, trigger_lever, year_1_lever
from model.plan.by_grade import ALL, BY_GRADE, CHOICE, ENTERING, is_by_grade, span
from model.plan.dating import plainest
from model.plan.typed_values import read_value, said_of
from model.results.counting import even
from model.texts import counted, say
from model.units import grade
from model.units import plain as plain_number
from model.years import OPERATING_YEARS
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.scale import field_text, to_screen
from views.shell.session import Slot
from views.shell.typed_fields import Draft, draft, draft_field

LOWEST, TOP, GROWN, PASTE = "grades-lowest", "grades-top", "grades-grown", "grades-paste"
_LISTS = {"lowest_grade": LOWEST, "top_grade": TOP}


@dataclass(slots=True)
class _Fields:
    """By lever: the text in its field, the value that it began with, and whether the last run drew it."""

    typed: dict[str, str] = field(default_factory=dict)
    begun: dict[str, Value] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    drawn_before: set[str] = field(default_factory=set)


_fields = Slot(_Fields)
_IN_FULL = frozenset((*JOINING.values(), *GOING_ON.values()))  # Year 1's number alone would say nothing there


def text_of(lever: str, value: Value) -> str:
    """What a field of the dialog shows: one number, that of Year 1, or five where Year 1's is not used."""
    if lever not in _IN_FULL or not isinstance(value, tuple):
        return field_text(LEVERS[lever], value)
    return ", ".join(plain_number(to_screen(LEVERS[lever], x)) for x in value)


def widget_of(lever: str) -> str:
    """The dialog's own widget of a lever."""
    return f"grades-{lever}"


def take_over(values: Mapping[str, Value]) -> None:
    """Let the fields begin with these values, and keep what was typed in all others."""
    held = _fields.get()
    for key in held.begun.keys() & values.keys():
        held.begun[key] = values[key]
        held.typed[key] = text_of(key, values[key])
        held.drawn.discard(key)


def show(values: Mapping[str, Value]) -> None:
    """Let the three lists show the grades of these values."""
    now = history.plan().now.changed(values)
    for widget, lever, year in ((LOWEST, "lowest_grade", 1), (TOP, "top_grade", 1), (GROWN, "top_grade", 5)):
        widgets.prepare(widget, int(now.number(lever, year)))


def fill(values: dict[str, Value], grown: int) -> None:
    """Let the fields show these values."""
    now = history.plan().now.changed(values)
    widgets.prepare(LOWEST, int(now.number("lowest_grade")))
    widgets.prepare(TOP, int(now.number("top_grade")))
    widgets.prepare(GROWN, grown)
    begun = {
        x.key: now[x.key]
        for x in LEVERS.values()
        if x.panel == "by_grade" and not x.is_choice and x.unit != "grade"
    }
    _fields.put(_Fields({k: text_of(k, v) for k, v in begun.items()}, begun))


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
    """A field. If the last run did not draw it, it has lost its text and shows what was typed in it last."""
    held = _fields.get()
    if lever not in held.drawn_before:
        widgets.prepare(widget_of(lever), held.typed[lever])
    field = draft_field(
        LEVERS[lever],
        label,
        widget_of(lever),
        placeholder="0" if LEVERS[lever].unit == "pupils" else None,
        help=LEVERS[lever].help if said else None,
        kept=held.begun[lever],
        kept_text=text_of(lever, held.begun[lever]),
    )
    held.typed[lever] = field.text
    held.drawn.add(lever)


def drafts() -> list[Draft]:
    """What the fields hold that this run has drawn."""
    return [_draft(k) for k in LEVERS if k in _fields.get().drawn]


def _draft(lever: str) -> Draft:
    held = _fields.get()
    begun = held.begun[lever]
    shown = text_of(lever, begun)
    return draft(LEVERS[lever], widget_of(lever), held.typed[lever], kept=begun, kept_text=shown)


def by_year() -> list[str]:
    """The values of other years behind fields that show Year 1's and were not touched."""
    return [
        say("students.by_year", setting=d.lever.label, values=said_of(d.lever, value))
        for d in drafts()
        if isinstance(value := _meant(d), tuple) and d.lever.key not in _IN_FULL
    ]


def _meant(d: Draft) -> Value | None:
    """The value of a field: what it began with, while it shows that, or what was typed."""
    begun = _fields.get().begun[d.lever.key]
    return begun if d.text.strip() == text_of(d.lever.key, begun) else d.value


def paste_field(inside: range) -> None:
    """Where a row or a column of counts is pasted."""
    st.text_area(
        plain(say("students.paste", grades=span(inside))),
        key=PASTE,
        height=68,
        placeholder="52 48 50 51 49 47",
        on_change=_pasted,
    )
    for problem in widgets.problems(PASTE):
        st.error(plain(problem))


def _span_changed() -> None:
    """Other grades: as long as nobody has typed a count, the students are spread again over them."""
    lowest, top = chosen(LOWEST), chosen(TOP)
    if chosen(GROWN) < top:
        widgets.prepare(GROWN, top)
    now = history.plan().now
    if not is_by_grade(now) and top >= lowest and not any_typed():
        fill(even(now, lowest, top), chosen(GROWN))


def any_typed() -> bool:
    """Whether a count differs from the one that its field began with."""
    held = _fields.get()
    counts = map(year_1_lever, ALL)
    return any(held.typed[k] != text_of(k, held.begun[k]) for k in counts)


def _pasted() -> None:
    """A row of counts goes into the fields, or is refused with a list of faults."""
    text = widgets.text(PASTE)
    inside = range(chosen(LOWEST), chosen(TOP) + 1)
    parts = [p for p in re.split(r"[\s,;]+", text) if p]
    found = [read_value(LEVERS[year_1_lever(inside[0])], p) for p in parts]
    wrong = [
        say("students.no_count", typed=p[:20]) for p, x in zip(parts, found, strict=True) if x.value is None
    ]
    if parts and len(parts) != len(inside):
        count = counted(len(inside))
        wrong.append(say("students.wrong_count", count=count, given=len(parts), grades=span(inside)))
    if wrong:
        widgets.refuse(PASTE, text, wrong)
        return
    widgets.accept(PASTE)
    if parts:
        for g, x in zip(inside, found, strict=True):
            key = year_1_lever(g)
            assert isinstance(x.value, float)
            _fields.get().typed[key] = field_text(LEVERS[key], x.value)
            _fields.get().drawn.discard(key)
        widgets.prepare(PASTE, "")


def holds(changes: Mapping[str, Value]) -> bool:
    """Whether the dialog has a field or a list for each of these levers."""
    return all(k in {*_LISTS, *_fields.get().begun} for k in changes)


def fill_in(changes: Mapping[str, Value]) -> None:
    """Let fields and lists show these values. The plan changes only on *Use it*."""
    for key, value in changes.items():
        if key in _LISTS:
            assert isinstance(value, float)
            widgets.prepare(_LISTS[key], int(value))
        else:
            _fields.get().typed[key] = text_of(key, value)
            _fields.get().drawn.discard(key)
    if chosen(GROWN) < chosen(TOP):
        widgets.prepare(GROWN, chosen(TOP))
    history.mark_due()


def rules_typed(rules: Iterable[str]) -> tuple[dict[str, Value], list[str]]:
    """The values of these fields, and the labels of those that were left empty."""
    found = {k: _draft(k) for k in rules}
    meant = {k: _meant(d) for k, d in found.items() if d.found is not None}
    missing = [d.lever.label for d in found.values() if d.found is None]
    return {k: v for k, v in meant.items() if v is not None}, missing


def values_typed(inside: range) -> tuple[dict[str, Value], list[str]]:
    """The values as typed, and the labels of fields that were left empty. An empty count means nobody.

    A field with a text that cannot be read has no value here: see `drafts`.
    """
    last = max(inside[-1], chosen(GROWN))
    typed: dict[str, Value] = {
        CHOICE: BY_GRADE,
        "lowest_grade": float(inside[0]),
        "top_grade": plainest([float(min(inside[-1] + n, last)) for n in range(OPERATING_YEARS)]),
    }
    missing = []
    needed = {"retention", "teachers_per_section", *(trigger_lever(g) for g in range(inside[0], last + 1))}
    counted = {ENTERING, *JOINING.values(), *map(year_1_lever, inside)}
    for lever in (x for x in LEVERS.values() if x.panel == "by_grade" and x.key not in typed):
        field = _draft(lever.key)
        if lever.unit == "pupils" and (field.found is None or lever.key not in counted):
            typed[lever.key] = 0.0
        elif field.found is None and lever.key in needed:
            missing.append(lever.label)
        elif (value := _meant(field)) is not None:
            typed[lever.key] = value
    return typed, missing
