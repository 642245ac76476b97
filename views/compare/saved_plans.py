"""The plans that are saved in this browser, each with its answer and a press that opens it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from exchange.store import Kept
from model.texts import counted, say
from views.compare import comparison_tables, kept_name, shelf
from views.markup.plain_text import plain
from views.shell import history
from views.shell.page_markup import put_markup


def to_open(most: int | None = None) -> None:
    """The list, the newest first, or only so many of it; nothing where none is saved."""
    saved = shelf.kept()
    if not saved:
        return
    title = say("compare.saved_plans", count=counted(len(saved)))
    put_markup(Markup('<h2 class="caption">{}</h2>').format(title))
    for kept in saved[::-1][:most]:
        with st.container(key=f"saved-{kept.key}", horizontal=True, vertical_alignment="center"):
            answer(kept)
            opener(kept)


def answer(kept: Kept) -> None:
    """What a saved plan is called, and what it comes to."""
    said = comparison_tables.comes_to(kept.filed)
    put_markup(Markup('<p class="kept"><b>{}</b><br>{}</p>').format(kept.name, said), width="stretch")


def opener(kept: Kept) -> None:
    """The press that goes on with a saved plan, under its name."""
    st.button(plain(say("compare.open")), key=f"open-{kept.key}", on_click=_open, args=(kept,))


def _open(kept: Kept) -> None:
    shelf.open_again(kept.key)
    kept_name.note(history.plan(), kept.name)
