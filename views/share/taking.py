"""The part to take a plan along: link, workbook, plan file, table, and a few lines of Python."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from exchange import files, link
from exchange import table_files as tables
from exchange.files import Filed
from exchange.link_base import reach_in_words
from exchange.python_code import as_python
from exchange.workbook import write_workbook
from model.plan.plan import Plan
from model.texts import in_this_language, say
from views.compare import kept_name, shelf
from views.context import Context
from views.markup.image import image
from views.markup.plain_text import plain
from views.shell import drawing, notebook
from views.shell.page_markup import put_markup
from views.shell.today import today


def taking(context: Context) -> None:
    """The whole part. Nothing is written in advance: each file is made on its button's click."""
    plan = context.plan
    notebook.mount("take")
    shelf.mount()
    left, right = st.columns(2, gap="large")
    with left:
        address = _link(plan)
    with right:
        _files(plan, address)
        with st.expander(plain(say("share.developers"))):
            st.write(plain(say("share.python")))
            st.code(as_python(plan), language=None, wrap_lines=True)


def _link(plan: Plan) -> str:
    """The link with its QR code; empty when no link can hold the plan."""
    st.subheader(plain(say("share.link")))
    base = st.context.url or "http://127.0.0.1:8501/"
    try:
        address = link.address_of(plan, base)
    except link.LinkTooLong as e:
        st.warning(plain(str(e)))
        return ""
    st.write(plain(say("share.about_link")))
    st.code(address, language=None, wrap_lines=True)
    if reach := reach_in_words(base):
        st.caption(plain(reach))
    if notebook.beside(plan).is_written:
        st.caption(plain(say("share.link_without_notes")))
    drawing.load("segno")  # draws the QR code
    with st.popover(plain(say("share.code")), key="qr"):
        # An image, because the page removes drawings from markup.
        put_markup(
            Markup('<div class="qr"><img alt="{}" src="{}"></div>').format(
                say("share.code_of_link"), image(link.qr_svg(address))
            )
        )
    return address


def _files(plan: Plan, address: str) -> None:
    st.subheader(plain(say("share.files")))
    day = today()
    filed = Filed(kept_name.under_its_name(plan), notebook=notebook.beside(plan))
    kinds = (
        ("share.workbook", "xlsx", partial(write_workbook, [filed], link=address, today=day)),
        ("share.plan_file", "json", partial(files.write, [filed])),
        ("share.table", "csv", partial(_table, filed.plan)),
    )
    with st.container(horizontal=True, key="files"):
        for label, ending, make in kinds:
            st.download_button(
                plain(say("share.download", what=say(label), ending=ending)),
                in_this_language(make),
                file_name=kept_name.file_name(plan, day, ending),
                key=f"take-{ending}",
                on_click="ignore",
                icon=":material/download:",
            )


def _table(plan: Plan) -> bytes:
    # The byte order mark tells a spreadsheet program that the text is UTF-8.
    return tables.tidy_csv([plan]).encode("utf-8-sig")
