"""Where a plan began: a preset in the version that was released then. A link means that version forever."""

from __future__ import annotations

from typing import NamedTuple

from model.evidence import PRESETS
from model.plan.facts import Facts, of_preset
from model.plan.named_presets import find_preset
from model.plan.scenario import Scenario


def preset(key: str, version: int) -> Scenario | None:
    """The values of a released preset, or None when this version is not held."""
    name = f"{key}.{version}"
    return Scenario.preset(name) if find_preset(name) else None


class Origin(NamedTuple):
    """The preset that a plan began from, in the version that was released then."""

    preset: str
    version: int

    def __str__(self) -> str:
        return f"{self.preset}.{self.version}"

    @property
    def name(self) -> str:
        """As short as it can be said: the newest version is the key alone."""
        held = PRESETS.get(self.preset)
        return self.preset if held and held.version == self.version else str(self)

    @property
    def scenario(self) -> Scenario:
        """Its values. Raises `LookupError` when the version is not available."""
        held = preset(self.preset, self.version)
        if held is None:
            raise LookupError(f"Version {self.version} of {self.preset} is not held.")
        return held

    @property
    def facts(self) -> Facts:
        """Its school. Raises `KeyError` for an unknown preset, or one that is not held."""
        return of_preset(str(self))


def named(name: str) -> Origin:
    """The preset of a name: its key, or key and version. Raises `KeyError` for an unknown one."""
    held = find_preset(name)
    if held is None:
        raise KeyError(name)
    return Origin(held.key, held.version)


def newest(key: str) -> Origin:
    """The preset in its newest version. Raises `KeyError` for an unknown one."""
    return Origin(key, PRESETS[key].version)
