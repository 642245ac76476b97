"""The start, on an address without a plan: enter a school, try an example, lead a workshop, open a plan."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.evidence import PRESETS
from model.texts import say
from views import dialogs
from views.compare import saved_plans, shelf
from views.context import of_this_run
from views.levers import school_like_mine, stories_dialog
from views.markup.plain_text import plain
from views.share import opening
from views.shell import history, typed_fields, widgets
from views.shell.opened_dialog import open_dialog, opened
from views.shell.page_markup import put_markup

EXAMPLE = "start-example"
_MOST_SAVED = 3  # the newest; all of them stand with any plan, under Share and print


def start() -> None:
    """The page. Nothing of a plan is computed before one is chosen."""
    put_markup(
        Markup('<div class="start"><h1>{}</h1><p>{}</p><p class="soft">{}<br>{}</p></div>').format(
            say("start.question"), say("start.about"), say("start.program"), say("start.study")
        )
    )
    saved_plans.to_open(_MOST_SAVED)
    with st.container(key="begin-ways"):
        _way("own", say("start.own"), say("start.about_own"))
        _way("example", say("start.example"), say("start.about_example", count=len(PRESETS)))
        _way("workshop", say("start.workshop"), say("start.about_workshop"))
    put_markup(Markup('<h2 class="caption">{}</h2>').format(say("start.open")))
    opening.fields()
    shelf.mount()
    put_markup(Markup('<p class="soft">{}</p>').format(say("start.privacy")))
    typed_fields.listen()
    if opened():
        dialogs.draw(of_this_run())


def _way(key: str, label: str, about: str) -> None:
    """One way to begin: its button, and what it takes."""
    with st.container(key=f"begin-{key}", border=True):
        put_markup(Markup("<h2>{}</h2><p>{}</p>").format(label, about))
        _DRAWN[key]()


def _own() -> None:
    st.button(
        plain(say("start.own_press")),
        key="start-mine",
        type="primary",
        on_click=open_dialog,
        args=(school_like_mine.KEY,),
    )


def _example() -> None:
    st.selectbox(
        plain(say("start.which_example")),
        list(PRESETS),
        format_func=lambda key: PRESETS[key].label,
        key=EXAMPLE,
        label_visibility="collapsed",
    )
    st.button(plain(say("start.example_press")), key="start-preset", on_click=_begin)


def _begin() -> None:
    history.begin(widgets.text(EXAMPLE) or history.DEFAULT_PRESET)


def _workshop() -> None:
    st.button(
        plain(say("start.workshop_press")),
        key="start-stories",
        on_click=open_dialog,
        args=(stories_dialog.KEY,),
    )


_DRAWN = {"own": _own, "example": _example, "workshop": _workshop}
