"""The shelf: kept plans on the screen. They are kept in the reader's own browser.

This tab's part of it is held with the session. `shelf.js` writes it to the browser and brings back what is
there, after a reload, after a restart of the server, in another tab. There is no account, and no file on the
server. The rules are those of every store of plans (`exchange/store.py`); `exchange/browser_shelf.py` merges
what a browser reports.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from exchange import browser_shelf
from exchange.files import Filed
from exchange.store import Kept, NotKept, PlanStore, Shelf, ShelfStore
from model.plan.notebook import EMPTY, Notebook
from model.plan.plan import Plan
from model.texts import say
from views.shell import drawing, history, notebook, widgets
from views.shell.session import Slot

COMPONENT = "shelf-store"
_component = st.components.v2.component(
    "school_shelf", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class _Tab:
    """What this tab knows of the shelf, and of what the browser said.

    The last question that was answered, the entries that were heard of, and what keeps it from storing.
    """

    shelf: Shelf = field(default_factory=Shelf)
    answered: int = 0
    heard: frozenset[str] = frozenset()
    trouble: str = ""


tab = Slot(_Tab)


class SessionShelf(ShelfStore):
    """This tab's part of the browser's store."""

    def load(self) -> Shelf:
        return tab.get().shelf

    def save(self, shelf: Shelf) -> None:
        tab.put(replace(tab.get(), shelf=shelf))
        history.mark_due()


_session = SessionShelf()
store: PlanStore = _session


def kept() -> tuple[Kept, ...]:
    """The plans on the shelf, oldest first."""
    return store.list()


def add(plan: Plan, name: str, reason: str = "", written: Notebook = EMPTY) -> tuple[str, ...]:
    """Keep a plan with its notebook. Returns everything that is wrong; then nothing is kept."""
    try:
        store.put(Filed(plan.named(name), reason, written))
    except NotKept as e:
        return e.problems
    return ()


def change(read: Kept, name: str, reason: str) -> tuple[str, ...]:
    """Change a kept plan's name or reason. Returns everything that is wrong; then nothing changes."""
    try:
        store.put(Filed(read.filed.plan.named(name), reason, read.filed.notebook), read)
    except NotKept as e:
        return e.problems
    return ()


def remove(read: Kept) -> tuple[str, ...]:
    """Remove a plan from the shelf, in the browser too. Returns why that was not done."""
    try:
        store.remove(read)
    except NotKept as e:
        return e.problems
    return ()


def open_again(key: str) -> None:
    """Continue with a kept plan; Undo brings the one before it back.

    Where the plan on the screen is that plan with the same notes, there is no step: Undo would do nothing.
    At the start no plan is on the screen yet.
    """
    found = store.get(key).filed
    here = history.plan()
    if history.is_begun() and here == found.plan.named(here.name) and notebook.beside(here) == found.notebook:
        return
    history.bring(notebook.opening(found.plan.named(found.plan.school), found.notebook))


def present(plan: Plan) -> Filed:
    """The plan on the screen, in the form of a kept one."""
    return Filed(plan.named(say("compare.plan_on_screen")), notebook=notebook.beside(plan))


# --- the browser's side ------------------------------------------------------------


def mount() -> None:
    """Let the browser write what is new and report what it holds. Call where the shelf is drawn."""
    shelf = _session.load()
    _component(
        key=COMPONENT,
        data={
            "plans": {k.key: k.text for k in shelf.plans},
            "gone": list(shelf.gone),
            "answered": tab.get().answered,
            "heard": sorted(tab.get().heard),
            "session": notebook.session(),
        },
        on_found_change=_on_found,
        on_differs_change=_on_differs,
        on_failed_change=_on_failed,
    )


def _on_found() -> None:
    reported = widgets.component_event(COMPONENT, "found")
    tab.put(replace(tab.get(), heard=tab.get().heard | browser_shelf.named(reported)))
    with drawing.politely():
        found = browser_shelf.found(_session.load(), reported)
    _session.save(found)


def _on_differs() -> None:
    number, entries = browser_shelf.question(widgets.component_event(COMPONENT, "differs"))
    tab.put(replace(tab.get(), answered=number))
    with drawing.politely():
        shelf = browser_shelf.differing(_session.load(), entries)
    _session.save(shelf)


def _on_failed() -> None:
    tab.put(replace(tab.get(), trouble=str(widgets.component_event(COMPONENT, "failed") or "")))
    history.mark_due()


def remarks() -> tuple[str, ...]:
    """Messages about the browser's side."""
    trouble = tab.get().trouble  # what the script reports: "full", or a store that cannot be opened
    key = "compare.store_full" if trouble == "full" else "compare.store_closed"
    return (*([say(key)] if trouble else []), *_session.load().said)
