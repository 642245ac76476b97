"""The files of a plan, each behind a button. Nothing is written in advance: a file is made on the click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from exchange import files
from exchange import table_files as tables
from exchange.files import Filed
from exchange.workbook import write_workbook
from model.texts import in_this_language, say
from views.compare import kept_name
from views.context import Context
from views.markup.plain_text import plain
from views.share import page_link
from views.shell.today import today


def workbook(context: Context) -> None:
    """Formulas and numbers, with the link where a link can hold the plan."""
    address = page_link.link_of(context.plan).address
    _button(
        context,
        "share.download_workbook",
        "xlsx",
        lambda filed, day: partial(write_workbook, [filed], link=address, today=day),
    )


def plan_file(context: Context) -> None:
    """What this tool opens again."""
    _button(context, "share.download_plan_file", "json", lambda filed, _: partial(files.write, [filed]))


def table(context: Context) -> None:
    """Every line and year for another program."""
    _button(context, "share.download_table", "csv", lambda filed, _: partial(_table, filed))


def _button(
    context: Context, label: str, ending: str, make: Callable[[Filed, date], Callable[[], bytes]]
) -> None:
    day = today()
    st.download_button(
        plain(say(label)),
        in_this_language(make(kept_name.under_its_name(context.plan), day)),
        file_name=kept_name.file_name(context.plan, day, ending),
        key=f"take-{ending}",
        on_click="ignore",
        icon=":material/download:",
    )


def _table(filed: Filed) -> bytes:
    # The byte order mark tells a spreadsheet program that the text is UTF-8.
    return tables.tidy_csv([filed]).encode("utf-8-sig")
