"""Messages about the address or the last move, above the answer."""

from __future__ import annotations

import streamlit as st

from model.plan.scenario import without_keys
from views.markup.plain_text import plain_list
from views.shell import history, messages


def notices() -> None:
    """The container is always there, so that nothing below it jumps."""
    with st.container(key="notices"):
        offer = history.offered()
        if offer:
            problems = plain_list(without_keys(p) for p in offer.problems)
            st.warning(f"Some of this link could not be used:\n{problems}")
            with st.container(horizontal=True):
                st.button("Open the rest", key="take-offer", on_click=history.answer_offer, args=(True,))
                st.button("Leave it", key="leave-offer", on_click=history.answer_offer, args=(False,))
        messages.draw()
