"""The ways to hand a plan to somebody, each in a card of its own: a heading, one sentence, the control."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from model.texts import say
from views.context import Context
from views.shell.page_markup import put_markup


@dataclass(frozen=True, slots=True)
class Card:
    """One way; `heading` and `about` are keys of texts. A control that explains itself has no `about`."""

    key: str
    heading: str
    draw: Callable[[Context], None]
    about: str = ""


def cards(shown: Sequence[Card], context: Context) -> None:
    """The cards beside each other where there is room. A new one is a row of its part's table."""
    unmade = say("downloads.unmade")  # for `reaching.js`, where a file cannot be made
    with st.container(key="share-cards"):
        for card in shown:
            with st.container(border=True, key=f"card-{card.key}"):
                about = Markup('<p class="soft">{}</p>').format(say(card.about)) if card.about else Markup()
                head = Markup('<h3 data-unmade="{}">{}</h3>{}')
                put_markup(head.format(unmade, say(card.heading), about))
                card.draw(context)
