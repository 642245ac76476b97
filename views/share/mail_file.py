"""The control that makes the file to mail: which sliders, with notes or without, and the download."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from exchange.files import Filed
from model.evidence import LEVERS
from model.ranges.bands import Ranges
from model.results.rating import Untested
from model.texts import in_this_language, say
from views.compare import kept_name
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, notebook, widgets
from views.shell.remembered import remember, remembered
from views.shell.today import today

_SLIDERS, _NOTES = "mail-sliders", "mail-notes"
_NOTHING_CHOSEN: Sequence[str] = ()


def mail_file(context: Context) -> None:
    """Until the reader chooses, the sliders are those that matter most in the plan as it is."""
    # Loaded where the part is open, because opening the page must not wait for it.
    from exchange.mail_file.choosing import MOST_SETTINGS, can_be_chosen, most_that_matter

    plan, book = context.plan, notebook.beside(context.plan)
    able = can_be_chosen(plan)
    kept = remembered(_SLIDERS, _NOTHING_CHOSEN)
    if kept is _NOTHING_CHOSEN:
        kept = most_that_matter(plan)
    widgets.prepare(_SLIDERS, [k for k in kept if k in able])
    named = st.container()  # above the fold, which stays closed for whoever takes them as they are
    with st.expander(plain(say("mail.which"))):
        keys = st.multiselect(
            plain(say("mail.choose")),
            able,
            format_func=lambda k: plain(LEVERS[k].label),
            max_selections=MOST_SETTINGS,
            key=_SLIDERS,
            on_change=remember,
            args=(_SLIDERS,),
        )
    named.caption(plain(_named(keys)))
    with_notes = book.is_written and st.checkbox(
        plain(say("mail.with_notes")), key=_NOTES, on_change=history.mark_due
    )
    day = today()
    filed = kept_name.under_its_name(plan)
    tested = context.futures.ranges if context.futures else Untested.OFF
    base = st.context.url or ""
    st.download_button(
        plain(say("mail.download")),
        in_this_language(partial(_made, filed, keys, tested, base, day, notes=with_notes)),
        file_name=kept_name.file_name(plan, day, "html"),
        mime="text/html",
        key="take-html",
        on_click="ignore",
        icon=":material/mail:",
    )
    st.caption(plain(say("mail.carriers")))


def _named(keys: Sequence[str]) -> str:
    """The sliders of the file in one line."""
    if not keys:
        return say("mail.no_sliders")
    return say("mail.these_sliders", count=len(keys), names=" · ".join(LEVERS[k].label for k in keys))


def _made(
    filed: Filed, keys: list[str], tested: Ranges | Untested, base: str, day: date, *, notes: bool
) -> bytes:
    from exchange.mail_file.mailed import page_to_mail

    return page_to_mail(filed, settings=keys, notes=notes, base=base, today=day, tested=tested)
