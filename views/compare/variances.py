"""Two plans line by line, as markup: a statement with folded details, or single lines by size.

No Streamlit here.
"""

from __future__ import annotations

from markupsafe import Markup

from exchange.files import Filed
from model.explain.ledger import ledger
from model.explain.variance import Beside, Row, beside, biggest_first, figures, variance
from model.lines.worksheet import BOOK
from model.results.result_rows import shown
from model.results.statement import RESULT
from model.units import money, with_unit
from model.years import YEARS
from views.markup.tables import table

# The choices, with their years. The sum of all six is the change in the balance that the plan itself makes.
PERIODS = {
    "Start-up": (0,),
    **{f"Year {t}": (t,) for t in range(1, YEARS)},
    "Years 1 to 5": tuple(range(1, YEARS)),
    "All six": tuple(range(YEARS)),
}
FIRST_PERIOD = "Year 5"
ORDERS = ("As in the sheet", "Biggest first")


def variance_tables(one: Filed, other: Filed, letters: tuple[str, str], period: str, order: str) -> Markup:
    """The variance of `other` against `one`; `letters` are their names in the tables above."""
    root = variance(one.now, other.now, PERIODS[period])
    if not any(r.difference for r in root.every()):
        return Markup('<p class="soft">No dollar differs in {}.</p>').format(_spoken(period)) + _beside(
            one, other, letters, period
        )
    body = _by_size(root, letters, period) if order == ORDERS[1] else _statement(root, letters, period)
    return body + left_out(root) + _beside(one, other, letters, period)


def _spoken(period: str) -> str:
    return {"Start-up": "the start-up year", "All six": "the six years"}.get(period, period)


def _heads(letters: tuple[str, str]) -> list[str]:
    return [*letters, f"{letters[1]} less {letters[0]}", "Per cent", "To the result"]


def _statement(root: Row, letters: tuple[str, str], period: str) -> Markup:
    """Results and all totals they are made of, even equal ones; single lines are folded below."""
    result = root.find(RESULT)
    cost = result.find("recurring_cost")
    revenue = [r for r in result.parts if r is not cost]
    rows = [
        *map(_row, revenue),
        *(_row(r, "less ") for r in cost.parts),
        _row(result, strong=True),
        *(_row(r, "less " if r.sign < 0 else "") for r in root.parts if r is not result),
        _row(root, strong=True),
    ]
    said = f"Line by line, {_spoken(period)}: it adds up to the cent"
    folded = [
        _details(r, letters) for r in (*revenue, *cost.parts, *root.parts) if r is not result and r.parts
    ]
    return table(said, ["Line", *_heads(letters)], rows) + Markup().join(folded)


def _row(r: Row, before: str = "", *, strong: bool = False) -> list[str]:
    name = f"{before}{r.label}" if before else r.label
    return [Markup("<b>{}</b>").format(name) if strong else name, *figures(r)]


def _details(r: Row, letters: tuple[str, str]) -> Markup:
    lines = [x for x in r.leaves() if x.difference]
    if not lines:
        return Markup()
    count = f"{len(lines)} line{'s' if len(lines) > 1 else ''} of {len(r.parts)}"
    head = f"{r.label}: {money(r.difference / 100, plus=True, cents=True)} in {count}"
    inside = table(r.label, ["Line", *_heads(letters)], [*map(_row, lines), _row(r, strong=True)])
    return Markup('<details class="lines"><summary>{}</summary>{}</details>').format(head, inside)


def _by_size(root: Row, letters: tuple[str, str], period: str) -> Markup:
    rows = [_row(r) for r in biggest_first(root)]
    said = f"Single lines, biggest first, {_spoken(period)}: it adds up to the cent"
    return table(said, ["Line", *_heads(letters)], [*rows, _row(root, strong=True)])


def left_out(root: Row) -> Markup:
    """How many single lines do not differ."""
    lines = list(root.leaves())
    same = sum(not r.difference for r in lines)
    said = (
        f"{same} of {len(lines)} single lines do not differ and are left out."
        if same
        else "Every line differs."
    )
    return Markup(
        '<p class="soft">{} <b>To the result</b> is the difference with its sign for the school: a cost that rises '
        "takes from the result. Each figure is rounded to the cent by itself, as everywhere; differences so that they add up.</p>"
    ).format(said)


def _beside(one: Filed, other: Filed, letters: tuple[str, str], period: str) -> Markup:
    """Students, positions, rates and shares behind the dollars, folded."""
    year = PERIODS[period][-1]
    found = beside(one.now, other.now, year)
    if not found:
        return Markup()
    when = "the start-up year" if year == 0 else f"Year {year}"
    said = f"{len(found)} other lines that differ in {when}: students, positions, rates, balances"
    inside = table(f"Other lines, {when}", ["Line", *letters], [_count(x) for x in found])
    return Markup('<details class="lines"><summary>{}</summary>{}</details>').format(said, inside)


def _count(x: Beside) -> list[str]:
    line = BOOK.lines[x.line]
    return [with_unit(line.label, line.unit), shown(x.before, line.unit), shown(x.after, line.unit)]


def mattered_most(one: Filed, other: Filed, letters: tuple[str, str]) -> Markup:
    """Which lever did most to the Year 5 result between two plans, in a sentence."""
    found = ledger(one.now, other.now)
    a, b = (Markup("{} ({})").format(p.name, x) for p, x in zip((one, other), letters, strict=True))
    if not found.entries:
        return Markup('<p class="most">{} and {} are the same in every lever.</p>').format(a, b)
    first = found.entries[0]
    if not round(first.effects[0]):
        return Markup('<p class="most">From {} to {} nothing changes in the Year 5 result.</p>').format(a, b)
    count, whole = len(found.entries), money(found.now[0] - found.start[0], plus=True)
    others = f", where all {count} changes together come to {whole}" if count > 1 else ""
    return Markup(
        '<p class="most">From {} to {}, <b>{}</b> matters most: {} in the Year 5 result{}.</p>'
    ).format(a, b, first.label, money(first.effects[0], plus=True), others)
