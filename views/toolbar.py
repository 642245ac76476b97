"""Undo, redo, reset one, reset all: and the list of everything that differs from the start."""

from __future__ import annotations

import streamlit as st

from model.account import said
from model.evidence import LEVERS
from views import state


def toolbar() -> None:
    with st.container(key="tools", horizontal=True, gap="small"):
        st.button(
            "Undo",
            key="undo",
            on_click=state.undo,
            disabled=not state.can_undo(),
            icon=":material/undo:",
            shortcut="Alt+Z",
        )
        st.button(
            "Redo",
            key="redo",
            on_click=state.redo,
            disabled=not state.can_redo(),
            icon=":material/redo:",
            shortcut="Alt+Y",
        )
        changes()


def changes() -> None:
    """What differs from the starting plan, each with its way back."""
    plan = state.plan()
    differ = plan.now.differences(plan.start)
    count = len(differ)
    box = st.popover("Changes" if not count else f"Changes ({count})", key="changes", on_change=state.keep)
    if not box.open:
        return
    with box:
        if not differ:
            st.write("Nothing differs from the starting plan.")
            return
        for key, value in differ.items():
            lever = LEVERS[key]
            with st.container(horizontal=True, vertical_alignment="center", key=f"change-{key}"):
                st.write(f"**{lever.label}** {said(lever, plan.start[key])} → {said(lever, value)}")
                st.button(
                    "Reset",
                    key=f"reset-{key}",
                    on_click=state.reset,
                    args=(key,),
                    help=f"Back to {said(lever, plan.start[key])}",
                )
        st.button("Reset all", key="reset-all", on_click=state.reset_all, icon=":material/restart_alt:")
