"""One run at a time computes and draws: pages, fragments and dialogs all use this lock.

The interpreter runs one thread at a time anyway. Forty threads that compete for it spend much of their time
on switching, and everybody's answer comes late. A run takes some 20 ms, so nobody waits long
(docs/decisions.md). That holds only while a run keeps the processor busy. Waiting for a file, a database or
another process belongs within `waiting()`, and another run draws meanwhile. Whoever has computed much
waits a little before the next piece while others draw (`fair_share.py`). Callbacks of widgets and the
making of downloads run outside the lock: the framework calls them before the page, and in threads of their
own. What nobody waits for is computed with what is `to_spare()`.
"""

from __future__ import annotations

import importlib
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from exchange import turns
from views.markup.plain_text import plain
from views.shell.fair_share import FairShare

P = ParamSpec("P")
R = TypeVar("R")
MOST_PATIENCE, BLINK = 0.1, 0.003  # seconds that a piece waits for who draws, and between two looks
A_GAP = 0.001  # seconds between two pieces that nobody waits for
CROWDED = 0.03  # seconds that a run was kept waiting by others: then nothing is to spare
_one = threading.Lock()
_share = FairShare()


class _Mine(threading.local):
    """Whether this thread is the one that draws, and how much of its computing is counted by now."""

    is_drawing = False
    counted = 0.0  # seconds of the processor since the thread began
    kept = 0.0  # seconds that this run has waited for others


_mine = _Mine()


@contextmanager
def alone() -> Iterator[None]:
    """Compute and draw while nobody else does. Nested calls, as in a page's fragments, do nothing."""
    if _mine.is_drawing:
        yield
        return
    reader = _reader()
    _share.await_turn(reader)
    _mine.kept = 0.0
    _take()
    try:
        yield
    finally:
        _leave()
        _count(reader)


def _take() -> None:
    began = time.monotonic()
    _one.acquire()
    _mine.is_drawing = True
    _mine.kept += time.monotonic() - began


def _leave() -> None:
    _mine.is_drawing = False
    _one.release()


@contextmanager
def waiting() -> Iterator[None]:
    """Let others draw while this run waits. Nothing drawn within may depend on what was read before."""
    if not _mine.is_drawing:
        yield
        return
    _leave()
    try:
        yield
    finally:
        _take()


@contextmanager
def to_spare() -> Iterator[Callable[[], bool]]:
    """Compute, within a run, what nobody waits for.

    Gives what to ask before each piece: it lets others draw and what browsers sent come in, and says no once
    they have kept this run waiting, or the reader has used what can be spared.
    """
    reader = _reader()
    _count(reader)

    def may_go_on() -> bool:
        with waiting():
            time.sleep(A_GAP)
        used = time.thread_time() - _mine.counted
        return _mine.kept < CROWDED and _share.has_to_spare(reader, used)

    try:
        yield may_go_on
    finally:
        _count(reader, was_spare=True)


@contextmanager
def politely() -> Iterator[None]:
    """Read something long outside the lock, as the callbacks of uploads do, and let who draws go first.

    Two threads that compute would share the interpreter, and a page drawn beside a large file would take
    twice its time and more. So the reading stands still between two pieces while somebody draws.
    """
    reader = _reader()
    _share.await_turn(reader)
    try:
        with turns.taken(_give_way):
            yield
    finally:
        _count(reader)


def _count(reader: str, *, was_spare: bool = False) -> None:
    """Put down all that this thread has computed since it was last counted.

    What the framework and the callbacks did before the page belongs to whoever asked for it, too.
    """
    now = time.thread_time()
    _share.used(reader, now - _mine.counted, was_spare=was_spare)
    _mine.counted = now


def _reader() -> str:
    """Whose session this thread serves; nobody's, as in a test, is one reader too."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else ""


def _give_way() -> None:
    # A blink even where nobody draws: what a browser sent has to be received before a page is drawn for it.
    time.sleep(BLINK)
    patience = time.monotonic() + MOST_PATIENCE
    while not _mine.is_drawing and _one.locked() and time.monotonic() < patience:
        time.sleep(BLINK)


def load(library: str) -> None:
    """Load a library that the page can start without. Others draw meanwhile; later calls cost nothing."""
    if library not in sys.modules:
        with waiting():
            importlib.import_module(library)


def is_alone() -> bool:
    """Whether this thread is drawing and everybody else waits for it."""
    return _mine.is_drawing


def fragment(draw: Callable[P, R], key: str | None = None) -> Callable[P, R]:
    """A part of a page that can be run alone, by its key from a callback."""
    return st.fragment(alone()(draw), key=key)


def dialog(
    draw: Callable[P, R],
    label: str,
    width: Literal["small", "medium", "large"],
    on_dismiss: Callable[[], None] | Literal["ignore"],
) -> Callable[P, R]:
    """A dialog over the page. Its own widgets run only the dialog again."""
    return st.dialog(plain(label), width=width, on_dismiss=on_dismiss)(alone()(draw))
