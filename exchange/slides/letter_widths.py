"""How wide a text is, so that what is put on a slide fits it.

A slide is drawn on the reader's computer, so nothing measures it here. The widths are those of Arial, the
typeface of the slides; other letters are taken as wide as the widest of their kind.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# Thousandths of the type size, from the space to the tilde.
_WIDTHS = (
    (278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278)
    + (556,) * 10
    + (278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833)
    + (722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333)
    + (556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278)
    + (556, 500, 722, 500, 500, 500, 334, 260, 334, 584)
)
_FIRST, _OTHER, _SQUARE = ord(" "), 750, 1200
_BOLD = 1.1
_DOT = " · "
LEADING = 1.2  # the height of a line, in type sizes


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in one line, in points."""
    thousandths = sum(map(_of_letter, unicodedata.normalize("NFD", text)))
    return thousandths / 1000 * size * (_BOLD if bold else 1.0)


def _of_letter(letter: str) -> int:
    place = ord(letter) - _FIRST
    if 0 <= place < len(_WIDTHS):
        return _WIDTHS[place]
    if unicodedata.combining(letter):
        return 0
    return _SQUARE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a box so wide (points), broken between words, long words within."""
    lines, used, space = 1, 0.0, wide(" ", size, bold=bold)
    for word in text.split():
        long = wide(word, size, bold=bold)
        if used and used + space + long > width:
            lines, used = lines + 1, 0.0
        if long > width:
            lines += int(long // width)
            long %= width
        used += (space if used else 0.0) + long
    return lines


def tall(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """The height of a text in a box so wide, in points."""
    return lines_of(text, size, width, bold=bold) * size * LEADING


def in_one_line(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The text, or as much of it as one line holds, with an ellipsis."""
    if wide(text, size, bold=bold) <= width:
        return text
    kept = text
    while kept and wide(f"{kept}…", size, bold=bold) > width:
        kept = kept[: max(len(kept) - 1 - len(kept) // 50, 0)].rstrip()
    return f"{kept}…"


def joined(parts: Sequence[str], size: float, width: float) -> str:
    """Texts in one line with a dot between them. The last is kept whole; longer ones before it are cut."""
    *firsts, last = parts
    room = width - wide(last, size) - sum(wide(_DOT, size) for _ in firsts)
    cut: list[str] = []
    for i, text in enumerate(firsts):
        share = (room - sum(wide(x, size) for x in cut)) / (len(firsts) - i)
        others = sum(wide(x, size) for x in firsts[i + 1 :])
        cut.append(in_one_line(text, size, max(share, room - sum(wide(x, size) for x in cut) - others)))
    return _DOT.join([*cut, last])
