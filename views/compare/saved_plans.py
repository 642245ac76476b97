"""The plans that are saved in this browser, each with its answer and a press that opens it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from exchange.store import Kept
from model.texts import counted, say
from views.compare import comparison_tables, kept_name, shelf
from views.markup.plain_text import plain
from views.shell import history
from views.shell.page_markup import put_markup
from views.what_if import ranges


def to_open(most: int | None = None) -> None:
    """The list, the newest first, or only so many of it; nothing where none is saved."""
    saved = shelf.kept()
    if not saved:
        return
    title = say("compare.saved_plans", count=counted(len(saved)))
    put_markup(Markup('<h2 class="caption">{}</h2>').format(title))
    shown = saved[::-1][:most]
    for kept, said in zip(shown, answers(shown), strict=True):
        with st.container(key=f"saved-{kept.key}", horizontal=True, vertical_alignment="center"):
            put_markup(said, width="stretch")
            opener(kept)


def answers(saved: Sequence[Kept]) -> list[Markup]:
    """What each saved plan is called, and what it comes to; all are worked out together."""
    plans = [k.filed for k in saved]
    chances = ranges.chances([(f.now, f.facts) for f in plans])
    told = comparison_tables.come_to(plans, chances)
    return [
        Markup('<p class="kept"><b>{}</b><br>{}</p>').format(k.name, said)
        for k, said in zip(saved, told, strict=True)
    ]


def opener(kept: Kept) -> None:
    """The press that goes on with a saved plan, under its name."""
    st.button(plain(say("compare.open")), key=f"open-{kept.key}", on_click=_open, args=(kept,))


def _open(kept: Kept) -> None:
    shelf.open_again(kept.key)
    kept_name.note(history.plan(), kept.name)
