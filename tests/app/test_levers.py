"""The page opens, each preset and each lever moves the plan, and what is closed costs nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.answer.answer_in_words import _RULE
from model.evidence import LEVERS, PRESETS
from model.plan.in_play import not_asked, opened_with
from model.plan.released import newest
from model.plan.scenario import Scenario
from model.plan.typed_values import unusual
from model.texts import counted, listed, say
from model.units import is_share, unit_name
from tests.app.screen import (
    FRONT,
    PANELS,
    address,
    answer,
    choose,
    htmls,
    move,
    now,
    open_app,
    open_page,
    open_panel,
    open_part,
    plan,
    run,
    said,
    type_in,
)
from views.levers.controls import field_label, group, is_asked_for
from views.places import KEY, PLACE_OF, PLACES

# Fields that wait for another choice than the first one tried.
ASKED_BY = {"counted_two_years_ago": "three_year_mean", "leavers_share": "mid_year"}


def test_the_page_opens_on_the_average_elementary_school():
    """With nothing in the address the page shows the average elementary school and its known figures."""
    app = open_app()
    assert address(app) == {"from": "us_elementary.1"}
    assert say("answer.left_over", amount="$35,966", share="0.6%") in said(app)
    for figure in ("+$36K", "$336K", "$342K", "$761 per student", "1.6%", "2.3%", "439"):
        assert figure in said(app)
    assert [slider.key for slider in app.sidebar.slider] == [f"lever-{key}" for key in FRONT]


def test_every_preset_opens():
    """Choosing any of the presets shows it unchanged, with its name in the address."""
    app = open_app()
    assert len(PRESETS) > 1
    for preset in [p for p in PRESETS if p != "us_elementary"] + ["us_elementary"]:
        choose(app, preset)
        assert address(app) == {"from": str(newest(preset))}
        assert now(app).values == Scenario.preset(preset).values


@pytest.mark.parametrize("lever", FRONT)
def test_a_front_lever_reaches_both_ends_of_its_slider(lever):
    """Both ends of the usual range can be set and become the plan, and nothing else moves."""
    app = open_app()
    start = plan(app).start
    scale = 100 if LEVERS[lever].unit.startswith("share") else 1
    for end in LEVERS[lever].usual:
        move(app, lever, round(end * scale, 6))
        assert now(app).differences(start) == {lever: end}
        assert set(address(app)) == {"from", lever}


def test_per_cent_levers_keep_exact_shares():
    """2.9% is the share 0.029, not its binary neighbor, on sliders and in fields; so is each half percent."""
    app = open_panel(open_app(), "funding", "other")
    move(app, "enrollment_growth", 2.9)
    assert address(app)["enrollment_growth"] == "0.029"
    for tenths in range(-80, 251, 35):
        move(app, "enrollment_growth", tenths / 10)
        assert now(app)["enrollment_growth"] == float(f"{tenths / 1000:.3f}")
    for typed, text in ((2.9, "0.029"), (0.07, "0.0007"), (5.7, "0.057"), (1.15, "0.0115")):
        type_in(app, "inflation", typed)
        assert address(app)["inflation"] == text
        assert app.text_input(key="exact-inflation").value == str(typed)


# Rent that is set otherwise, and the growth of a contract that the school does not have.
NOT_ASKED = {"leased_students", "lease", "leased_area", "rent_per_square_foot", "lease_growth"} | {
    f"{k}_growth" for k in ("fixed_supplies", "insurance", "fixed_fee", "technology_contracts")
}
# Of debt, where nothing is borrowed and no aid waits, three amounts can be given.
NOT_ASKED |= {k for k, x in LEVERS.items() if x.panel == "debt"} - {"loan_1", "credit_limit", "aid_deferred"}
# What the amounts of other levers ask for: those are typed first.
AMOUNTS_FIRST = ("loan_1", "loan_2", "credit_limit", "aid_deferred")


def test_groups_are_drawn_only_when_open():
    """A closed group holds no field; an open one holds every lever of the group that is asked for, and no
    other.
    """
    app = open_app()
    groups = [group(panel) for panel in (*PANELS, "own")]  # own lines: tests/app/test_own_lines.py
    assert app.sidebar.button_group(key="panels").options == groups
    assert not [w for w in app.text_input if w.key.startswith("exact-")]
    for panel in PANELS:
        fresh = open_panel(open_app(), panel)
        inside = [x for x in LEVERS.values() if x.panel == panel and not x.of and x.key not in NOT_ASKED]
        expected = {f"exact-{x.key}" for x in inside if is_asked_for(x, now(fresh))}
        assert {w.key for w in [*fresh.sidebar.text_input, *fresh.sidebar.button_group]} == expected | {
            "panels"
        }


def test_a_lease_and_a_contract_ask_for_what_they_need():
    """A lease asks for its dollars and their growth, and no longer for rent by the student. An insurance asks
    for its growth as soon as there is one.
    """
    app = open_panel(open_app(), "other")
    app.button_group(key="exact-rent_basis").set_value("lease")
    run(app)
    type_in(app, "insurance", 40_000)
    fields = {w.key.removeprefix("exact-") for w in app.sidebar.text_input}
    assert {"lease", "lease_growth", "insurance", "insurance_growth"} <= fields
    assert not fields & {"occupancy_per_pupil", "leased_students", "leased_area", "fixed_fee_growth"}


def test_every_lever_can_be_typed_in():
    """For each lever a value of its register other than the plan's is accepted and becomes the plan."""
    app = open_app()
    typed = {k: x for k, x in LEVERS.items() if not (x.of or x.own)}
    by_panel = sorted(typed, key=lambda k: (PANELS.index(LEVERS[k].panel), k not in AMOUNTS_FIRST))
    for key in by_panel:
        lever = typed[key]
        if app.session_state["panels"] != [lever.panel]:
            open_panel(app, lever.panel)
        if key in ASKED_BY:
            app.button_group(key="exact-count_basis").set_value(ASKED_BY[key])
            run(app)
        present = now(app)[key]
        if key in not_asked(plan(app).start, now(app)):
            app.button_group(key="exact-rent_basis").set_value(opened_with("rent_basis", key, now(app)))
            run(app)
        if lever.is_choice:
            other = next(c for c in lever.choices if c != present)
            app.button_group(key=f"exact-{key}").set_value(other)
            run(app)
        else:
            other = next(x for x in (*lever.usual, *lever.bounds) if x != present and not unusual(lever, x))
            shown = round(other * 100, 6) if is_share(lever.unit) else other
            type_in(app, key, shown)
        assert now(app)[key] == other, key
        assert not app.error, key
    assert len(now(app).differences(plan(app).start)) == len(typed)


def test_a_field_says_its_unit_once():
    """No name in brackets stands beside another, and a year or a grade tells what 0 is."""
    names = {k: field_label(x) for k, x in LEVERS.items() if not x.is_choice}
    assert not [name for name in names.values() if ") (" in name]
    assert names["clerk_positions"] == LEVERS["clerk_positions"].label
    told = {
        "base_rate_per_pupil": unit_name("usd"),
        "lowest_grade": say("settings.grade_or_kindergarten"),
        "own_01_first_year": say("settings.or_startup"),
        "loan_1_year": say("settings.year_or_startup"),
    }
    for key, unit in told.items():
        assert names[key] == say("settings.with_unit", setting=LEVERS[key].label, unit=unit)


def test_slider_and_field_of_a_lever_show_the_same():
    """A value typed beyond the usual range widens the slider; moving the slider back shows in the field."""
    app = open_panel(open_app(), "enrollment")
    type_in(app, "enrollment_year1", 2000)
    answer(app, "enrollment_year1", "Use 2,000")
    slider = app.sidebar.slider(key="lever-enrollment_year1")
    assert (slider.value, slider.max) == (2000, 2000)
    move(app, "enrollment_year1", 1500)
    slider = app.sidebar.slider(key="lever-enrollment_year1")
    assert (slider.value, slider.max) == (1500, 2000)  # still the same slider, so the hand on it keeps it
    assert app.text_input(key="exact-enrollment_year1").value == "1,500"


def test_values_per_year_are_said_and_one_move_sets_all_years():
    """A plan with five growth rates lists them; the slider shows Year 1's, and moving it sets all years."""
    app = open_app(**{"from": "us_elementary.1", "enrollment_growth": "0.01,0.02,0.03,0.04,0.05"})
    assert app.sidebar.slider(key="lever-enrollment_growth").value == 1.0
    by_year = say("settings.by_year", values=listed(["1.0%", "2.0%", "3.0%", "4.0%", "5.0%"]))
    remark = say("settings.remark_of", setting=say("settings.short_growth"), remark=by_year)
    assert [h for h in app.sidebar.get("html") if f"<p>{remark}</p>" in h.body]
    assert now(app)["enrollment_growth"] == (0.01, 0.02, 0.03, 0.04, 0.05)
    move(app, "enrollment_growth", 2.0)
    assert now(app)["enrollment_growth"] == 0.02
    assert not [h for h in app.sidebar.get("html") if by_year in h.body]


def test_only_the_open_part_is_drawn(monkeypatch):
    """Seven places in one row; each part is drawn when it is opened, and no other with it."""
    drawn = []
    noting = tuple(
        replace(
            place,
            parts=tuple(replace(p, draw=lambda _, key=p.key: drawn.append(key)) for p in place.parts),
        )
        for place in PLACES
    )
    monkeypatch.setattr("views.places.PLACES", noting)
    app = open_app()
    assert len(app.segmented_control(key=KEY).options) == 7
    assert drawn == ["curves"]
    for key in PLACE_OF:
        drawn.clear()
        open_part(app, key)
        assert drawn == [key]


def charts_on(app) -> int:
    return len(app.get("vega_lite_chart"))


def test_each_part_shows_what_it_says():
    """Five pictures with the curves, one without; golden cells in the table; what acts as assumptions."""
    app = open_app()
    assert charts_on(app) == 5
    open_part(app, "lines")
    assert charts_on(app) == 1
    table = "".join(htmls(app))
    for line, cell in (
        ("Yearly surplus or shortfall", "$35,966"),
        ("Balance", "$336,425"),
        ("One-time cost", "$342,270"),
    ):
        assert line.lower() in table.lower()
        assert f">{cell}<" in table
    open_part(app, "assumptions")
    table = "".join(htmls(app))
    waiting = {"lease", "insurance_growth", "progression_10", "rate_span_2", "extra_pay_pension_rate"}
    shown = {x.key for x in LEVERS.values() if f'<th scope="row">{x.label}</th>' in table}
    assert not shown & waiting
    assert set(FRONT) <= shown
    others = sum(not (x.of or x.own) for x in LEVERS.values()) - len(shown)
    assert say("numbers.settings_waiting", count=counted(others)) in table
    open_part(app, "judged")
    rule = " ".join(m.value for m in app.main.markdown)
    assert all(word in rule for word in (*(say(head) for head, _ in _RULE), say("figures.safe_range")))


def test_the_evidence_page_keeps_the_plan():
    """The page of sources opens without a fault, names all levers and sources, and leaves the plan as is."""
    app = move(open_app(), "enrollment_growth", 2.5)
    before = address(app)
    open_page(app, "evidence")
    assert app.title[0].value == say("evidence.title")
    assert address(app) == before
    text = "".join(htmls(app))
    assert all(f">{x.label}<" in text for x in LEVERS.values() if not x.of and x.own < 2)
    assert "does not hold" not in text
    assert "$233" in text
    open_page(app, "")
    assert address(app) == before
