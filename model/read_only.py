"""Mappings that nobody can write into, and how they travel to another process.

Plans, facts and results hold them, and Python does not send its own `MappingProxyType` by itself.
"""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


def read_only(held: Mapping[K, V]) -> Mapping[K, V]:
    """The mapping itself, which must not be changed elsewhere, behind glass."""
    return MappingProxyType(held)


def _packed(mapping: MappingProxyType[Any, Any]) -> tuple[object, ...]:
    return read_only, (dict(mapping),)


copyreg.pickle(MappingProxyType, _packed)  # type: ignore[arg-type]  # of all of them, whoever made them
