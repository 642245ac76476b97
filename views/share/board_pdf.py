"""One page for the board as PDF, and the two-page brief: a choice of paper and two buttons."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exchange.handout import Paper
from exchange.handout import board_pdf as page_for_the_board
from model.results.rating import Untested
from model.texts import in_this_language, say
from views.compare import kept_name
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, notebook
from views.shell.today import today

_PAPERS: dict[Paper, str] = {"letter": "handout.letter", "a4": "handout.a4"}
_BUTTONS = {"handout.download": False, "handout.download_brief": True}  # whether it has two pages


def board_pdf(context: Context) -> None:
    """The control. Each file is made on its button's click, of the futures that the page shows."""
    plan, written, day = context.plan, notebook.beside(context.plan), today()
    paper = _paper()
    make = partial(
        page_for_the_board,
        kept_name.under_its_name(plan),
        paper=paper,
        decisions=_with_decisions() if written.decisions else False,
        base=st.context.url or "http://127.0.0.1:8501/",
        today=day,
        futures=context.futures.ranges if context.futures else Untested.OFF,
    )
    with st.container(horizontal=True, key="board-files"):
        for label, is_brief in _BUTTONS.items():
            st.download_button(
                plain(say(label)),
                in_this_language(partial(make, brief=is_brief)),
                file_name=kept_name.file_name(plan, day, "brief.pdf" if is_brief else "pdf"),
                key="take-board-brief" if is_brief else "take-board",
                on_click="ignore",
                icon=":material/download:",
            )


def _paper() -> Paper:
    return st.segmented_control(
        plain(say("handout.paper")),
        tuple(_PAPERS),
        format_func=lambda paper: plain(say(_PAPERS[paper])),
        default="letter",
        required=True,
        key="board-paper",
        on_change=history.mark_due,
    )


def _with_decisions() -> bool:
    """Whether who decided what, and why, goes to the board: asked only where there is any."""
    return st.checkbox(
        plain(say("handout.with_decisions")), key="board-decisions", on_change=history.mark_due
    )
