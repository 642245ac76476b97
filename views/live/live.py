"""The live layer's Python side: a head with every run, and the table of the lever in use."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS
from model.plan.plan import Plan
from model.texts import language
from views.curves import comparing
from views.levers import controls
from views.live import touch
from views.live.replayed import REPLAY, replay
from views.live.response import MOST, pack, positions, respond
from views.shell import drawing, history, present_mode
from views.shell.scale import field_text
from views.shell.signature import of_plan
from views.shell.widgets import is_open
from views.what_if import ranges

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_component = st.components.v2.component("school_live", js=_SCRIPT)
ANCHOR = Markup('<div id="live" hidden></div>')  # the charts listen to this element; it must come before them


@drawing.fragment
def live(names: Sequence[str], widgets: Sequence[str]) -> None:
    """Mount below the charts. `names` are the visible charts, `widgets` the levers.

    A fragment, so that a request for a table runs only this part. Streamlit merges a move and such a request
    that arrive together and answers them as the request: then the whole page is still due.
    """
    if history.is_due():
        st.rerun()
    plan = history.plan()
    lever, again = touch.take_touch(), present_mode.take_replay()
    lever = lever if widgets else None  # while an answer is covered, nothing of it is sent
    table = b""
    if again:
        lever = REPLAY
        table = pack(replay(again[1], plan, names, ranges.beside, compares=comparing.asked()))
    elif lever and (places := _places(plan, lever)):
        table = pack(respond(plan, lever, places, names, ranges.drawn(plan), compares=comparing.asked()))
    else:
        lever = None
    head = _head(plan, names, widgets, lever, again[0] if again else 0)
    _component(key=touch.COMPONENT, data=head + table, on_touch_change=touch.on_touch)


def _places(plan: Plan, lever: str) -> list[float]:
    """Every place of a lever; none where they are so many that others would wait for its table."""
    places = positions(*controls.grid(LEVERS[lever], plan.now))
    return places if len(places) <= MOST else []


def _head(plan: Plan, names: Sequence[str], widgets: Iterable[str], table: str | None, order: int) -> bytes:
    """`order` distinguishes a replay from the one before, which may be the same to the last byte."""
    head = {
        "signature": of_plan(plan),
        "look": [*names, language(), comparing.asked(), ranges.settings().shown],
        "at": dict(_standing(plan, widgets)),
        "table": table,
        "order": order,
    }
    text = json.dumps(head, separators=(",", ":"), allow_nan=False).encode()
    return struct.pack("<I", len(text)) + text


def _standing(plan: Plan, widgets: Iterable[str]) -> Iterable[tuple[str, tuple[str, float, float, str]]]:
    """By widget: its lever, its present place, how far off the browser may show it, and the text of a field.

    A browser moves a slider between two steps to the nearer one. A field that shows something else than the
    plan's value has no place.
    """
    for widget in widgets:
        key = widget.split("-", 1)[1]
        if not LEVERS[key].is_choice and not is_open(widget):
            low, _, step, shown = controls.grid(LEVERS[key], plan.now)
            off = abs((shown - low) / step - round((shown - low) / step)) > 1e-6
            is_slider = widget.startswith("lever-")
            text = "" if is_slider else field_text(LEVERS[key], plan.now[key])
            yield widget, (key, shown, step / 2 if off and is_slider else 1e-9, text)
