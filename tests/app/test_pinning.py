"""What is worth pinning down, on the page: under Risk alone, true of the plan and of the pins."""

from __future__ import annotations

from markupsafe import escape

from model.evidence import UNCERTAIN
from model.plan.scenario import Scenario
from model.ranges.futures import sources_of
from model.ranges.held import held
from model.ranges.pinning import explains, pinning, year5_doubt
from model.ranges.whose_counts import PLACE, whose
from model.texts import say
from tests.app.screen import htmls, move, open_app, open_part, run, said
from tests.first_versions import first_version
from views.what_if import ranges

HOME = Scenario.preset(first_version("us_elementary"))


def risk(app):
    return open_part(app, "futures")


def words(app) -> str:
    return " ".join(htmls(app))


def said_of(plan: Scenario, *pins: str) -> str:
    return escape(year5_doubt(pinning(plan, pins), pins))


def test_the_sentence_is_that_of_the_plan_and_its_held_sources():
    app = risk(open_app())
    assert said_of(HOME) in words(app)
    share = pinning(HOME)["enrollment"]
    assert (explains(share.first), explains(share.total)) == ("about 20%", "about 30%")
    together = say(
        "cases.explains_together",
        part=say("cases.part_about", share="20%"),
        together=say("cases.part_about", share="30%"),
    )
    assert together in words(app)
    assert (
        words(app).count('<b class="whole"') == 6
    )  # without grants private revenue has no part, and open positions are not drawn
    app.checkbox(key="pin-funding").check()
    run(app)
    assert said_of(HOME, "funding") in words(app)
    app = move(app, "pupils_per_teacher", 22.0)
    assert said_of(HOME.changed(pupils_per_teacher=22.0), "funding") in words(app)


def test_what_to_check_first_is_what_the_rating_hangs_on():
    """Enrollment held at the plan lifts the count most; each source says its own count."""
    found = held(HOME)
    assert found.now == 322
    assert found.first() == ["enrollment"]
    assert found.alone["private_revenue"] == found.now  # purchases wait for the grants
    text = words(risk(open_app()))
    assert escape(say("cases.quoted", source=UNCERTAIN["enrollment"].label)) in text
    for key in ("funding", "pay", "enrollment"):
        count = f"{found.alone[key]:,}"
        assert escape(say("cases.held_alone", count=count, now="322")) in text
    assert escape(say("cases.held_same")) in text


def test_with_everything_held_there_is_no_doubt_and_no_claim():
    """The plan holds up in every case then, and still it is not called sustainable: nothing was tested."""
    app = risk(open_app())
    for key in sources_of(HOME):
        app.checkbox(key=f"pin-{key}").check()
    run(app)
    assert say("cases.doubt_all_held") in words(app)
    assert say("rating.strong_nearly") in said(app)
    assert say("answer.some_held") in said(app)
    assert say("rating.sustainable_nearly") not in words(app)


def test_it_is_worked_out_while_the_tab_is_open_and_not_before(monkeypatch):
    asked = []
    monkeypatch.setattr(ranges, "pinning", lambda *x: asked.append(x) or pinning(*x))
    app = move(open_app(), "teacher_leaders", 3.0)
    assert not asked
    risk(app)
    assert asked == [(HOME.changed(teacher_leaders=3.0), (), whose(PLACE, HOME))]
