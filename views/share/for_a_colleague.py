"""The part for a colleague: a link with its code, and a file where a link does not reach."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.texts import say
from views.compare import shelf
from views.context import Context
from views.markup.plain_text import plain
from views.share import downloads, mail_file, page_link
from views.share.cards import Card, cards
from views.shell import notebook
from views.shell.page_markup import put_markup


def for_a_colleague(context: Context) -> None:
    """The whole part."""
    cards(_CARDS, context)
    notebook.mount("take")
    shelf.mount()


def _link(context: Context) -> None:
    """The link and its code. Where not everybody can open it, the plan file stands first."""
    found = page_link.link_of(context.plan)
    if not found.is_for_all:
        st.warning(plain(found.problem or found.reach))
        downloads.plan_file(context)
        st.caption(plain(say("share.open_file", place=say("places.share"), part=say("places.open"))))
    if not found.address:
        return
    with st.container(key="link-and-code"):
        st.code(found.address, language=None, wrap_lines=True)
        if code := found.code():
            put_markup(Markup('<div class="qr">{}<p>{}</p></div>').format(code, say("share.scan")))
    if not found.works_elsewhere:
        st.caption(plain(say("share.no_code")))
    if notebook.beside(context.plan).is_written:
        st.caption(plain(say("share.link_without_notes")))


_CARDS = (
    Card("link", "share.link", _link, "share.about_link"),
    Card("mail", "share.mail", mail_file.mail_file, "mail.about"),
)
