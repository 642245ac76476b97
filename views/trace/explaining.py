"""Where a number comes from, as markup: its sentence, its parts down to levers, what changed it.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from model.explain.account import account
from model.explain.changes import Changes, Swing
from model.explain.readings import ALIKE, FACTORS, cells_of, in_sheet, in_words
from model.explain.sentence_numbers import in_full, written
from model.explain.trace import Explanation, LeverFact, all_levers
from model.lines.worksheet import BOOK
from model.texts import counted, say
from model.units import UNITS, amount, is_money, money, number, positions
from model.year_names import span, year_in_full, year_name
from views.markup.said import said
from views.markup.sources import status_name, vouched
from views.markup.tables import table, usual

# A factor that is most often another one explains nothing by itself.
LINES = tuple(k for k in BOOK.lines if k not in FACTORS)
FAMILIES = {f.key: f for f in BOOK.families}
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
    line = BOOK.lines[key]
    return say("numbers.line_of_family", family=FAMILIES[line.family].label, line=line.label)


def told(e: Explanation) -> str:
    """The cell to the cent, as at the end of a sentence."""
    return in_full(e.value, e.unit)


def sentence(e: Explanation) -> Markup:
    """What the cell is, its rule in words, and the same with the numbers put in."""
    if not e.applies:
        applies = say("numbers.not_applied", years=span(BOOK.lines[e.key].years))
        return Markup('<div class="why"><h3>{}</h3><p>{}</p><p>{}</p></div>').format(e.label, e.help, applies)
    amount_told = Markup('<span class="told">{}</span>').format(told(e))
    head = said("numbers.cell", line=e.label, year=year_in_full(e.year), amount=amount_told)
    notes = Markup().join(Markup('<p class="soft">{}</p>').format(n) for n in e.remarks)
    return Markup(
        '<div class="why"><h3>{}</h3><p>{}</p><dl class="sentence">'
        "<dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>{}</div>"
    ).format(
        head,
        e.help,
        say("numbers.in_words"),
        say("numbers.equals", line=e.label, rule=e.rule),
        say("numbers.with_numbers"),
        said("numbers.equals", line=e.numbers, rule=Markup("<b>{}</b>").format(told(e))),
        notes,
    )


def tree(e: Explanation) -> Markup:
    """The parts of a cell, each opening on its own parts, down to the levers."""
    if not (e.parts or e.levers):
        return Markup()
    return Markup('<div class="tree"><h4>{}</h4><ul>{}</ul></div>').format(
        say("numbers.made_of"), _below(e, set())
    )


Opened = set[
    tuple[str, int | None]
]  # told above: cells by line and year, and the rules of lines and facts of settings


def _below(e: Explanation, opened: Opened) -> Markup:
    cells = Markup().join(Markup("<li>{}</li>").format(_branch(p, e, opened)) for p in e.parts)
    return cells + Markup().join(
        Markup('<li class="lever">{}</li>').format(_leaf(f, opened)) for f in e.levers
    )


def _branch(e: Explanation, above: Explanation, opened: Opened) -> Markup:
    name = e.label
    if e.year != above.year:
        name = say("numbers.part_of_year", line=name, year=year_name(e.year))
    body = Markup("<p>{}</p>").format(say("numbers.equals", line=e.numbers, rule=told(e)))
    if e.key == above.key:
        body += Markup('<p class="soft">{}</p>').format(say("numbers.same_line_earlier"))
    elif (e.key, e.year) in opened and _size(e) > _SMALL:
        body += Markup('<p class="soft">{}</p>').format(say("numbers.parts_above"))
    else:
        rule = Markup() if (e.key, None) in opened else Markup('<p class="soft">{}</p>').format(e.rule)
        opened |= {(e.key, e.year), (e.key, None)}
        body = rule + body + Markup("<ul>{}</ul>").format(_below(e, opened))
    return Markup("<details><summary>{} <b>{}</b></summary>{}</details>").format(name, _short(e), body)


def _size(e: Explanation) -> int:
    return 1 + sum(_size(p) for p in e.parts)


def _short(e: Explanation) -> str:
    return amount(e.value, e.unit, long=not is_money(e.unit))


def _leaf(f: LeverFact, opened: Opened) -> Markup:
    """A setting with its value; its default, usual range and status where it stands for the first time."""
    lever = f.lever
    named = Markup("{} <b>{}</b>").format(lever.label, lever.said(f.value))
    if (lever.key, None) in opened:
        return named
    opened.add((lever.key, None))
    facts = say(
        "numbers.setting_facts",
        default=lever.said(lever.default, long=False),
        usual=usual(lever),
        status=status_name(lever.status),
    )
    return Markup('{} <span class="soft">{}</span>').format(named, facts)


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
            moved(strength[f.lever.key].size, e.unit) if strength[f.lever.key].is_tried else "\N{EN DASH}",
            status_name(f.lever.status),
            vouched(f.lever),
        ]
        for f in facts
    ]
    head = [
        say("numbers.setting"),
        say("numbers.value"),
        say("numbers.default"),
        say("numbers.usual_range"),
        say("numbers.moves_this"),
        say("numbers.status"),
        say("numbers.source_of_default"),
    ]
    return table(say("numbers.settings_behind", count=counted(len(facts))), head, rows, numbers_from=99)


def moved(size: float, unit: str) -> str:
    """How far something moves, without a sign."""
    if is_money(unit):
        return money(size)
    if unit == "share":
        return say("numbers.points", amount=number(size * 100, 2))
    if UNITS[unit].in_tenths:
        return positions(size)
    return written(round(size, 4), "ratio", 0)[0]


def changed(c: Changes) -> Markup:
    """How a number came from the start to now: each lever alone, and the rest that they do together.

    It adds up as it is shown.
    """
    return table(
        say("numbers.what_changed", line=BOOK.lines[c.line].label, year=year_in_full(c.year)),
        [say("numbers.each_alone"), say("numbers.from_and_to"), say("numbers.effect")],
        [[row.what, row.moved, row.effect] for row in account(c)],
        numbers_from=2,
    )


def figure_intro(label: str, value: str, means: str, figure: int) -> Markup:
    """What a key figure means, above the line from which it is read or found."""
    is_found = figure in SEARCHED and value != say("answer.range_by_grade")
    found = say("numbers.found_by_search") if is_found else ""
    return Markup('<p class="soft"><b>{}</b> {} {}</p>').format(
        say("numbers.figure", figure=label, value=value), means, found
    )


def equation(key: str) -> Markup:
    """The formula with names for cells: `[-1]` is the year before, `[Year 1]` that year in any year."""
    return Markup("{}<br><code>{}</code>").format(in_words(key), f"{key} = {symbols(key)}")


def symbols(key: str) -> str:
    """The formula with names for cells: `[-1]` is the year before, `[Year 1]` that year whatever the year."""
    year = BOOK.lines[key].years[-1]
    # A cell that is the same one a year earlier stands for that fixed year.
    fixed = (
        set(cells_of(key, year, ALIKE)) & set(cells_of(key, year - 1, ALIKE))
        if year
        else set(cells_of(key, year, ALIKE))
    )

    def name(k: str, y: int) -> str:
        if y == year:
            return k
        return f"{k}[Year {y}]" if (k, y) in fixed and _only_fixed(key, k, y) else f"{k}[{y - year}]"

    return in_sheet(BOOK.spoken(key, ALIKE), year, name, absent=ALIKE)


def _only_fixed(key: str, part: str, year: int) -> bool:
    """Whether a part stands for a fixed year: it is the same in the first year of the line."""
    return (part, year) in cells_of(key, BOOK.lines[key].years[0], ALIKE)
