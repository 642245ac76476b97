"""The browser's requests to the live layer, for the tables of the lever in use. They are checked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.evidence import LEVERS
from views.live.ahead import MOST
from views.shell import history, parts, widgets
from views.shell.session import Slot

COMPONENT = "live"  # the key of the component that asks


@dataclass(frozen=True, slots=True)
class Touched:
    """The lever whose table is asked for, or whose futures at these places of the screen's scale."""

    lever: str | None = None
    ahead: tuple[float, ...] = ()


_touched = Slot(Touched)


def asked() -> Mapping[str, Any]:
    """What was requested in this run, and for which plan; empty when nothing was."""
    event = widgets.component_event(COMPONENT, "touch")
    return event if isinstance(event, Mapping) else {}


def lever_of(sent: object) -> str | None:
    """The lever that a browser asks for; None for whatever else it sends. A choice has no table."""
    lever = sent.get("lever") if isinstance(sent, Mapping) else None
    return lever if isinstance(lever, str) and lever in LEVERS and not LEVERS[lever].is_choice else None


def places_of(sent: object) -> tuple[float, ...]:
    """The places whose futures a browser asks for, the first ones; none for whatever else it sends."""
    places = sent.get("ahead") if isinstance(sent, Mapping) else None
    if not isinstance(places, list):
        return ()
    return tuple(float(x) for x in places[:MOST] if isinstance(x, int | float) and math.isfinite(x))


def on_touch() -> None:
    """The browser requests a table of a lever. Its script works, then: it can move the pictures, too."""
    _touched.put(Touched(lever_of(asked()), places_of(asked())))
    parts.follow(asked().get("follows") is True)


def on_failure() -> None:
    """The browser's script has failed: what it has moved is drawn by runs of the whole page from now on."""
    parts.follow(False)
    history.mark_due()


def take_touch() -> Touched:
    """What is requested; a second call gives nothing."""
    touched = _touched.get()
    _touched.put(Touched())
    return touched
