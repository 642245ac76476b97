"""Messages about the address or the last move, above the answer."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from exchange.address_parts import name_of_setting
from model.evidence import Value
from model.plan.scenario import without_keys
from model.texts import say
from views.markup.plain_text import plain, plain_list
from views.shell import history, messages
from views.shell.attempt import attempt

MOST_AT_ONCE = 5  # problems above the answer, so that the two buttons stay in sight


def notices() -> None:
    """The container is always there, so that nothing below it jumps."""
    with st.container(key="notices"):
        if offer := history.offered():
            _question([without_keys(problem) for problem in offer.problems], offer.doubled)
        messages.draw()
        for n, (press, changes) in enumerate(messages.offers()):
            st.button(plain(press), key=f"answer-{n}", on_click=_make, args=(changes,))


def _make(changes: Mapping[str, Value]) -> None:
    attempt(changes)


def _question(problems: list[str], doubled: Mapping[str, tuple[str, ...]]) -> None:
    """What could not be used of an address, and what to do with the rest."""
    more = problems[MOST_AT_ONCE:]
    st.warning(f"{plain(say('notices.question'))}\n{plain_list(problems[:MOST_AT_ONCE])}")
    with st.container(horizontal=True):
        st.button(
            plain(say("notices.open_rest")), key="take-offer", on_click=history.answer_offer, args=(True,)
        )
        st.button(
            plain(say("notices.leave")), key="leave-offer", on_click=history.answer_offer, args=(False,)
        )
    for name, values in list(doubled.items())[:MOST_AT_ONCE]:
        with st.container(horizontal=True):
            for n, value in enumerate(values[:MOST_AT_ONCE]):
                st.button(
                    plain(say("notices.keep", name=name_of_setting(name), value=value[:40])),
                    key=f"keep-{name}-{n}",
                    on_click=history.keep_one,
                    args=(name, value),
                )
    if more:
        with st.expander(plain(say("notices.more", count=len(more)))):
            st.markdown(plain_list(more))
