"""In which language the page speaks: that of its address.

The top of each run asks here. Callbacks and fragments run without it, so their threads ask by themselves. The
address holds the language beside the plan (`exchange/showing.py`), and the history writes it again.
"""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from exchange.showing import LANGUAGE
from model.texts import LANGUAGES, Names, ask_for_own_names, language
from model.texts.catalog import KEYS, PSEUDO
from model.texts.language import ENGLISH, ask_for_language, speak
from views.shell import history


def of_page() -> str:
    """The language of the page that this thread works for; English where it works for none."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return ENGLISH
    given = st.query_params.get(LANGUAGE)
    if given is None and not st.query_params and history.is_open():  # another page empties the address
        return history.showing().language
    return given if given in LANGUAGES else ENGLISH


def speak_as_addressed() -> None:
    """Call at the top of every run, before anything is said."""
    speak(of_page())


def of_document() -> str:
    """The language of now as a browser and a screen reader know it: the made-up ones are English."""
    spoken = language()
    return ENGLISH if spoken in (PSEUDO, KEYS) else spoken


def names_of_page() -> Names:
    """What the plan of the page calls its own lines; nothing where this thread works for no page."""
    if get_script_run_ctx(suppress_warning=True) is None or not history.is_open():
        return ()
    return history.plan().now.names


ask_for_language(of_page)
ask_for_own_names(names_of_page)
