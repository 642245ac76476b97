"""Messages about the address or the last move, above the answer."""

from __future__ import annotations

import streamlit as st

from views.shell import history, messages


def notices() -> None:
    """The container is always there, so that nothing below it jumps."""
    with st.container(key="notices"):
        offer = history.offered()
        if offer:
            st.warning("Some of this link could not be used:\n" + "\n".join(f"* {p}" for p in offer.problems))
            with st.container(horizontal=True):
                st.button("Open the rest", key="take-offer", on_click=history.answer_offer, args=(True,))
                st.button("Leave it", key="leave-offer", on_click=history.answer_offer, args=(False,))
        said = messages.said()
        if said:
            st.info(said)
