"""The shelf: plans that were kept, by name and with a reason. They are kept in the reader's own browser.

This tab's part of it is held with the session; `shelf.js` writes it to the browser and brings back what is there, after a
reload, after a restart of the server, in another tab. No account, no file on the server.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import streamlit as st

from exchange import files
from exchange.files import Filed
from exchange.plan_file.reading import BROUGHT
from exchange.plan_file.shape import LONGEST_NAME, LONGEST_REASON
from model.explain.record import EMPTY, Record
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from views.shell import history, notebook, widgets
from views.shell.session import Slot

MOST = 24  # plans on the shelf: what a person can still tell apart
_LONGEST_TEXT = (
    200_000  # characters of one kept plan; five numbers in every lever and a full record have half of that
)
_KEY = re.compile(r"[0-9a-f]{16}")
_component = st.components.v2.component(
    "school_shelf", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan on the shelf. Its key sorts by the moment at which it was kept."""

    key: str
    filed: Filed

    @property
    def name(self) -> str:
        return self.filed.name


@dataclass(frozen=True, slots=True)
class _Shelf:
    """This tab's part: the plans, oldest first; the keys of those taken off; what has to be said of the browser's side."""

    kept: tuple[Kept, ...] = ()
    gone: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


shelf = Slot(_Shelf)


def kept() -> tuple[Kept, ...]:
    """The plans on the shelf, oldest first."""
    return shelf.get().kept


def of(key: str) -> Kept:
    """A plan on the shelf. KeyError when it is not there."""
    return {k.key: k for k in kept()}[key]


def _put(items: Sequence[Kept]) -> None:
    shelf.put(replace(shelf.get(), kept=tuple(sorted(items, key=lambda k: k.key))))
    history.mark_due()


def add(plan: Plan, name: str, reason: str = "", record: Record = EMPTY) -> list[str]:
    """Keep a plan with its notes and decisions. Gives everything that is wrong with the name, the reason or the room; then nothing is kept."""
    problems = _wrong(name, reason, but=None)
    if not problems:
        key = f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(2)}"
        _put([*kept(), Kept(key, _filed(plan, name, reason, record))])
    return problems


def change(key: str, name: str, reason: str) -> list[str]:
    """Another name or reason for a kept plan; the numbers stay."""
    problems = _wrong(name, reason, but=key)
    if not problems:
        found = of(key)
        _put(
            [
                *(k for k in kept() if k.key != key),
                replace(found, filed=_filed(found.filed.plan, name, reason, found.filed.record)),
            ]
        )
    return problems


def remove(key: str) -> None:
    """Take a plan off the shelf, in the browser too."""
    shelf.put(replace(shelf.get(), gone=(*shelf.get().gone, key)))
    _put([k for k in kept() if k.key != key])


def open_again(key: str) -> None:
    """Go on with a kept plan; Undo brings the one before it back."""
    found = of(key).filed
    plan = Plan(found.preset, found.start, found.now.named(found.start.name), locks=found.plan.locks)
    history.bring(notebook.opening(plan, found.record))


def _filed(plan: Plan, name: str, reason: str, record: Record) -> Filed:
    return Filed(replace(plan, now=plan.now.named(name.strip()), book=""), reason.strip(), record)


def _wrong(name: str, reason: str, but: str | None) -> list[str]:
    problems = []
    others = {k.name.casefold() for k in kept() if k.key != but}
    if not name.strip():
        problems.append("The plan needs a name, for example Plan A.")
    elif name.strip().casefold() in others:
        problems.append(
            f"There is a plan called {name.strip()!r} already. Choose another name, or take that one off first."
        )
    if len(name.strip()) > LONGEST_NAME:
        problems.append(f"The name has {len(name.strip())} characters; up to {LONGEST_NAME} fit.")
    if len(reason.strip()) > LONGEST_REASON:
        problems.append(f"The reason has {len(reason.strip())} characters; up to {LONGEST_REASON} fit.")
    if but is None and len(kept()) >= MOST:
        problems.append(
            f"The shelf holds up to {MOST} plans. Take one off, or save them all as a file first."
        )
    return problems


# --- the browser's side ----------------------------------------------------------------------------------------------


def mount() -> None:
    """Let the browser write what is new and tell what it holds. Call where the shelf is drawn."""
    _component(
        key="shelf-store",
        data={
            "plans": {k.key: files.write([k.filed]).decode() for k in kept()},
            "gone": list(shelf.get().gone),
            "session": notebook.session(),
        },
        on_found_change=_on_found,
        on_failed_change=_on_failed,
    )


def _on_found() -> None:
    told = widgets.told("shelf-store", "found")
    items, remarks = read(told)
    known = {k.key for k in kept()}
    new = [k for k in items if k.key not in known]
    room = max(MOST - len(known), 0)
    if len(new) > room:
        names = ", ".join(k.name for k in new[room:])
        remarks.append(f"The shelf holds up to {MOST} plans. Still in this browser, but not shown: {names}.")
    if remarks:
        shelf.put(replace(shelf.get(), said=tuple(remarks)))
    _put([*kept(), *new[:room]])


def _on_failed() -> None:
    last = "This browser keeps nothing, so the plans here last only until the page is closed. Save them as a file below."
    shelf.put(replace(shelf.get(), said=(last,)))
    history.mark_due()


def remarks() -> tuple[str, ...]:
    """What has to be said about the browser's side."""
    return shelf.get().said


def read(told: object) -> tuple[list[Kept], list[str]]:
    """What a browser says it keeps, checked like an uploaded file: the plans, and what could not be used."""
    items: list[Kept] = []
    wrong: list[str] = []
    entries: Mapping[Any, Any] = told if isinstance(told, Mapping) else {}
    for key, text in sorted(entries.items(), key=lambda e: str(e[0])):
        if not isinstance(key, str) or not _KEY.fullmatch(key) or not isinstance(text, str):
            wrong.append("Something in this browser's store is not a plan. It was left alone.")
        elif len(text) > _LONGEST_TEXT:
            wrong.append("A plan in this browser's store is too long to be one. It was left alone.")
        else:
            try:
                opened = files.read(text.encode(errors="replace"))
            except files.FileRefused as e:
                wrong.append(f"A plan in this browser's store could not be read: {e.reasons[0]}")
            else:
                items.append(Kept(key, opened.plans[0]))
                # That its own entry was written in an older form is no news to a reader; what it says is unchanged.
                wrong += [f"{opened.plans[0].name}: {r}" for r in opened.remarks if not r.startswith(BROUGHT)]
    return items, list(dict.fromkeys(wrong))


def present(plan: Plan) -> Filed:
    """The plan on the screen, as one to compare with."""
    now: Scenario = plan.now.named("The plan on the screen")
    return Filed(replace(plan, now=now, book=""), record=notebook.record(plan))
