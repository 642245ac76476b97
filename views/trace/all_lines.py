"""The tab of all lines and years: every family that has an effect in the plan, with the marks of notes."""

from __future__ import annotations

from markupsafe import Markup

from model.lines.worksheet import BOOK
from views.context import Context
from views.markup import tables
from views.shell.page_markup import put_markup
from views.trace import notes


def all_lines(context: Context) -> None:
    """The whole tab."""
    noted = notes.marks(context.plan)
    used = [x for x in BOOK.families if tables.in_use(x, context.plan.now)]
    put_markup(Markup().join(tables.family_table(context.projection, family, notes=noted) for family in used))
