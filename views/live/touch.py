"""What the browser asks of the live layer: the table of the lever that is touched. It is checked like anything from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.evidence import LEVERS
from views.shell import widgets
from views.shell.session import Slot

COMPONENT = "live"  # the key of the component that asks


@dataclass(frozen=True, slots=True)
class _Touched:
    lever: str | None = None


_touched = Slot(_Touched)


def asked() -> Mapping[str, Any]:
    """What was asked in this run, and for which plan; empty when nothing was."""
    told = widgets.component_event(COMPONENT, "touch")
    return told if isinstance(told, dict) else {}


def on_touch() -> None:
    """The browser asks for the table of a lever."""
    lever = asked().get("lever")
    is_number = isinstance(lever, str) and lever in LEVERS and not LEVERS[lever].is_choice
    _touched.put(_Touched(lever if is_number else None))


def take_touch() -> str | None:
    """The lever whose table is asked for, once."""
    lever = _touched.get().lever
    _touched.put(_Touched())
    return lever
