"""The log of decisions: what was decided, when, by whom and why.

Entries are written once; one can be removed, not changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from markupsafe import Markup, escape

from exchange.files.limits import LONGEST_WHO, LONGEST_WHY
from exchange.one_line import clean, too_long
from model.explain.decided import decided, move_in_words, told, undecided
from model.plan.notebook import Decision
from model.plan.plan import Plan
from model.texts import counted, day, listed, say
from model.units import money
from views.markup.plain_text import plain
from views.markup.tables import table
from views.shell import history, messages, notebook, widgets
from views.shell.page_markup import put_markup
from views.shell.today import today

WHO, WHY, DAY, CHOSEN = "log-who", "log-why", "log-day", "log-entry"
_MOST_TOLD = 5  # changes since the last decision; the others are counted


def log(plan: Plan) -> None:
    """The next entry, the form that writes it, and every entry, newest first."""
    written = notebook.beside(plan)
    count = len(written.decisions)
    st.subheader(plain(say("compare.decisions_made", count=count) if count else say("compare.decisions")))
    put_markup(pending(undecided(written, plan.start, plan.now), first=not written.decisions))
    _form(plan)
    if written.decisions:
        put_markup(entries_table(written.decisions))
        _taking_off(plan, written.decisions)


def pending(entry: Decision, *, first: bool) -> Markup:
    """What has moved since the last entry, in a sentence."""
    if not entry.moves:
        key = "compare.unchanged_since_start" if first else "compare.unchanged_since_last"
        return Markup('<p class="soft">{}</p>').format(say(key))
    worth = told(entry.moves)
    moved = [move_in_words(m) for m in worth[:_MOST_TOLD]]
    if len(worth) > _MOST_TOLD:
        moved.append(say("compare.more_changes", count=counted(len(worth) - _MOST_TOLD)))
    key = "compare.changed_since_start" if first else "compare.changed_since_last"
    effect = money(entry.after - entry.before, plus=True)
    return Markup('<p class="soft">{}</p><p class="soft">{}</p>').format(
        say(key, changes=listed(moved)), say("compare.changed_in_year5", amount=effect)
    )


def _form(plan: Plan) -> None:
    with st.container(key="log", horizontal=True, vertical_alignment="bottom"):
        if widgets.value(DAY, date) is None:
            widgets.prepare(DAY, today())
        st.date_input(
            plain(say("compare.day")),
            key=DAY,
            min_value=date(2000, 1, 1),
            max_value=date(2100, 12, 31),
            format="MM/DD/YYYY",
            width=160,
            on_change=history.mark_due,
        )
        st.text_input(
            plain(say("compare.who")),
            key=WHO,
            placeholder=say("compare.who_such_as"),
            width=190,
            on_change=history.mark_due,
        )
        st.text_input(
            plain(say("compare.why")),
            key=WHY,
            placeholder=say("compare.why_such_as"),
            on_change=history.mark_due,
        )
        st.button(
            plain(say("compare.record")),
            key="log-it",
            on_click=_log,
            args=(plan,),
            icon=":material/history_edu:",
        )
    for problem in widgets.problems(WHY):
        st.error(plain(problem))


def _log(plan: Plan) -> None:
    who, why = (clean(widgets.text(x), n) for x, n in ((WHO, LONGEST_WHO), (WHY, LONGEST_WHY)))
    on = widgets.value(DAY, date)
    problems = [
        x
        for field, key, longest in (
            (WHO, "plan_file.who_too_long", LONGEST_WHO),
            (WHY, "plan_file.why_too_long", LONGEST_WHY),
        )
        for x in too_long(key, widgets.text(field), longest)
    ]
    if on is None:
        problems.append(say("compare.needs_day"))
    if not why:
        problems.append(say("compare.needs_reason"))
    if not problems and on is not None:
        written = decided(notebook.beside(plan), plan.start, plan.now, on, who, why)
        if _is_again(written.decisions):
            messages.say(say("compare.decided_already"))
            history.mark_due()
            return
        problems = notebook.write(plan, written)
    if problems:
        widgets.refuse(WHY, widgets.text(WHY), problems)
        history.mark_due()
        return
    widgets.accept(WHY)
    widgets.prepare(WHY, "")  # the name of who decides stays: it is usually the same for the next entry


def _is_again(entries: Sequence[Decision]) -> bool:
    """Whether the last entry says what the one before it says: a press that comes twice records it once."""
    if len(entries) < 2 or entries[-1].moves:
        return False
    before, last = ((d.day, d.who, d.why) for d in entries[-2:])
    return before == last


def entries_table(entries: Sequence[Decision]) -> Markup:
    """Every entry, newest first: when, who, what with its effect on Year 5, why."""
    rows = [
        [_heading(i, d), d.who or "\N{EN DASH}", what(d), _effect(d), d.why]
        for i, d in _newest_first(entries)
    ]
    head = [
        say("compare.day"),
        say("compare.who"),
        say("compare.column_moves"),
        say("compare.column_year5"),
        say("compare.why"),
    ]
    return Markup('<div class="log">{}</div>').format(
        table(say("compare.decided"), head, rows, numbers_from=99)
    )


def _newest_first(entries: Sequence[Decision]) -> list[tuple[int, Decision]]:
    return list(reversed(list(enumerate(entries, 1))))


def _heading(number: int, d: Decision) -> str:
    return say("compare.entry", number=number, day=day(d.day))


def what(d: Decision) -> Markup:
    """The moves of an entry, one a line, each with its own effect."""
    if not d.moves:
        return escape(say("compare.plan_stands"))
    lines = [_told(move_in_words(m), m.effect) for m in told(d.moves)]
    if round(d.together):
        lines.append(_told(say("explain.together"), d.together))
    return Markup("<br>").join(lines)


def _told(what: str, effect: float) -> Markup:
    return Markup('{} <span class="whole-figure">({})</span>').format(what, money(effect, plus=True))


def _effect(d: Decision) -> str:
    return say("compare.entry_effect", change=money(d.after - d.before, plus=True), amount=money(d.after))


def _taking_off(plan: Plan, entries: Sequence[Decision]) -> None:
    with st.popover(plain(say("compare.delete_decision")), key="log-off"):
        numbers = [i for i, _ in _newest_first(entries)]
        if widgets.value(CHOSEN, int) not in numbers:
            widgets.prepare(CHOSEN, numbers[0])
        number = st.selectbox(
            plain(say("compare.decision")),
            numbers,
            format_func=lambda i: say(
                "compare.entry_why", number=i, day=day(entries[i - 1].day), why=entries[i - 1].why
            ),
            key=CHOSEN,
        )
        put_markup(Markup('<p class="soft">{}</p>').format(say("compare.never_changed")))
        st.button(plain(say("compare.delete")), key="log-remove", on_click=_remove, args=(plan, number))


def _remove(plan: Plan, number: int) -> None:
    notebook.write(plan, notebook.beside(plan).without(number - 1))
