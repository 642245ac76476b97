"""The tab of risk: the board is what the model says, responses show at once and can become the plan."""

from __future__ import annotations

import re

import pytest

from model.evidence import PRESETS, STRESS
from model.plan.scenario import Scenario
from model.stress import READINGS, RESPONSES, Board, board, claim, shocks_of
from model.stress.responses import changes_of
from model.texts import listed, say
from tests.app.screen import answer, click, htmls, move, now, open_app, open_panel, open_part, run, type_in
from views.charts.multiples import Panel, multiples
from views.charts.palette import DARK, LIGHT
from views.markup.said import said
from views.what_if import stress_board


def opened(**query):
    app = open_app(**query)
    return open_part(app, "risk")


def shown(app) -> str:
    (found,) = [h for h in htmls(app) if 'class="board"' in h]
    return found


def respond(app, *responses: str):
    app.main.button_group(key="stress-respond").set_value(list(responses))
    return run(app)


def as_drawn(found: Board) -> str:
    return stress_board.board_table(found)


def rows(markup: str) -> list[list[str]]:
    """The text of every cell, row by row."""
    return [
        [
            re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).strip()
            for cell in re.findall(r"<t[dh]\b.*?</t[dh]>", row, re.DOTALL)
        ]
        for row in re.findall(r"<tr.*?</tr>", markup, re.DOTALL)
    ]


def test_the_board_is_what_the_model_says():
    """The average school: no shock and the nine of the board, each as a direct run has it."""
    app = opened()
    plan = Scenario.preset("us_elementary")
    assert as_drawn(board(plan)) in shown(app)
    cells = rows(shown(app))
    labels = [s.label for s in shocks_of()]
    labels[labels.index("Grant ends early")] += " Nothing in this plan for it to hit."
    assert [c[0].split(" What is")[0] for c in cells[1:]] == ["No shock", *labels]
    assert cells[0] == ["Shock", "My plan", "Its twin without the model"]
    severe = next(c for c in cells if c[0].startswith("Severe cut"))
    assert "! At risk 1.5 positions at risk in Year 3 First bad year: Year 2, balance below zero" in severe[1]
    assert "Can go first: $324,439 (6.7%)" in severe[1]
    assert "2.4 positions at risk" in severe[2]


def test_every_shock_tells_its_story_and_its_source():
    found = shown(opened())
    for shock in shocks_of():
        assert found.count(shock.what_happened.replace("'", "&#39;")) == 1, shock.key
    assert found.count("<summary>What is that?</summary>") == len(shocks_of())
    assert 'href="https://cps.edu/News/Press_releases/Pages/PR1_02_09_16.aspx"' in found


def test_a_lever_moves_the_board():
    """Nothing is kept: with other levers it is another board."""
    app = opened()
    before = shown(app)
    move(app, "teacher_leaders", 8.0)
    assert shown(app) != before
    assert as_drawn(board(now(app))) in shown(app)


def test_responses_show_at_once_in_both_schools():
    app = respond(opened(), "freeze_nonpersonnel", "larger_classes")
    found = board(Scenario.preset("us_elementary"), ["freeze_nonpersonnel", "larger_classes"])
    assert as_drawn(found) in shown(app)
    assert "2 given up" in shown(app)
    assert "Without a response: not sustainable" in shown(app)
    assert "The responses themselves give up to 2 positions up." in shown(app)
    respond(app)
    assert as_drawn(board(Scenario.preset("us_elementary"))) in shown(app)


def test_responses_become_the_plan_with_one_click_and_are_not_made_twice():
    app = respond(opened(), "pause_pd", "freeze_nonpersonnel")
    app.selectbox(key="stress-shock").set_value("two_lean_years")
    run(app)
    start = now(app)
    click(app, "stress-adopt")
    made = changes_of(start, ["pause_pd", "freeze_nonpersonnel"], STRESS["two_lean_years"].years)
    assert now(app).differences(start) == made
    assert set(made) == {
        "recurring_pd_per_teacher",
        "sub_days_per_teacher",
        "nonpersonnel_per_pupil",
        "flexible_nonpersonnel_share",
    }
    assert app.main.button_group(key="stress-respond").value == []
    assert (
        "Now in your plan, for Two lean years (Years 2 to 3): pause pd, freeze supplies." in app.info[0].value
    )
    click(app, "undo")
    assert now(app).values == start.values


def test_a_response_that_cannot_be_is_said_and_changes_nothing():
    """59.5 students per teacher and one more: the rows say why; the grant that is not there asks nothing."""
    app = respond(opened(**{"from": "us_elementary.1", "pupils_per_teacher": "59.5"}), "pause_pd")
    respond(app, "larger_classes")
    assert "60.5 is outside what is possible" in shown(app)
    assert "Of 9 shocks: sustainable under 1; 8 cannot be worked out." in shown(app)
    assert not app.exception


def test_a_chosen_shock_that_goes_from_the_board_gives_way_to_another():
    """Once because it can no longer be worked out, once because only nine are shown again."""
    app = opened()
    app.toggle(key="stress-curves").set_value(True)
    app.toggle(key="stress-every").set_value(True)
    run(app)
    app.selectbox(key="stress-shock").set_value("private_money_short")
    run(app)
    assert "Private money falls short <small>A: My plan, no shock" in "".join(htmls(app))
    app.toggle(key="stress-every").set_value(False)
    run(app)
    assert "Mid-year cut <small>A: My plan, no shock" in "".join(htmls(app))
    app.selectbox(key="stress-shock").set_value("severe_cut")
    run(app)
    move(app, "pupils_per_teacher", 30.0)
    type_in(open_panel(app, "staffing"), "pupils_per_teacher", 59.5)
    answer(app, "pupils_per_teacher", "Use 59.5")
    respond(app, "larger_classes")
    assert "Grant ends early <small>A: My plan, no shock" in "".join(htmls(app))


def test_a_response_that_changes_nothing_is_named():
    app = opened(**{"from": "us_elementary.1", "teacher_leaders": "0"})
    respond(app, "drop_stipends")
    assert "Changes nothing in this plan: Drop stipends." in shown(app)
    before = now(app)
    click(app, "stress-adopt")
    assert now(app).values == before.values
    assert "Nothing changed: drop stipends does nothing in this plan." in app.info[0].value


def test_the_board_can_be_opened_as_curves():
    """A picture for every row, and one shock closer up: no shock, the plan, with the responses, the twin."""
    app = opened()
    assert len(app.get("vega_lite_chart")) == 1
    app.toggle(key="stress-curves").set_value(True)
    run(app)
    assert len(app.get("vega_lite_chart")) == 2
    (curves,) = [h for h in htmls(app) if 'class="multiples"' in h]
    assert curves.count("<figure") == curves.count("<img") == 1 + len(shocks_of())
    assert "A: My plan, no shock; B: My plan; C: Its twin." in "".join(htmls(app))
    respond(app, "pause_pd")
    assert "B: My plan; C: My plan with the responses; D: Its twin with the responses." in "".join(htmls(app))


def test_all_documented_shocks_on_demand():
    app = opened()
    app.toggle(key="stress-every").set_value(True)
    run(app)
    assert all(f">{s.label}<" in shown(app) for s in STRESS.values())
    assert f"Of {len(STRESS)} shocks:" in shown(app)


def test_the_claim_is_counted_and_where_it_fails_is_said():
    app = opened()
    page = "".join(htmls(app))
    assert "<b>as well or better in 54 of 54 cases, in 25 of which neither has a position at risk</b>" in page
    assert (
        "in 24 of which neither has a position at risk; not School A: large high school under two lean years"
        in page
    )
    table = stress_board.claim_table({key: claim(key) for key in READINGS})
    assert table in page
    assert ["Two lean years", "6 of 6", "6 of 6", "5 of 6"] in rows(table)


def test_the_twins_levers_on_demand():
    """Each lever in which it differs, with the reason; supplies take up the model's cost, year by year."""
    app = opened()
    assert "The twin, lever by lever" not in "".join(htmls(app))
    app.session_state["stress-words"] = True
    run(app)
    (found,) = [h for h in htmls(app) if "The twin, lever by lever" in h]
    cells = {r[0]: r[1:] for r in rows(found)}
    assert cells["Teacher leaders"][:2] == ["4", "0"]
    assert cells["Devices per student"][:2] == ["1", "0.18"]
    assert cells["Start-up grants and in-kind gifts"][:2] == ["$340,000", "$0"]
    assert cells["Supplies and services per student"][0] == "$1,931"
    assert "same in every year" in cells["Supplies and services per student"][2]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_has_a_board(preset):
    app = opened(**{"from": f"{preset}.1"})
    assert as_drawn(board(now(app))) in shown(app)


def test_every_response_says_what_it_does():
    (pills,) = [g for g in opened().main.button_group if g.key == "stress-respond"]
    assert pills.options == [r.label for r in RESPONSES.values()]
    assert all(r.means in pills.help for r in RESPONSES.values())


# ------------------------------------------------------------------------------------ the small pictures


def test_a_small_picture_lies_on_one_scale_with_its_zero():
    """From -100 to 100 over 68 units of height, 6 above: 100 at 6, zero at 40, -100 at 74; years 47 apart."""
    found = multiples([Panel("A & B", [0, 100, 0, -100, 0, 50], None)], LIGHT)
    assert "6.0%2C6.0%2053.0%2C40.0%20100.0%2C74.0%20147.0%2C40.0%20194.0%2C23.0" in found
    amounts = ["+$100", "$0", "\N{MINUS SIGN}$100", "$0", "+$50"]
    assert str(said("charts.panel_told", title="A & B", plan=listed(amounts))) in found
    assert say("charts.panel_end", amount="+$50") in found
    assert "dasharray" not in found


def test_a_small_picture_has_its_twin_dashed_in_the_colours_of_the_theme():
    panels = [Panel("x", [0, 1, 1, 1, 1, 1], [0, 2, 2, 2, 2, 2])]
    for palette in (LIGHT, DARK):
        found = multiples(panels, palette)
        assert found.count("dasharray") == 1
        assert palette.revenue.replace("#", "%23") in found
        plan, twin = listed(["+$1"] * 5), listed(["+$2"] * 5)
        assert say("charts.panel_told_twin", title="x", plan=plan, twin=twin) in found
        assert say("charts.panel_ends", amount="+$1", twin="+$2") in found


def test_no_picture_of_nothing_fails():
    assert "<figure" not in multiples([], LIGHT)
