"""What surrounds every page: colors by theme, the style sheet, memory kept quiet."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path

import streamlit as st

from views.charts.palette import DARK, LIGHT, Palette

_SHEET = Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def palette() -> Palette:
    """Light or dark, as the reader's browser or menu says."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@cache
def style(place: str, p: Palette, sheet: str) -> str:
    """A style sheet in a palette, whose colors are known as properties of `place`."""
    return f"<style>{_properties(place, p)}\n{sheet}</style>"


def _properties(place: str, p: Palette) -> str:
    return (
        f"{place} {{--ink: {p.ink}; --soft: {p.muted}; --line: {p.grid}; --panel: {p.panel}; --good: {p.revenue}; "
        f"--warn: {p.warning}; --bad: {p.cost}; --ground: {p.background}; --mark: {p.ghost}}}"
    )


@cache
def settle() -> None:
    """Call at the end of a run; acts once. What is loaded by then stays for good: no later collection walks through it."""
    gc.collect()
    gc.freeze()


def open_page() -> None:
    """Call on every run, before the page."""
    st.html(style(":root", palette(), _SHEET))
