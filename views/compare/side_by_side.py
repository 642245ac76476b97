"""Plans side by side on the screen: the chart, their results, where they differ, and the variance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from exchange.files import Filed
from exchange.workbook import write_workbook
from model.results.projection import project
from model.texts import counted, in_this_language, say
from views.charts import plans as picture
from views.compare import comparison_tables, variances
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.today import today
from views.what_if import ranges

WAYS = {"one": "compare.one_picture", "each": "compare.one_each"}
AGAINST, OF = "variance-against", "variance-of"


def compare(compared: Sequence[Filed], leaving: Filed) -> None:
    """Two to four plans. The first is the one on the screen, which leaves the page as `leaving`."""
    _picture(compared)
    put_markup(
        comparison_tables.outcomes_table(compared, ranges.of_each([(f.now, f.facts) for f in compared]))
        + comparison_tables.differences_table(compared)
        + comparison_tables.reasons_table(compared)
    )
    _variance(compared)
    st.download_button(
        plain(say("compare.workbook", count=counted(len(compared)))),
        in_this_language(partial(write_workbook, [leaving, *compared[1:]], today=today())),
        file_name=f"school-plans-{today().isoformat()}.xlsx",
        key="take-compared",
        on_click="ignore",
        icon=":material/download:",
    )


def _picture(compared: Sequence[Filed]) -> None:
    p = project([f.now for f in compared])
    results = [p.row("structural_result", i) for i in range(len(compared))]
    names = comparison_tables.names(compared)
    put_markup(
        Markup('<h2 class="caption">{} <small>{}</small></h2>').format(
            say("compare.left_over_or_short"), say("compare.each_plan_after_grants")
        )
    )
    way = st.segmented_control(
        plain(say("compare.picture")),
        tuple(WAYS),
        format_func=lambda k: plain(say(WAYS[k])),
        default="one",
        required=True,
        key="plans-picture",
        on_change=history.mark_due,
        label_visibility="collapsed",
    )
    if way == "one":
        pictured = {**picture.spec(palette()), "datasets": picture.data(names, results)}
        st.vega_lite_chart(pictured, theme=None, width="stretch", key="chart-plans", alt=picture.alt_text())
        return
    alt = picture.alt_of_one()
    with st.container(key="each"):
        for n, rows in enumerate(picture.data_each(names, results), 1):
            pictured = {**picture.spec_each(palette()), "datasets": rows}
            st.vega_lite_chart(pictured, theme=None, width="stretch", key=f"chart-plans-{n}", alt=alt)


def _variance(compared: Sequence[Filed]) -> None:
    """One of the plans against another, in one year or summed, as a statement or by size."""
    st.subheader(plain(say("compare.line_by_line")))
    names, plans = comparison_tables.names(compared), tuple(range(len(compared)))
    for widget, first in ((AGAINST, 1), (OF, 0)):
        if widgets.value(widget, int) not in plans:
            widgets.prepare(widget, first)
    with st.container(horizontal=True, key="variance", vertical_alignment="bottom"):
        of = st.selectbox(
            plain(say("compare.plan")),
            plans,
            format_func=names.__getitem__,
            key=OF,
            on_change=history.mark_due,
        )
        against = st.selectbox(
            plain(say("compare.against")),
            plans,
            format_func=names.__getitem__,
            key=AGAINST,
            on_change=history.mark_due,
        )
        period = st.selectbox(
            plain(say("compare.period")),
            tuple(variances.PERIODS),
            index=tuple(variances.PERIODS).index(variances.FIRST_PERIOD),
            format_func=variances.period_name,
            key="variance-period",
            on_change=history.mark_due,
        )
        order = st.segmented_control(
            plain(say("compare.order")),
            tuple(variances.ORDERS),
            format_func=lambda k: plain(say(variances.ORDERS[k])),
            default=next(iter(variances.ORDERS)),
            required=True,
            key="variance-order",
            on_change=history.mark_due,
        )
    if of == against:
        put_markup(Markup('<p class="soft">{}</p>').format(say("compare.choose_two")))
        return
    one, other = compared[against], compared[of]
    pair = (names[against], names[of])
    put_markup(
        variances.mattered_most(one, other, pair)
        + variances.variance_tables(one, other, pair, str(period), str(order))
    )
