"""A plan arrives by its address: whole, or damaged and then only after the reader has agreed."""

from __future__ import annotations

import pytest

from tests.app.screen import address, click, list_changes, move, now, open_app, plan, run, said

SHARED = {"from": "us_middle.1", "start.enrollment_year1": "630", "teacher_leaders": "6", "refresh": "lumpy"}


def test_an_address_opens_its_plan():
    """Preset, start and changes of an address are on the screen, and the address stays as it was."""
    app = open_app(**SHARED)
    assert address(app) == SHARED
    assert app.selectbox(key="preset").value == "own"  # it starts from a school of its own
    assert app.sidebar.slider(key="lever-teacher_leaders").value == 6
    assert app.sidebar.slider(key="lever-enrollment_year1").value == 630
    assert app.button(key="undo").disabled
    list_changes(app)
    assert {b.key for b in app.button if b.key.startswith("reset-")} == {
        "reset-teacher_leaders",
        "reset-refresh",
        "reset-all",
    }


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ({"enrolment_year1": "520"}, "enrolment_year1"),
        ({"enrollment_year1": "nan"}, "Enrollment, year 1"),
        ({"enrollment_year1": ["520", "300"]}, "given 2 times"),
        ({"__class__": "x"}, "__class__"),
        ({"refresh": "<b>never</b>"}, "How devices are replaced"),
        ({"device_unit_cost": ""}, "Price of a student device"),
        ({"x": "y" * 20_001}, "longer than"),
    ],
)
def test_a_damaged_address_asks_first(damage, named):
    """The page opens as ever, says what cannot be used, offers the rest, and changes nothing by itself."""
    app = open_app(**{"from": "us_middle.1", "teacher_leaders": "6", **damage})
    assert address(app) == {"from": "us_elementary.1"}
    (warning,) = app.warning
    assert named in warning.value
    assert {b.key for b in app.main.button} >= {"take-offer", "leave-offer"}


def test_taking_the_offer_opens_the_rest():
    """Open the rest: everything that could be read becomes the plan, and undo leads back to before."""
    app = open_app(**{"from": "us_middle.1", "teacher_leaders": "6", "colour": "red"})
    click(app, "take-offer")
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "6"}
    assert not app.warning
    click(app, "undo")
    assert address(app) == {"from": "us_elementary.1"}


def test_leaving_the_offer_changes_nothing():
    """Leave it: the warning goes, the plan stays, and the offer does not come back."""
    app = open_app(**{"from": "us_middle.1", "colour": "red"})
    click(app, "leave-offer")
    assert address(app) == {"from": "us_elementary.1"}
    assert not app.warning
    move(app, "teacher_leaders", 6.0)
    assert not app.warning


def test_a_damaged_address_in_mid_work_leaves_the_plan_alone():
    """A damaged address typed over a plan in progress is offered; the plan and its history stay."""
    app = move(open_app(), "teacher_leaders", 6.0)
    mine = address(app)
    app.query_params = {"from": ["us_high.1"], "teacher_leaders": ["six"]}
    run(app)
    assert address(app) == mine
    assert "Teacher leaders" in app.warning[0].value
    click(app, "leave-offer")
    assert address(app) == mine
    click(app, "undo")
    assert address(app) == {"from": "us_elementary.1"}


def test_the_back_button_is_a_step():
    """An address of before, as the Back button brings it, is shown again, widgets and all, and undo takes it
    back.
    """
    app = move(move(open_app(), "teacher_leaders", 6.0), "software_per_pupil", 95.0)
    app.query_params = {"from": ["us_elementary.1"], "teacher_leaders": ["6"]}
    run(app)
    assert now(app).differences(plan(app).start) == {"teacher_leaders": 6}
    assert app.sidebar.slider(key="lever-software_per_pupil").value == 70
    click(app, "undo")
    assert now(app)["software_per_pupil"] == 95


def test_nothing_of_an_address_becomes_markup():
    """What an address holds is shown as text: no block of HTML on the page holds it."""
    app = open_app(**{"from": "us_elementary.1", "<img src=x onerror=alert(1)>": "<script>alert(2)</script>"})
    assert "onerror" in app.warning[0].value
    assert "onerror" not in "".join(h.value for h in app.get("html"))
    assert "unsafe" not in str(app.warning[0].proto)


def test_the_same_address_twice_gives_the_same_screen():
    """Two readers of one link see the same verdict and figures."""
    assert said(open_app(**SHARED)) == said(open_app(**SHARED))
