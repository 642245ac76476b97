"""The dialog to date a decision: a lever from a year, phased in, until a year; or five numbers by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from model.evidence import GROWING, LEVERS, Lever, Value, panel_label
from model.evidence.growing import AS_TYPED, GROWS
from model.explain.account import value_in_words
from model.explain.standing import standing
from model.lines.grades import year_1_lever
from model.plan.by_grade import ALL, CHOICE, is_table
from model.plan.dating import dated, plainest
from model.plan.in_play import set_aside_by
from model.plan.own_in_play import all_own_closed
from model.plan.scenario import Scenario, ScenarioError
from model.results.dollars_by_year import in_each_year
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
    if not is_table(plan.now):
        aside |= {year_1_lever(g) for g in ALL}  # only a table has more than Year 1's count
    # Dating a lever that has no effect in the plan would change nothing.
    aside |= all_own_closed(plan.now.values)
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
        changes = _from_a_year(lever, before, now) if way == _FROM else _five(lever, plan.now)
        if changes is None:
            return
        changed = plan.now.changed(changes)
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(problem.on_page))
        return
    put_markup(_preview(lever, plan.start, changed))
    if key in GROWING and GROWING[key].grows_with and changed[GROWING[key].mark] == GROWS:
        st.caption(plain(say("settings.grow_from_year_1")))
    for said in implied_in_words(changes, plan.now):
        st.caption(plain(said))
    found = [r for r in plan_remarks(plan.start, changed) if r.lever == key and not to_check.is_said(r)]
    for remark in found:
        st.warning(plain(to_check.on_page(remark)))
    with st.container(horizontal=True, key="date-ways"):
        if st.button(
            plain(say("settings.use_it")), key="date-use", disabled=changed.values == plan.now.values
        ):
            _use(changes)
        for i, remark in enumerate(found):
            more = to_check.offered(plan.changed(changes), remark)
            use = say("settings.use_it_and", press=remark.press)
            if more and st.button(plain(use), key=f"date-use-{i}"):
                _use({**changes, **more})


def _use(changes: Mapping[str, Value]) -> None:
    attempt(changes)
    close_dialog()
    st.rerun()


def _from_a_year(lever: Lever, before: Value, now: Value) -> dict[str, Value] | None:
    """The changes; None while they are not known. The numbers mean what those of the start mean."""
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
    given: dict[str, Value] = {lever.key: dated(lever.key, before, typed.number, first, phase, last)}
    if lever.key in GROWING:  # the other years are those of the start
        given[GROWING[lever.key].mark] = history.plan().start[GROWING[lever.key].mark]
    return given


def _phase(years: int) -> str:
    return say("settings.at_once") if years == 1 else say("settings.years", count=years)


def _five(lever: Lever, plan: Scenario) -> dict[str, Value] | None:
    """The changes; None while they are not known. Five numbers are each year's own unless they shall grow."""
    meaning = _meaning(lever, plan)
    numbers = _begun_with(lever, plan, meaning)
    drafts = []
    for year, column, x in zip(YEARS, st.columns(OPERATING_YEARS), numbers, strict=True):
        widget = _of_year(lever, year, meaning)
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
    if len(given) != OPERATING_YEARS:
        return None
    if not meaning:
        return {lever.key: plainest(given)}
    return {lever.key: tuple(given), GROWING[lever.key].mark: meaning}


def _meaning(lever: Lever, plan: Scenario) -> str:
    """What the five numbers shall mean, as the reader chooses; empty where there is nothing to choose."""
    if lever.key not in GROWING:
        return ""
    mark = LEVERS[GROWING[lever.key].mark]
    held = isinstance(plan[lever.key], tuple) and plan[mark.key] == GROWS
    return (
        st.segmented_control(
            plain(say("settings.five_mean")),
            mark.choices,
            default=GROWS if held else AS_TYPED,
            format_func=lambda c: plain(mark.choice_label(c)),
            required=True,
            help=plain(mark.help),
            key=_meaning_of(lever),
        )
        or AS_TYPED
    )


def _meaning_of(lever: Lever) -> str:
    return f"date-meaning-{lever.key}"


def _begun_with(lever: Lever, plan: Scenario, meaning: str) -> Sequence[Value]:
    """What the fields show first: the dollars of each year where those are meant, else the plan's numbers."""
    if meaning == AS_TYPED:
        return [round(x, 2) for x in in_each_year(plan, lever.key)]
    now = standing(plan, lever.key)
    return now if isinstance(now, tuple) else (now,) * OPERATING_YEARS


def _of_year(lever: Lever, year: int, meaning: str) -> str:
    return f"date-{lever.key}-{year}" + (f"-{meaning}" if meaning == GROWS else "")


def _spread(lever: Lever, widget: str) -> None:
    """Five numbers in one field are those of Years 1 to 5: each goes into a field of its own."""
    value = draft(lever, widget).read
    if isinstance(value, tuple):
        widgets.prepare("date-way", _FIVE)
        for year, x in zip(YEARS, value, strict=True):
            meaning = widgets.value(_meaning_of(lever), str) or ""
            if lever.key in GROWING and not meaning:
                meaning = AS_TYPED
                widgets.prepare(_meaning_of(lever), meaning)
            widgets.prepare(_of_year(lever, year, meaning), field_text(lever, x))


def _preview(lever: Lever, start: Scenario, changed: Scenario) -> Markup:
    """Years 1 to 5 at the start and with the change. Where dollars grow they are each year's own."""

    def row(name: str, x: Value) -> list[str]:
        years = x if isinstance(x, tuple) else (x,) * OPERATING_YEARS
        return [name, *(value_in_words(lever, v) for v in years)]

    def dollars(plan: Scenario) -> Value:
        return tuple(round(x, 2) for x in in_each_year(plan, lever.key))

    before, value = standing(start, lever.key), changed[lever.key]
    if lever.key not in GROWING:
        rows = [row(say("settings.row_start"), before), row(say("settings.row_with"), value)]
    else:
        rows = [
            row(say("settings.row_start"), dollars(start)),
            row(say("settings.row_with"), dollars(changed)),
        ]
        if value != dollars(changed):
            rows.append(row(say("settings.row_typed"), value))
    return table(lever.label, ["", *year_names(first=1)], rows)
