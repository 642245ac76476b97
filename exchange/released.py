"""Presets as they were released. A link names one by its version, and means that version for ever.

The newest version of a preset lies in `data/presets`; an older one is kept in `data/presets/version_N`, unchanged.
"""

from __future__ import annotations

from pathlib import Path

from model.evidence import DATA, PRESETS, load_presets
from model.plan.scenario import Scenario


def preset(key: str, version: int, folder: Path = DATA / "presets") -> Scenario | None:
    """The values of a released preset, or None when this version is not held."""
    if key in PRESETS and PRESETS[key].version == version:
        return Scenario.preset(key)
    kept = folder / f"version_{version}"
    held = load_presets(kept) if kept.is_dir() else {}
    return Scenario.of(held[key].values, held[key].label) if key in held else None
