"""Fields for numbers: what is typed means what it means at the command line, is asked about, or refused."""

from __future__ import annotations

import json

from model.evidence import LEVERS
from model.plan.taken import take
from model.texts import listed, say
from model.units import MINUS
from tests.app.screen import (
    address,
    answer,
    as_read,
    click,
    hold_open,
    htmls,
    now,
    open_app,
    open_panel,
    run,
    said,
    type_in,
)
from tests.app.test_quick_start import ask, fill
from tests.closed import moves_nothing, press_that_sets
from tests.looped import looped
from views.levers import first_guess

GROWTH, RATE = "public_funding_growth", "base_rate_per_pupil"


def warnings(app) -> list[str]:
    return [as_read(w.value) for w in app.sidebar.warning]


def captions(app) -> str:
    return " ".join(as_read(c.value) for c in app.sidebar.caption)


def lines_below(app, on: str = "page") -> dict[str, list]:
    """By widget the line under a field and whether it warns, as the browser is told it."""
    told = [
        json.loads(c.proto.json)
        for c in app.get("bidi_component")
        if c.proto.component_name == "school_fields"
    ]
    (found,) = [t["beside"] for t in told if t["on"] == on]
    return found


def answers(app) -> list[str]:
    return [as_read(b.label) for b in app.button if b.key.startswith("answer-")]


# Lever, what is typed, and the value: by hand, for American readers of a field for per cent or dollars.
SPELLINGS = [
    (RATE, "11,900", 11_900),
    (RATE, "$11,900", 11_900),
    (RATE, " 11900 ", 11_900),
    (RATE, "11 900", 11_900),
    (RATE, "11\N{NO-BREAK SPACE}900", 11_900),
    (RATE, "11\N{NARROW NO-BREAK SPACE}900", 11_900),
    (RATE, "11'900", 11_900),
    (RATE, "11,900.50", 11_900.5),
    (RATE, "11.900,50", 11_900.5),
    (RATE, "$11.9K", 11_900),
    (RATE, "11.9k", 11_900),
    (RATE, "$11,900 per student", 11_900),
    (RATE, "USD 11,900", 11_900),
    ("opening_fund_balance", "-202,270", -202_270),
    ("opening_fund_balance", f"{MINUS}$202,270", -202_270),
    ("opening_fund_balance", f"{MINUS}202270", -202_270),
    ("opening_fund_balance", "(202,270)", -202_270),
    ("opening_fund_balance", "($202,270)", -202_270),
    ("opening_fund_balance", "202,270-", -202_270),
    ("opening_fund_balance", "$0.2M", 200_000),
    ("teacher_salary", "$72,500", 72_500),
    ("enrollment_year1", "412 students", 412),
    ("enrollment_year1", "412 students", 412),
    ("enrollment_year1", "1,200", 1200),
    (GROWTH, "2.9%", 0.029),
    (GROWTH, "2.9 %", 0.029),
    (GROWTH, "2.9\N{NO-BREAK SPACE}%", 0.029),
    (GROWTH, "2,9%", 0.029),
    (GROWTH, "-1.5%", -0.015),
    (GROWTH, f"{MINUS}1.5%", -0.015),
    (GROWTH, "3%; 2%; 2%; 1%; 1%", (0.03, 0.02, 0.02, 0.01, 0.01)),
    ("enrollment_year1", "400,410,420,430,440", (400, 410, 420, 430, 440)),
    ("device_life_years", "5 years", 5),
]


def test_a_field_reads_as_the_command_line_does():
    """The same spelling gives the same value through both doors, and the one that people mean."""
    app = open_panel(open_app())

    @looped("lever, typed, value", SPELLINGS)
    def through(lever, typed, value):
        type_in(app, lever, typed)
        assert app.sidebar.error == []
        assert warnings(app) == []
        assert now(app)[lever] == value
        assert take([(lever, typed)]).changes[lever] == value

    through()


def test_a_decimal_comma_in_per_cent_is_read_and_told():
    """2,9 once was 29% a year and +$8.7M; it is 2.9%, and how it was read stands below the field."""
    app = type_in(open_panel(open_app(), "funding"), GROWTH, "2,9")
    assert now(app)[GROWTH] == 0.029
    assert app.text_input(key=f"exact-{GROWTH}").value == "2.9"
    assert "Funding growth a year: 2,9 is read as 2.9%." in captions(app)
    type_in(app, GROWTH, "3")
    assert "is read as" not in captions(app)


def test_what_can_be_read_in_two_ways_is_asked_before_anything_changes():
    """11.600 is $11,600 to many and $11.60 to others: two buttons, and the plan waits for one of them."""
    app = type_in(open_panel(open_app(), "funding"), RATE, "11.700")
    before = address(open_app())
    assert address(app) == before
    assert warnings(app) == [
        say("values.two_ways", setting=LEVERS[RATE].label, given="11.700", other="$11,700", plain="$11.70")
    ]
    assert answers(app) == ["$11,700", "$11.70"]
    assert app.text_input(key=f"exact-{RATE}").value == "11.700"
    answer(app, RATE, "$11,700")
    assert now(app)[RATE] == 11_700
    assert app.text_input(key=f"exact-{RATE}").value == "11,700"
    assert warnings(app) == []
    click(app, "undo")
    assert address(app) == before


def test_what_is_unusual_is_asked_and_then_stands_beside_field_and_rating():
    """29% is outside -3% to 6%. Kept: nothing happens. Used: the remark stays while the plan holds it."""
    app = type_in(open_panel(open_app(), "funding"), GROWTH, "29")
    usual = "\N{MINUS SIGN}3.0% to 6.0%"
    unusual = {"setting": LEVERS[GROWTH].label, "value": "29.0%", "usual": usual}
    assert warnings(app) == [say("values.unusual", **unusual)]
    told = say("settings.to_check_one", remark=say("values.is_unusual", **unusual))
    in_range = [say("settings.usual", range=usual), False]
    assert lines_below(app)[f"exact-{GROWTH}"] == in_range
    answer(app, GROWTH, "Keep 2.7%")
    assert now(app)[GROWTH] == 0.027
    assert app.text_input(key=f"exact-{GROWTH}").value == "2.7"
    type_in(app, GROWTH, "29")
    assert 'id="to-check"></span>' in said(app)
    answer(app, GROWTH, "Use 29.0%")
    assert now(app)[GROWTH] == 0.29
    for there in (app, open_app(**address(app))):  # a link that holds it says it, too
        assert told in said(there)
    # Below its field it is said once, by the line of the range.
    assert lines_below(app)[f"exact-{GROWTH}"] == [
        say("settings.outside_usual", range=usual),
        True,
    ]
    assert usual not in captions(app)
    type_in(app, "opening_fund_balance", "40,000")
    assert told in said(app)
    type_in(app, GROWTH, "2.5")
    assert told not in said(app)
    assert lines_below(app)[f"exact-{GROWTH}"] == in_range


def test_fields_of_dialogs_tell_their_usual_range():
    """Under each of its own as under those of the settings; a total and a setting alike."""
    app = fill(ask(open_app()))
    hold_open(app, first_guess.KEY)
    below = lines_below(run(app), "dialog")
    assert below["guess-teacher_salary"] == [
        say("settings.usual", range="$45,000 to $120,000"),
        False,
    ]
    assert below["guess-total"] == [say("settings.usual", range="$500,000 to $30,000,000"), False]
    assert not any(name.startswith("exact-") for name in below)


def test_the_room_is_told_what_to_check():
    """How many beside the rating on every screen; which on the screen of the verdict."""
    app = open_app(**{"from": "us_elementary.1", GROWTH: "0.29", "show": "present"})
    (top,) = [h for h in htmls(app) if 'id="verdict"' in h]
    assert "To check: 1<" in top
    assert any("To check: Funding growth a year: 29.0% is outside the usual range" in h for h in htmls(app))


def test_several_to_check_are_counted_and_named():
    app = open_app(**{"from": "us_elementary.1", GROWTH: "0.29", "sustaining_grant": "200000"})
    assert say(
        "settings.to_check_several",
        count=2,
        names=listed(["Funding growth a year", "Ongoing grant a year"]),
    ) in said(app)


@looped(
    ("panel", "lever", "typed", "why", "press", "value"),
    [
        (
            "funding",
            "sustaining_grant",
            "200,000",
            moves_nothing("sustaining_grant", sustaining_grant_years="0"),
            press_that_sets(sustaining_grant_years="1"),
            {"sustaining_grant_years": 1},
        ),
        (
            "funding",
            "cut_rate",
            "7",
            moves_nothing("cut_rate", cut_years="0"),
            press_that_sets(cut_years="1"),
            {"cut_years": 1},
        ),
        (
            "funding",
            "low_income_rate_per_pupil",
            "900",
            moves_nothing("low_income_rate_per_pupil", low_income_share="0.0%"),
            press_that_sets(low_income_share="50.0%"),
            {"low_income_share": 0.5},
        ),
    ],
)
def test_a_setting_that_moves_nothing_says_why_and_offers_the_move(panel, lever, typed, why, press, value):
    app = type_in(open_panel(open_app(), panel), lever, typed)
    assert why in captions(app)
    assert f"To check: {why}" in said(app)
    before = said(app)
    next(b for b in app.button if b.label == press).click()
    run(app)
    assert {k: now(app)[k] for k in value} == value
    assert said(app) != before
    assert "To check" not in said(app)


def test_a_move_that_is_locked_is_not_offered():
    app = open_app(
        **{
            "from": "us_elementary.1",
            "sustaining_grant": "200000",
            "locked": "sustaining_grant_years.mandate",
        }
    )
    open_panel(app, "funding")
    assert "moves nothing while “Years of the ongoing grant” is 0" in captions(app)
    assert not [b for b in app.button if b.label.startswith(press_that_sets(sustaining_grant_years=""))]


def test_a_slider_that_moves_nothing_says_why_in_its_heading():
    """No device for any student: their price moves nothing, and one press gives each a device again."""
    query = {"from": "us_elementary.1", "devices_per_pupil": "0", "device_unit_cost": "400"}
    app = open_app(**query)
    why = moves_nothing("device_unit_cost", devices_per_pupil="0")
    assert any(f"<p>{why}</p>" in h.body for h in app.sidebar.get("html"))
    next(b for b in app.sidebar.button if b.label == press_that_sets(devices_per_pupil="1")).click()
    run(app)
    assert now(app)["devices_per_pupil"] == 1
    room = open_app(**query, show="present", levers="device_unit_cost")
    assert room.slider(key="lever-device_unit_cost").label == "Price of a student device (moves nothing)"


def test_counting_by_grade_to_let_a_setting_act_keeps_the_pupils():
    """90% moving up needs grades: the press spreads the school's 450 students over them and keeps the 90%."""
    app = type_in(open_panel(open_app(), "by_grade"), "retention", "90")
    next(b for b in app.button if b.label == press_that_sets(enrollment_from="By grade")).click()
    run(app)
    assert now(app)["enrollment_from"] == "by_grade"
    assert now(app)["retention"] == 0.9
    assert [now(app)[f"grade_{g}_year1"] for g in ("k", 1, 2, 3, 4, 5, 6)] == [75] * 6 + [0]


def test_five_numbers_in_a_field_set_what_they_set_everywhere():
    """A path of enrollment sets the growth beside it to 0, and the field says so."""
    app = open_panel(open_app(**{"from": "us_elementary.1", "enrollment_growth": "0.05"}), "enrollment")
    type_in(app, "enrollment_year1", "450; 450; 440; 430; 420")
    assert now(app)["enrollment_growth"] == 0
    assert say("values.implied", setting="Enrollment change a year", value="0.0%") in captions(app)
    type_in(app, "enrollment_growth", "3")
    other = say("values.setting_of", setting=LEVERS["enrollment_growth"].label, value="3.0%")
    assert say(
        "values.changed_further", setting=LEVERS["enrollment_year1"].label, others=other, count=1
    ) in captions(app)
    click(app, "press-exact-enrollment_year1-0")
    assert now(app)["enrollment_growth"] == 0


def test_no_range_is_usual_of_what_is_of_any_size():
    """Under a loan and a line of a school's own stands no range; under the rate of the loan one does."""
    app = open_app(**{"from": "us_elementary.1", "loan_1": "374000", "own_01_kind": "recurring_cost"})
    below = lines_below(open_panel(app, "debt"))
    assert say("settings.year_or_startup") in as_read(app.text_input(key="exact-loan_1_year").label)
    assert "exact-loan_1_rate" in below
    assert not {"exact-loan_1", "exact-loan_1_year", "exact-loan_2", "exact-credit_limit"} & {*below}
    assert not [k for k in lines_below(open_panel(app, "own")) if k.startswith("exact-own_")]
