"""The tab of students and time: the student's side of the plan beside its dollars."""

from __future__ import annotations

from views.context import Context
from views.shell.page_markup import put_markup
from views.students.pupils_side import pupils_side


def pupils_tab(context: Context) -> None:
    """The whole tab."""
    put_markup(pupils_side(context.projection))
