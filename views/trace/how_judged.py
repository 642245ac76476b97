"""The tab of how a plan is judged: what comes after Year 5, the rule, and what each key figure means."""

from __future__ import annotations

import streamlit as st

from model.answer import answer_in_words as words
from model.answer import key_figures as figures_in_words
from model.results.horizon_in_words import after_year_5
from model.texts import say
from views.context import Context
from views.markup.plain_text import plain
from views.trace import standards


def how_judged(context: Context) -> None:
    """The whole tab."""
    standards.standards(context)
    later = [(say("horizon.title"), text) for text in after_year_5(context.numbers.horizon)]
    figures = [(f.label, f.means) for f in figures_in_words.key_figures(context.numbers)]
    for parts in (later, words.rule(), figures):
        st.markdown("\n".join(f"* **{plain(head)}.** {plain(text)}" for head, text in parts))
