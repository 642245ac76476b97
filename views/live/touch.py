"""The browser's requests to the live layer, for the table of the lever in use. They are checked."""

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
    """What was requested in this run, and for which plan; empty when nothing was."""
    event = widgets.component_event(COMPONENT, "touch")
    return event if isinstance(event, Mapping) else {}


def lever_of(sent: object) -> str | None:
    """The lever that a browser asks for; None for whatever else it sends. A choice has no table."""
    lever = sent.get("lever") if isinstance(sent, Mapping) else None
    return lever if isinstance(lever, str) and lever in LEVERS and not LEVERS[lever].is_choice else None


def on_touch() -> None:
    """The browser requests the table of a lever."""
    _touched.put(_Touched(lever_of(asked())))


def take_touch() -> str | None:
    """The lever whose table is requested; a second call gives None."""
    lever = _touched.get().lever
    _touched.put(_Touched())
    return lever
