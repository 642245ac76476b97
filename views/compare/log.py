"""The log of decisions: what was decided, when, by whom and why.

Entries are written once; one can be removed, not changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from markupsafe import Markup

from exchange.files.limits import LONGEST_WHO, LONGEST_WHY
from exchange.one_line import clean, too_long
from model.explain.decided import decided, move_in_words, told, undecided
from model.plan.notebook import Decision
from model.plan.plan import Plan
from model.units import money
from views.markup.plain_text import plain
from views.markup.tables import table
from views.shell import history, notebook, widgets
from views.shell.page_markup import put_markup
from views.shell.today import today

WHO, WHY, DAY, CHOSEN = "log-who", "log-why", "log-day", "log-entry"


def log(plan: Plan) -> None:
    """The next entry, the form that writes it, and every entry, newest first."""
    written = notebook.beside(plan)
    count = len(written.decisions)
    st.subheader(f"Decisions ({count})" if count else "Decisions")
    put_markup(pending(undecided(written, plan.start, plan.now), first=not written.decisions))
    _form(plan)
    if written.decisions:
        put_markup(entries_table(written.decisions))
        _taking_off(plan, written.decisions)


def pending(entry: Decision, *, first: bool) -> Markup:
    """What has moved since the last entry, in a sentence."""
    since = "the start" if first else "the last entry"
    if not entry.moves:
        return Markup(
            '<p class="soft">No lever has moved since {}. An entry then says that the plan stands.</p>'
        ).format(since)
    worth = told(entry.moves)
    moved = "; ".join(move_in_words(m) for m in worth[:5])
    more = f"; and {len(worth) - 5} more" if len(worth) > 5 else ""
    effect = money(entry.after - entry.before, plus=True)
    return Markup('<p class="soft">Since {}: {}{}. In Year 5 that comes to {}.</p>').format(
        since, moved, more, effect
    )


def _form(plan: Plan) -> None:
    with st.container(key="log", horizontal=True, vertical_alignment="bottom"):
        if widgets.value(DAY, date) is None:
            widgets.prepare(DAY, today())
        st.date_input(
            "Day",
            key=DAY,
            min_value=date(2000, 1, 1),
            max_value=date(2100, 12, 31),
            format="MM/DD/YYYY",
            width=160,
            on_change=history.mark_due,
        )
        st.text_input(
            "Who",
            key=WHO,
            placeholder="The board (optional)",
            width=190,
            on_change=history.mark_due,
        )
        st.text_input(
            "Why",
            key=WHY,
            placeholder="Class size matters more to us than a fourth leader",
            on_change=history.mark_due,
        )
        st.button(
            "Log this decision", key="log-it", on_click=_log, args=(plan,), icon=":material/history_edu:"
        )
    for problem in widgets.problems(WHY):
        st.error(plain(problem))


def _log(plan: Plan) -> None:
    who, why = (clean(widgets.text(x), n) for x, n in ((WHO, LONGEST_WHO), (WHY, LONGEST_WHY)))
    day = widgets.value(DAY, date)
    problems = [
        x
        for field, key, longest in (
            (WHO, "plan_file.who_too_long", LONGEST_WHO),
            (WHY, "plan_file.why_too_long", LONGEST_WHY),
        )
        for x in too_long(key, widgets.text(field), longest)
    ]
    if day is None:
        problems.append("The decision needs a day.")
    if not why:
        problems.append("Say why: one sentence is enough, and in a year nobody remembers it.")
    if not problems and day is not None:
        problems = notebook.write(plan, decided(notebook.beside(plan), plan.start, plan.now, day, who, why))
    if problems:
        widgets.refuse(WHY, widgets.text(WHY), problems)
        history.mark_due()
        return
    widgets.accept(WHY)
    widgets.prepare(WHY, "")  # the name of who decides stays: it is usually the same for the next entry


def entries_table(entries: Sequence[Decision]) -> Markup:
    """Every entry, newest first: when, who, what with its effect on Year 5, why."""
    rows = [
        [_heading(i, d), d.who or "\N{EN DASH}", what(d), _effect(d), d.why]
        for i, d in _newest_first(entries)
    ]
    head = ["Day", "Who", "What moved, alone in Year 5", "Year 5 result", "Why"]
    return Markup('<div class="log">{}</div>').format(
        table("What was decided, newest first", head, rows, numbers_from=99)
    )


def _newest_first(entries: Sequence[Decision]) -> list[tuple[int, Decision]]:
    return list(reversed(list(enumerate(entries, 1))))


def _heading(number: int, d: Decision) -> str:
    return f"{number}. {spelled(d.day)}"


def spelled(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"


def what(d: Decision) -> Markup:
    """The moves of an entry, one a line, each with its own effect."""
    if not d.moves:
        return Markup("No lever moved: the plan stands.")
    lines = [_told(move_in_words(m), m.effect) for m in told(d.moves)]
    if round(d.together):
        lines.append(_told("Together, beyond each alone", d.together))
    return Markup("<br>").join(lines)


def _told(what: str, effect: float) -> Markup:
    return Markup('{} <span class="whole-figure">({})</span>').format(what, money(effect, plus=True))


def _effect(d: Decision) -> str:
    return f"{money(d.after - d.before, plus=True)}, to {money(d.after)}"


def _taking_off(plan: Plan, entries: Sequence[Decision]) -> None:
    with st.popover("Take an entry off", key="log-off"):
        numbers = [i for i, _ in _newest_first(entries)]
        if widgets.value(CHOSEN, int) not in numbers:
            widgets.prepare(CHOSEN, numbers[0])
        number = st.selectbox(
            "Entry",
            numbers,
            format_func=lambda i: f"{_heading(i, entries[i - 1])}: {entries[i - 1].why}",
            key=CHOSEN,
        )
        put_markup(
            Markup(
                '<p class="soft">An entry is never changed. What it logged belongs to the next entry again.</p>'
            )
        )
        st.button("Take off", key="log-remove", on_click=_remove, args=(plan, number))


def _remove(plan: Plan, number: int) -> None:
    notebook.write(plan, notebook.beside(plan).without(number - 1))
