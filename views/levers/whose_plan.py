"""Whose plan is on the screen, in a line above the answer: a made-up school, or a copy of a sent plan.

One's own school says nothing.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.plan.plan import Plan
from model.texts import say
from views.markup.plain_text import plain
from views.markup.said import said
from views.shell import history, sender


def line(plan: Plan) -> Markup:
    """The line, as markup that stands with the answer. Its press opens the dialog of one's own school."""
    if sender.sent_for(plan):
        text = said("whose.copy")
    elif is_made_up(plan):
        enter = Markup('<button type="button" class="ask" data-press="mine">{}</button>')
        text = said("whose.made_up", enter=enter.format(say("whose.enter_my_school")))
    else:
        return Markup()
    return Markup('<p class="whose">{}</p>').format(text)


def is_made_up(plan: Plan) -> bool:
    """Whether a plan starts from an example as it stands: schools that people type in start elsewhere."""
    return plan.origin is not None and plan.start.values == plan.origin.scenario.values


def way_back(plan: Plan) -> None:
    """A button back to the plan as it was sent, once the copy differs from it."""
    sent = sender.sent_for(plan)
    if sent and sent.now.values != plan.now.values:
        st.button(
            plain(say("whose.back")),
            key="back-to-sent",
            on_click=history.step,
            args=(sent,),
            icon=":material/settings_backup_restore:",
        )
