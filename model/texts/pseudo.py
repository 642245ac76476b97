"""English made strange: accents, two fifths longer, in brackets, its places for values untouched."""

from __future__ import annotations

import re

_PLAIN = "aceinouyACEINOUY"
_ACCENTED = "àçéîñôûýÀÇÉÎÑÔÛÝ"
_STRANGE = str.maketrans(_PLAIN, _ACCENTED)
_VALUE = re.compile(r"(\{[^{}]*\})")
_LONGER, _LONGEST_WORD = 0.4, 8


def pseudo(text: str) -> str:
    """ "Save {name}" -> "[Sàvé {name} ~~~~]"."""
    parts = _VALUE.split(text)
    strange = "".join(p if p.startswith("{") else p.translate(_STRANGE) for p in parts)
    more = round(len(text) * _LONGER)
    words = ["~" * min(_LONGEST_WORD, more - at) for at in range(0, more, _LONGEST_WORD)]
    return f"[{' '.join([strange, *words])}]"
