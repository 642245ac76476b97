"""What surrounds every page: colours by theme, the style sheet, memory kept quiet."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path
from threading import RLock

import streamlit as st
from markupsafe import Markup

from views.charts.palette import DARK, LIGHT, Palette
from views.shell.page_markup import put_markup

# One page is worked out at a time. An interpreter runs one thread anyway; forty that push for it spend much of their
# time on taking turns, and everybody's answer comes late. A run takes some 20 ms, so nobody waits long in the row.
turn = RLock()
STYLE = Path(__file__).parent / "style.css"
ROOM_STYLE = Path(__file__).parents[1] / "present" / "present.css"


def palette() -> Palette:
    """Light or dark, as the reader's browser or menu says."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@cache
def _style(p: Palette) -> Markup:
    return _sheet(":root", p, STYLE)


@cache
def room_style(p: Palette) -> Markup:
    """Present mode in the room's own colours, whatever the browser asks for."""
    return _sheet(".stApp", p, ROOM_STYLE)


def _sheet(place: str, p: Palette, file: Path) -> Markup:
    # Not escaped: a style sheet of this project, in which > and quotes are its own.
    return Markup(f"<style>{_properties(place, p)}\n{file.read_text(encoding='utf-8')}</style>")  # noqa: S704


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


def open_house() -> None:
    """Call on every run, before the page."""
    put_markup(_style(palette()))
