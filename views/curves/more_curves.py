"""The tab of more curves: results, balances, the parts of the budget, per student; and Year 1 by month."""

from __future__ import annotations

import streamlit as st

from views.context import Context
from views.curves.live_chart import live_chart
from views.curves.months import month_by_month
from views.what_if import ranges


def more_curves(context: Context) -> None:
    """The whole tab."""
    banded = ranges.legend(context.futures)
    left, right = st.columns(2, gap="large")
    with left:
        live_chart(context, "result", "Left over or short each year", f"Without grants.{banded}")
        live_chart(context, "composition", "Where the money goes")
    with right:
        live_chart(context, "balance", "Savings carried forward", f"At the end of each year.{banded}")
        live_chart(context, "per_pupil", "Per student", "Public revenue against recurring cost.")
    month_by_month(context.plan, context.projection)
