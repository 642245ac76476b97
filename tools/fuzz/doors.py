"""The doors by their names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tools.fuzz import command_door, file_door, link_door, list_door, touch_door
from tools.fuzz.trials import Door

DOORS: Mapping[str, Door] = MappingProxyType(
    {
        "links": Door(link_door.make, link_door.try_it),
        "files": Door(file_door.make, file_door.try_it),
        "lists": Door(list_door.make, list_door.try_it),
        "commands": Door(command_door.make, command_door.try_it),
        "touches": Door(touch_door.make, touch_door.try_it),
    }
)
