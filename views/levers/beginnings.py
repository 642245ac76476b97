"""How a plan begins: from a preset, a school like mine, or a story."""

from __future__ import annotations

import streamlit as st

from model.evidence import PRESETS
from model.plan.scenario import Scenario
from model.texts import say
from views.levers import school_like_mine, stories_dialog
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.opened_dialog import open_dialog

_PRESET = "preset"
_OWN = "own"  # the entry in the list of presets for a school that was typed in
ORIGINS = (*PRESETS, _OWN)


def beginnings() -> None:
    """Presets, and a school like mine."""
    widgets.prepare(_PRESET, origin())
    with st.container(key="start", gap="small"):
        st.selectbox(
            plain(say("settings.start_from")),
            ORIGINS,
            format_func=_origin_label,
            key=_PRESET,
            on_change=_on_preset,
            label_visibility="collapsed",
            help=plain(say("settings.start_from_help")),
        )
        with st.container(horizontal=True, key="beginnings", gap="small"):
            school_like_mine.button()
            stories_dialog.button()


def origin() -> str:
    """What the plan starts from: a preset, or the school that was typed in."""
    present = history.plan()
    return present.preset if present.start.values == Scenario.preset(present.preset).values else _OWN


def _origin_label(key: str) -> str:
    return say("settings.my_school") if key == _OWN else PRESETS[key].label


def _on_preset() -> None:
    """Another start was chosen. One's own school has to be typed in first."""
    chosen = widgets.text(_PRESET)
    if chosen == _OWN:
        open_dialog(school_like_mine.KEY)
    else:
        history.begin(chosen)
