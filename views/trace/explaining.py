"""Where a number comes from, as markup: its sentence, its parts down to levers, what changed it.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from model.evidence import Lever
from model.explain.account import account
from model.explain.changes import Changes, Swing
from model.explain.readings import cells_of, in_sheet, in_words
from model.explain.sentence_numbers import in_full, written
from model.explain.trace import Explanation, LeverFact, all_levers
from model.lines.worksheet import BOOK
from model.units import UNITS, amount, is_money, money, percent, positions
from views.answer.answer_in_words import NOT_ASKED
from views.markup.sources import vouched
from views.markup.tables import table, usual

LINES = tuple(BOOK.lines)
FAMILIES = {f.key: f.label for f in BOOK.families}
FIRST = ("structural_result", 5)  # what is explained before anything is chosen
# The line and year behind each key figure. The last two are searches: the line is the one they watch.
FIGURES = (
    ("structural_result", 5),
    ("fund_balance", 5),
    ("one_time_cost", 0),
    ("it_share", 5),
    ("lowest_balance", 5),
    ("structural_result", 5),
)
SEARCHED = {4: "cut_tolerance", 5: "break_even_enrollment"}
_SMALL = 3  # cells; a branch no larger is opened wherever it appears


def line_name(key: str) -> str:
    """A line among all others: its family first, so that the list is grouped and searchable by either."""
    return f"{FAMILIES[BOOK.lines[key].family]}: {BOOK.lines[key].label}"


def year_name(year: int) -> str:
    return "Start-up" if year == 0 else f"Year {year}"


def told(e: Explanation) -> str:
    """The cell to the cent, as at the end of a sentence."""
    return in_full(e.value, e.unit)


def sentence(e: Explanation) -> Markup:
    """What the cell is, its rule in words, and the same with the numbers put in."""
    head = Markup('<h3>{}, {}: <span class="told">{}</span></h3>').format(e.label, year_name(e.year), told(e))
    if not e.applies:
        years = BOOK.lines[e.key].years
        which = year_name(years[0]) if len(years) == 1 else f"{year_name(years[0])} to {year_name(years[-1])}"
        return Markup(
            '<div class="why"><h3>{}</h3><p>{}</p>'
            "<p>This line has no meaning in {}. It is reckoned for {}.</p></div>"
        ).format(e.label, e.help, _in_words(e.year), which)
    notes = Markup().join(Markup('<p class="soft">{}</p>').format(n) for n in e.remarks)
    return Markup(
        '<div class="why">{}<p>{}</p><dl class="sentence">'
        "<dt>In words</dt><dd>{} = {}</dd>"
        "<dt>With numbers</dt><dd>{} = <b>{}</b></dd></dl>{}</div>"
    ).format(head, e.help, e.label, e.rule, e.numbers, told(e), notes)


def _in_words(year: int) -> str:
    return "the start-up year" if year == 0 else f"Year {year}"


def tree(e: Explanation) -> Markup:
    """The parts of a cell, each opening on its own parts, down to the levers."""
    if not (e.parts or e.levers):
        return Markup()
    return Markup('<div class="tree"><h4>What it is made of</h4><ul>{}</ul></div>').format(_below(e, set()))


def _below(e: Explanation, opened: set[tuple[str, int]]) -> Markup:
    cells = Markup().join(Markup("<li>{}</li>").format(_branch(p, e, opened)) for p in e.parts)
    return cells + Markup().join(Markup('<li class="lever">{}</li>').format(_leaf(f)) for f in e.levers)


def _branch(e: Explanation, above: Explanation, opened: set[tuple[str, int]]) -> Markup:
    when = f" ({year_name(e.year)})" if e.year != above.year else ""
    body = Markup("<p>{} = {}</p>").format(e.numbers, told(e))
    if e.key == above.key:
        body += Markup(
            '<p class="soft">Made as this line is, a year earlier: choose that year to follow it.</p>'
        )
    elif (e.key, e.year) in opened and _size(e) > _SMALL:
        body += Markup('<p class="soft">Its parts stand further up, where it came up first.</p>')
    else:
        opened.add((e.key, e.year))
        body = Markup('<p class="soft">{}</p>{}<ul>{}</ul>').format(e.rule, body, _below(e, opened))
    return Markup("<details><summary>{}{} <b>{}</b></summary>{}</details>").format(
        e.label, when, _short(e), body
    )


def _size(e: Explanation) -> int:
    return 1 + sum(_size(p) for p in e.parts)


def _short(e: Explanation) -> str:
    return amount(e.value, e.unit, long=not is_money(e.unit))


def _leaf(f: LeverFact) -> Markup:
    lever = f.lever
    return Markup('{} <b>{}</b> <span class="soft">lever; {}, usual {}; {}</span>').format(
        lever.label, lever.said(f.value), _default(lever), usual(lever), lever.status
    )


def _default(lever: Lever) -> Markup:
    return Markup("default {}").format(lever.said(lever.default, long=False))


def noteworthy(e: Explanation, figure: int | None) -> list[tuple[str, int | None]]:
    """What can carry a note in an explanation: the number itself, and every lever behind it."""
    own: list[tuple[str, int | None]] = [(SEARCHED[figure], None)] if figure in SEARCHED else []
    return [*own, (e.key, e.year), *((f.lever.key, None) for f in all_levers(e))]


def lever_facts(e: Explanation, strength: Mapping[str, Swing]) -> Markup:
    """Every lever under the cell with value, default, usual range and sources; the largest effect first."""
    facts = sorted(all_levers(e), key=lambda f: -strength[f.lever.key].size)
    if not facts:
        return Markup()
    rows = [
        [
            f.lever.label,
            f.lever.said(f.value),
            f.lever.said(f.lever.default, long=False),
            usual(f.lever),
            moved(strength[f.lever.key].size, e.unit),
            f.lever.status,
            vouched(f.lever),
        ]
        for f in facts
    ]
    head = [
        "Lever",
        "Value",
        "Default",
        "Usual range",
        "Moves this by up to",
        "Status",
        "Source of the default",
    ]
    return table(
        f"The {len(facts)} levers behind it" if len(facts) > 1 else "The lever behind it",
        head,
        rows,
        numbers_from=99,
    )


def moved(size: float, unit: str) -> str:
    """How far something moves, without a sign."""
    if is_money(unit):
        return money(size)
    if unit == "share":
        return f"{percent(size, 2).removesuffix('%')} points"
    if UNITS[unit].in_tenths:
        return positions(size)
    return written(round(size, 4), "ratio", 0)[0]


def changed(c: Changes) -> Markup:
    """How a number came from the start to now: each lever alone, and the rest that they do together.

    It adds up as it is shown.
    """
    return table(
        f"What changed it: {BOOK.lines[c.line].label}, {year_name(c.year)}",
        ["Each lever alone, from the start", "From and to", "Effect"],
        [[row.what, row.moved, row.effect] for row in account(c)],
        numbers_from=2,
    )


def figure_intro(label: str, value: str, means: str, figure: int) -> Markup:
    """What a key figure means, above the line from which it is read or found."""
    found = (
        " It is found by trying; the line that decides is this one."
        if figure in SEARCHED and value != NOT_ASKED
        else ""
    )
    return Markup('<p class="soft"><b>{}: {}.</b> {}{}</p>').format(label, value, means, found)


def equation(key: str) -> Markup:
    """The formula with names for cells: `[-1]` is the year before, `[Year 1]` that year in any year."""
    return Markup("{}<br><code>{}</code>").format(in_words(key), f"{key} = {symbols(key)}")


def symbols(key: str) -> str:
    """The formula with names for cells: `[-1]` is the year before, `[Year 1]` that year whatever the year."""
    year = BOOK.lines[key].years[-1]
    # A cell that is the same one a year earlier stands for that fixed year.
    fixed = set(cells_of(key, year)) & set(cells_of(key, year - 1)) if year else set(cells_of(key, year))

    def name(k: str, y: int) -> str:
        if y == year:
            return k
        return f"{k}[Year {y}]" if (k, y) in fixed and _only_fixed(key, k, y) else f"{k}[{y - year}]"

    return in_sheet(BOOK.spoken(key), year, name)


def _only_fixed(key: str, part: str, year: int) -> bool:
    """Whether a part stands for a fixed year: it is the same in the first year of the line."""
    return (part, year) in cells_of(key, BOOK.lines[key].years[0])
