"""What was assumed for a school that was typed in: said beside its rating, with what to check first."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Value
from model.plan.plan import Plan
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from model.starts.calibrate import LEFT_OVER
from model.starts.first_guess import MATTER_MOST, is_first_guess
from model.starts.supplies import SUPPLIES, supplies_for
from model.texts import counted, say
from model.units import money, percent
from views.context import Context
from views.levers.controls import unit_beside
from views.markup.plain_text import plain
from views.shell.attempt import attempt
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup
from views.shell.scale import field_text
from views.shell.typed_fields import Draft, draft_field, messages_of

KEY = "first-guess"  # among the dialogs
# The total is typed in place of supplies, so it is read as dollars of a whole school.
TOTAL = LEVERS["startup_grants"]._replace(usual=(500_000.0, 30_000_000.0), bounds=(0.0, 1e9), per_year=False)


def is_own_school(plan: Plan) -> bool:
    """Whether the plan began with a school that was typed in, and not with a preset."""
    return plan.is_own_school


def is_shown(context: Context) -> bool:
    """Whether the rating still rests on what was assumed for a school that was typed in."""
    return is_own_school(context.plan) and is_first_guess(context.projection)


def reminder(context: Context) -> None:
    """The assumptions beside the rating, for as long as the rating rests on them."""
    if not is_shown(context):
        return
    with st.container(key="first-guess", horizontal=True, vertical_alignment="center", gap="small"):
        said = say("guess.assumed", share=percent(LEFT_OVER))
        put_markup(Markup('<p class="soft">{}</p>').format(said), width="stretch")
        st.button(
            plain(say("guess.check", count=counted(len(MATTER_MOST)))),
            key="check-guess",
            on_click=open_dialog,
            args=(KEY,),
        )


def ask(context: Context) -> None:
    """The dialog: the settings that matter most, and the real total of Year 1. What is empty is kept."""
    plan = context.plan
    st.write(plain(say("guess.intro")))
    drafts = {key: _field(key, plan.now[key]) for key in MATTER_MOST if key not in plan.locked}
    cost = project([plan.now], only=("recurring_cost",)).cell("recurring_cost", 1)
    total = draft_field(
        TOTAL,
        say("guess.total"),
        "guess-total",
        placeholder=money(cost),
        help=say("guess.total_help"),
    )
    typed = [*drafts.values(), total]
    messages_of(typed)
    if not st.button(plain(say("guess.use")), key="guess-use"):
        return
    if any(d.is_wrong for d in typed):
        return
    try:
        changes = _changes(plan.now, drafts.items(), total.number)
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(problem.on_page))
        return
    if attempt(changes):
        close_dialog()
        st.rerun()


def _field(key: str, value: Value) -> Draft:
    lever = LEVERS[key]
    return draft_field(
        lever,
        say("guess.field", name=lever.label, unit=unit_beside(lever)),
        f"guess-{key}",
        placeholder=field_text(lever, value),
        help=lever.help,
        kept=value,
        kept_text="",
    )


def _changes(now: Scenario, drafts: Iterable[tuple[str, Draft]], total: float | None) -> dict[str, Value]:
    """What was typed; with a total, also the supplies that make Year 1 come to it."""
    changes = {key: d.value for key, d in drafts if d.value is not None}
    if total is not None:
        changes[SUPPLIES] = supplies_for(now.changed(changes), total)
    return changes
