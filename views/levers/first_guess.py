"""What was assumed for a school that was typed in: said beside its rating, with what to check first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Value
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.results.projection import project
from model.starts.calibrate import GRANTS, LEFT_OVER
from model.starts.first_guess import Assumed, assumed_of
from model.starts.supplies import SUPPLIES, supplies_for
from model.texts import counted, say
from model.units import money, percent
from views.context import Context
from views.levers.controls import field_label
from views.markup.plain_text import plain
from views.shell.attempt import attempt
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup
from views.shell.scale import field_text
from views.shell.typed_fields import Draft, draft_field, messages_of

KEY = "first-guess"  # among the dialogs
# The total is typed in place of supplies, so it is read as dollars of a whole school.
TOTAL = LEVERS["startup_grants"]._replace(usual=(500_000.0, 30_000_000.0), bounds=(0.0, 1e9), per_year=False)


def assumed(context: Context) -> Assumed:
    """What the rating still rests on that was assumed for a school that was typed in."""
    return assumed_of(context.plan, context.projection, start=1)


def reminder(context: Context) -> None:
    """The assumptions beside the rating, each for as long as the rating rests on it."""
    found = assumed(context)
    if not any(found):
        return
    count = counted(len(found.numbers))
    said = [
        *([say("guess.keeps", share=percent(LEFT_OVER))] if found.keeps else []),
        *([say("guess.covers")] if found.covers else []),
        *([say("guess.numbers", count=count)] if found.numbers else []),
        say("guess.is_first"),
    ]
    check = say("guess.check", count=count) if found.numbers else say("guess.check_sums")
    with st.container(key="first-guess", horizontal=True, vertical_alignment="center", gap="small"):
        put_markup(Markup('<p class="soft">{}</p>').format(" ".join(said)), width="stretch")
        st.button(
            plain(check),
            key="check-guess",
            on_click=open_dialog,
            args=(KEY,),
        )


def ask(context: Context) -> None:
    """The dialog: what is assumed, with a field for each. What is empty is kept, and stays assumed."""
    plan, found = context.plan, assumed(context)
    st.write(plain(say("guess.intro")))
    asked = [*found.numbers, *([GRANTS] if found.covers else [])]
    drafts = {key: _field(key, plan.now[key]) for key in asked if key not in plan.locked}
    total = _total(plan.now) if found.keeps and SUPPLIES not in plan.locked else None
    typed = [*drafts.values(), *([total] if total else [])]
    changes, problems = _changes(plan.now, drafts, total)
    for problem in problems:
        st.error(plain(problem.on_page))
    messages_of(typed, asks=not problems)  # a total that cannot be is not asked about
    if not st.button(plain(say("guess.use")), key="guess-use") or problems or any(d.is_wrong for d in typed):
        return
    if attempt(changes, confirmed=[k for k, v in changes.items() if v == plan.start[k]]):
        close_dialog()
        st.rerun()


def _total(now: Scenario) -> Draft:
    cost = project([now], only=("recurring_cost",)).cell("recurring_cost", 1)
    help_text = say("guess.total_help")
    return draft_field(TOTAL, say("guess.total"), "guess-total", placeholder=money(cost), help=help_text)


def _field(key: str, value: Value) -> Draft:
    lever = LEVERS[key]
    return draft_field(
        lever,
        field_label(lever),
        f"guess-{key}",
        placeholder=field_text(lever, value),
        help=lever.help,
        kept=value,
        kept_text="",
    )


def _changes(
    now: Scenario, drafts: Mapping[str, Draft], total: Draft | None
) -> tuple[dict[str, Value], Sequence[Problem]]:
    """What was typed, with a total also the supplies that make Year 1 come to it; or what cannot be."""
    changes = {key: d.read for key, d in drafts.items() if d.read is not None}
    if total is not None and isinstance(total.read, float):
        try:
            changes[SUPPLIES] = supplies_for(now.changed(changes), total.read)
        except ScenarioError as e:
            return {}, e.problems
    return changes, ()
