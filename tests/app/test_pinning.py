"""What is worth pinning down, on the page: under Risk alone, true of the plan and of the pins."""

from __future__ import annotations

from markupsafe import escape

from model.evidence import UNCERTAIN
from model.plan.scenario import Scenario
from model.ranges.futures import PLACE
from model.ranges.pinning import explains, pinning, worth_pinning
from tests.app.screen import htmls, move, open_app, open_part, run
from views.what_if import ranges

HOME = Scenario.preset("us_elementary")


def risk(app):
    return open_part(app, "futures")


def words(app) -> str:
    return " ".join(htmls(app))


def test_the_sentence_is_that_of_the_plan_and_its_pins():
    app = risk(open_app())
    assert (
        "Worth pinning down before budget day: public funding (about 5 tenths of the spread in Year 5), pay (about 2 tenths)"
        in words(app)
    )
    share = pinning(HOME)["enrollment"]
    said = f"Explains {explains(share.first)} of the spread, {explains(share.total)} together with others."
    assert said == "Explains about 1 tenth of the spread, about 2 tenths together with others."
    assert said in words(app)
    assert (
        words(app).count('<b class="whole"') == 7
    )  # private revenue has no part in the result without grants
    app.checkbox(key="pin-funding").check()
    run(app)
    assert escape(worth_pinning(pinning(HOME, ("funding",)), ("funding",))) in words(app)
    assert "public funding (" not in words(app)
    app = move(app, "pupils_per_teacher", 22.0)
    moved = HOME.changed(pupils_per_teacher=22.0)
    assert escape(worth_pinning(pinning(moved, ("funding",)), ("funding",))) in words(app)


def test_with_everything_pinned_there_is_no_spread():
    app = risk(open_app())
    for key in UNCERTAIN:
        app.checkbox(key=f"pin-{key}").check()
    run(app)
    assert "Everything is pinned: Year 5 has no spread." in words(app)
    assert "Explains" not in words(app)


def test_it_is_worked_out_while_the_tab_is_open_and_not_before(monkeypatch):
    asked = []
    monkeypatch.setattr(ranges, "pinning", lambda *x: asked.append(x) or pinning(*x))
    app = move(open_app(), "teacher_leaders", 3.0)
    assert not asked
    risk(app)
    assert asked == [(HOME.changed(teacher_leaders=3.0), (), PLACE)]
