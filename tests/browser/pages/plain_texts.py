"""Places where the framework reads Markdown, each with a hostile text made plain, a few texts at a time."""

import streamlit as st

from tests.hostile_texts import HOSTILE, HUGE
from views.markup.plain_text import plain, plain_list

st.set_page_config(layout="wide")
TEXTS = (*HOSTILE, *HUGE)
first = int(st.query_params.get("first", "0"))


def drawn(i: int, text: str) -> None:
    said = plain(text)
    with st.container(key=f"t{i}-box"):
        st.warning(said)
    with st.container(key=f"t{i}-behind"):
        st.info(f"Before: {said} (after)")
    with st.container(key=f"t{i}-list"):
        st.error(plain_list([text]))
    with st.container(key=f"t{i}-caption"):
        st.caption(said)
    with st.container(key=f"t{i}-button"):
        st.button(said, key=f"b{i}")
    with st.container(key=f"t{i}-field"):
        st.text_input(said, key=f"f{i}")
    with st.container(key=f"t{i}-pills"):
        st.pills("x", [said], key=f"p{i}", label_visibility="collapsed")
    with st.container(key=f"t{i}-tabs"):
        st.tabs([said])
    with st.container(key=f"t{i}-open"):
        st.expander(said)
    with st.container(key=f"t{i}-figure"):
        st.metric("x", said)


for i, text in enumerate(TEXTS[first : first + 25], first):
    drawn(i, text)
st.html("<output>drawn</output>")
