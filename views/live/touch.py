"""The browser's requests to the live layer, for the table of the lever in use. They are checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.evidence import LEVERS
from views.shell import history, parts, widgets
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
    """The browser requests the table of a lever. Its script works, then: it can move the pictures, too."""
    _touched.put(_Touched(lever_of(asked())))
    parts.follow(asked().get("follows") is True)


def on_failure() -> None:
    """The browser's script has failed: what it has moved is drawn by runs of the whole page from now on."""
    parts.follow(False)
    history.mark_due()


def take_touch() -> str | None:
    """The lever whose table is requested; a second call gives None."""
    lever = _touched.get().lever
    _touched.put(_Touched())
    return lever
