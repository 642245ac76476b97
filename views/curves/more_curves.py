"""The part of curves: results, balances, the parts of the budget, per student; and a glance at classes."""

from __future__ import annotations

import streamlit as st

from views.answer import answer_in_words as words
from views.context import Context
from views.curves.live_chart import live_chart
from views.shell.page_markup import put_markup
from views.students import pupils_side
from views.what_if import ranges


def more_curves(context: Context) -> None:
    """The whole part."""
    balance = words.balance_word(context.numbers)
    banded = ranges.legend(context.futures)
    left, right = st.columns(2, gap="large")
    with left:
        live_chart(context, "result", "Left over or short each year", f"Without grants.{banded}")
        live_chart(context, "composition", "Where the money goes")
    with right:
        live_chart(
            context, "balance", "Cumulative balance", f"The {balance} at the end of each year.{banded}"
        )
        live_chart(context, "per_pupil", "Per student", "Public revenue against recurring cost.")
    put_markup(pupils_side.glance(context.projection))
