"""What all pages share: the language, colors by theme, the style sheet, quiet memory."""

from __future__ import annotations

import gc
from dataclasses import fields
from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from views.charts.palette import DARK, LIGHT, Palette
from views.shell import parts, spoken
from views.shell.page_markup import put_markup

_SHEET, _PRINT = (
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("style.css", "print.css")
)


def palette() -> Palette:
    """Light or dark, as the reader's browser or menu says."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@cache
def style(place: str, p: Palette, sheet: str) -> Markup:
    """A style sheet in a palette, whose colors are defined as properties of `place`."""
    # Not escaped: a style sheet of this project, in which > and quotes are its own.
    return Markup(f"<style>{_properties(place, p)}\n{sheet}</style>")  # noqa: S704


@cache
def _printed(p: Palette) -> str:
    """The sheet for paper, which is light: properties, and the colors that are written into pictures."""
    pictures = "".join(
        f'.stVegaLiteChart svg [{kind}="{was}"] {{ {kind}: {now} }}\n'
        for was, now in _lightened(p).items()
        for kind in ("fill", "stroke")
    )
    # Stated of both, because present mode states its own on the second.
    light = _properties(":is(html,.stApp.stApp)", LIGHT)
    turned = ".multiples img:not(.board-page img){filter:invert(1) hue-rotate(180deg)}" if p is DARK else ""
    return _PRINT.replace("/*light*/", f"{light}\n{pictures}{turned}")


def _lightened(p: Palette) -> dict[str, str]:
    """Each color of a palette and the one that means the same in the light one."""
    return {
        str(was): str(getattr(LIGHT, x.name))
        for x in fields(p)
        if str(was := getattr(p, x.name)).startswith("#") and was != getattr(LIGHT, x.name)
    }


def _properties(place: str, p: Palette) -> str:
    return (
        f"{place} {{--ink: {p.ink}; --soft: {p.muted}; --line: {p.grid}; --panel: {p.panel}; --good: {p.revenue}; "
        f"--warn: {p.warning}; --bad: {p.cost}; --ground: {p.background}; --mark: {p.ghost} }}"
    )


@cache
def settle() -> None:
    """Call at the end of a run; acts once.

    Everything loaded by then stays for good: later garbage collections skip it.
    """
    gc.collect()
    gc.freeze()


def open_page() -> None:
    """Call on every run, before the page."""
    spoken.speak_as_addressed()
    parts.begin()
    p = palette()
    put_markup(style(":root", p, _SHEET + _printed(p)))
