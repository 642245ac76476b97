"""A preset by its name. The key alone means the newest version, `us_elementary.1` means that one forever."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from model.evidence import LEVERS, PRESETS, Preset, load_earlier_presets


@cache
def earlier_presets() -> Mapping[str, Preset]:
    """Every version before the newest, by its name. They are read when the first of them is asked for."""
    return load_earlier_presets(PRESETS, levers=LEVERS)


def find_preset(name: str) -> Preset | None:
    """The preset of this name, or None when there is none, or none in this version."""
    key, point, version = name.partition(".")
    held = PRESETS.get(key)
    if held is None or not point:
        return held
    return held if version == str(held.version) else earlier_presets().get(name)


def held_presets() -> tuple[Preset, ...]:
    """Every version of every preset: the newest in the order of the list, then the earlier ones."""
    return (*PRESETS.values(), *earlier_presets().values())


def versions_of(key: str) -> list[int]:
    """The versions of a preset that are held, the oldest first."""
    return sorted(x.version for x in held_presets() if x.key == key)
