"""A plan arrives by its address: whole, or damaged and then only after the reader has agreed."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from exchange.address import LONGEST
from exchange.link import address_of
from model.plan.plan import from_preset
from model.plan.released import newest
from model.texts import say
from tests.app.screen import (
    address,
    as_read,
    click,
    go_back,
    list_changes,
    move,
    now,
    open_app,
    plan,
    run,
    said,
)
from tests.first_versions import first_version

NEWEST = str(newest("us_elementary"))  # what an address that cannot be used falls back on
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
        ({"enrollment_year1": "nan"}, "Enrollment, Year 1"),
        ({"enrollment_year1": ["520", "300"]}, "“520” and “300”"),
        ({"__class__": "x"}, "__class__"),
        ({"refresh": "<b>never</b>"}, "How devices are replaced"),
        ({"device_unit_cost": ""}, "Price of a student device"),
        ({"x": "y" * (LONGEST + 1)}, f"{LONGEST:,}"),
    ],
)
def test_a_damaged_address_asks_first(damage, named):
    """The page opens as ever, says what cannot be used, offers the rest, and keeps the address."""
    given = {"from": "us_middle.1", "teacher_leaders": "6", **damage}
    app = open_app(**given)
    assert dict(app.query_params) == given
    (warning,) = app.warning
    assert named in as_read(warning.value)
    assert {b.key for b in app.main.button} >= {"take-offer", "leave-offer"}
    assert app.selectbox(key="preset").value == "us_elementary"


def test_a_damaged_address_is_kept_until_it_is_answered():
    """Runs that answer nothing leave it; a reload asks again; where it was emptied it comes back."""
    given = {"from": "us_middle.1", "teacher_leaders": "6", "colour": "red"}
    app = run(run(open_app(**given)))
    assert address(app) == given
    assert len(app.warning) == 1
    reloaded = open_app(**address(app))
    assert as_read(reloaded.warning[0].value) == as_read(app.warning[0].value)
    app.query_params = {}
    run(app)
    assert address(app) == given
    click(app, "take-offer")
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "6"}


def test_a_move_before_the_answer_is_not_lost_and_answers_nothing():
    """A lever that moves writes its plan into the address; the question stays, and its plan can be opened."""
    app = move(
        open_app(**{"from": "us_middle.1", "teacher_leaders": "6", "colour": "red"}), "teacher_leaders", 5.0
    )
    assert address(app) == {"from": NEWEST, "teacher_leaders": "5"}
    assert len(app.warning) == 1
    click(app, "take-offer")
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "6"}
    click(app, "undo")
    assert address(app) == {"from": NEWEST, "teacher_leaders": "5"}


def test_a_good_address_takes_the_place_of_the_question():
    """Forward or Back to a plan: the question about another address goes."""
    app = open_app(**{"from": "us_middle.1", "colour": "red"})
    go_back(app, **{"from": "us_high.1"})
    assert address(app) == {"from": "us_high.1"}
    assert not app.warning


def test_taking_the_offer_opens_the_rest():
    """Open the rest: everything that could be read becomes the plan, and undo leads back to before."""
    app = open_app(**{"from": "us_middle.1", "teacher_leaders": "6", "colour": "red"})
    click(app, "take-offer")
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "6"}
    assert not app.warning
    click(app, "undo")
    assert address(app) == {"from": NEWEST}


def test_leaving_the_offer_changes_nothing():
    """Leave it: the warning goes, the plan stays, and the offer does not come back."""
    app = open_app(**{"from": "us_middle.1", "colour": "red"})
    click(app, "leave-offer")
    assert address(app) == {"from": NEWEST}
    assert not app.warning
    move(app, "teacher_leaders", 6.0)
    assert not app.warning


def test_a_damaged_address_in_mid_work_leaves_the_plan_alone():
    """A damaged address that the reader goes back to is offered; the plan and its history stay."""
    app = move(open_app(), "teacher_leaders", 6.0)
    mine = address(app)
    go_back(app, **{"from": "us_high.1", "teacher_leaders": "six"})
    assert address(app) == {"from": "us_high.1", "teacher_leaders": "six"}
    assert "Teacher leaders" in app.warning[0].value
    assert "teacher_leaders" not in app.warning[0].value.replace("\\", "")  # no keys on the page
    click(app, "leave-offer")
    assert address(app) == mine
    click(app, "undo")
    assert address(app) == {"from": "us_elementary.1"}


@pytest.mark.parametrize("added", ["fbclid", "utm_source", "mc_eid", "_hsmi"])
def test_what_carriers_add_is_passed_over(added):
    """A mailed address opens in silence, and is the plan's own from then on."""
    app = open_app(**SHARED, **{added: "x1"})
    assert not app.warning
    assert not app.info
    assert address(app) == SHARED


def test_a_shared_link_opens_whatever_was_added():
    """With a check figure even an unknown name is a carrier's."""
    query = parse_qs(
        address_of(
            from_preset(first_version("us_middle")).changed({"teacher_leaders": 6}), "http://a.example/"
        ).partition("?")[2]
    )
    app = open_app(**{k: v[0] for k, v in query.items()}, colour="red", **{"amp;x": "1"})
    assert not app.warning
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "6", "sent": "teacher_leaders:6"}


def test_five_typed_numbers_say_once_what_they_set():
    """By hand: growth is set aside and that is said; the address then states it, and a reload is silent."""
    key = "new_start_grows_a_grade_a_year"
    app = open_app(**{"from": f"{key}.1", "enrollment_year1": "100,200,300,400,400"})
    (told,) = app.info
    assert "is set to 0" in told.value
    assert "enrollment_growth" not in as_read(told.value)
    assert address(app)["enrollment_growth"] == "0"
    assert not open_app(**address(app)).info
    move(app, "teacher_leaders", 6.0)
    assert not app.info


def test_which_of_two_values_is_meant_can_be_pressed():
    """Both are offered; one press keeps it, and what else is wrong is still asked."""
    twice = {"from": "us_middle.1", "teacher_leaders": ["6", "7"]}
    app = open_app(**twice, colour="red")
    assert {as_read(b.label) for b in app.button if b.key.startswith("keep-")} == {
        say("notices.keep", name="Teacher leaders", value=n) for n in ("6", "7")
    }
    click(app, "keep-teacher_leaders-1")
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "7", "colour": "red"}
    assert "Teacher leaders" not in app.warning[0].value
    click(app, "take-offer")
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "7"}
    app = click(open_app(**twice), "keep-teacher_leaders-0")
    assert address(app) == {"from": "us_middle.1", "teacher_leaders": "6"}
    assert not app.warning


def test_what_can_be_read_in_two_ways_is_asked():
    """11.625 may be meant as 11,625: it is taken as it stands, and one press makes it the other."""
    app = open_app(**{"from": "us_middle.1", "base_rate_per_pupil": "11.625"})
    (told,) = app.info
    assert "is read as $11.63. If you mean $11,625" in as_read(told.value)
    assert now(app)["base_rate_per_pupil"] == 11.625
    (press,) = [b for b in app.button if b.key == "answer-0"]
    assert as_read(press.label) == "Make it $11,625"
    click(app, "answer-0")
    assert now(app)["base_rate_per_pupil"] == 11_625
    assert not app.info
    assert not [b for b in app.button if b.key == "answer-0"]


def test_the_back_button_is_a_step():
    """An address of before, as the Back button brings it, is shown again, widgets and all, and undo takes it
    back.
    """
    app = move(move(open_app(), "teacher_leaders", 6.0), "software_per_pupil", 95.0)
    go_back(app, **{"from": "us_elementary.1", "teacher_leaders": "6"})
    assert now(app).differences(plan(app).start) == {"teacher_leaders": 6}
    assert app.sidebar.slider(key="lever-software_per_pupil").value == 70
    click(app, "undo")
    assert now(app)["software_per_pupil"] == 95


def test_an_address_that_lags_behind_takes_nothing_back():
    """After quick moves a run comes with the address of some moves ago. Only Back and Forward lead to one."""
    app = move(move(open_app(), "teacher_leaders", 6.0), "software_per_pupil", 95.0)
    app.query_params = {"from": ["us_elementary.1"], "teacher_leaders": ["6"]}
    run(app)
    assert app.sidebar.slider(key="lever-software_per_pupil").value == 95
    move(app, "teacher_leaders", 7.0)
    assert now(app).differences(plan(app).start) == {"teacher_leaders": 7, "software_per_pupil": 95}


def test_nothing_of_an_address_becomes_markup():
    """What an address holds is shown as text: no block of HTML on the page holds it."""
    app = open_app(**{"from": "us_elementary.1", "<img src=x onerror=alert(1)>": "<script>alert(2)</script>"})
    assert "onerror" in app.warning[0].value
    assert "\\<img" in app.warning[0].value
    assert "onerror" not in "".join(h.value for h in app.get("html"))
    assert "unsafe" not in str(app.warning[0].proto)


def test_the_same_address_twice_gives_the_same_screen():
    """Two readers of one link see the same verdict and figures."""
    assert said(open_app(**SHARED)) == said(open_app(**SHARED))
