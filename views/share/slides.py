"""Slides for a meeting, and single pictures: a button for the deck, a choice of picture and form."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from exchange.files import Filed
from exchange.pictures import FORMS, PICTURES, Form, picture, pictures_of
from exchange.slides import what_to_install, write_slides
from model.results.rating import Untested
from model.texts import in_this_language, say
from views.compare import kept_name
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, notebook
from views.shell.today import today

if TYPE_CHECKING:
    from exchange.handout import Futures

PICTURE, FORM = "take-picture", "take-picture-form"
_FORMS: dict[Form, str] = {"png": "pictures.png", "svg": "pictures.svg"}


def slides(context: Context) -> None:
    """The whole control. Each file is made on its button's click, of the futures that the page shows."""
    plan, day = context.plan, today()
    filed = Filed(kept_name.under_its_name(plan), notebook=notebook.beside(plan))
    futures = context.futures.ranges if context.futures else Untested.OFF
    st.subheader(plain(say("slides.part")))
    st.write(plain(say("slides.part_about")))
    _deck(filed, day, futures)
    _picture(filed, day, futures)


def _deck(filed: Filed, day: date, futures: Futures) -> None:
    if missing := what_to_install():
        st.info(plain(missing))
        return
    st.download_button(
        plain(say("slides.download")),
        in_this_language(partial(write_slides, filed, base=_base(), today=day, futures=futures)),
        file_name=kept_name.file_name(filed.plan, day, "pptx"),
        key="take-slides",
        on_click="ignore",
        icon=":material/slideshow:",
    )


def _picture(filed: Filed, day: date, futures: Futures) -> None:
    keys = pictures_of(filed.plan, has_futures=futures is not Untested.OFF)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        key = st.selectbox(
            plain(say("pictures.which")),
            keys,
            format_func=lambda key: plain(PICTURES[key].label),
            key=PICTURE,
            on_change=history.mark_due,
        )
    with right:
        form = st.segmented_control(
            plain(say("pictures.form")),
            FORMS,
            format_func=lambda form: plain(say(_FORMS[form])),
            default=FORMS[0],
            required=True,
            key=FORM,
            on_change=history.mark_due,
        )
    st.download_button(
        plain(say("pictures.download", ending=form)),
        in_this_language(partial(picture, key, filed, form, today=day, futures=futures)),
        file_name=kept_name.file_name(filed.plan, day, f"{key}.{form}"),
        key="take-one-picture",
        on_click="ignore",
        icon=":material/image:",
    )


def _base() -> str:
    """Where the link in the notes of the slides opens the plan."""
    return st.context.url or "http://127.0.0.1:8501/"
