"""All five pictures of one plan, and the element that they listen to. Plans are chosen by name."""

import streamlit as st

from tests.app.plans import CASES, beside
from views import charts
from views.charts.palette import LIGHT
from views.live import live

st.set_page_config(layout="wide")
name = st.text_input("plan", "sound", key="plan")
start = st.text_input("start", "", key="start")
if "without" not in st.query_params:
    st.html(live.anchor())
for chart in charts.NAMES:
    tables = charts.data(
        chart, CASES[name], CASES.get(start), beside(name if start else ""), sig=list(CASES).index(name)
    )
    drawn = {**charts.spec(chart, LIGHT), "datasets": tables}
    st.vega_lite_chart(drawn, theme=None, width="stretch", key=chart)
st.html(f"<output>{name}, {start}</output>")
