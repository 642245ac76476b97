"""Messages about the address or the last move, above the answer."""

from __future__ import annotations

import streamlit as st

from model.plan.scenario import without_keys
from views.markup.plain_text import plain_list
from views.shell import history, messages

MOST_AT_ONCE = 5  # problems above the answer, so that the two buttons stay in sight


def notices() -> None:
    """The container is always there, so that nothing below it jumps."""
    with st.container(key="notices"):
        if offer := history.offered():
            _question([without_keys(problem) for problem in offer.problems])
        messages.draw()


def _question(problems: list[str]) -> None:
    """What could not be used of an address, and what to do with the rest."""
    more = problems[MOST_AT_ONCE:]
    st.warning(f"Some of this link could not be used:\n{plain_list(problems[:MOST_AT_ONCE])}")
    with st.container(horizontal=True):
        st.button("Open the rest", key="take-offer", on_click=history.answer_offer, args=(True,))
        st.button("Leave it", key="leave-offer", on_click=history.answer_offer, args=(False,))
    if more:
        with st.expander(f"What else could not be used ({len(more)})"):
            st.markdown(plain_list(more))
