"""Presets as they were released. A link names one by its version, and means that version forever.

The newest version of a preset is in `data/presets`; older ones stay unchanged in `data/presets/version_N`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from model.evidence import DATA, PRESETS, load_presets
from model.plan.facts import Facts, of_preset
from model.plan.scenario import Scenario


@cache
def preset(key: str, version: int, folder: Path = DATA / "presets") -> Scenario | None:
    """The values of a released preset, or None when this version is not held."""
    if key in PRESETS and PRESETS[key].version == version:
        return Scenario.preset(key)
    kept = folder / f"version_{version}"
    held = load_presets(kept) if kept.is_dir() else {}
    return Scenario.of(held[key].values, held[key].english_label) if key in held else None


@dataclass(frozen=True, slots=True)
class Origin:
    """The preset that a plan began from, in the version that was released then."""

    preset: str
    version: int

    def __str__(self) -> str:
        return f"{self.preset}.{self.version}"

    @property
    def scenario(self) -> Scenario:
        """Its values. Raises `LookupError` when the version is not available."""
        held = preset(self.preset, self.version)
        if held is None:
            raise LookupError(f"Version {self.version} of {self.preset} is not held.")
        return held

    @property
    def facts(self) -> Facts:
        """Its school. Raises `KeyError` for an unknown preset."""
        return of_preset(self.preset)


def newest(key: str) -> Origin:
    """The preset in its newest version. Raises `KeyError` for an unknown one."""
    return Origin(key, PRESETS[key].version)
