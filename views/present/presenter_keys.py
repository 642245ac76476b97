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
# What the keys are called, and what they do.
HELP = {
    "present.keys_next": "present.does_next",
    "present.keys_previous": "present.does_previous",
    "present.keys_guess": "present.does_guess",
    "present.keys_show": "present.does_show",
    "present.keys_replay": "present.does_replay",
    "present.keys_undo": "present.does_undo",
    "present.keys_leave": "present.does_leave",
    "present.keys_help": "present.does_help",
}


def presenter_keys(covered: bool) -> tuple[Key, ...]:
    """The keys of present mode, including those that show a covered answer only while it is covered."""
    return _ALWAYS_THERE + (_TO_UNCOVER if covered else ())
