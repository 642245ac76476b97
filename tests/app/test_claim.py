"""The study's claim on the screen, and the school without the program, setting by setting."""

from __future__ import annotations

from model.stress import READINGS, claim
from model.stress.claim import KEPT
from model.stress.claim_in_words import name
from model.texts import say
from tests.app.read_tables import rows
from tests.app.screen import htmls, open_app, open_part, run
from views.what_if import claim_tables


def opened():
    return open_part(open_app(), "risk")


def test_the_claim_is_read_in_three_ways_and_the_strictest_comes_first():
    """One small table, and what it can and cannot say beside it; the rest on demand."""
    app = opened()
    page = "".join(htmls(app))
    found = claim()
    assert claim_tables.claim_lead(found) in page
    readings = rows(claim_tables.claim_lead(found))
    of_all = [say("events.of", held=n, all=48) for n in (5, 18, 42)]
    assert [name(KEPT), "2.5", "1.9", *of_all] in readings
    assert [r[0] for r in readings][-3:] == [name(key) for key in READINGS]
    details = claim_tables.claim_details(found)
    assert details not in page
    app.session_state["stress-claim"] = True
    run(app)
    assert details in "".join(htmls(app))
    of_six = [say("events.of", held=n, all=6) for n in (2, 6, 6)]
    assert ["Two lean years", *of_six] in rows(details)
    assert "Grant ends early" not in {r[0] for r in rows(details)}


def test_the_twins_levers_on_demand():
    """Each lever in which it differs, with the reason; supplies take up the model's cost, year by year."""
    app = opened()
    assert say("events.twin_table") not in "".join(htmls(app))
    app.session_state["stress-words"] = True
    run(app)
    (found,) = [h for h in htmls(app) if say("events.twin_table") in h]
    cells = {r[0]: r[1:] for r in rows(found)}
    assert cells["Teacher leaders"][:2] == ["4", "0"]
    assert cells["Devices per student"][:2] == ["1", "0.18"]
    assert cells["Start-up grants and in-kind gifts"][:2] == ["$340,000", "$0"]
    assert cells["Supplies and services per student"][0] == "$1,931"
    assert cells["Supplies and services per student"][2] == say("events.twin_absorbs")
