"""Slides for a meeting, and single pictures: a button for the deck, a choice of picture and form."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from exchange.files import Filed
from exchange.pictures import FORMS, PICTURES, Form, picture, pictures_of
from exchange.slides import what_to_install
from model.results.rating import Untested
from model.texts import in_this_language, say
from views.compare import kept_name
from views.context import Context
from views.markup.plain_text import plain
from views.share import page_link
from views.shell import history
from views.shell.today import today

if TYPE_CHECKING:
    from exchange.handout import Futures

# What the card of this control is called, and what is said in it.
HEADING, ABOUT = "slides.part", "slides.part_about"
PICTURE, FORM = "take-picture", "take-picture-form"
_FORMS: dict[Form, str] = {"png": "pictures.png", "svg": "pictures.svg"}


def slides(context: Context) -> None:
    """The control. Each file is made on its button's click, of the futures that the page shows."""
    filed, day = kept_name.under_its_name(context.plan), today()
    futures = context.futures.ranges if context.futures else Untested.OFF
    _deck(context, filed, day, futures)
    _picture(context, filed, day, futures)


def _deck(context: Context, filed: Filed, day: date, futures: Futures) -> None:
    if missing := what_to_install():
        st.info(plain(missing))
        return
    # A link that opens on this computer alone is no use in the notes of slides.
    works = page_link.link_of(context.plan).works_elsewhere
    base = (st.context.url or "") if works else ""
    st.download_button(
        plain(say("slides.download")),
        in_this_language(partial(_written, filed, base=base, today=day, futures=futures)),
        file_name=kept_name.file_name(context.plan, day, "pptx"),
        key="take-slides",
        on_click="ignore",
        icon=":material/slideshow:",
    )


def _written(filed: Filed, **how: Any) -> bytes:
    from exchange.slides.deck import write_slides

    return write_slides(filed, **how)


def _picture(context: Context, filed: Filed, day: date, futures: Futures) -> None:
    keys = pictures_of(filed.plan, has_futures=futures is not Untested.OFF)
    key = st.selectbox(
        plain(say("pictures.which")),
        keys,
        format_func=lambda key: plain(say(PICTURES[key].name)),
        key=PICTURE,
        on_change=history.mark_due,
    )
    with st.container(horizontal=True, key="one-picture", vertical_alignment="bottom"):
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
            file_name=kept_name.file_name(context.plan, day, f"{key}.{form}"),
            key="take-one-picture",
            on_click="ignore",
            icon=":material/image:",
        )
