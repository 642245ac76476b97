"""The notebook beside the plan on the screen: its notes and decisions, one for each plan opened in this tab.

A notebook stays with its plan: moving a lever or undoing a move leaves it alone, opening another plan opens
another one, and undoing that brings the first one back. Notebooks are held with the session; `notebook.js`
keeps them in this browser tab, so that a reload, a lost connection or a restarted server loses nothing. Two
tabs have notebooks of their own.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import streamlit as st

from exchange.files.faults import FileRefused
from exchange.files.notebook_fields import notebook_text, read_notebook, too_much
from model.plan.notebook import EMPTY, Notebook
from model.plan.plan import Plan
from model.texts import say
from views.shell import history, widgets
from views.shell.session import Slot
from views.shell.signature import of_values

_MOST = 12  # that a browser keeps; the newest ones
_MOST_READ = 50  # of those that a browser reports
_LONGEST = 100_000  # characters of a notebook as a browser may report it
_KEY = re.compile(r"[0-9a-f]{12}(\.[0-9a-f]{8})?")
_component = st.components.v2.component(
    "school_notebook", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class _Notebooks:
    """Every notebook of this tab by its key, how often one was written, and which one a reload continues."""

    session: str
    held: Mapping[str, Notebook]
    version: int = 0
    # By starting plan: the key of the notebook that was open before a reload.
    last_open: Mapping[str, str] | None = None
    said: tuple[str, ...] = ()


notebooks = Slot(_Notebooks, lambda: _Notebooks(secrets.token_hex(8), {}))


def session() -> str:
    """A name of this session, which tells the browser when a new server does not know its notebooks."""
    return notebooks.get().session


def key_of(plan: Plan) -> str:
    """The name of the notebook beside a plan."""
    begun = f"{of_values(plan.at_start):012x}"
    return f"{begun}.{plan.id}" if plan.id else (notebooks.get().last_open or {}).get(begun, begun)


def beside(plan: Plan) -> Notebook:
    """The notebook of a plan."""
    return notebooks.get().held.get(key_of(plan), EMPTY)


def write(plan: Plan, written: Notebook) -> list[str]:
    """Put a notebook beside a plan. Returns what is wrong if it is too long; then nothing changes."""
    problems = too_much(written)
    if not problems:
        _put(key_of(plan), written)
        history.mark_due()
    return problems


def _put(key: str, written: Notebook) -> None:
    now = notebooks.get()
    others = {k: v for k, v in now.held.items() if k != key}
    held = {**others, key: written}  # the newest one is the last
    notebooks.put(replace(now, held=held, version=now.version + 1))


def opening(plan: Plan, written: Notebook) -> Plan:
    """A plan that is about to be opened, with a notebook of its own that begins with the one it came with."""
    opened = replace(plan, id=secrets.token_hex(4))
    if not written.is_empty:
        _put(key_of(opened), written)
    return opened


# --- the browser's side ----------------------------------------------------------------------------------


def mount(place: str) -> None:
    """Let the browser keep what is new and report what it holds.

    Call wherever notes or decisions are drawn or saved.
    """
    now, key = notebooks.get(), f"notes-{place}"
    full = [k for k, v in now.held.items() if not v.is_empty]
    kept = set(full[-_MOST:])
    _component(
        key=key,
        data={
            "session": now.session,
            "version": now.version,
            "notebooks": {k: notebook_text(v) if k in kept else "" for k, v in now.held.items()},
            "open": key_of(history.plan()),
        },
        on_found_change=partial(_on_found, key),
        on_failed_change=partial(_on_failed, key),
    )


def settle() -> None:
    """Call at the end of the page: then the last text of a dialog closed by now still reaches the browser."""
    if notebooks.get().version:
        mount("page")


def _on_found(widget: str) -> None:
    now = notebooks.get()
    found, last_open, said = read(widgets.component_event(widget, "found"))
    new = {k: v for k, v in found.items() if k not in now.held}
    begun = last_open.partition(".")[0]
    notebooks.put(
        replace(
            now,
            held={**new, **now.held},
            version=now.version + 1,
            last_open={**(now.last_open or {}), begun: last_open} if last_open in new else now.last_open,
            said=tuple(said),
        )
    )
    history.mark_due()


def _on_failed(widget: str) -> None:
    trouble = str(widgets.component_event(widget, "failed") or "")
    said = say("store.notes_full" if trouble == "full" else "store.notes_closed") if trouble else ""
    notebooks.put(replace(notebooks.get(), said=(said,) if said else ()))
    history.mark_due()


def remarks() -> tuple[str, ...]:
    """Messages about the browser's side."""
    return notebooks.get().said


def read(reported: object) -> tuple[dict[str, Notebook], str, list[str]]:
    """What a browser reports, checked like an uploaded file.

    Returns its notebooks, the key of the one that was open, and what could not be used.
    """
    given: Mapping[Any, Any] = reported if isinstance(reported, Mapping) else {}
    kept: dict[str, Notebook] = {}
    wrong: list[str] = []
    entries = given.get("notebooks")
    entries = entries if isinstance(entries, Mapping) else {}
    for key, text in islice(entries.items(), _MOST_READ):
        if (
            not isinstance(key, str)
            or not _KEY.fullmatch(key)
            or not isinstance(text, str)
            or len(text) > _LONGEST
        ):
            wrong.append(say("store.no_notes"))
            continue
        try:
            kept[key], remarks = read_notebook(text.encode(errors="replace"))
            wrong += remarks
        except FileRefused as e:
            wrong.append(say("store.notes_unread", reason=e.reasons[0]))
    last_open = given.get("open")
    return (
        kept,
        last_open if isinstance(last_open, str) and last_open in kept else "",
        list(dict.fromkeys(wrong)),
    )
