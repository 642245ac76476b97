"""English made strange: accents, two fifths longer, in brackets, its places for values untouched."""

from __future__ import annotations

import re

_PLAIN = "aceinouyACEINOUY"
_ACCENTED = "àçéîñôûýÀÇÉÎÑÔÛÝ"
_STRANGE = str.maketrans(_PLAIN, _ACCENTED)
_VALUE = re.compile(r"(\{[^{}]*\})")
_LONGER = 0.4


def pseudo(text: str) -> str:
    """ "Save {name}" -> "[Sàvé {name} ~~~~]"."""
    parts = _VALUE.split(text)
    strange = "".join(p if p.startswith("{") else p.translate(_STRANGE) for p in parts)
    return f"[{strange} {'~' * round(len(text) * _LONGER)}]"
