"""Lines that a school names itself: those that are there with their dollars and fields, and a form for one
more.

Drawn in the fold of settings that is called after them. A plan without any shows the form alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Lever, Value
from model.evidence.own_lines import (
    AMOUNT,
    BASIS,
    FIRST,
    GROWTH,
    KIND,
    LAST,
    MOST,
    SHARE,
    SHARES,
    UNUSED,
    own_key,
)
from model.lines.own import own_line
from model.lines.worksheet import BOOK
from model.plan import own_lines
from model.plan.own_in_play import own_closed
from model.plan.plan import Plan
from model.plan.scenario import ScenarioError
from model.plan.typed_values import read_value
from model.results.projection import Projection, project
from model.texts import listed, own_name, say
from model.units import money, year_name
from views.levers import moving
from views.levers.controls import lever_help, locked
from views.markup.plain_text import plain, plain_name
from views.shell import history, messages, notebook, widgets
from views.shell.attempt import is_again
from views.shell.page_markup import put_markup
from views.trace import notes

Field: TypeAlias = Callable[[Lever, str], None]
_CHOICES = (KIND, BASIS)
_NUMBERS = (AMOUNT, SHARE, GROWTH, FIRST, LAST)
_NAME, _KIND, _BASIS, _AMOUNT = (f"own-new-{x}" for x in ("name", "kind", "basis", "amount"))


def draw(field: Field) -> list[str]:
    """The lines and the form. `field` draws the exact value of a setting. Returns the widgets of settings."""
    now = history.plan().now
    used = own_lines.used(now.values)
    p = project([now], only=[own_line(n, str(now[own_key(n, KIND)])) for n in used])
    drawn = [widget for number in used for widget in _line(number, p, field)]
    if len(used) < MOST:
        _form(one_more=bool(used))
    else:
        st.caption(plain(say("own_lines.at_most", most=MOST)))
    return drawn


def _by_year(number: int, p: Projection) -> str:
    """The dollars of a line, each year that it can have by its name, or once where all are alike."""
    key = own_line(number, str(history.plan().now[own_key(number, KIND)]))
    years = BOOK.lines[key].years
    dollars = {p.cell(key, year) for year in years}
    if len(dollars) == 1:
        return say("own_lines.every_year", dollars=money(dollars.pop()))
    return listed(
        say("own_lines.in_a_year", year=year_name(year), dollars=money(p.cell(key, year))) for year in years
    )


def _line(number: int, p: Projection, field: Field) -> list[str]:
    """The name of a line, its dollars, its settings that act, a note, and the way to take it out."""
    closed = own_closed(number, history.plan().now.values)
    key = own_key(number, "name")
    with st.container(border=True, key=f"own-line-{number}"):
        put_markup(Markup("<h3>{}</h3><p>{}</p>").format(own_name(number), _by_year(number, p)))
        widgets.prepare(key, dict(history.plan().now.names).get(number, ""))
        st.text_input(
            plain(say("own_lines.name")),
            key=key,
            placeholder=say("own_lines.without_name", number=number),
            on_change=_named,
            args=(number,),
            autocomplete="off",
        )
        _say_problems(key)
        for choice in _CHOICES:
            _choice(LEVERS[own_key(number, choice)])
        shown = [LEVERS[own_key(number, x)] for x in _NUMBERS if own_key(number, x) not in closed]
        for lever in shown:
            field(lever, "")
        notebook.mount(f"own-{number}")
        notes.field(f"own-{number}", history.plan(), (own_key(number, AMOUNT), None), say("own_lines.note"))
        st.button(
            plain(say("own_lines.remove", line=own_name(number))),
            key=f"own-remove-{number}",
            on_click=_remove,
            args=(number,),
        )
    return [f"exact-{x.key}" for x in shown]


def _choice(lever: Lever) -> None:
    """What a line is, or how it is counted. Taking it out is a button."""
    widget = f"exact-{lever.key}"
    widgets.prepare(widget, history.plan().now[lever.key])
    st.selectbox(
        plain_name(lever.label),
        [x for x in lever.choices if x != UNUSED],
        format_func=lambda x: plain(lever.choice_label(x)),
        key=widget,
        help=plain(lever_help(lever)),
        on_change=moving.on_lever,
        args=(widget, lever.key),
        disabled=bool(locked(lever)),
    )
    _say_problems(widget)


def _say_problems(widget: str) -> None:
    for problem in widgets.problems(widget):
        st.error(plain(problem))


def _form(*, one_more: bool) -> None:
    """One line more: what it is called, what it is, how it is counted, and how much."""
    with st.form("own-new", border=True, enter_to_submit=True):
        put_markup(Markup("<h3>{}</h3>").format(say("own_lines.one_more" if one_more else "own_lines.first")))
        st.text_input(
            plain(say("own_lines.name")),
            key=_NAME,
            placeholder=say("own_lines.name_example"),
            autocomplete="off",
        )
        _of_new(_KIND, LEVERS[own_key(1, KIND)])
        _of_new(_BASIS, LEVERS[own_key(1, BASIS)])
        st.text_input(
            plain(say("own_lines.how_much")),
            key=_AMOUNT,
            help=plain(say("own_lines.how_much_help")),
            placeholder="25,000",
            autocomplete="off",
        )
        _say_problems(_AMOUNT)
        st.form_submit_button(plain(say("own_lines.add")), on_click=_add)


def _of_new(widget: str, lever: Lever) -> None:
    """A choice of the form; of all lines the first lends its words."""
    st.selectbox(
        plain(lever.field_label),
        [x for x in lever.choices if x != UNUSED],
        format_func=lambda x: plain(lever.choice_label(x)),
        key=widget,
        help=plain(lever.help),
    )


def _add() -> None:
    """The plan takes the line, or the form says why not and keeps what was typed."""
    number = own_lines.free(history.plan().now.values)
    kind, basis, typed = (widgets.text(x) for x in (_KIND, _BASIS, _AMOUNT))
    if not number:  # the last one was taken by a press before this
        widgets.refuse(_AMOUNT, typed, [say("own_lines.at_most", most=MOST)])
        history.mark_due()
        return
    found = read_value(LEVERS[_sized(number, basis)], typed or "0", in_percent=True)
    wrong = [p.on_page for p in found.problems]
    if not typed.strip():
        wrong = [say("own_lines.no_amount")]
    elif found.question:
        wrong = [found.question.text]
    if not wrong and found.value is not None:
        if is_again(partial(_added, kind=kind, basis=basis, value=found.value)):
            messages.say(say("own_lines.added_already"))
        else:
            wrong = _change(_stated(number, kind, basis, found.value))
    if wrong:
        widgets.refuse(_AMOUNT, typed, wrong)
    else:
        widgets.accept(_AMOUNT)
        for widget in (_NAME, _AMOUNT):
            widgets.prepare(widget, "")
    history.mark_due()


def _stated(number: int, kind: str, basis: str, value: Value) -> dict[str, Value]:
    """The changes that make a line of what the form holds."""
    said: dict[str, Value] = {own_key(number, KIND): kind, own_key(number, BASIS): basis}
    return {
        **_nothing(number),
        **said,
        _sized(number, basis): value,
        own_key(number, "name"): widgets.text(_NAME),
        **own_lines.once({own_key(number, KIND): kind}),  # what comes once does so in one year
    }


def _added(plan: Plan, kind: str, basis: str, value: Value) -> Plan:
    """The plan with such a line under its next free number; as it is where there is none."""
    number = own_lines.free(plan.now.values)
    return plan.changed(_stated(number, kind, basis, value)) if number else plan


def _sized(number: int, basis: str) -> str:
    return own_key(number, SHARE if basis in SHARES else AMOUNT)


def _nothing(number: int) -> dict[str, Value]:
    """Every setting of a line as it is where nothing is stated."""
    return {k: LEVERS[k].default for k in own_lines.OF_NUMBER[number]}


def _change(changes: dict[str, Value]) -> list[str]:
    """Why a plan cannot take the changes; nothing where it has taken them."""
    try:
        history.change(changes)
    except ScenarioError as e:
        return [p.on_page for p in e.problems]
    return []


def _named(number: int) -> None:
    """The line takes another name, or its field says why not."""
    key = own_key(number, "name")
    typed = widgets.text(key)
    try:
        history.change({key: typed})
    except ScenarioError as e:
        widgets.refuse(key, typed, [p.on_page for p in e.problems])
    else:
        widgets.accept(key)
    history.mark_due()


def _remove(number: int) -> None:
    """The line and its name are gone. Undo brings them back."""
    wrong = _change({**_nothing(number), own_key(number, "name"): ""})
    if wrong:
        widgets.refuse(own_key(number, "name"), widgets.text(own_key(number, "name")), wrong)
    history.mark_due()
