"""The dialog to date a decision: a lever from a year, phased in, until a year; or five numbers by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Lever, Value, panel_label
from model.explain.account import value_in_words
from model.explain.standing import standing
from model.plan.by_grade import CHOICE
from model.plan.dating import dated, plainest
from model.plan.in_play import set_aside_by
from model.plan.scenario import ScenarioError
from model.results.plan_remarks import plan_remarks
from model.texts import listed, say
from model.year_names import year_name, year_names
from model.years import OPERATING_YEARS
from views.context import Context
from views.levers import to_check
from views.levers.controls import unit_beside
from views.markup.plain_text import plain
from views.markup.tables import table
from views.shell import history, widgets
from views.shell.attempt import attempt
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup
from views.shell.scale import field_text
from views.shell.typed_fields import draft, draft_field, implied_in_words, messages_of

KEY = "dating"  # among the dialogs
WAYS = {"from_a_year": "settings.from_a_year", "five": "settings.five_numbers"}  # with their labels
_FROM, _FIVE = WAYS
DATABLE = tuple(k for k, x in LEVERS.items() if x.per_year and not x.is_choice)
FIRST = "teacher_leaders"
YEARS = tuple(range(1, OPERATING_YEARS + 1))


def button() -> None:
    """Opens the dialog."""
    st.button(
        plain(say("settings.schedule")),
        key="date",
        on_click=open_dialog,
        args=(KEY,),
        icon=":material/event:",
        width="stretch",
    )


def lever_name(key: str) -> str:
    """A setting among all: its group first, so that the list is grouped and searchable by either."""
    lever = LEVERS[key]
    return say("settings.setting_of_group", group=panel_label(lever.panel), setting=lever.label)


def ask(_: Context) -> None:
    """The dialog. What is set is previewed before anything changes; Undo takes it back."""
    plan = history.plan()
    aside = set_aside_by(CHOICE, plan.now)
    # Dating a lever that has no effect in the plan would change nothing.
    offered = [k for k in DATABLE if k not in aside and k not in plan.locked]
    key = st.selectbox(
        plain(say("settings.what_changes")),
        offered,
        index=offered.index(FIRST) if FIRST in offered else 0,
        format_func=lever_name,
        key="date-lever",
    )
    lever = LEVERS[key]
    way = st.segmented_control(
        plain(say("settings.how")),
        tuple(WAYS),
        default=_FROM,
        format_func=lambda w: plain(say(WAYS[w])),
        required=True,
        key="date-way",
    )
    before, now = standing(plan.start, key), standing(plan.now, key)
    try:
        value = _from_a_year(lever, before, now) if way == _FROM else _five(lever, now)
        if value is None:
            return
        changed = plan.now.changed({key: value})
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(problem.on_page))
        return
    put_markup(_preview(lever, before, value))
    for said in implied_in_words({key: value}, plan.now):
        st.caption(plain(said))
    found = [r for r in plan_remarks(plan.start, changed) if r.lever == key]
    for remark in found:
        st.warning(plain(to_check.on_page(remark)))
    with st.container(horizontal=True, key="date-ways"):
        if st.button(
            plain(say("settings.use_it")), key="date-use", disabled=changed.values == plan.now.values
        ):
            _use({key: value})
        for i, remark in enumerate(found):
            more = to_check.offered(plan.changed({key: value}), remark)
            use = say("settings.use_it_and", press=remark.press)
            if more and st.button(plain(use), key=f"date-use-{i}"):
                _use({key: value, **more})


def _use(changes: Mapping[str, Value]) -> None:
    attempt(changes)
    close_dialog()
    st.rerun()


def _from_a_year(lever: Lever, before: Value, now: Value) -> Value | None:
    left, right = st.columns(2)
    typed = draft_field(
        lever,
        say("settings.new_value", unit=unit_beside(lever)),
        f"date-value-{lever.key}",
        placeholder=say("settings.at_the_start", value=value_in_words(lever, before)),
        within=left,
        on_change=partial(_spread, lever, f"date-value-{lever.key}"),
        kept=now,
    )
    first = right.selectbox(plain(say("settings.from_year")), YEARS, format_func=year_name, key="date-first")
    left, right = st.columns(2)
    phase = left.selectbox(plain(say("settings.phased_in")), YEARS, format_func=_phase, key="date-phase")
    last = right.selectbox(
        plain(say("settings.until_end_of")),
        YEARS,
        index=OPERATING_YEARS - 1,
        format_func=year_name,
        key="date-last",
    )
    messages_of([typed])
    if typed.number is None:
        if not typed.is_wrong:
            st.info(plain(say("settings.give_value")))
        return None
    return dated(lever.key, before, typed.number, first, phase, last)


def _phase(years: int) -> str:
    return say("settings.at_once") if years == 1 else say("settings.years", count=years)


def _five(lever: Lever, now: Value) -> Value | None:
    numbers = now if isinstance(now, tuple) else (now,) * OPERATING_YEARS
    drafts = []
    for year, column, x in zip(YEARS, st.columns(OPERATING_YEARS), numbers, strict=True):
        widget = _of_year(lever, year)
        if widgets.value(widget, str) is None:
            widgets.prepare(widget, field_text(lever, x))
        drafts.append(
            draft_field(
                lever,
                year_name(year),
                widget,
                within=column,
                on_change=partial(_spread, lever, widget),
                kept=x,
                kept_text=field_text(lever, x),
                is_ranged=year == YEARS[0],
            )
        )
    messages_of(drafts)
    empty = [year_name(year) for year, d in zip(YEARS, drafts, strict=True) if d.found is None]
    if empty:
        st.info(plain(say("settings.fill_in", years=listed(empty))))
    given = [d.number for d in drafts if d.number is not None]
    return plainest(given) if len(given) == OPERATING_YEARS else None


def _of_year(lever: Lever, year: int) -> str:
    return f"date-{lever.key}-{year}"


def _spread(lever: Lever, widget: str) -> None:
    """Five numbers in one field are those of Years 1 to 5: each goes into a field of its own."""
    value = draft(lever, widget).read
    if isinstance(value, tuple):
        widgets.prepare("date-way", _FIVE)
        for year, x in zip(YEARS, value, strict=True):
            widgets.prepare(_of_year(lever, year), field_text(lever, x))


def _preview(lever: Lever, before: Value, value: Value) -> Markup:
    def row(name: str, x: Value) -> list[str]:
        years = x if isinstance(x, tuple) else (x,) * OPERATING_YEARS
        return [name, *(value_in_words(lever, v) for v in years)]

    rows = [row(say("settings.row_start"), before), row(say("settings.row_with"), value)]
    return table(lever.label, ["", *year_names(first=1)], rows)
