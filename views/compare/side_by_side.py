"""Plans side by side on the screen: the chart, their results, where they differ, and the variance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from exchange.files import Filed
from exchange.workbook import write_workbook
from model.results.projection import project
from views.charts import plans as picture
from views.compare import comparison_tables, variances
from views.shell import widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.today import today
from views.what_if import ranges

WAYS = ("Overlaid", "Side by side")
AGAINST, OF = "variance-against", "variance-of"


def compare(compared: Sequence[Filed]) -> None:
    """Two to four plans; the first is the one on the screen."""
    _picture(compared)
    put_markup(
        comparison_tables.outcomes_table(compared, ranges.of_each([f.now for f in compared]))
        + comparison_tables.differences_table(compared)
        + comparison_tables.reasons_table(compared)
    )
    _variance(compared)
    st.download_button(
        f"Workbook of these {len(compared)} plans with their differences (.xlsx)",
        partial(write_workbook, compared, today=today()),
        file_name=f"school-plans-{today().isoformat()}.xlsx",
        key="take-compared",
        on_click="ignore",
        icon=":material/download:",
    )


def _picture(compared: Sequence[Filed]) -> None:
    p = project([f.now for f in compared])
    results = [p.row("structural_result", i) for i in range(len(compared))]
    names = [f.name for f in compared]
    put_markup(
        Markup(
            '<h2 class="caption">Left over or short each year <small>Without grants, plan by plan.</small></h2>'
        )
    )
    way = st.segmented_control(
        "Picture", WAYS, default=WAYS[0], required=True, key="plans-picture", label_visibility="collapsed"
    )
    if way == WAYS[0]:
        pictured = {**picture.spec(palette()), "datasets": picture.data(names, results)}
        st.vega_lite_chart(pictured, theme=None, width="stretch", key="chart-plans", alt=picture.alt_text())
        return
    each = picture.data_each(names, results)
    with st.container(key="each"):
        for letter, rows in zip(picture.LETTERS, each, strict=False):
            pictured = {**picture.spec_each(palette()), "datasets": rows}
            key = f"chart-plans-{letter}"
            st.vega_lite_chart(pictured, theme=None, width="stretch", key=key, alt=picture.alt_of_one())


def _variance(compared: Sequence[Filed]) -> None:
    """One of the plans against another, in one year or summed, as a statement or by size."""
    st.subheader("Line by line")
    letters = comparison_tables.letters(compared)
    for widget, first in ((AGAINST, letters[1]), (OF, letters[0])):
        if widgets.value(widget, str) not in letters:
            widgets.prepare(widget, first)
    named = {x: f"{x}: {p.name}" for x, p in zip(letters, compared, strict=True)}
    with st.container(horizontal=True, key="variance", vertical_alignment="bottom"):
        of = st.selectbox("Plan", letters, format_func=named.__getitem__, key=OF)
        against = st.selectbox("Against", letters, format_func=named.__getitem__, key=AGAINST)
        period = st.selectbox(
            "Period", tuple(variances.PERIODS), index=tuple(variances.PERIODS).index(variances.FIRST_PERIOD),
            key="variance-period",
        )  # fmt: skip
        order = st.segmented_control(
            "Order", variances.ORDERS, default=variances.ORDERS[0], required=True, key="variance-order"
        )
    if of == against:
        put_markup(Markup('<p class="soft">Choose two different plans.</p>'))
        return
    one, other = compared[letters.index(against)], compared[letters.index(of)]
    pair = (against, of)
    put_markup(
        variances.mattered_most(one, other, pair)
        + variances.variance_tables(one, other, pair, str(period), str(order))
    )
