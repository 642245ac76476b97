"""The dialogs over the page. A new one is a row here, a folder with its content, and a button for its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from views.context import Context
from views.levers import dating, first_guess, locking, school_like_mine, stories_dialog
from views.shell import drawing
from views.shell.opened_dialog import close_dialog, drawn_once, opened
from views.students import grade_dialog
from views.trace import asking


@dataclass(frozen=True, slots=True)
class Dialog:
    """One dialog. `stays`: a run of the page leaves it open; otherwise the next run closes it."""

    key: str
    label: str
    draw: Callable[[Context], None]
    width: Literal["small", "medium", "large"]
    stays: bool = True


DIALOGS = (
    Dialog(school_like_mine.KEY, "A school like mine", school_like_mine.ask, "medium", stays=False),
    Dialog(first_guess.KEY, "Check the numbers that matter most", first_guess.ask, "medium"),
    Dialog(stories_dialog.KEY, "Stories", stories_dialog.tell, "large"),
    Dialog(dating.KEY, "Date a decision", dating.ask, "medium"),
    Dialog(locking.KEY, "Lock a lever", locking.ask, "medium"),
    Dialog(grade_dialog.KEY, "Students by grade", grade_dialog.ask, "large"),
    Dialog(asking.KEY, "Where this number comes from", asking.answer, "large"),
)


def _over_the_page(dialog: Dialog) -> Callable[[Context], None]:
    return drawing.dialog(
        dialog.draw, dialog.label, dialog.width, on_dismiss=close_dialog if dialog.stays else "ignore"
    )


_DRAWN = {d.key: (d, _over_the_page(d)) for d in DIALOGS}


def draw(context: Context) -> None:
    """Draw the dialog that is open, if any. Call it last: nothing of the page waits for it."""
    if opened() not in _DRAWN:
        return
    dialog, over_the_page = _DRAWN[opened()]
    if not dialog.stays:
        drawn_once()
    over_the_page(context)
