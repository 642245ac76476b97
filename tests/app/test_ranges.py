"""Ranges on the page: shown at first, hidden by a switch, pinned under Risk, and never another plan's."""

from __future__ import annotations

import io

import numpy as np
import pyarrow as pa
import pytest

from exchange.files import Filed
from model.evidence import SPREADS, UNCERTAIN
from model.plan.plan import begun_from, from_preset
from model.plan.scenario import Scenario
from model.ranges.bands import chance, compared, ranges
from model.ranges.futures import futures, sources_of
from model.ranges.reactions import USUAL
from model.results.projection import project
from model.results.rating_in_words import both_sides
from model.texts import counted, say
from tests.app.screen import address, click, htmls, move, open_app, open_part, run, said
from tests.first_versions import first_version
from views import charts
from views.answer import panel
from views.answer.drawn import drawn as page_of
from views.answer.likely import likely
from views.charts.rows import BAND
from views.compare.comparison_tables import outcomes_table
from views.live.replayed import replay
from views.live.response import respond
from views.shell.signature import of_plan

HOME = Scenario.preset(first_version("us_elementary"))


def band_of(app, dataset="band", chart=0):
    """The rows of the band of a picture on the page."""
    proto = app.get("vega_lite_chart")[chart].proto
    (found,) = [d for d in proto.datasets if d.name == dataset]
    return pa.ipc.open_stream(io.BytesIO(found.data.data)).read_all().to_pydict()


def risk(app):
    return open_part(app, "futures")


def words(app) -> str:
    return " ".join(htmls(app))


def test_ranges_are_shown_at_first():
    """The default school holds up in 322 of 2,000 cases, about 2 in 10: weak. With what a reader would do
    it is 418. Where the money for start-up is committed it is 222.
    """
    app = open_app()
    assert (ranges(HOME).whole, ranges(HOME, reactions=USUAL).reacted) == (322, 418)
    assert ranges(HOME.changed(startup_purchases="committed")).whole == 222
    assert say("rating.weak", cases=2) in said(app)
    assert say("rating.both_sides", cases=2, others=8) in said(app)
    assert say("answer.nobody_reacts") in said(app)
    assert say("answer.reacts", cases=say("cases.about", cases=2)) in said(app)
    band = band_of(app)
    found, p = ranges(HOME).bands["structural_result"], project([HOME])
    cost = np.array(p.row("recurring_cost"))
    for name, i in (("low", 0), ("low_half", 1), ("high_half", 3), ("high", 4)):
        assert band[name] == pytest.approx((cost + found[i])[1:], abs=0.51)


def test_the_switch_hides_everything_of_them_and_brings_it_back():
    app = open_app()
    app.toggle(key="ranges-shown").set_value(False)
    run(app)
    assert say("rating.off") in said(app)
    assert "of 10 cases" not in words(app)
    band = band_of(app)
    assert band["low"] == band["high"]
    app = move(app, "teacher_leaders", 5.0)
    assert say("rating.off") in said(app)
    app.toggle(key="ranges-shown").set_value(True)
    run(app)
    assert say("rating.off") not in said(app)


def test_the_chance_is_that_of_the_plan_on_the_screen():
    app = move(open_app(), "pupils_per_teacher", 19.0)
    then = HOME.changed(pupils_per_teacher=19.0)
    assert both_sides(ranges(then).chance) in said(app)
    assert ranges(then).whole > 1000 + ranges(HOME).whole / 2


def test_the_risk_tab_says_counts_sources_and_correlations():
    app = risk(move(open_app(), "teacher_leaders", 3.0))
    text = words(app)
    found = ranges(HOME.changed(teacher_leaders=3.0))
    assert f"({found.pays_year5:,} of 2,000)" in text
    better = compared(found, ranges(HOME)).above
    assert say("cases.against", cases=say("cases.nearly_all"), count=f"{better:,}") in text
    for key in sources_of(HOME):
        assert f"<b>{UNCERTAIN[key].label}</b>" in text
    assert say("cases.together_pair", first="Pay", second="Prices") in text
    assert all(s.label in text for s in SPREADS.values() if s.place != "unnamed")


def test_held_sources_last_and_outlive_the_closed_tab():
    """All but private revenue held, and start-up committed: 549 of 2,000 run out at the start, 1,451 hold."""
    app = risk(open_app(**{"from": "us_elementary.1", "startup_purchases": "committed"}))
    before = address(app)
    for key in sources_of(HOME):
        if key != "private_revenue":
            app.checkbox(key=f"pin-{key}").check()
    run(app)
    assert say("rating.solid", cases=7) in said(app)
    assert say("cases.trouble_start", often="549", count=counted("549")) in words(app)
    assert say("cases.start_up_grants") in words(app)
    open_part(app, "curves")
    app = move(app, "software_per_pupil", 70.0)
    assert say("rating.solid", cases=7) in said(app)
    app = risk(app)
    assert app.checkbox(key="pin-pay").value
    assert not app.checkbox(key="pin-private_revenue").value
    app.checkbox(key="pin-private_revenue").check()
    run(app)
    assert say("rating.both_sides_nearly") in said(app)
    assert address(app) == before  # a way of looking, not a part of the plan


def test_what_the_reader_would_do_is_counted_beside_the_rating():
    """Chosen in What if; the first badge and the plan stay as they are."""
    app = risk(open_app())
    before = address(app)
    app.button_group(key="ranges-react").set_value(["pause_pd"])
    run(app)
    found = ranges(HOME, reactions=("pause_pd",))
    assert say("answer.reacts", cases=chance(found.reacted)) in said(app)
    assert say("cases.reacting", cases=chance(found.reacted), count=f"{found.reacted:,}") in words(app)
    assert say("cases.contracts_held_up", count="762") in words(app)
    app.button_group(key="ranges-react").set_value([])
    run(app)
    assert say("answer.nobody_reacts") in said(app)
    assert say("answer.reacts", cases=chance(found.reacted)) not in said(app)
    assert say("rating.weak", cases=2) in said(app)
    assert address(app) == before


def test_the_place_changes_the_spread():
    app = risk(open_app())
    app.selectbox(key="ranges-place").set_value("new_york")
    run(app)
    found = ranges(HOME, place="new_york")
    assert found.whole != ranges(HOME).whole
    assert f"({found.pays_year5:,} of 2,000)" in words(app)
    app.checkbox(key="pin-enrollment").check()
    run(app)
    assert app.selectbox(key="ranges-place").disabled


def test_a_plan_that_is_the_start_in_other_words():
    """Moved and put back: nothing is compared."""
    app = risk(click(move(open_app(), "teacher_leaders", 3.0), "undo"))
    assert say("cases.against_same") not in words(app)
    assert "starting plan" not in words(app)


def test_while_a_lever_moves_no_other_place_has_futures():
    """They keep their space everywhere, so the scale rests; the chance is said only where the plan stands."""
    plan = from_preset(first_version("us_elementary"))
    page = page_of(plan, lambda one, p: likely(ranges(one.now), p))
    shown = page.likely
    table = respond(
        plan, "pupils_per_teacher", [14.0, 15.1, 16.0], ("sustainability", "result", "balance"), shown
    )
    assert table.signatures[1] == of_plan(plan)
    assert table.texts[panel.CHANCE] == ["", both_sides(shown.chance), ""]
    assert table.texts["tested"] == [
        say("rating.checking"),
        say("rating.weak", cases=2),
        say("rating.checking"),
    ]
    assert table.texts["tested-tone"] == ["open", "bad", "open"]
    off = respond(plan, "pupils_per_teacher", [14.0, 15.1, 16.0], ("sustainability",))
    assert set(off.texts["tested"]) == {say("rating.off")}
    for name in table.rows:
        band = table.rows[name]["band"]
        assert np.array_equal(band["low"], band["high"])
    # The scale at the plan's own place is the one that its own rows have.
    own = charts.batch("sustainability", *page.pictured)
    assert table.rows["sustainability"]["ends"]["end"][1].tolist() == own["ends"]["end"][0].tolist()
    assert page.numbers.verdict.result_year5 == pytest.approx(35_966, abs=1)


def test_offsets_are_measured_from_the_plan():
    """The band of the whole model laid around the plan gives back the futures' own tenths."""
    p = project([HOME])
    shown = likely(ranges(HOME), p)
    drawn = project(futures(HOME))
    for line in ("structural_result", "fund_balance"):
        own = np.array(p.row(line)) + np.array(shown.offsets[f"{line} low"])
        assert own == pytest.approx(np.quantile(drawn[line], 0.1, axis=0))


def test_present_mode_shows_them_too():
    app = click(open_app(), "present")
    assert say("rating.weak", cases=2) in words(app)


def test_plans_side_by_side_have_the_same_luck():
    """Four teacher leaders fewer cost less in every future: better in nearly all. No plan beats itself."""
    cheaper = HOME.changed(teacher_leaders=0.0)
    filed = [Filed(begun_from(first_version("us_elementary"), HOME, x)) for x in (HOME, cheaper)]
    table = outcomes_table(filed, [ranges(HOME), ranges(cheaper)])
    assert say("rating.row_change") in table
    assert f">{say('rating.weak', cases=2)}<" in table
    assert table.count(f">{say('cases.nearly_all')}<") == 1
    alone = outcomes_table(filed)
    assert say("compare.cases_better") not in alone
    assert alone.count(f">{say('rating.off')}<") == 2


def test_a_replay_shows_each_plan_with_its_own_futures():
    """Before and after are two whole answers: chance and band are those of a rerun of each."""
    before, after = from_preset(first_version("us_middle")), from_preset(first_version("us_high"))

    def futures_of(plan, p):
        return likely(ranges(plan.now), p)

    table = replay(before, after, ("sustainability",), futures_of)
    assert table.texts[panel.CHANCE] == [both_sides(ranges(x.now).chance) for x in (before, after)]
    for i, one in enumerate((before, after)):
        own = charts.batch("sustainability", *page_of(one, futures_of).pictured)
        for field in BAND:
            told = table.rows["sustainability"]["band"][field][i]
            assert told.tolist() == own["band"][field][0].tolist()
    assert replay(before, after, ("sustainability",)).texts[panel.CHANCE] == ["", ""]
