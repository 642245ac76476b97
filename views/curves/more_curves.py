"""The part of curves: results, balances, the parts of the budget, per student; and a glance at classes."""

from __future__ import annotations

import streamlit as st

from model.texts import say
from views.context import Context
from views.curves.live_chart import live_chart
from views.shell.page_markup import put_markup
from views.students import pupils_side
from views.what_if import ranges


def more_curves(context: Context) -> None:
    """The whole part."""
    banded = ranges.legend(context.futures)
    left, right = st.columns(2, gap="large")
    with left:
        live_chart(context, "result", say("curves.result"), f"{say('curves.without_grants')}{banded}")
        live_chart(context, "composition", say("curves.goes"))
    with right:
        live_chart(context, "balance", say("curves.balance"), f"{say('curves.balance_note')}{banded}")
        live_chart(context, "per_pupil", say("curves.per_student"), say("curves.per_student_note"))
    put_markup(pupils_side.glance(context.projection))
