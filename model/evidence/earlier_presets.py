"""Presets of the past. A link, a file or a list names one by its version, and means that version forever.

The newest version of a preset is `data/presets/KEY.json`. An earlier one stays unchanged in
`data/presets/version_N/KEY.json`, with N its version.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from model.evidence.levers import Lever
from model.evidence.reading import DATA, near, refuse
from model.evidence.schools import Preset, load_presets

_FOLDER = "version_"


def load_earlier_presets(
    newest: Mapping[str, Preset], folder: Path = DATA / "presets", levers: Mapping[str, Lever] | None = None
) -> Mapping[str, Preset]:
    """Every earlier version by its name, such as `us_elementary.1`. `newest` are the presets of now by key.

    Raises `EvidenceError` with everything that is wrong with them.
    """
    problems: list[str] = []
    found: dict[str, Preset] = {}
    for kept in sorted(folder.glob(f"{_FOLDER}*")):
        for key, preset in load_presets(kept, levers).items():
            problems += [f"{kept.name}/{key}.json, {wrong}" for wrong in _faults(preset, kept, newest)]
            found[f"{key}.{preset.version}"] = preset._replace(is_earlier=True)
    refuse(problems)
    return MappingProxyType(found)


def _faults(preset: Preset, kept: Path, newest: Mapping[str, Preset]) -> list[str]:
    """What is wrong with where an earlier version lies."""
    if preset.key not in newest:
        return [f"key: no preset of now is {preset.key!r}. {near(preset.key, newest, 'Take the file out.')}"]
    wrong = []
    if kept.name != f"{_FOLDER}{preset.version}":
        what = f"version: {preset.version} is not that of its folder"
        wrong.append(f"{what}. Put the file in {_FOLDER}{preset.version}.")
    if preset.version >= newest[preset.key].version:
        here = newest[preset.key].version
        wrong.append(f"version: {preset.version} is not before that of now, {here}. Raise the one of now.")
    return wrong
