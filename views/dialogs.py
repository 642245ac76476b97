"""The dialogs over the page. A new one is a row here, a folder with its content, and a button for its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from model.texts import by_language, say
from views.context import Context
from views.levers import dating, first_guess, locking, school_like_mine, stories_dialog
from views.shell import drawing
from views.shell.opened_dialog import close_dialog, drawn_once, opened
from views.shell.typed_fields import ranges_beside
from views.students import grade_dialog
from views.trace import asking


@dataclass(frozen=True, slots=True)
class Dialog:
    """One dialog. `stays`: a run of the page leaves it open; otherwise the next run closes it."""

    key: str
    title: str  # the key of its label
    draw: Callable[[Context], None]
    width: Literal["small", "medium", "large"]
    stays: bool = True

    @property
    def label(self) -> str:
        return say(self.title)


DIALOGS = (
    Dialog(school_like_mine.KEY, "settings.my_school", school_like_mine.ask, "medium", stays=False),
    Dialog(first_guess.KEY, "guess.dialog", first_guess.ask, "medium"),
    Dialog(stories_dialog.KEY, "settings.stories", stories_dialog.tell, "large"),
    Dialog(dating.KEY, "settings.schedule", dating.ask, "medium"),
    Dialog(locking.KEY, "settings.lock", locking.ask, "medium"),
    Dialog(grade_dialog.KEY, "settings.by_grade", grade_dialog.ask, "large"),
    Dialog(asking.KEY, "settings.where_from", asking.answer, "large"),
)


@by_language
def _over_the_page(dialog: Dialog) -> Callable[[Context], None]:
    def draw(context: Context) -> None:
        with ranges_beside():
            dialog.draw(context)

    return drawing.dialog(
        draw, dialog.label, dialog.width, on_dismiss=close_dialog if dialog.stays else "ignore"
    )


_BY_KEY = {d.key: d for d in DIALOGS}


def draw(context: Context) -> None:
    """Draw the dialog that is open, if any. Call it last: nothing of the page waits for it."""
    dialog = _BY_KEY.get(opened())
    if dialog is None:
        return
    if not dialog.stays:
        drawn_once()
    _over_the_page(dialog)(context)
