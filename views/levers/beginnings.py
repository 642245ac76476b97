"""How a plan begins: from a preset, a school like mine, or a story."""

from __future__ import annotations

import streamlit as st

from model.evidence import PRESETS
from model.plan.named_presets import find_preset
from model.texts import say
from views.levers import school_like_mine, stories_dialog
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.opened_dialog import open_dialog

_PRESET = "preset"
_OWN = "own"  # the entry in the list of presets for a school that was typed in


def beginnings() -> None:
    """Presets, and a school like mine."""
    widgets.prepare(_PRESET, origin())
    with st.container(key="start", gap="small"):
        st.selectbox(
            plain(say("settings.start_from")),
            _origins(),
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
    return _OWN if present.is_own_school else present.preset


def _origins() -> tuple[str, ...]:
    """The newest presets, and an earlier one only where the plan began from it."""
    now = origin()
    earlier = () if now in PRESETS or now == _OWN else (now,)
    return (*PRESETS, *earlier, _OWN)


def _origin_label(name: str) -> str:
    preset = find_preset(name)
    if preset is None:
        return say("settings.my_school")
    if preset.is_earlier:
        return say("settings.earlier_version", preset=preset.label, version=preset.version)
    return preset.label


def _on_preset() -> None:
    """Another start was chosen. One's own school has to be typed in first."""
    chosen = widgets.text(_PRESET)
    if chosen == _OWN:
        open_dialog(school_like_mine.KEY)
    else:
        history.begin(chosen)
