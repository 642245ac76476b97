"""Keys that press buttons: Python holds the table of keys, a short script handles them in the browser.

With it comes the script for buttons in markup (`reaching.js`): another component would be another message in
every run.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

_SCRIPTS = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("keys.js", "reaching.js"))
_component = st.components.v2.component("school_keys", js="\n".join(_SCRIPTS))


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the browser names it, the button it presses, and where it does nothing.

    `kind` is "always" (a presenter's remote: works wherever the focus is), "letter" (not while text is
    typed), "arrow" (not where an arrow moves something), "press" (not on what the key itself presses) or
    "escape" (not while something is open over the page).
    """

    key: str
    button: str
    kind: str


def keys(table: Iterable[Key]) -> None:
    """Let each key press the button of its name, as a click would, only while that button is on the page."""
    _component(key="keys-table", data={"keys": [dataclasses.asdict(k) for k in table]})
