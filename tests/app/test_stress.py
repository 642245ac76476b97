"""The tab of risk: the board is what the model says, responses show at once and can become the plan."""

from __future__ import annotations

import pytest

from model.evidence import PRESETS, STRESS
from model.plan.responses import changes_of
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.results.rating import rate
from model.results.rating_in_words import if_things_change
from model.stress import RESPONSES, Board, board, shocked, shocks_of
from model.stress.board_in_words import heads
from model.texts import counted, listed, say
from tests.app.read_tables import rows
from tests.app.screen import (
    answer,
    as_read,
    click,
    htmls,
    move,
    now,
    open_app,
    open_panel,
    open_part,
    run,
    said,
    texts_drawn,
    type_in,
)
from tests.first_versions import first_version
from tests.ratings import chance_there
from tools.saying import says
from views.what_if import stress_board


def opened(**query):
    return open_part(open_app(**query), "risk")


def shown(app) -> str:
    return next(h for h in htmls(app) if 'class="board"' in h)


def respond(app, *responses: str):
    app.main.button_group(key="stress-respond").set_value(list(responses))
    return run(app)


def as_drawn(found: Board, *, tested: bool = True, preset: str = first_version("us_elementary")) -> str:
    """The board as the page draws it, with the plan's chance under each event that applies."""
    hit = [r for r in found.rows if r.plan and (r.is_hit or r.shock is None)]
    chances = {r.key: chance_there(r.plan.scenario, preset) for r in hit if r.plan} if tested else {}
    return stress_board.board_table(found, chances)


def test_the_board_is_what_the_model_says():
    """No event and the nine of the board, each as a direct run has it."""
    app = opened()
    plan = Scenario.preset(first_version("us_elementary"))
    assert as_drawn(board(plan)) in shown(app)
    cells = rows(shown(app))
    told = say("events.what_is_that")
    labels = [c[0].split(f" {told}")[0] for c in cells[1:] if c[0] != say("events.without_program")]
    assert labels == [say("events.none"), *(s.label for s in shocks_of())]
    assert cells[0] == [say("events.head_event"), say("events.head_school"), *heads()]
    severe = next(c for c in cells if c[0].startswith("Severe cut"))
    assert severe[2].startswith(f"! {say('rating.caution_savings', year=2)}")
    assert severe[3:] == [
        say("events.year", year=2),
        say("events.savings_out", year=2),
        " ".join(
            (
                say("events.jobs_kept", jobs=say("events.jobs", jobs="2.8", count=counted("4.1"), year=3)),
                say("events.jobs_cut", jobs=say("events.jobs", jobs="1.5", count=counted("2.1"), year=3)),
            )
        ),
        say("events.cut", amount="$324,439", share="6.7%"),
    ]
    twin = cells[cells.index(severe) + 1]
    assert twin[0] == say("events.without_program")
    assert twin[4] == say("events.jobs", jobs="2.4", count=counted("3.4"), year=3)


def test_an_event_that_does_not_apply_has_no_rating_and_is_not_counted():
    app = opened()
    (row,) = [c for c in rows(shown(app)) if c[0].startswith("Grant ends early")]
    assert row[1:] == [say("events.does_not_apply")]
    assert say("events.apply", count=counted(8), all=9) in shown(app)
    assert say("events.passes", balances=1, caution=2, fails=5) in shown(app)


def test_what_could_be_cut_is_of_one_year_in_every_row():
    """$324,439 of Year 2 wherever the event leaves students and spending as they are, also without one."""
    cells = [c for c in rows(shown(opened())) if len(c) == 7][1:]
    same = {
        "Mid-year cut",
        "Spending freeze",
        "Two lean years",
        "Severe cut",
        "Pay up 2 points",
        say("events.none"),
    }
    cut = [c[6].split()[0] for c in cells if any(c[0].startswith(label) for label in same)]
    assert cut == ["$324,439"] * 6


def test_an_event_is_tried_in_the_plan_with_one_press():
    """Only what the event changes; and its chance stands beside its rating before."""
    app = opened()
    start = now(app)
    under = shocked(start, STRESS["severe_cut"])
    tested = if_things_change(rate(board(start).row("severe_cut").plan.verdict, ranges(under).chance))
    assert next(c for c in rows(shown(app)) if c[0].startswith("Severe cut"))[2].endswith(tested)
    assert "try-grant_ends_early" not in {b.key for b in app.button}
    click(app, "try-severe_cut")
    assert now(app).values == under.values
    assert tested in said(app)
    click(app, "undo")
    assert now(app).values == start.values


def test_an_event_that_is_pressed_twice_comes_once():
    """By a double press, or by one in doubt. After another step it comes on top, as the two may."""
    app = opened()
    once = shocked(now(app), STRESS["severe_cut"])
    click(app, "try-severe_cut")
    click(app, "try-severe_cut")
    assert now(app).values == once.values
    dated = say("events.dated_years", event=STRESS["severe_cut"].label, first=2, last=3)
    assert [as_read(i.value) for i in app.info] == [say("events.tried_already", event=dated)]
    click(app, "try-pay_two_points")
    click(app, "try-severe_cut")
    assert once.number("cut_rate", 2) == 0.1
    assert now(app).number("cut_rate", 2) == pytest.approx(0.19)  # 1 - 0.9 x 0.9


def test_with_the_ranges_off_the_board_is_on_paper():
    app = opened()
    app.toggle(key="ranges-shown").set_value(False)
    run(app)
    assert as_drawn(board(Scenario.preset(first_version("us_elementary"))), tested=False) in shown(app)


def test_every_shock_tells_its_story_and_its_source():
    found = shown(opened())
    for shock in shocks_of():
        assert found.count(shock.what_happened.replace("'", "&#39;")) == 1, shock.key
    told = f"<summary>{say('events.what_is_that')}</summary>"
    assert found.count(told) == len(shocks_of())
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
    found = board(Scenario.preset(first_version("us_elementary")), ["freeze_nonpersonnel", "larger_classes"])
    assert as_drawn(found) in shown(app)
    assert say("events.given_up", count=counted(2)) in shown(app)
    assert say("events.unanswered", rating=say("rating.not", year=2)) in shown(app)
    assert say("events.responses_give_up", count=counted(2)) in shown(app)
    respond(app)
    assert as_drawn(board(Scenario.preset(first_version("us_elementary")))) in shown(app)


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
    event = say("events.dated_years", event="Two lean years", first=2, last=5)
    made = listed(RESPONSES[k].label for k in ("pause_pd", "freeze_nonpersonnel"))
    assert say("events.adopted", event=event, responses=made) in as_read(app.info[0].value)
    click(app, "undo")
    assert now(app).values == start.values


def test_a_response_that_cannot_be_is_said_and_changes_nothing():
    """59.5 students per teacher and one more: the rows say why; the grant that is not there asks nothing."""
    app = respond(opened(**{"from": "us_elementary.1", "pupils_per_teacher": "59.5"}), "pause_pd")
    respond(app, "larger_classes")
    outside = {"setting": "Students per teacher", "given": "60.5", "low": "5", "high": "60"}
    assert says("events.outside_in_year", year=2, **outside).search(shown(app))
    assert say("events.unknown", count=counted(8)) in shown(app)
    assert not app.exception


def closer(label: str) -> str:
    """The head of the curves of one event."""
    return f'<h2 class="caption">{label}</h2>'


def test_a_chosen_shock_that_goes_from_the_board_gives_way_to_another():
    """Once because it can no longer be worked out, once because only nine are shown again."""
    app = opened()
    app.toggle(key="stress-curves").set_value(True)
    app.toggle(key="stress-every").set_value(True)
    run(app)
    app.selectbox(key="stress-shock").set_value("private_money_short")
    run(app)
    assert closer("Private money falls short") in "".join(htmls(app))
    app.toggle(key="stress-every").set_value(False)
    run(app)
    assert closer("Mid-year cut") in "".join(htmls(app))
    app.selectbox(key="stress-shock").set_value("severe_cut")
    run(app)
    move(app, "pupils_per_teacher", 30.0)
    type_in(open_panel(app, "staffing"), "pupils_per_teacher", 59.5)
    answer(app, "pupils_per_teacher", "Use 59.5")
    respond(app, "larger_classes")
    assert closer("Grant ends early") in "".join(htmls(app))


def test_a_response_that_changes_nothing_is_named():
    app = opened(**{"from": "us_elementary.1", "teacher_leaders": "0"})
    respond(app, "drop_stipends")
    idle = RESPONSES["drop_stipends"].label
    assert say("events.idle", responses=idle) in shown(app)
    before = now(app)
    click(app, "stress-adopt")
    assert now(app).values == before.values
    assert say("events.adopted_nothing", responses=idle) in as_read(app.info[0].value)


def is_named(app, *keys: str) -> bool:
    """Whether each of these lines is named, by itself or before its value."""
    return all(any(say(k) in text for text in texts_drawn(app)) for k in keys)


def test_the_board_can_be_opened_as_curves():
    """A picture for every row, and one shock closer up: no shock, the plan, with the responses, the twin."""
    app = opened()
    assert len(app.get("vega_lite_chart")) == 1
    app.toggle(key="stress-curves").set_value(True)
    run(app)
    assert len(app.get("vega_lite_chart")) == 2
    (curves,) = [h for h in htmls(app) if 'class="multiples"' in h]
    assert curves.count("<figure") == curves.count("<img") == 1 + len(shocks_of())
    assert is_named(app, "events.line_calm", "events.line_plan", "events.line_twin")
    assert not is_named(app, "events.line_answered")
    respond(app, "pause_pd")
    assert is_named(app, "events.line_calm", "events.line_answered", "events.line_twin_answered")


def test_all_documented_shocks_on_demand():
    app = opened()
    app.toggle(key="stress-every").set_value(True)
    run(app)
    assert all(f">{s.label}<" in shown(app) for s in STRESS.values())
    assert say("events.apply", count=counted(12), all=len(STRESS)) in shown(app)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_has_a_board(preset):
    app = opened(**{"from": f"{preset}.1"})
    assert as_drawn(board(now(app)), preset=preset) in shown(app)


def test_every_response_says_what_it_does():
    (pills,) = [g for g in opened().main.button_group if g.key == "stress-respond"]
    assert pills.options == [r.label for r in RESPONSES.values()]
    assert all(r.means in pills.help for r in RESPONSES.values())
