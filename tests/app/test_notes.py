"""Notes on numbers and the log of decisions, on the page."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from exchange import files
from exchange.files import Filed
from exchange.files.notebook_fields import notebook_text
from model.explain.decided import decided
from model.lines.worksheet import BOOK
from model.plan.notebook import EMPTY, Note, Notebook
from model.plan.plan import begun_from, from_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from tests.app.screen import choose, click, htmls, move, now, open_app, open_part, run
from tests.app.test_plans import keep, kept, opened
from tests.first_versions import first_version
from tools.saying import says
from views.compare import log
from views.markup import tables
from views.shell import notebook
from views.trace import explaining

NOTE = "note-text-why-structural_result-5"


def note(app, text, field=NOTE):
    app.text_area(key=field).set_value(text)
    return run(app)


def books(app):
    return app.session_state[notebook.notebooks.key].held


def record(app):
    """What is written beside the plan on the screen, as the browser is told it."""
    full = [r for r in books(app).values() if not r.is_empty]
    return full[-1] if full else EMPTY


def decide(app, why, who=""):
    app.text_input(key="log-why").set_value(why)
    app.text_input(key="log-who").set_value(who)
    run(app)
    return click(app, "log-it")


def test_a_note_is_written_where_a_number_comes_from_and_listed():
    """Typed and left: kept with the number as it read; the list shows what it is now, too."""
    app = note(open_part(open_app(), "origin"), "  Ask the\n district ")
    (written,) = record(app).notes
    assert (written.on, written.year, written.text, written.stood) == (
        "structural_result",
        5,
        "Ask the district",
        "$35,965.63",
    )
    open_part(move(app, "teacher_leaders", 6.0), "noted")
    (table,) = [h for h in htmls(app) if "Numbers with a note" in h]
    # Two leaders more cost $12,174.00 in Year 5: 35,965.63 - 12,174.00.
    assert "Ask the district" in table
    assert "$35,965.63" in table
    assert "$23,791.63" in table


def test_undo_and_reset_leave_notes_and_decisions_alone():
    """They are no moves."""
    app = open_part(move(open_app(), "teacher_leaders", 6.0), "noted")
    decide(app, "More help")
    note(open_part(app, "origin"), "x")
    click(app, "undo")
    assert now(app)["teacher_leaders"] == 4
    assert [n.text for n in record(app).notes] == ["x"]
    assert [d.why for d in record(app).decisions] == ["More help"]


def test_an_emptied_note_goes():
    app = note(note(open_part(open_app(), "origin"), "x"), "")
    assert record(app).is_empty


def test_another_number_has_another_note():
    """The picker of the number: levers behind it can be noted, too."""
    app = open_part(open_app(), "origin")
    app.selectbox(key="note-on-why").set_value(("teacher_leaders", None))
    run(app)
    note(app, "Two retire", "note-text-why-teacher_leaders-None")
    (written,) = record(app).notes
    assert (written.on, written.year, written.stood) == ("teacher_leaders", None, "4 positions")


def test_a_searched_figure_takes_a_note_of_its_own():
    """Cut it survives and Break-even students are no cells."""
    found = type("E", (), {"key": "lowest_balance", "year": 5, "levers": (), "parts": ()})
    assert explaining.noteworthy(found, 4)[:2] == [("cut_tolerance", None), ("lowest_balance", 5)]
    assert explaining.noteworthy(found, 0) == [("lowest_balance", 5)]


def test_a_note_is_marked_in_the_sheet_and_markup_in_it_is_text():
    bad = '"><img src=x onerror=alert(1)>'
    app = note(open_part(open_app(), "origin"), bad)
    open_part(app, "lines")
    (sheet,) = [h for h in htmls(app) if 'class="noted"' in h]
    assert sheet.count('class="noted"') == 1
    assert "<img" not in sheet
    open_part(app, "noted")
    decide(app, bad, bad)
    assert len([h for h in htmls(app) if "&lt;img" in h]) == 2
    assert not any("<img" in h for h in htmls(app))


def test_what_does_not_fit_is_refused_and_stays_in_its_field(monkeypatch):
    """Nothing typed is lost."""
    monkeypatch.setattr("exchange.files.notebook_fields.MOST_NOTEBOOK", 50)
    app = note(open_part(open_app(), "origin"), "x" * 40)
    assert says("plan_file.notebook_too_large", most=50).search(" ".join(e.value for e in app.error))
    assert app.text_area(key=NOTE).value == "x" * 40
    assert record(app).is_empty


def test_a_note_that_is_too_long_is_measured_and_stays_in_its_field():
    """The browser would take nothing of a longer text that is pasted, without a word."""
    app = note(open_part(open_app(), "origin"), "x" * 1_234)
    assert [e.value for e in app.error] == [say("plan_file.note_too_long", size="1,234", most=500)]
    assert app.text_area(key=NOTE).value == "x" * 1_234
    assert record(app).is_empty
    note(app, "x" * 500)
    assert not app.error
    assert not record(app).is_empty


# --- decisions
# -------------------------------------------------------------------------------------------------------


def test_a_decision_is_logged_with_what_moved_and_why():
    """The tab says what the entry will hold; the entry holds it; the field for why is free again."""
    app = open_part(move(open_app(), "teacher_leaders", 6.0), "noted")
    moved = say("explain.move", setting="Teacher leaders", before="4", after="6")
    assert any(say("compare.changed_since_start", changes=moved) in h for h in htmls(app))
    decide(app, "More help", "The board")
    (entry,) = record(app).decisions
    assert (entry.who, entry.why, entry.moves[0].lever) == ("The board", "More help", "teacher_leaders")
    assert (app.text_input(key="log-why").value, app.text_input(key="log-who").value) == ("", "The board")
    assert any(say("compare.unchanged_since_last") in h for h in htmls(app))
    (table,) = [h for h in htmls(app) if say("compare.decided") in h]
    assert "\N{MINUS SIGN}$12,174" in table


def test_newest_first_and_taken_off():
    app = open_part(move(open_app(), "teacher_leaders", 6.0), "noted")
    decide(app, "First.")
    decide(move(app, "teacher_leaders", 5.0), "Second.")
    (table,) = [h for h in htmls(app) if say("compare.decided") in h]
    assert table.index("Second.") < table.index("First.")
    app.selectbox(key="log-entry").set_value(1)
    run(app)
    click(app, "log-remove")
    assert [d.why for d in record(app).decisions] == ["Second."]


def test_a_decision_without_a_why_is_refused():
    app = decide(open_part(open_app(), "noted"), "  ")
    assert say("compare.needs_reason") in " ".join(e.value for e in app.error)
    assert record(app).is_empty
    decide(app, "It stands")
    assert not app.error
    assert say("compare.plan_stands") in log.what(record(app).decisions[0])


# --- which plan they lie beside
# --------------------------------------------------------------------------------------


def test_another_start_has_a_book_of_its_own_and_undo_brings_the_first_back():
    app = note(open_part(open_app(), "origin"), "of the first")
    choose(app, "us_high")
    assert app.text_area(key=NOTE).value == ""
    note(app, "of the second")
    click(app, "undo")
    assert app.text_area(key=NOTE).value == "of the first"
    click(app, "redo")
    assert app.text_area(key=NOTE).value == "of the second"


def test_a_kept_plan_holds_them_and_opens_with_them():
    """Kept with its notes and decisions; what is written afterwards leaves the kept one alone."""
    app = open_part(move(open_app(), "teacher_leaders", 6.0), "noted")
    decide(app, "More help")
    keep(opened(note(open_part(app, "origin"), "x")), "Six")
    (item,) = kept(app)
    assert [n.text for n in item.filed.notebook.notes] == ["x"]
    held = f"{say('compare.notes', count=1)} and {say('compare.decisions_of', count=1)}"
    assert any('<p class="kept">' in h and held in h for h in htmls(app))
    note(open_part(app, "origin"), "later")
    open_part(app, "plans")
    click(app, f"open-{item.key}")
    open_part(app, "origin")
    assert app.text_area(key=NOTE).value == "x"
    click(app, "undo")
    assert app.text_area(key=NOTE).value == "later"
    opened(app)
    click(app, f"copy-{item.key}")
    assert kept(app)[1].filed.notebook == item.filed.notebook
    app.text_input(key=f"name-{item.key}").set_value("Seven")
    run(app)
    click(app, f"rename-{item.key}")
    assert kept(app)[0].filed.notebook == item.filed.notebook


def test_a_file_brings_its_own():
    """Opened with what was written beside it; Undo brings the notes of the plan before."""
    start = from_preset(first_version("us_elementary"))
    written = decided(
        Notebook((Note("structural_result", 5, "from the file", "$1"),)),
        start.start,
        start.now.changed(teacher_leaders=5),
        date(2026, 1, 2),
        "",
        "because",
    )
    filed = Filed(begun_from(start.preset, start.start, start.now.changed(teacher_leaders=5)), "", written)
    app = note(open_part(open_app(), "origin"), "of the screen")
    open_part(app, "open")
    app.file_uploader(key="plan-file").set_value(("p.json", files.write([filed]), "application/json"))
    run(app)
    open_part(app, "take")
    assert say("share.link_without_notes") in " ".join(c.value for c in app.caption)
    open_part(app, "origin")
    assert app.text_area(key=NOTE).value == "from the file"
    click(app, "undo")
    assert app.text_area(key=NOTE).value == "of the screen"


# --- what a browser tab tells
# ----------------------------------------------------------------------------------------


GOOD = notebook_text(Notebook((Note("fund_balance", 5, "x", "$1"),)))
KEY = "0123456789ab"


@pytest.mark.parametrize(
    "told",
    [
        {KEY: "{"},
        {KEY: 7},
        {KEY: "x" * 200_000},
        {"../x": GOOD},
        {7: GOOD},
        {f"{KEY}.": GOOD},
        {KEY: json.dumps({"notes": []})},
        {KEY: GOOD.replace("fund_balance", "no_line")},
        {KEY: "\ud800"},
    ],
)
def test_what_a_browser_tab_keeps_is_checked_like_a_file(told):
    """Nothing that is no record comes in, and it is said."""
    found, lying, said = notebook.read({"notebooks": told, "open": KEY})
    assert all(r.is_empty for r in found.values())
    assert len(said) == 1
    assert lying in ("", *found)


@pytest.mark.parametrize("told", [None, [], "x", 5, {}, {"notebooks": 5}, {"notebooks": {}, "open": 5}])
def test_a_tab_that_tells_nothing_changes_nothing(told):
    assert notebook.read(told) == ({}, "", [])


def test_a_book_comes_back_as_it_was():
    found, lying, said = notebook.read(
        {"notebooks": {KEY: GOOD, f"{KEY}.00000000": GOOD}, "open": f"{KEY}.00000000"}
    )
    assert notebook_text(found[KEY]) == GOOD
    assert (lying, said) == (f"{KEY}.00000000", [])


def test_a_mark_is_only_where_a_note_is():
    p = project([Scenario.preset(first_version("us_elementary"))])
    marked = "".join(tables.family_table(p, f, notes={("fund_balance", 3): "n"}) for f in BOOK.families)
    rows = re.findall(r'<tr data-explains="(\w+) \d \d">(.*?)</tr>', marked)
    noted = [
        (line, t)
        for line, row in rows
        for t, cell in enumerate(row.split("<td>")[1:])
        if '<i class="noted"' in cell
    ]
    assert noted == [("fund_balance", 3)]
