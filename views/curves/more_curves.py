"""The part of curves: results, balances, the parts of the budget, per student; and a glance at classes."""

from __future__ import annotations

from collections.abc import Hashable

import streamlit as st

from model.texts import say
from views.context import Context, of_now
from views.curves.live_chart import live_chart
from views.shell import history, parts
from views.shell.page_markup import put_markup
from views.shell.signature import of_plan
from views.students import pupils_side
from views.what_if import ranges


def still(context: Context) -> Hashable | None:
    """What the part is drawn from beside its pictures and its glance."""
    return ranges.legend(context.futures)


def more_curves(context: Context) -> None:
    """The whole part."""
    banded = ranges.legend(context.futures)
    with st.container(key="follows"):  # a moving lever; what does not is pale meanwhile (style.css)
        left, right = st.columns(2, gap="large")
    with left:
        live_chart(context, "result", say("curves.result"), f"{say('curves.without_grants')}{banded}")
        live_chart(context, "composition", say("curves.goes"))
    with right:
        live_chart(context, "balance", say("curves.balance"), f"{say('curves.balance_note')}{banded}")
        live_chart(context, "per_pupil", say("curves.per_student"), say("curves.per_student_note"))
    _glance()


@parts.part("glance", lambda: of_plan(history.plan()))
def _glance() -> None:
    put_markup(pupils_side.glance(of_now().projection))
