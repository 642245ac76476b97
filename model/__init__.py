"""The cost model: five years, one school, numpy and the standard library only."""

import copyreg
from types import MappingProxyType

# Goes up whenever any plan gives another number than before: see docs/files-and-links.md.
MODEL_VERSION = "1.0"


def read_only(held: "dict[object, object]") -> "MappingProxyType[object, object]":
    """A mapping that nobody can write into; it is called when one arrives from another process."""
    return MappingProxyType(held)


def _packed(mapping: "MappingProxyType[object, object]") -> "tuple[object, tuple[object]]":
    return read_only, (dict(mapping),)


# Plans, facts and results hold read-only mappings, which Python itself does not send to another process.
copyreg.pickle(MappingProxyType, _packed)  # type: ignore[arg-type]
