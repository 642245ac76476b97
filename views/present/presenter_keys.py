"""The keys of present mode, and the key that enters it: which key presses which button. No Streamlit here."""

from __future__ import annotations

from views.live.replayed import REPLAY
from views.shell.keys import Key

ENTER = (Key("p", "present", "letter"), Key("v", REPLAY, "letter"))
_ALWAYS_THERE = (
    Key("PageDown", "next", "always"),
    Key("ArrowRight", "next", "arrow"),
    Key(" ", "next", "press"),
    Key("PageUp", "previous", "always"),
    Key("ArrowLeft", "previous", "arrow"),
    Key("g", "guess", "letter"),
    Key("b", "guess", "letter"),  # what a presenter's remote sends to black out the screen
    Key(".", "guess", "letter"),
    Key("v", REPLAY, "letter"),
    Key("?", "keys", "letter"),
    Key("p", "leave", "letter"),
    Key("Escape", "leave", "escape"),
)
_TO_UNCOVER = (Key("Enter", "guess", "press"), Key("ArrowDown", "guess", "arrow"))
HELP = (
    ("Page Down, →, Space", "next screen"),
    ("Page Up, ←", "screen before"),
    ("G (or B, or . on a remote)", "guess first: cover the answer, and show it"),
    ("Enter, ↓", "show the covered answer"),
    ("V", "play the last change again"),
    ("Alt+Z, Alt+Y", "undo, redo"),
    ("P, Esc", "back to the explorer"),
    ("?", "this list"),
)


def presenter_keys(covered: bool) -> tuple[Key, ...]:
    """The keys of present mode, including those that show a covered answer only while it is covered."""
    return _ALWAYS_THERE + (_TO_UNCOVER if covered else ())
