"""Five numbers mean the same through every door, and what was made before keeps its meaning."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from exchange import address, files, link
from exchange.files import Filed
from model.evidence import GROWING, Value
from model.evidence.growing import AS_TYPED, GROWS
from model.plan.plan import Plan, from_preset
from model.plan.scenario import Scenario, ScenarioError
from model.results.plan_remarks import plan_remarks
from tests.app.screen import as_read, click, htmls, now, open_app, open_panel, run
from tests.doors import doors
from tests.doors.page_door import Field
from tests.looped import looped
from tools.saying import says

PRESET = doors.PRESET
LEVER, MARK = "teacher_salary", "teacher_salary_each_year"
TEXT, NUMBERS = "72030; 73000; 74000; 75000; 76000", (72_030, 73_000, 74_000, 75_000, 76_000)
TOLD = says("values.as_typed")


def plan(meaning: str, value: Value = NUMBERS) -> Plan:
    return from_preset(PRESET).changed({LEVER: value, MARK: meaning})


@looped("door", doors.DOORS)
def test_every_door_takes_them_as_each_years_own_and_says_so(door):
    """Command line, list, link and file, with the value and the remark."""
    found = doors.DOORS[door](LEVER, TEXT)
    assert (found.value, found.refusals) == (NUMBERS, ())
    assert any(TOLD.search(r) for r in found.remarks), found.remarks


def test_the_field_takes_them_as_each_years_own_and_lets_them_grow():
    """The field says it, shows the dollars by year, and has the switch below; one number takes it back."""
    field = Field(LEVER)
    found, _ = field.typed(TEXT)
    assert (found.value, now(field.app)[MARK]) == (NUMBERS, AS_TYPED)
    assert any(TOLD.search(r) for r in found.remarks), found.remarks
    assert any("$72,030, $73,000, $74,000, $75,000, and $76,000" in r for r in found.remarks)
    field.typed("72000")
    assert (now(field.app)[LEVER], now(field.app)[MARK]) == (72_000, GROWS)


def test_the_switch_at_the_setting():
    """Five numbers as typed show the dollars that they are; as Year 1 dollars, those that they become: 76,000
    x 1.03^4 = $85,539.
    """
    app = open_panel(open_app(**{"from": PRESET, LEVER: TEXT.replace("; ", ",")}), "staffing")
    switch = app.button_group(key=f"exact-{MARK}")
    assert switch.value == AS_TYPED
    switch.set_value(GROWS)
    run(app)
    assert now(app)[MARK] == GROWS
    assert any("$85,539" in as_read(c.value) for c in app.caption)


def test_the_dialog_takes_five_numbers_as_each_years_own():
    """It begins with the dollars of each year as the plan has them, and says what is meant."""
    app = click(open_app(), "date")
    app.selectbox(key="date-lever").set_value("base_rate_per_pupil")
    app.segmented_control(key="date-way").set_value("five")
    run(app)
    assert app.text_input(key="date-base_rate_per_pupil-5").value == "12,904.46"  # 11,600 x 1.027^4
    for year, rate in enumerate((11_600, 11_913, 12_235, 12_565, 12_905), 1):
        app.text_input(key=f"date-base_rate_per_pupil-{year}").set_value(str(rate))
    run(app)
    assert any(TOLD.search(as_read(c.value)) for c in app.caption)
    click(app, "date-use")
    assert now(app)["base_rate_per_pupil"] == (11_600, 11_913, 12_235, 12_565, 12_905)
    assert now(app)["base_rate_per_pupil_each_year"] == AS_TYPED


def test_five_equal_numbers_in_the_dialog_stay_five():
    """6,400 in every year is no 6,400 that grows."""
    app = click(open_app(), "date")
    app.selectbox(key="date-lever").set_value("base_rate_per_pupil")
    app.segmented_control(key="date-way").set_value("five")
    run(app)
    for year in range(1, 6):
        app.text_input(key=f"date-base_rate_per_pupil-{year}").set_value("6400")
    run(app)
    click(app, "date-use")
    assert now(app)["base_rate_per_pupil"] == (6_400,) * 5
    assert now(app)["base_rate_per_pupil_each_year"] == AS_TYPED


def test_a_price_from_a_year_on_is_in_year_1_dollars_and_shown_in_each_years():
    """$2,000 from Year 3 with 2.7% inflation: $2,109.46, $2,166.41 and $2,224.91."""
    app = click(open_app(), "date")
    app.selectbox(key="date-lever").set_value("recurring_pd_per_teacher")
    run(app)
    app.text_input(key="date-value-recurring_pd_per_teacher").set_value("2000")
    app.selectbox(key="date-first").set_value(3)
    run(app)
    assert any(says("settings.grow_from_year_1").search(as_read(c.value)) for c in app.caption)
    shown = " ".join(htmls(app))
    assert all(x in shown for x in ("$2,109", "$2,166", "$2,225"))
    click(app, "date-use")
    assert now(app)["recurring_pd_per_teacher"] == (1_200, 1_200, 2_000, 2_000, 2_000)
    assert now(app)["recurring_pd_per_teacher_each_year"] == GROWS


# --- what was made before, and what is made now -------------------------------------------------------------


@looped("meaning", (AS_TYPED, GROWS))
@looped("value", (NUMBERS, (70_000.0,) * 5, 71_000.0))
def test_both_meanings_survive_link_address_and_file(meaning, value):
    """As the start of a plan and as its present, each way."""
    made = plan(meaning, value)
    begun = replace(made, start=made.now)
    for p in (made, begun, begun.changed({LEVER: 72_000.0}), begun.changed({MARK: GROWS, LEVER: NUMBERS})):
        found = link.opened(link.address_of(p, "http://127.0.0.1:8501/"))
        assert (found.plan, found.problems, found.remarks) == (p, (), ())
        own = address.read({k: [v] for k, v in address.write(p).items()}, PRESET)
        assert (own.plan, own.problems, own.remarks) == (p, (), ())
        read = files.read(files.write([Filed(p)]))
        assert (read.plans[0].plan, read.remarks) == (p, ())


def test_a_link_of_before_keeps_its_dollars_and_is_marked():
    """It was written without a mark: its five prices grow as they did, which is told and can be switched."""
    made = (
        "http://127.0.0.1:8501/?c=9fe2e5&from=us_elementary.1&v=1.0.2&r=106739"
        "&device_unit_cost=300,310,290,280,350&inflation=0.5,0.02,0.03,0,-0.01"
    )
    found = link.opened(made)
    assert found.plan.now["device_unit_cost_each_year"] == GROWS
    (told,) = [r for r in plan_remarks(found.plan.start, found.plan.now) if r.lever == "device_unit_cost"]
    assert told.offers == {"device_unit_cost_each_year": AS_TYPED}
    # 350 x 1.02 x 1.03 x 1.00 x 0.99 = 364.03
    assert says("values.five_grow", typed="$350", grown="$364.03").search(told.text), told.text
    cut = made.replace("c=9fe2e5&", "")  # without its check figure it still says when it was made
    assert link.opened(cut).plan.now["device_unit_cost_each_year"] == GROWS


def test_a_file_of_before_keeps_its_dollars():
    """Five numbers without a mark: Year 1 dollars in a file of data version 5, each year's own from 6 on."""
    document = json.loads(files.write([Filed(plan(AS_TYPED))]))
    assert document["plans"][0]["now"].pop(MARK) == AS_TYPED
    found = files.read(json.dumps(document).encode())
    assert found.plans[0].now[MARK] == AS_TYPED
    assert any(TOLD.search(r) for r in found.remarks)
    document["data_version"] = 5
    found = files.read(json.dumps(document).encode())
    assert found.plans[0].now[MARK] == GROWS
    assert not any(TOLD.search(r) for r in found.remarks)


def test_a_file_without_five_numbers_says_nothing_of_them():
    document = json.loads(files.write([Filed(from_preset(PRESET))]))
    marks = {x.mark for x in GROWING.values()}
    assert not marks & set(document["plans"][0]["now"])


def test_a_growth_rate_that_acts_on_nothing_any_more_says_why():
    """Funding typed for every year: its growth moves nothing, and the press lets it."""
    base = Scenario.preset(PRESET)
    typed = {"base_rate_per_pupil": (11_600.0,) * 5, "base_rate_per_pupil_each_year": AS_TYPED}
    (told,) = plan_remarks(base, base.changed({**typed, "public_funding_growth": 0.04}))
    assert (told.lever, told.is_idle) == ("public_funding_growth", True)
    assert told.offers == {"base_rate_per_pupil_each_year": GROWS}


def test_a_lock_holds_what_the_numbers_mean():
    locked = replace(plan(AS_TYPED), locks=((LEVER, "mandate"),))
    with pytest.raises(ScenarioError):
        locked.changed({MARK: GROWS})
