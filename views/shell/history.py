"""The history of plans, and the address that repeats the present one.

A plan is never changed in place: each move is a new one. The history decides; widgets are set from it before
they are drawn, and the address repeats the present plan, so that a reload or a lost connection loses nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from exchange import address, carriers
from exchange.link import moved_in_words
from exchange.showing import LANGUAGE, USUAL, Showing
from model.evidence import Value
from model.plan.plan import Plan, from_preset
from model.plan.scenario import without_keys
from views.shell import messages, sender, widgets
from views.shell.came_back import came_back
from views.shell.session import Slot

DEFAULT_PRESET = "us_elementary"
LONGEST_HISTORY = 300


@dataclass(frozen=True, slots=True)
class _Asked:
    """A damaged address and what could be read of it, until the reader has answered."""

    query: Mapping[str, list[str]]
    found: address.Opened


@dataclass(slots=True)
class _History:
    """What one browser tab holds: its steps, the present step, and the other parameters of the address."""

    steps: list[Plan]
    at: int = 0
    showing: Showing = USUAL
    written: dict[str, str] = field(default_factory=dict)  # the address as we last wrote or left it
    asked: _Asked | None = None
    is_begun: bool = True  # False on a bare address, until the reader has chosen how to begin
    is_due: bool = False  # something was moved or opened since the whole page was last drawn


def _unopened() -> _History:
    raise LookupError("A plan is asked for before `open_plan` has opened one.")


_history = Slot(_History, _unopened)


def open_plan() -> Plan:
    """The present plan, after reading the address.

    `app.py` calls it once in every run, before any page. A second call would forget that a move is due.
    """
    query = {k: st.query_params.get_all(k) for k in st.query_params}
    if _history.is_empty():
        opened = address.read(query, DEFAULT_PRESET)
        if opened.problems:
            spoken = replace(USUAL, language=opened.showing.language)  # the question is asked in it too
            _history.put(_History([from_preset(DEFAULT_PRESET)], showing=spoken))
            _ask(query, opened)
        elif all(carriers.is_carriers(k) or k == LANGUAGE for k in query):
            # The address stays bare, or with its language alone, so that a reload asks again.
            begun = _History([opened.plan], showing=opened.showing, written=_last(query), is_begun=False)
            _history.put(begun)
        else:
            _history.put(_History([opened.plan], showing=opened.showing))
            sender.note(opened)
            _tell(opened, query)
            _write_address()
    elif query and came_back() and _last(query) != _history.get().written:
        _follow(query)
    elif not query and is_begun():  # another page was opened, which empties the address
        _repeat_address()
    _history.get().is_due = False
    return plan()


def _follow(query: Mapping[str, list[str]]) -> None:
    """The browser's Back or Forward button led to another address: its plan becomes the next step."""
    opened = address.read(query, DEFAULT_PRESET)
    if opened.problems:
        _ask(query, opened)
    else:
        _history.get().asked, _history.get().showing = None, opened.showing
        step(next((x for x in reversed(steps()) if x == opened.plan), opened.plan))
        sender.note(opened)
        _tell(opened, query)


def _ask(query: Mapping[str, list[str]], found: address.Opened) -> None:
    """Ask what to do with a damaged address. It stays in the address bar, so a reload asks again.

    A move made meanwhile writes the plan's own address, which a reload must not lose; Back leads to this one.
    """
    _history.get().asked = _Asked(query, found)
    _history.get().written = _last(query)


def is_begun() -> bool:
    """Whether a plan was chosen. On a bare address the reader first says how to begin."""
    return _history.get().is_begun


def _tell(found: address.Opened, query: Mapping[str, list[str]] | None = None) -> None:
    """Say once what there is to know of an opened address; no remarks on the one that the page wrote."""
    is_ours = query is not None and address.write(found.plan, found.showing, found.sent) == _last(query)
    remarks = [r for r in found.remarks if r.offers or not is_ours]
    told = [without_keys(f"{r.text[:1].upper()}{r.text[1:]}") for r in remarks]
    if said := [*filter(None, [moved_in_words(found)]), *told]:
        messages.say(*said, offers=((r.press, r.offers) for r in remarks if r.offers))


def _last(query: Mapping[str, list[str]]) -> dict[str, str]:
    return {k: v[-1] for k, v in query.items()}


def is_open() -> bool:
    """Whether the address was read, so that there is a plan."""
    return not _history.is_empty()


def plan() -> Plan:
    """The present plan."""
    history = _history.get()
    return history.steps[history.at]


def steps() -> list[Plan]:
    """Every plan that Undo and Redo can reach, oldest first."""
    return _history.get().steps


def before() -> Plan:
    """The plan before the last change. There must be one: see `can_undo`."""
    history = _history.get()
    return history.steps[history.at - 1]


def step(new: Plan) -> None:
    """Make another plan the present one. Undo leads back."""
    history = _history.get()
    messages.clear()
    if not history.is_begun:  # nobody has seen the plan that stood in for the reader's choice
        history.steps = [new]
    elif new != plan() or new.id != plan().id:
        del history.steps[history.at + 1 :]
        history.steps.append(new)
        del history.steps[:-LONGEST_HISTORY]
        history.at = len(history.steps) - 1
    _write_address()


def take_link(found: address.Opened) -> None:
    """Continue with the plan of a link and with what it shows. What else it says is told."""
    _history.get().showing = found.showing
    step(found.plan)
    sender.note(found)
    _tell(found)


# --- the address -----------------------------------------------------------------------------------------


def _write_address() -> None:
    history = _history.get()
    query = address.write(plan(), history.showing, sender.sent_for(plan()))
    history.is_begun, history.is_due, history.written = True, True, query
    if dict(st.query_params) != query:
        st.query_params.from_dict(query)


def _repeat_address() -> None:
    """Write again what stood in the address: a damaged one that nobody has answered, or the plan."""
    history = _history.get()
    if history.asked and history.written == _last(history.asked.query):
        st.query_params.from_dict(history.asked.query)
    else:
        _write_address()


def showing() -> Showing:
    """What the room sees in present mode; the address holds it beside the plan."""
    return _history.get().showing


def put_showing(new: Showing) -> None:
    """Change what the room sees. The plan and its history stay as they are."""
    _history.get().showing = new
    _write_address()


def offered() -> address.Opened | None:
    """A damaged address that waits for the reader's decision, or None."""
    asked = _history.get().asked
    return asked.found if asked else None


def answer_offer(take: bool) -> None:
    """Open what could be read of a damaged address, or leave it. Only now the address is the plan's."""
    asked, _history.get().asked = _history.get().asked, None
    if take and asked:
        take_link(asked.found)
    else:
        _write_address()
    mark_due()


def keep_one(name: str, value: str) -> None:
    """Of the values that a damaged address gives for one name, keep this one."""
    asked = _history.get().asked
    if asked is None:
        return
    query = {**asked.query, name: [value]}
    found = address.read(query, DEFAULT_PRESET)
    _ask(query, found)
    if found.problems:
        st.query_params.from_dict(query)
        mark_due()
    else:
        answer_offer(True)


def mark_due() -> None:
    """Something was opened or closed, but no lever moved: the whole page has something to draw."""
    _history.get().is_due = True


def drawn_in_parts() -> None:
    """Nothing but parts of the page is behind, and these are about to be drawn (`parts.py`)."""
    _history.get().is_due = False


def is_due() -> bool:
    """Whether the page is behind what was moved or opened. Never while the whole page is being drawn."""
    return _history.get().is_due


# --- moves -----------------------------------------------------------------------------------------------


def begin(preset: str) -> None:
    """Start again from a preset."""
    bring(from_preset(preset))


def bring(new: Plan) -> None:
    """Continue with a plan that was made elsewhere. Its notes and decisions are its own."""
    widgets.accept_all()
    step(plan() if new == plan() and not new.id else replace(new, id=new.id or secrets.token_hex(4)))


def change(changes: Mapping[str, Value], confirmed: Iterable[str] = ()) -> None:
    """Set levers of the plan, and take starting values of some for confirmed.

    Raises `ScenarioError`, also for a locked lever; then nothing has changed.
    """
    step(plan().changed(changes).confirmed(confirmed))
    for lever in changes:  # the field shows the lever's new value, not what was refused before
        widgets.accept(f"exact-{lever}")


def reset(levers: Iterable[str]) -> None:
    """Set levers back to the starting plan."""
    change(plan().start_of(levers))


def reset_all() -> None:
    """Set the plan back to its start, except for locked levers."""
    widgets.accept_all()
    step(plan().begun_again())


def can_undo() -> bool:
    return _history.get().at > 0


def can_redo() -> bool:
    return _history.get().at < len(steps()) - 1


def undo(by: int = -1) -> None:
    messages.clear()
    history = _history.get()
    history.at = min(max(history.at + by, 0), len(history.steps) - 1)
    widgets.accept_all()
    _write_address()


def redo() -> None:
    undo(1)
