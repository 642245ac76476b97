"""Messages about the last move, shown once above the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from model.evidence import Value
from views.markup.plain_text import plain, plain_list
from views.shell.session import Slot


@dataclass(frozen=True, slots=True)
class _Said:
    sentences: tuple[str, ...] = ()
    title: str = ""
    offers: tuple[tuple[str, Mapping[str, Value]], ...] = ()


_said = Slot(_Said)


def say(*sentences: str, title: str = "", offers: Iterable[tuple[str, Mapping[str, Value]]] = ()) -> None:
    """Show messages about the last move, each on its own line. They are shown as plain text.

    `offers` are what a button says, and the changes that it makes.
    """
    _said.put(_Said(sentences, title, tuple(offers)))


def offers() -> tuple[tuple[str, Mapping[str, Value]], ...]:
    """What can be pressed to answer the messages."""
    return _said.get().offers


def is_said() -> bool:
    """Whether there are messages."""
    return bool(_said.get().sentences or _said.get().offers)


def draw() -> None:
    """The messages, until the next move."""
    said = _said.get()
    head = f"**{plain(said.title)}** " if said.title else ""
    if len(said.sentences) > 1:
        st.info(head + "\n" + plain_list(said.sentences))
    elif said.sentences:
        st.info(head + plain(said.sentences[0]))


def clear() -> None:
    """A move was made: the message about the one before is removed."""
    _said.put(_Said())
