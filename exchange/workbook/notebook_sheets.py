"""The notebooks of the plans: notes on numbers, each with the number as it is now, and the decision log.

Everything that a person typed is written as text, whatever it begins with.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from exchange.workbook.calculations import form
from exchange.workbook.layout import HEAD
from exchange.workbook.page import Page
from exchange.workbook.plans import Sheets, cell_text
from exchange.workbook.style import form_of
from model.evidence import LEVERS
from model.explain.decided import move_in_words, told
from model.explain.noted_numbers import SEARCHED, place_name, stands
from model.lines.worksheet import BOOK
from model.plan.notebook import Decision, Note
from model.texts import naming, say

_NOTE_WIDTHS = {"A": 30, "B": 38, "C": 60, "D": 26, "E": 22}
_LOG_WIDTHS = {"A": 30, "B": 13, "C": 24, "D": 48, "E": 56, "F": 18}
_DOLLARS = form_of("usd", fine=True)


def write_notes(page: Page, plans: Sequence[Sheets]) -> None:
    """One note a row. The last column is a live formula wherever the number has a cell."""
    page.title(
        say("workbook.notes"),
        say("workbook.notes_lead"),
    )
    page.heads(
        right="E",
        A=say("workbook.plan"),
        B=say("workbook.number"),
        C=say("workbook.note"),
        D=say("workbook.when_written"),
        E=say("workbook.now"),
    )
    row = HEAD
    for plan in plans:
        for note in plan.notebook.notes:
            row += 1
            page.text(f"A{row}", plan.title, "wrap")
            with naming(plan.now.names):  # each plan's own names of its own lines
                page.text(f"B{row}", place_name(note.on, note.year), "wrap")
            page.text(f"C{row}", cell_text(note.text), "wrap")
            page.text(f"D{row}", cell_text(note.stood), "wrap")
            _now(page, f"E{row}", plan, note)
            page.height(row, _lines(_NOTE_WIDTHS, A=plan.title, C=note.text, D=note.stood))
    page.widths(**_NOTE_WIDTHS)
    page.freeze()
    page.printed(" / ".join(p.name for p in plans), area=f"A1:E{row}")


def _now(page: Page, at: str, plan: Sheets, note: Note) -> None:
    if note.year is not None:
        cell = plan.layout.line_cell(note.on, note.year)
        page.formula(at, cell, plan.value(note.on, note.year), form(BOOK.lines[note.on]), "right")
    elif note.on in SEARCHED or isinstance(plan.now[note.on], tuple):
        # Found by trying, or five numbers: no single cell holds it.
        page.text(at, stands(plan.now, note.on, None), "right")
    else:
        cell = plan.layout.lever_cell(note.on, 1)
        page.formula(at, cell, plan.lever(note.on, 1), form_of(LEVERS[note.on].unit, fine=True), "right")


def write_decisions(page: Page, plans: Sequence[Sheets]) -> None:
    """Every entry with its moves below each other, oldest first, like minutes."""
    page.title(
        say("workbook.decisions"),
        say("workbook.decisions_lead"),
    )
    page.heads(
        right="F",
        A=say("workbook.plan"),
        B=say("workbook.day"),
        C=say("workbook.who"),
        D=say("workbook.why"),
        E=say("workbook.what_moved"),
        F=say("workbook.year_5_result"),
    )
    row = HEAD
    for plan in plans:
        for decision in plan.notebook.decisions:
            with naming(plan.now.names):
                row = _entry(page, row, plan, decision)
    page.widths(**_LOG_WIDTHS)
    page.freeze()
    page.printed(" / ".join(p.name for p in plans), area=f"A1:F{row}")


def _entry(page: Page, row: int, plan: Sheets, d: Decision) -> int:
    row += 1
    texts = {"A": plan.title, "B": d.day.isoformat(), "C": d.who, "D": d.why}
    for letter, text in texts.items():
        page.text(f"{letter}{row}", cell_text(text), "wrap")
    page.text(f"E{row}", say("workbook.before"), "wrap")
    page.number(f"F{row}", d.before, _DOLLARS, "right")
    page.height(row, _lines(_LOG_WIDTHS, **texts))
    parts = [(move_in_words(m), m.effect) for m in told(d.moves)] or [(say("workbook.nothing_moved"), 0.0)]
    if d.together:
        parts.append((say("workbook.together"), d.together))
    for said, effect in parts:
        row += 1
        page.text(f"E{row}", cell_text(said), "wrap")
        page.number(f"F{row}", effect, _DOLLARS, "right")
        page.height(row, _lines(_LOG_WIDTHS, E=said))
    row += 1
    page.text(f"E{row}", say("workbook.after"), "strong")
    page.number(f"F{row}", d.after, _DOLLARS, "right")
    return row


def _lines(widths: dict[str, int], **texts: str) -> int:
    """How many lines the longest of the texts needs in its column."""
    return max(1, *(ceil(len(text) / (widths[letter] - 2)) for letter, text in texts.items()))
