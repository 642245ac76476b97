"""The buttons that make the page for the board: what they hand out is what the screen shows."""

from __future__ import annotations

import io

import pytest
import streamlit as st
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from model.plan.plan import from_preset
from model.ranges.bands import ranges
from model.results.rating_in_words import both_sides
from model.texts import say
from tests.first_versions import first_version
from views.what_if.ranges import SHOWN

HOME = first_version("us_elementary")
PAGE = """
from datetime import date
from model.plan.notebook import Decision, Notebook
from views.context import of_this_run
from views.share.board_pdf import board_pdf
from views.shell import history, notebook
from views.what_if import ranges

plan = history.open_plan()
if {decided}:
    notebook.write(plan, Notebook(decisions=(Decision(date(2026, 9, 3), "Ana Ruiz", "It holds", (), 0, 0),)))
context = of_this_run()
ranges.switch()
board_pdf(context)
"""


@pytest.fixture
def made(monkeypatch):
    """What each button hands out, by its key, as it was drawn last."""
    drawn = {}

    def button(_label, data, *, key, file_name, **_):
        # Two files of one plan, of which neither replaces the other.
        assert file_name.endswith(".brief.pdf" if key == "take-board-brief" else ".pdf")
        assert ("brief" in file_name) == ("brief" in key)
        drawn[key] = data

    monkeypatch.setattr(st, "download_button", button)
    return lambda key="take-board": PdfReader(io.BytesIO(drawn[key]()))


def opened(*, decided=False, **query):
    app = AppTest.from_string(PAGE.format(decided=decided), default_timeout=60)
    for name, value in {"from": HOME, **query}.items():
        app.query_params[name] = value
    return run(app)


def run(app):
    app.run()
    assert not app.exception, app.exception
    return app


def words(read):
    return "".join("".join(page.extract_text() for page in read.pages).split())


def test_both_buttons_make_the_plan_on_the_screen(made):
    opened(teacher_leaders="6")
    for key, pages in (("take-board", 1), ("take-board-brief", 2)):
        read = made(key)
        assert len(read.pages) == pages
        assert "−$12,174" in words(read)  # two leaders more x $6,000 x 1.0145


def test_the_paper_and_the_futures_are_those_of_the_screen(made):
    """A4 once it is chosen; without a chance once the reader has switched the cases off."""
    chance = both_sides(ranges(from_preset(HOME).now).chance)
    app = opened()
    assert round(float(made().pages[0].mediabox[2])) == 612
    assert "".join(chance.split()) in words(made())
    app.button_group(key="board-paper").set_value("a4")
    app.toggle(key=SHOWN).set_value(False)
    run(run(app))
    assert round(float(made().pages[0].mediabox[2])) == 595
    assert "".join(say("rating.off").split()) in words(made())


def test_decisions_are_printed_once_asked_for_and_asked_only_where_there_are_any(made):
    assert not opened().checkbox
    app = opened(decided=True)
    assert "AnaRuiz" not in words(made())
    app.checkbox(key="board-decisions").check()
    run(app)
    assert "AnaRuiz" in words(made())
