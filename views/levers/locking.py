"""The dialog to lock a lever with its reason: a mandate, restricted money, what is paid centrally.

A locked lever shows its reason in its own place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS
from model.plan.locks import KINDS, in_order, kind_label, reason
from model.texts import say
from views.context import Context
from views.levers.dating import lever_name
from views.markup.plain_text import plain
from views.shell import history
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup

KEY = "locking"  # among the dialogs
_FIRST = "pupils_per_teacher"


def button() -> None:
    """Opens the dialog."""
    locked = len(history.plan().locks)
    name = say("settings.lock_counted", count=locked) if locked else say("settings.lock")
    st.button(
        plain(name), key="lock", on_click=open_dialog, args=(KEY,), icon=":material/lock:", width="stretch"
    )


def ask(_: Context) -> None:
    """The dialog. A locked lever stays where it is until it is unlocked; Undo takes a lock back too."""
    put_markup(Markup('<p class="soft">{}</p>').format(say("settings.lock_lead")))
    plan = history.plan()
    used = (0, *plan.now.own_lines)
    free = [k for k, x in LEVERS.items() if not x.of and x.own in used and k not in plan.locked]
    lever = st.selectbox(
        plain(say("settings.setting")),
        free,
        index=free.index(_FIRST) if _FIRST in free else 0,
        format_func=lever_name,
        key="lock-lever",
    )
    kind = st.segmented_control(
        plain(say("settings.because")),
        KINDS,
        default="mandate",
        required=True,
        format_func=lambda k: plain(kind_label(k)),
        key="lock-kind",
    )
    st.caption(plain(reason(kind)))
    if st.button(plain(say("settings.lock_it")), key="lock-it", icon=":material/lock:"):
        _set({**history.plan().locked, lever: kind})
        st.rerun()
    for held, why in history.plan().locks:
        with st.container(horizontal=True, vertical_alignment="center", key=f"locked-{held}"):
            st.write(f"**{plain(lever_name(held))}**: {plain(reason(why))}")
            if st.button(plain(say("settings.unlock")), key=f"unlock-{held}"):
                _set({k: v for k, v in history.plan().locked.items() if k != held})
                st.rerun()


def _set(locks: Mapping[str, str]) -> None:
    close_dialog()
    history.step(replace(history.plan(), locks=in_order(locks)))
