"""Plain tables as HTML: small to send, readable by a screen reader, with their own scrolling on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup, escape

from model.book.branches import without
from model.book.family import Family, Line
from model.book.terms import Array, Name
from model.evidence import GROWING, LEVERS, PANELS, SOURCES, Lever, panel_label
from model.evidence.growing import AS_TYPED
from model.evidence.own_lines import KINDS
from model.evidence.usual import has_usual_range
from model.explain.readings import FACTORS, absent_of
from model.lines.own import OWN
from model.lines.own_used import not_used
from model.lines.own_when_filled import ON_OPEN
from model.lines.worksheet import BOOK
from model.plan import own_lines
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.results.projection import Projection
from model.results.result_rows import shown
from model.texts import either, listed, say
from model.unit_labels import with_unit
from model.units import span
from model.year_names import year_names
from model.years import YEARS
from views.markup.sources import status_name

_LONGEST_WORD = 20  # letters of a word that never breaks
NO_NOTES: Mapping[tuple[str, int], str] = MappingProxyType({})


def table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers_from: int = 1
) -> Markup:
    """A table whose first column names the row. Cells are escaped unless they are `Markup`.

    Columns from `numbers_from` on are right-aligned.
    """
    return _sheet(caption, _head(head, numbers_from), (_row(row, numbers_from) for row in rows))


def _head(head: Sequence[str], numbers_from: int) -> Markup:
    # A head that says nothing is none: a screen reader would stop at it.
    return Markup().join(
        (Markup('<th scope="col" class="{}">{}</th>') if h else Markup('<td class="{}">{}</td>')).format(
            ("n" if i >= numbers_from else "t") + _long(h), h
        )
        for i, h in enumerate(head)
    )


def _long(text: str) -> str:
    """The class of what would be wider than its column: a name that somebody typed as one long word."""
    is_long = not isinstance(text, Markup) and any(len(word) > _LONGEST_WORD for word in text.split())
    return " long" if is_long else ""


def _sheet(caption: str, head: Markup, rows: Iterable[Markup]) -> Markup:
    return Markup(
        '<div class="sheet" tabindex="0" role="region" aria-label="{}"><table><caption>{}'
        "</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(caption, caption, head, Markup().join(rows))


def _row(row: Sequence[str], numbers_from: int) -> Markup:
    first, *rest = row
    cells = "".join(
        f'<td class="{"n" if i >= numbers_from else f"t{_long(cell)}"}">{escape(cell)}</td>'
        for i, cell in enumerate(rest, 1)
    )
    # Escaped by hand, here and in a row below: a tab has a thousand cells, and Markup.format takes ten
    # times as long.
    named = ' class="long"' if _long(first) else ""
    return Markup(f'<tr><th scope="row"{named}>{escape(first)}</th>{cells}</tr>')  # noqa: S704


def asking(text: str, line: str, year: int, figure: int | None = None) -> Markup:
    """A text that opens the explanation of its number when it is pressed; see views/trace/asking.js."""
    asked = f"{line} {year}" if figure is None else f"{line} {year} {figure}"
    return Markup('<button type="button" class="ask" data-explain="{}">{}</button>').format(asked, text)


def _line_row(
    name: str, line: str, cells: Sequence[str], years: Sequence[int], notes: Mapping[int, str]
) -> Markup:
    """A row whose years open their explanation; it says once of which line, and of which years.

    For the mouse only: a button in each of four hundred cells would make keyboard use tedious. The button in
    the row's head opens that of the last year.
    """
    body = "".join(f"<td>{escape(cell)}{_noted(notes.get(t, ''))}" for t, cell in enumerate(cells))
    asked = f"{escape(line)} {years[0]} {years[-1]}"
    head = f'<tr data-explains="{asked}"><th scope="row"><button>{escape(name)}</button></th>'
    return Markup(f"{head}{body}</tr>")  # noqa: S704


def _noted(note: str) -> Markup:
    if not note:
        return Markup()
    mark = Markup('<i class="noted" role="img" aria-label="{}" title="{}"></i>')
    return mark.format(say("numbers.note_told", note=note), note)


def family_table(
    p: Projection, family: Family, scenario: int = 0, notes: Mapping[tuple[str, int], str] = NO_NOTES
) -> Markup:
    """Every line of a family, start-up and years 1 to 5, but for those under a choice that is not made, those
    of an amount that is 0 and those that are the same as another. Lines and cells open their explanation.

    `notes` by line and year are marked in their cells.
    """
    rows = []
    for line in (BOOK.lines[x.key] for x in family.lines if _says_something(x, p, scenario)):
        name = with_unit(line.label, line.unit)
        cells = [
            shown(p.cell(line.key, t, scenario) if t in line.years else None, line.unit) for t in range(YEARS)
        ]
        noted = {t: notes[line.key, t] for t in line.years if (line.key, t) in notes}
        rows.append(_line_row(name, line.key, cells, line.years, noted))
    return _sheet(family.label, _head(["", *year_names()], 1), rows) if rows else Markup()


def _says_something(line: Line, p: Projection, scenario: int) -> bool:
    """Whether the choice under which a line stands is made, its amount given, and the line no other one under
    its own name.

    Otherwise it is 0 in every year, or says nothing new.
    """

    def given(lever: str) -> Array:
        held: Array = p.scenarios.levers[lever][scenario % len(p.scenarios.levers[lever])]
        return held

    if line.family == OWN:
        used = line.key not in not_used(tuple(str(given(k)[0]) for k in KINDS.values()))
        return used and (line.key not in ON_OPEN or bool(p[line.key][scenario].any()))
    whole = BOOK.terms[line.key]
    left = whole if line.key in BOOK.totals else without(whole, absent_of(p, scenario))
    if left is not whole and isinstance(left, Name):
        return False  # another line, and besides only what the school does not have
    if line.nothing_without and not any(given(n).any() for n in line.nothing_without):
        return False
    under = line.only_if or (line.same_as[1] if line.same_as else None)
    if under is None or line.key in FACTORS:
        return under is None
    return given(under[0])[0] in under[1:]


def in_use(family: Family, plan: Scenario) -> bool:
    """Whether a family has an effect in the plan: the lines of one that is not chosen are all 0."""
    if family.key == OWN:
        return bool(own_lines.used(plan.values))
    return family.only_if is None or plan[family.only_if[0]] in family.only_if[1:]


def lever_table(caption: str, levers: Iterable[Lever], plan: Plan, by: Mapping[str, str]) -> Markup:
    """Levers with the plan's value, its origin, the usual range and the evidence for the default.

    `by` is `set_by` of the plan; it is computed once for all tables.
    """
    rows = [[x.label, value_of(x, plan.now), _set_by(x.key, plan, by), usual(x), evidence(x)] for x in levers]
    heads = ("numbers.setting", "numbers.value", "numbers.set_by", "numbers.usual", "numbers.evidence")
    return table(caption, list(map(say, heads)), rows, numbers_from=99)


def value_of(lever: Lever, scenario: Scenario) -> str:
    """A setting's value as it is shown, all five where there is one a year, with what they mean."""
    value, row = scenario[lever.key], GROWING.get(lever.key)
    said = lever.said(value)
    if row is None or not (isinstance(value, tuple) or scenario[row.mark] == AS_TYPED):
        return said
    mark = LEVERS[row.mark]
    return say("numbers.value_and_meaning", value=said, meaning=mark.choice_label(str(scenario[row.mark])))


SET_BY = {
    "default": "numbers.set_default",
    "preset": "numbers.set_preset",
    "fitted": "numbers.set_fitted",
    "typed": "numbers.set_you",
    "imported": "numbers.set_imported",
    "own_budget": "numbers.set_budget",
}
"""Who set a starting value; what was changed since was set by the reader."""


def _set_by(key: str, plan: Plan, by: Mapping[str, str]) -> str:
    return say("numbers.set_you" if plan.now[key] != plan.start[key] else SET_BY[by[key]])


def usual(lever: Lever) -> str:
    if not lever.usual:
        return either(map(lever.choice_label, lever.choices))
    return span(lever.usual, lever.unit) if has_usual_range(lever) else say("numbers.any_size")


def evidence(lever: Lever) -> str:
    """How well a default is known, and from whom."""
    if lever.status == "assumption":
        return status_name(lever.status)
    names = [
        say("numbers.source_and_year", publisher=SOURCES[s].publisher, year=SOURCES[s].year)
        for s in lever.source
    ]
    return say("numbers.status_and_sources", status=status_name(lever.status), sources=listed(names))


def panels(now: Scenario) -> Iterable[tuple[str, list[Lever]]]:
    """The register by group, without own lines that a plan does not have."""
    held = (0, *now.own_lines)
    for key in PANELS:
        levers = [x for x in LEVERS.values() if x.panel == key and not x.of and x.own in held]
        if levers:
            yield panel_label(key), levers
