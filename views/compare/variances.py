"""Two plans line by line, as markup: a statement with folded details, or single lines by size.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup, escape

from exchange.files import Filed
from model.explain.ledger import ledger
from model.explain.variance import Beside, Row, beside, biggest_first, figures, variance
from model.lines.worksheet import BOOK
from model.results.result_rows import shown
from model.results.statement import RESULT
from model.texts import counted, say
from model.unit_labels import with_unit
from model.units import money, year_name
from model.years import YEARS
from views.markup.said import said
from views.markup.tables import table

# The choices with their years. The sum of all six is the change in the balance that the plan itself makes.
PERIODS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        **{str(t): (t,) for t in range(YEARS)},
        "operating": tuple(range(1, YEARS)),
        "all": tuple(range(YEARS)),
    }
)
FIRST_PERIOD = "5"
_SPANS = {"operating": "compare.years_1_to_5", "all": "compare.all_years"}
ORDERS = {"sheet": "compare.order_sheet", "size": "compare.order_size"}
Pair = tuple[str, str]  # the names of two plans


def period_name(period: str) -> str:
    """A key of `PERIODS` in words."""
    return say(_SPANS[period]) if period in _SPANS else year_name(int(period))


def variance_tables(one: Filed, other: Filed, names: Pair, period: str, order: str) -> Markup:
    """The variance of `other` against `one`, who are called `names`. Keys of `PERIODS` and `ORDERS`."""
    root = variance(one.now, other.now, PERIODS[period])
    if not any(r.difference for r in root.every()):
        same = say("compare.no_difference", period=period_name(period))
        return Markup('<p class="soft">{}</p>').format(same) + _beside(one, other, names, period)
    body = _by_size(root, names, period) if order == "size" else _statement(root, names, period)
    return body + left_out(root) + _beside(one, other, names, period)


def _heads(names: Pair) -> list[str]:
    return [
        say("compare.column_line"),
        *names,
        say("compare.column_difference"),
        say("compare.column_percent"),
        say("compare.column_effect"),
    ]


def _statement(root: Row, names: Pair, period: str) -> Markup:
    """Results and all totals they are made of, even equal ones; single lines are folded below."""
    result = root.find(RESULT)
    cost = result.find("recurring_cost")
    revenue = [r for r in result.parts if r is not cost]
    rows = [
        *map(_row, revenue),
        *(_row(r, less=True) for r in cost.parts),
        _row(result, strong=True),
        *(_row(r, less=r.sign < 0) for r in root.parts if r is not result),
        _row(root, strong=True),
    ]
    caption = say("compare.to_the_cent", period=period_name(period))
    folded = [_details(r, names) for r in (*revenue, *cost.parts, *root.parts) if r is not result and r.parts]
    return table(caption, _heads(names), rows) + Markup().join(folded)


def _row(r: Row, *, less: bool = False, strong: bool = False) -> list[str]:
    name = say("compare.less", line=r.label) if less else r.label
    return [Markup("<b>{}</b>").format(name) if strong else name, *figures(r)]


def _details(r: Row, names: Pair) -> Markup:
    lines = [x for x in r.leaves() if x.difference]
    if not lines:
        return Markup()
    amount = money(r.difference / 100, plus=True, cents=True)
    head = say("compare.inside", line=r.label, amount=amount, count=counted(len(lines)), all=len(r.parts))
    inside = table(r.label, _heads(names), [*map(_row, lines), _row(r, strong=True)])
    return Markup('<details class="lines"><summary>{}</summary>{}</details>').format(head, inside)


def _by_size(root: Row, names: Pair, period: str) -> Markup:
    rows = [_row(r) for r in biggest_first(root)]
    caption = say("compare.by_size", period=period_name(period))
    return table(caption, _heads(names), [*rows, _row(root, strong=True)])


def left_out(root: Row) -> Markup:
    """How many single lines do not differ."""
    lines = list(root.leaves())
    same = sum(not r.difference for r in lines)
    first = (
        say("compare.left_out", count=counted(same), all=len(lines))
        if same
        else say("compare.every_line_differs")
    )
    difference, effect = (
        Markup("<b>{}</b>").format(say(k)) for k in ("compare.column_difference", "compare.column_effect")
    )
    return Markup('<p class="soft">{} {}</p>').format(
        first, said("compare.how_to_read", difference=difference, effect=effect)
    )


def _beside(one: Filed, other: Filed, names: Pair, period: str) -> Markup:
    """Students, positions, rates and shares behind the dollars, folded."""
    year = PERIODS[period][-1]
    found = beside(one.now, other.now, year)
    if not found:
        return Markup()
    when = year_name(year)
    head = say("compare.beside", count=counted(len(found)), year=when)
    caption = say("compare.beside_caption", year=when)
    inside = table(caption, [say("compare.column_line"), *names], [_count(x) for x in found])
    return Markup('<details class="lines"><summary>{}</summary>{}</details>').format(head, inside)


def _count(x: Beside) -> list[str]:
    line = BOOK.lines[x.line]
    return [with_unit(line.label, line.unit), shown(x.before, line.unit), shown(x.after, line.unit)]


def mattered_most(one: Filed, other: Filed, names: Pair) -> Markup:
    """Which lever did most to the Year 5 result between two plans, in a sentence."""
    found = ledger(one.now, other.now)
    a, b = names
    if not found.entries:
        return _most(escape(say("compare.most_same", one=a, other=b)))
    first = found.entries[0]
    if not round(first.effects[0]):
        return _most(escape(say("compare.most_nothing", one=a, other=b)))
    amount, change = money(first.effects[0], plus=True), Markup("<b>{}</b>").format(first.label)
    text = said("compare.most", one=a, other=b, change=change, amount=amount)
    if len(found.entries) > 1:
        whole = money(found.now[0] - found.start[0], plus=True)
        count = counted(len(found.entries))
        text += Markup(" {}").format(say("compare.most_of", count=count, amount=whole))
    return _most(text)


def _most(text: Markup) -> Markup:
    return Markup('<p class="most">{}</p>').format(text)
