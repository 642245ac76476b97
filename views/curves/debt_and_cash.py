"""What a plan owes and what is in its account at the end of each year, where that is not savings alone."""

from __future__ import annotations

from markupsafe import Markup

from model.lines.worksheet import BOOK
from model.results.debt_rows import debt_cell, debt_lines
from model.results.projection import Projection
from model.results.result_rows import shown
from model.texts import say
from model.year_names import year_names
from model.years import YEARS
from views.markup.tables import table


def debt_and_cash(p: Projection) -> Markup:
    """A table by years with how debt is counted; nothing for a plan that borrows nothing and waits for
    nothing.
    """
    lines = [BOOK.lines[k] for k in debt_lines(p)]
    if not lines:
        return Markup()
    rows = [[x.label, *(shown(debt_cell(p, x.key, t), x.unit) for t in range(YEARS))] for x in lines]
    told = table(say("months.debt_and_cash"), ["", *year_names()], rows)
    return Markup('{}<p class="note">{}</p>').format(told, say("months.debt_is_counted"))
