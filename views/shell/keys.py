"""Keys that press buttons: the browser's side is a script of a few lines, the table of keys is Python's."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from views.present.room_screen import Key

_component = st.components.v2.component(
    "school_keys", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def keys(table: Iterable[Key]) -> None:
    """Each key presses the button of its name, as a click would, and only while that button is on the page."""
    _component(key="keys-table", data={"keys": [dataclasses.asdict(k) for k in table]})
