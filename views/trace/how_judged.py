"""The tab of how a plan is judged: the rule of the rating, and what each key figure means."""

from __future__ import annotations

import streamlit as st

from views.answer import answer_in_words as words
from views.context import Context
from views.markup.plain_text import plain


def how_judged(context: Context) -> None:
    """The whole tab."""
    figures = [(f.label, f.means) for f in words.key_figures(context.numbers)]
    for parts in (words.rule(), figures):
        st.markdown("\n".join(f"* **{plain(head)}.** {plain(text)}" for head, text in parts))
