"""A specification without repetitions: it goes to the browser with every run, so its size matters."""

from __future__ import annotations

from typing import Any

_SHARED = ("axis", "legend", "scale")


def once(spec: dict[str, Any]) -> dict[str, Any]:
    """Keep a channel's axis, legend and scale in the first layer; drop them from later layers where equal.

    All layers of our charts share their scales and axes, so Vega-Lite draws the same chart. Changes `spec`.
    """
    _walk(spec, {})
    return spec


def _walk(node: dict[str, Any], said: dict[tuple[str, str], Any]) -> None:
    for channel, definition in node.get("encoding", {}).items():
        for part in _SHARED if isinstance(definition, dict) else ():
            if part not in definition:
                continue
            place = (channel, part)
            if place in said and said[place] == definition[part]:
                del definition[part]
            else:
                said.setdefault(place, definition[part])
    for layer in node.get("layer", ()):
        _walk(layer, said)
