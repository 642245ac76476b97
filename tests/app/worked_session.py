"""A page on which a good deal has been done: what is said only after a press, a wrong field or a move."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.app.read_places import Read, parts
from tests.app.read_screen import texts
from tests.app.screen import DEFAULT, hold_open, move, open_app, open_panel, open_part, run, type_in
from tests.app.test_notes import decide, note
from tests.app.test_plans import keep
from tests.app.test_quick_start import ask, fill
from tests.app.test_stress import respond
from views.levers import school_like_mine
from views.share import opening


def typed_school() -> AppTest:
    """A school that was typed in, after one that could not be; what was said on the way is on the page."""
    return fill(ask(open_app()))


def refusals(**query: str) -> list[str]:
    """What is said of fields, links and addresses that cannot be used, or not without a question."""
    query |= DEFAULT
    app = fill(ask(open_app(**query)), enrollment="many", teachers="", money="4.900.000")
    hold_open(app, school_like_mine.KEY)
    said = texts(run(app)._tree)
    app = open_panel(open_app(**query))
    for lever, text in (
        ("salary_growth", "three"),
        ("public_funding_growth", "29"),
        ("base_rate_per_pupil", "11.700"),
        ("benefit_rate", "400"),
        ("device_life_years", "2,5"),
    ):
        type_in(app, lever, text)
    said += texts(app.sidebar)
    app = open_app(**query, teacher_leaders="many", nothing="1", cut_rate="7")
    said += texts(app._tree)
    app = open_part(open_app(**query), "open")
    app.text_input(key=opening.PASTED).set_value("https://example.org/?a=b")
    return said + texts(run(app)._tree)


def worked() -> Read:
    """Every part with a plan that was moved, saved, noted and decided, and with more events."""
    app = move(open_app(), "teacher_leaders", 6.0)
    keep(open_part(app, "plans"), "Six leaders", "More help")
    keep(move(app, "pupils_per_teacher", 17.0), "Seventeen")
    note(open_part(app, "origin"), "Ask the district.")
    decide(open_part(app, "noted"), "The board asked for it.", "The principal")
    open_part(app, "risk")
    app.toggle(key="stress-curves").set_value(True)
    app.toggle(key="stress-every").set_value(True)
    respond(run(app), "pause_pd")
    return parts(app)
