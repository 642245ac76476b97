"""Keys that press buttons: the browser's side is a script of a few lines, the table of keys is Python's."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "school_keys", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the browser names it, the button it stands for, and where it must keep away from.

    `kind` is "always" (a presenter's remote: it turns the screen wherever the focus is), "letter" (not while text is
    typed), "arrow" (not where an arrow moves something), "press" (not on what the key itself presses) or "escape" (not while
    something is open over the page).
    """

    key: str
    button: str
    kind: str


def keys(table: Iterable[Key]) -> None:
    """Each key presses the button of its name, as a click would, and only while that button is on the page."""
    _component(key="keys-table", data={"keys": [dataclasses.asdict(k) for k in table]})
