"""A specification that says nothing twice, and nothing again for every row that moves.

It goes to the browser with every run, so its size matters. And whenever rows move, the browser works out
every property of a mark for every row, a constant one too. The framework has it interpret them, so each costs
as much as a formula. What a style says is set once, when the row is first drawn.
"""

from __future__ import annotations

from typing import Any

_SHARED = ("axis", "legend", "scale")


# What Vega-Lite leaves to a style where the mark does not say it.
_STYLED = frozenset(
    (
        "align",
        "baseline",
        "cursor",
        "fontStyle",
        "fontWeight",
        "opacity",
        "strokeCap",
        "strokeJoin",
        "strokeWidth",
    )
)


def styled(spec: dict[str, Any]) -> dict[str, Any]:
    """Move what is constant in a mark into a style of the specification. Changes `spec`."""
    styles: dict[str, dict[str, Any]] = {}
    _style(spec, styles)
    spec.setdefault("config", {})["style"] = styles
    return spec


def _style(node: dict[str, Any], styles: dict[str, dict[str, Any]]) -> None:
    mark = node.get("mark")
    if isinstance(mark, dict):
        constant = {p: mark.pop(p) for p in sorted(_STYLED & mark.keys()) if not isinstance(mark[p], dict)}
        if constant:
            alike = (name for name, style in styles.items() if style == constant)
            name = next(alike, f"s{len(styles)}")
            styles[name] = constant
            mark["style"] = name
    for layer in node.get("layer", ()):
        _style(layer, styles)


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
