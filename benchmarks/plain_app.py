"""The baseline: the same model behind a page written with stock habits.

Widgets, figures and charts as the framework's own examples write them: every chart built on every run, its
axis and title computed from the plan. The benchmark starts it with the framework's default settings.
"""

import altair as alt
import pandas as pd
import streamlit as st

from benchmarks.plain_charts import CHARTS
from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.projection import project

YEARS = ["Start-up", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5"]

st.set_page_config(page_title="Plain", layout="wide")
start = Scenario.preset("us_elementary.1")
with st.sidebar:
    moved = {}
    for key, lever in LEVERS.items():
        if lever.place == "front" and lever.usual and lever.step:
            low, high = lever.usual
            first = min(max(start.number(key), low), high)
            moved[key] = st.slider(lever.label, low, high, first, lever.step, key=f"lever-{key}")
plan = project([start.changed(moved)])

for column, measure in zip(
    st.columns(4), ("enrollment", "teachers", "structural_result", "fund_balance"), strict=True
):
    column.metric(measure.replace("_", " ").capitalize(), f"{plan.cell(measure, 5):,.0f}")

for title, lines in CHARTS.items():
    table = pd.DataFrame({"year": YEARS, **{line: plan.row(line) for line in lines}}).melt(
        "year", var_name="line"
    )
    mark = alt.Chart(table).mark_line(point=True) if len(lines) == 3 else alt.Chart(table).mark_bar()
    least, most = min(0, table["value"].min()), table["value"].max() * 1.1 * (1 if len(lines) < 4 else 1.5)
    chart = mark.encode(
        x=alt.X("year:N", sort=YEARS, title=None),
        y=alt.Y("value:Q", title="Dollars", scale=alt.Scale(domain=[least, most])),
        color="line:N",
        tooltip=["year", "line", "value"],
    )
    st.altair_chart(chart.properties(title=f"{title}: {table['value'].iloc[-1]:,.0f} in Year 5", height=260))
