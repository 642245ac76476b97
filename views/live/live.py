"""The live layer's Python side: a head with every run, and the table of the lever in use."""

from __future__ import annotations

import json
import struct
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS
from model.plan.plan import Plan
from model.texts import by_language, language
from views import charts
from views.charts.frame import heard_at
from views.context import of_now
from views.curves import comparing
from views.levers import controls
from views.live import touch
from views.live.ahead import respond_ahead
from views.live.replayed import REPLAY, replay, standing
from views.live.response import MOST, pack, positions, respond
from views.shell import drawing, history, parts, present_mode
from views.shell.scale import field_text
from views.shell.session import Slot
from views.shell.signature import of_plan
from views.shell.widgets import is_open
from views.what_if import ranges


def _module() -> str:
    """What the browser runs: the layer, and the pictures that it moves."""
    here = Path(__file__)
    files = (here.with_suffix(".js"), here.with_name("pictures.js"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


# Two components: the script is sent once, what it is given with every run.
_script = st.components.v2.component("school_live_script", js=_module())
_component = st.components.v2.component(
    "school_live", js=Path(__file__).with_name("given.js").read_text(encoding="utf-8")
)
PART = "live"
SLICE = 0.25  # seconds of the processor for the futures of one answer; whoever wants something else ends it


@dataclass(frozen=True, slots=True)
class _Pictured:
    """The plan that the pictures were drawn for, by Python."""

    signature: int | None = None


_pictured = Slot(_Pictured)
parts.watch(PART, lambda: of_plan(history.plan()))


@by_language
def anchor() -> Markup:
    """What the charts listen to, each to an element of its own. It must come before them."""
    each = (
        Markup('<i id="{}" data-alt="{}"></i>').format(heard_at(name), charts.alt(name))
        for name in charts.NAMES
    )
    return Markup('<div id="live" hidden>{}</div>').format(Markup().join(each))


def listen() -> None:
    """Mount the script, outside of what is drawn after every move."""
    _script(key="live-script")


def live(names: Sequence[str], widgets: Sequence[str]) -> None:
    """Mount below the charts. `names` are the visible charts, `widgets` the levers."""
    _live(names, widgets)


def _draw(names: Sequence[str], widgets: Sequence[str]) -> None:
    """A fragment, so that a request for a table runs only this part.

    Streamlit merges a move and such a request that arrive together and answers them as the request: then the
    whole page is still due.
    """
    if history.is_due() or parts.are_due(but=PART):
        st.rerun()
    plan = history.plan()
    if parts.is_whole():
        _pictured.put(_Pictured(of_plan(plan)))
    touched, again = touch.take_touch(), present_mode.take_replay()
    lever = touched.lever if widgets else None  # while an answer is covered, nothing of it is sent
    table, sought = b"", None
    if again:
        lever = REPLAY
        table = pack(replay(again[1], plan, names, ranges.beside, compares=comparing.asked()))
    elif lever and touched.ahead:
        table, sought = _ahead(plan, lever, touched.ahead, names)
    elif lever and (places := _places(plan, lever)):
        table = pack(respond(plan, lever, places, names, ranges.drawn(plan), compares=comparing.asked()))
    # Where the pictures were not drawn again, they are given the rows of the plan that stands now.
    is_behind = bool(widgets) and _pictured.get().signature != of_plan(plan)
    here = pack(standing(plan, of_now().drawn, names)) if is_behind else b""
    order = again[0] if again else 0
    head = _head(plan, names, widgets, lever if table else None, order, len(here), sought)
    _component(
        key=touch.COMPONENT,
        data=head + here + table,
        on_touch_change=touch.on_touch,
        on_failure_change=touch.on_failure,
    )
    parts.note(PART)


_live = drawing.fragment(_draw, PART)


def _places(plan: Plan, lever: str) -> list[float]:
    """Every place of a lever; none where they are so many that others would wait for its table."""
    places = positions(*controls.grid(LEVERS[lever], plan.now))
    return places if len(places) <= MOST else []


def _ahead(
    plan: Plan, lever: str, asked: Sequence[float], names: Sequence[str]
) -> tuple[bytes, Mapping[str, object]]:
    """The futures at the places that were asked for, as far as they fit into a slice.

    Beside them, which places there are not, and whether others need the server. Whoever moves on ends it:
    where the plan is looked at, the framework turns to the newer move.
    """
    known = set(_places(plan, lever)) if ranges.settings().shown else set()
    places = [x for x in asked if x in known]
    found, is_crowded = None, False
    with drawing.to_spare() as may_go_on:
        end = time.thread_time() + SLICE

        def others_wait() -> bool:
            nonlocal is_crowded
            is_crowded = not may_go_on()
            return is_crowded

        def going_on() -> bool:
            return time.thread_time() < end and not others_wait() and history.plan() is plan

        if places and not others_wait():
            found = respond_ahead(plan, lever, places, names, ranges.at, going_on, compares=comparing.asked())
    unknown = [x for x in asked if x not in known]
    return pack(found) if found else b"", {"lever": lever, "unknown": unknown, "crowded": is_crowded}


def _head(
    plan: Plan,
    names: Sequence[str],
    widgets: Iterable[str],
    table: str | None,
    order: int,
    standing: int,
    sought: Mapping[str, object] | None,
) -> bytes:
    """`order` distinguishes a replay from the one before, which may be the same to the last byte.

    `standing` is the length of the rows of the plan itself, which stand before the table. `sought` says that
    the table is one of futures, and what else is to know of it.
    """
    now = ranges.settings()
    head = {
        "signature": of_plan(plan),
        "look": [*names, language(), comparing.asked(), now.shown, *now.pins, now.place, *now.reactions],
        "futures": now.shown,
        "sought": sought,
        "at": dict(_standing(plan, widgets)),
        "table": table,
        "order": order,
        "standing": standing,
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
