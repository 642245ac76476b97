"""The one place that touches session state and the address. A plan is never changed in place: each move is a new one.

The history of plans is the truth; widgets are set from it before they are drawn, and the address repeats the present plan,
so that the reload button and a lost connection lose nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from exchange import address
from exchange.link import moved_in_words
from exchange.showing import USUAL, Showing
from model.evidence import LEVERS, PRESETS, Value
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario, ScenarioError
from views.shell.scale import from_screen, outside, remedy, to_screen
from views.shell.signature import of_plan

DEFAULT_PRESET = "us_elementary"
LONGEST_HISTORY = 300
_STORE = "explorer"


@dataclass(slots=True)
class _Store:
    """What one browser tab holds: its steps, where it stands among them, and what was typed but cannot be."""

    steps: list[Plan]
    at: int = 0
    written: dict[str, str] = field(default_factory=dict)  # the address as we last wrote it
    offered: address.Opened | None = None  # a damaged address: what could be read of it
    problems: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by widget
    typed: dict[str, Any] = field(default_factory=dict)  # by widget: what was typed there and refused
    reach: dict[str, tuple[float, float]] = field(default_factory=dict)  # by slider: its ends
    is_due: bool = False  # something was moved or opened since all of the page was last drawn
    showing: Showing = USUAL
    presented: bool = False  # whether the run before this one drew present mode
    guess_from: Plan | None = None  # the plan that was seen last, while the answer is covered
    replays: int = 0  # how often a change was played again, so that no two orders look alike


def _store() -> _Store:
    store: _Store = st.session_state[_STORE]
    return store


def open_plan() -> Plan:
    """The present plan, by way of the address. `app.py` asks once in every run, before any page: twice would forget
    that a move is due and take the address before it for the Back button.
    """
    query = {k: st.query_params.get_all(k) for k in st.query_params}
    if _STORE not in st.session_state:
        opened = address.read(query, DEFAULT_PRESET)
        first = from_preset(DEFAULT_PRESET) if opened.problems else opened.plan
        st.session_state[_STORE] = _Store(
            [first],
            offered=opened if opened.problems else None,
            showing=USUAL if opened.problems else opened.showing,
        )
        if moved := moved_in_words(opened):
            say(moved)
        _write_address()
    elif query and not _store().is_due and {k: v[-1] for k, v in query.items()} != _store().written:
        _follow(query)
    elif not query:  # another page was opened, which empties the address
        _write_address()
    _store().is_due = False
    return plan()


def _follow(query: Mapping[str, list[str]]) -> None:
    """The address was changed by hand or by the Back button: its plan becomes the next step."""
    opened = address.read(query, DEFAULT_PRESET)
    if opened.problems:
        _store().offered = opened
        _write_address()
    else:
        _store().showing = opened.showing
        step(next((x for x in reversed(_store().steps) if x == opened.plan), opened.plan))


def plan() -> Plan:
    store = _store()
    return store.steps[store.at]


def step(new: Plan) -> None:
    """Another plan is the present one. Undo leads back."""
    store = _store()
    st.session_state.pop("said", None)
    if new != plan() or new.id != plan().id:
        del store.steps[store.at + 1 :]
        store.steps.append(new)
        del store.steps[:-LONGEST_HISTORY]
        store.at = len(store.steps) - 1
    _write_address()


def _write_address() -> None:
    query = address.write(plan(), _store().showing)
    _store().is_due = True
    _store().written = query
    if dict(st.query_params) != query:
        st.query_params.from_dict(query)


# --- moves -----------------------------------------------------------------------------------------------------------


def begin(preset: str) -> None:
    """Start again from a preset."""
    bring(from_preset(preset))


def begin_with(preset: str, scenario: Scenario) -> None:
    """Start again from a school that was typed in."""
    bring(begun_from(preset, scenario))


def bring(new: Plan) -> None:
    """Go on with a plan that was made elsewhere. Its notes and decisions are its own."""
    _forget_refused()
    step(plan() if new == plan() and not new.id else replace(new, id=new.id or secrets.token_hex(4)))


def change(changes: Mapping[str, Value]) -> None:
    """Set levers of the plan. Raises `ScenarioError`, also for one that is locked; then nothing has changed."""
    step(plan().changed(changes))
    for lever in changes:  # the field shows the lever's new value, not what was refused there before
        accept(f"exact-{lever}")


def reset(lever: str) -> None:
    """Set one lever back to the starting plan."""
    change({lever: plan().start[lever]})


def reset_all() -> None:
    """Set the plan back to its start, but for what is locked."""
    _forget_refused()
    step(plan().begun_again())


def can_undo() -> bool:
    return _store().at > 0


def can_redo() -> bool:
    return _store().at < len(_store().steps) - 1


def undo() -> None:
    _walk(-1)


def redo() -> None:
    _walk(1)


def _walk(by: int) -> None:
    st.session_state.pop("said", None)
    store = _store()
    store.at = min(max(store.at + by, 0), len(store.steps) - 1)
    _forget_refused()
    _write_address()


def offered() -> address.Opened | None:
    """A damaged address waiting for an answer, or None."""
    return _store().offered


def answer_offer(take: bool) -> None:
    """Open what could be read of a damaged address, or leave it."""
    found, _store().offered = offered(), None
    if take and found:
        _store().showing = found.showing
        step(found.plan)
    keep()


def keep() -> None:
    """Something was opened or closed, which moves nothing. Over a slow line the browser may then still send an older
    address than the last one written; a run that has something to draw does not take that for the Back button.
    """
    _store().is_due = True


# --- widgets ---------------------------------------------------------------------------------------------------------


def shown_value(key: str, now: Scenario) -> float | str:
    """What the widget of a lever shows: a choice, or the number of year 1 on the screen's scale."""
    value = now[key]
    return value if isinstance(value, str) else to_screen(LEVERS[key], now.number(key))


def prepare(widget: str, shown: object) -> None:
    """Let a widget show the plan's value. What was typed and refused stays until it is mended."""
    if widget in _store().typed:
        shown = _store().typed[widget]
    if st.session_state.get(widget, _store) != shown:
        st.session_state[widget] = shown


def reach(widget: str, low: float, high: float) -> tuple[float, float]:
    """The ends of a slider. Once widened they stay: with other ends it would be another slider, without its value."""
    before = _store().reach.get(widget, (low, high))
    _store().reach[widget] = (min(low, before[0]), max(high, before[1]))
    return _store().reach[widget]


def on_lever(widget: str, lever: str) -> None:
    """A lever's widget was moved or typed in."""
    shown = st.session_state[widget]
    if _is_late(lever, shown):
        return
    present = plan().now
    if shown == shown_value(lever, present) and not isinstance(present[lever], tuple):
        accept(widget)
        return
    if shown is None:
        refuse(widget, shown, [f"{LEVERS[lever].label}: the field is empty. {remedy(LEVERS[lever])}"])
        return
    try:
        change({lever: shown if isinstance(shown, str) else from_screen(LEVERS[lever], float(shown))})
        accept(widget)
    except ScenarioError as e:
        refuse(widget, shown, [outside(LEVERS[lever], shown) or p.message for p in e.problems])


def _is_late(lever: str, shown: object) -> bool:
    """Whether a widget was only sent along by a browser that still shows, and asks for a table of, an earlier plan."""
    of = (_asked() or {}).get("of")
    if of is None or of == of_plan(plan()):
        return False
    drawn = next((x for x in reversed(_store().steps) if of_plan(x) == of), None)
    return drawn is not None and shown == shown_value(lever, drawn.now)


def refuse(widget: str, typed: object, why: Iterable[str]) -> None:
    _store().typed[widget] = typed
    _store().problems[widget] = tuple(why)


def accept(widget: str) -> None:
    _store().typed.pop(widget, None)
    _store().problems.pop(widget, None)


def _forget_refused() -> None:
    _store().typed.clear()
    _store().problems.clear()


def problems(widget: str) -> tuple[str, ...]:
    """Why what was typed into a widget cannot be used."""
    return _store().problems.get(widget, ())


# --- what is said once -----------------------------------------------------------------------------------------------


OWN = "own"  # stands in the list of presets for a school that is typed in
ORIGINS = (*PRESETS, OWN)


def origin() -> str:
    """What the plan starts from: a preset, or the school that was typed in."""
    return OWN if plan().is_own_school else plan().preset


def origin_label(key: str) -> str:
    return "A school like mine" if key == OWN else PRESETS[key].label


def on_preset() -> None:
    """Another start was chosen. One's own school has to be typed in first."""
    chosen = st.session_state["preset"]
    if chosen == OWN:
        ask_school()
    else:
        begin(chosen)


def ask_school() -> None:
    """Open the dialog of a school like mine."""
    keep()
    st.session_state["asking"] = True


def asking_school() -> bool:
    """Whether the dialog is to be opened in this run. Once opened, it reruns by itself."""
    return bool(st.session_state.pop("asking", False))


def say(text: str) -> None:
    """Something to tell the reader about the last move."""
    st.session_state["said"] = text


def said() -> str:
    """What there is to tell, until the next move."""
    return str(st.session_state.get("said", ""))


def note(name: str, value: object) -> None:
    """Something for the run that follows a press to take up."""
    st.session_state[name] = value


def take(name: str) -> Any:
    """What was noted, once; otherwise None."""
    return st.session_state.pop(name, None)


# --- the live layer --------------------------------------------------------------------------------------------------


def is_due() -> bool:
    """Whether the page shows less than has been moved or opened. Never while all of the page is being drawn."""
    return _store().is_due


def _asked() -> dict[str, Any] | None:
    """What the browser asked of the live layer in this run, and for which plan."""
    asked = (st.session_state.get("live") or {}).get("touch")
    return asked if isinstance(asked, dict) else None


def on_touch() -> None:
    """The browser asks for the table of a lever. What it sends is checked like anything else."""
    lever = (_asked() or {}).get("lever")
    st.session_state["touched"] = lever if lever in LEVERS and not LEVERS[lever].is_choice else None


def take_touch() -> str | None:
    """The lever whose table is asked for, once."""
    lever: str | None = st.session_state.pop("touched", None)
    return lever


# --- present mode: what the room does is in views/present/show.py ---


def showing() -> Showing:
    """What a room sees, or would see."""
    return _store().showing


def show(**changes: Any) -> None:
    """Change what the room sees. The plan and its history stay as they are."""
    before, _store().showing = showing(), replace(showing(), **changes)
    if showing().guess != before.guess:
        _store().guess_from = plan() if showing().guess else None
    _write_address()


def presenting() -> bool:
    """Whether present mode is on: call it before any widget. A question about a damaged address comes first."""
    open_plan()
    now = showing().on and offered() is None
    if now != _store().presented:
        # A lever's widget in the sidebar is another one than in the bar: what it held must not keep the new one from being set.
        for widget in [k for k in st.session_state if str(k).startswith("lever-")]:
            del st.session_state[widget]
        _store().presented = now
    return now


def guess_from() -> Plan:
    """What the plan is to be guessed against: the one that was seen last, or after a reload the starting plan."""
    return _store().guess_from or plan().at_start


def held(widget: str) -> Any:
    """What a widget holds; None before it is drawn."""
    return st.session_state.get(widget)


def replay() -> None:
    """Play the last change again. Nothing moves but the picture."""
    _store().replays += 1
    st.session_state["replaying"] = True
    keep()


def take_replay() -> tuple[int, Plan] | None:
    """The plan before the last change, once, when it is to be played again; and the number of the order."""
    asked = st.session_state.pop("replaying", False)
    if not asked or not can_undo() or showing().guess:
        return None
    return _store().replays, _store().steps[_store().at - 1]
