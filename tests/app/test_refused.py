"""What cannot be typed: named with its bounds and the way out, it stays to be mended; nothing else stops."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.texts import say
from model.units import plain
from tests.app.screen import address, click, list_changes, move, now, open_app, open_panel, type_in

GROWTH = "public_funding_growth"


def errors(app) -> list[str]:
    return [e.value for e in app.sidebar.error]


@pytest.mark.parametrize(
    ("panel", "lever", "typed", "said"),
    [
        ("enrollment", "enrollment_year1", 0.0, ["Enrollment, Year 1", "0 is outside", "from 10 to 5000"]),
        ("enrollment", "enrollment_year1", 5001.0, ["5001 is outside", "from 10 to 5000"]),
        ("staffing", "pupils_per_teacher", 4.9, ["Students per teacher", "4.9 is outside", "from 5 to 60"]),
        (
            "staffing",
            "teacher_salary",
            -5.0,
            ["Average teacher salary", "-5 is outside", "from 1000 to 500000"],
        ),
        (
            "it",
            "device_life_years",
            3.5,
            ["Years a device lasts", "3.5 is not a whole number", "Give a whole number"],
        ),
        ("it", "device_life_years", 0.0, ["0 is outside", "from 1 to 15"]),
        ("pd", "recurring_pd_per_teacher", 1e30, ["Yearly training (PD) per teacher", "from 0 to 50000"]),
        # A field that holds per cent is answered in per cent.
        (
            "funding",
            GROWTH,
            900.0,
            ["Funding growth a year", "900.0% is outside", "from \N{MINUS SIGN}50.0% to 50.0%"],
        ),
        (
            "other",
            "management_fee_rate",
            51.0,
            ["Network (CMO) fee", "51.0% is outside", "from 0.0% to 50.0%"],
        ),
    ],
)
def test_what_is_impossible_is_named_with_bounds_and_remedy(panel, lever, typed, said):
    """The message names lever, value, bounds and remedy; what was typed stays; the plan does not change."""
    app = open_panel(open_app(), panel)
    before = address(app)
    type_in(app, lever, typed)
    (message,) = errors(app)
    for part in (*said, "Give a"):
        assert part in message
    assert app.text_input(key=f"exact-{lever}").value == plain(typed)
    assert address(app) == before


def test_other_levers_work_while_one_is_refused():
    """With one field refused, another lever moves the plan; the refused text and its message stay."""
    app = open_panel(open_app(), "funding")
    type_in(app, GROWTH, 900.0)
    move(app, "teacher_leaders", 6.0)
    type_in(app, "opening_fund_balance", 75_000)
    assert now(app).differences(now(open_app())) == {"teacher_leaders": 6, "opening_fund_balance": 75_000}
    assert len(errors(app)) == 1
    assert app.text_input(key=f"exact-{GROWTH}").value == "900"


def test_two_refused_fields_are_both_named():
    """Each refused field has its own message, and mending one leaves the other's."""
    app = open_panel(open_app(), "funding")
    type_in(app, GROWTH, 900.0)
    type_in(app, "cut_years", 9.0)
    assert len(errors(app)) == 2
    type_in(app, GROWTH, 3.0)
    (left,) = errors(app)
    assert "Length of the cut" in left
    assert now(app)[GROWTH] == 0.03


def test_an_emptied_field_asks_for_a_number():
    """An emptied field stays empty and asks for a number between its bounds; the plan keeps its value."""
    app = open_panel(open_app(), "funding")
    type_in(app, GROWTH, "")
    (message,) = errors(app)
    bounds = {"kept": "2.7%", "low": "\N{MINUS SIGN}50.0%", "high": "50.0%"}
    assert message == say("settings.empty", setting=LEVERS[GROWTH].label, **bounds)
    assert app.text_input(key=f"exact-{GROWTH}").value == ""
    assert now(app)[GROWTH] == 0.027
    move(app, "teacher_leaders", 6.0)
    assert app.text_input(key=f"exact-{GROWTH}").value == ""


def test_typing_the_old_value_again_mends_the_field():
    """Going back to the value that the plan holds all along clears the message, and is no step to undo."""
    app = open_panel(open_app(), "funding")
    type_in(app, GROWTH, 900.0)
    type_in(app, GROWTH, 2.7)
    assert errors(app) == []
    assert app.button(key="undo").disabled


def test_a_refused_text_gives_way_to_the_same_levers_slider():
    """When the lever itself is moved elsewhere, its field shows the new value, no longer what was refused."""
    app = open_panel(open_app(), "enrollment")
    type_in(app, "enrollment_year1", 99_999)
    move(app, "enrollment_year1", 500.0)
    assert app.text_input(key="exact-enrollment_year1").value == "500"
    assert errors(app) == []


def test_a_refused_text_is_gone_after_undo_and_reset():
    """Undo and reset all show the plan as it is, so nothing refused is left over."""
    for way in ("undo", "reset-all"):
        app = open_panel(move(open_app(), "teacher_leaders", 6.0), "enrollment")
        type_in(app, "enrollment_year1", 99_999)
        click(list_changes(app), way)
        assert app.text_input(key="exact-enrollment_year1").value == "450"
        assert errors(app) == []
