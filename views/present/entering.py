"""The buttons below the tabs to replay the last change and to enter present mode, each with a key."""

from __future__ import annotations

import streamlit as st

from model.texts import say
from views.live.replayed import REPLAY
from views.markup.plain_text import plain
from views.present import show
from views.present.presenter_keys import ENTER
from views.shell import history, keys, present_mode


def entering() -> None:
    """The two buttons and their keys."""
    with st.container(key="way-in", horizontal=True, gap="small"):
        st.button(
            plain(say("present.replay")),
            key=REPLAY,
            on_click=present_mode.replay,
            disabled=not history.can_undo(),
            icon=":material/replay:",
            help=plain(say("present.replay_help")),
        )
        st.button(
            plain(say("present.present")),
            key="present",
            on_click=show.enter,
            icon=":material/present_to_all:",
        )
    keys.keys(ENTER)
