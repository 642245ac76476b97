"""The tab of more curves: results, balances, the parts of the budget, per student; and Year 1 by month."""

from __future__ import annotations

from collections.abc import Hashable

import streamlit as st

from views.answer import answer_in_words as words
from views.context import Context, of_now
from views.curves.live_chart import live_chart
from views.curves.months import is_shown, month_by_month
from views.shell import history, parts
from views.shell.signature import of_plan
from views.what_if import ranges


def still(context: Context) -> Hashable | None:
    """What the tab is drawn from beside its pictures and its part of the months."""
    return words.balance_word(context.numbers), ranges.legend(context.futures)


def more_curves(context: Context) -> None:
    """The whole tab."""
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
    _months()


@parts.part("months", lambda: is_shown(history.plan()) and of_plan(history.plan()))
def _months() -> None:
    month_by_month(of_now().plan, of_now().projection)
