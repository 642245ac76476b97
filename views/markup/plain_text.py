"""Text for places where the framework reads Markdown: it is shown as it stands, whatever it holds.

Labels, help, captions and boxes are Markdown. A name or a value that somebody else wrote could put a picture,
a link, mathematics or colors there, and a picture makes the reader's browser ask another machine for it.
Everything that is no literal goes through here (`tests/house/test_markdown_sinks.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Some of the framework's transformations look at the finished text, where an escape is gone. They need their
# characters side by side; this one is not seen and keeps them apart.
APART = "\u2060"

_MARKS = re.compile(r"[\\`*\[\]<>$~&]|(?<![^\W_])_|_(?![^\W_])")
_PAIRED = "$*~`"
_LONE_AMPERSAND = re.compile(r"\\&(?=\s)")
_LINE_START = re.compile(r"^([-+#=>]|\d{1,9}(?=[.)]))")
_CODES = re.compile(
    r"(?i)(?<=:)(?=[\w+-]+:|material[/_]|streamlit:)"  # emoji codes, icons, the framework's own sign
    r"|(?<=https)(?=://)|(?<=http)(?=://)|(?<=www)(?=\.)|(?<=[\w.+-])(?=@[\w-])"  # what becomes a link by itself
    r"|(?<=(?<!\S)<)(?=->?(?!\S))|(?<=(?<!\S)[-<>~])(?=[->=](?!\S))"  # arrows, dashes and signs for comparing
)
_DIRECTIVE = re.compile(r":(?=[A-Za-z])")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Most labels: letters and marks that mean nothing anywhere. Labels are drawn in every run.
_HARMLESS = re.compile(r"(?i)(?!.*www\.)[a-z][a-z0-9 ,;.()'?!%/]*")


def plain(text: str) -> str:
    """The text as Markdown that shows nothing but the text, on one line."""
    if _HARMLESS.fullmatch(text):
        return text
    line = " ".join(_TURNING.sub("", _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)).split())
    line = _CODES.sub(APART, line)
    line = _MARKS.sub(r"\\\g<0>", line)
    line = _DIRECTIVE.sub(r"\\:", line)
    return _LINE_START.sub(_escaped_start, line)


def plain_name(text: str) -> str:
    """As `plain`, for the name of a field, which screen readers are told as it is written, escapes and all.

    A dollar sign needs its escape only where a second one would make mathematics of what is between them, and
    so do other signs that work in pairs. An ampersand before a space begins no code of a character.
    """
    made = _LONE_AMPERSAND.sub("&", plain(text))
    for sign in _PAIRED:
        if text.count(sign) == 1 and not made.startswith(f"\\{sign}"):  # one star at the start makes a list
            made = made.replace(f"\\{sign}", sign)
    return made


def held_together(text: str) -> str:
    """The text, or markup, with its negative amounts whole: a line may end behind a minus sign otherwise."""
    return text.replace("\N{MINUS SIGN}$", f"\N{MINUS SIGN}{APART}$")


def _escaped_start(found: re.Match[str]) -> str:
    start = found[0]
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def plain_list(texts: Iterable[str]) -> str:
    """Several texts as a list."""
    return "\n".join(f"* {plain(text)}" for text in texts)
