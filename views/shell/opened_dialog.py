"""Which dialog is open. A run of the page leaves it open; `views/dialogs.py` is the table of all dialogs."""

from __future__ import annotations

from dataclasses import dataclass

from views.shell import history
from views.shell.session import Slot


@dataclass(frozen=True, slots=True)
class _Opened:
    key: str = ""


_opened = Slot(_Opened)


def open_dialog(key: str) -> None:
    """Open a dialog by its key in the table; a button does it on its click."""
    leave_open(key)
    history.mark_due()


def leave_open(key: str) -> None:
    """A dialog lies open on the page already, and this run draws it."""
    _opened.put(_Opened(key))


def close_dialog() -> None:
    """The dialog is closed, by the reader or because it is finished."""
    _opened.put(_Opened())
    history.mark_due()


def opened() -> str:
    """The key of the dialog that is open; empty where none is."""
    return _opened.get().key


def drawn_once() -> None:
    """The dialog that was just opened needs no further run of the page: it draws itself until closed."""
    _opened.put(_Opened())
