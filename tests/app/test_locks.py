"""Locked levers: they say why, cannot be moved from anywhere, travel with link and file, and unlock again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exchange import address, files
from model.evidence import LEVERS
from model.plan.locks import KINDS, check, in_order, reason
from model.plan.plan import from_preset
from model.plan.scenario import ScenarioError
from model.texts import say
from tests.app.screen import click, htmls, list_changes, move, now, open_app, open_panel, open_part, plan, run
from tests.first_versions import first_version
from tools.saying import says

MANDATED = {"from": "us_elementary.1", "locked": "pupils_per_teacher.mandate"}
LOCKED = replace(
    from_preset(first_version("us_elementary")),
    locks=(("pupils_per_teacher", "mandate"), ("device_unit_cost", "central")),
)


def test_a_locked_lever_says_why_and_does_not_move():
    app = open_app(**MANDATED)
    assert app.sidebar.slider(key="lever-pupils_per_teacher").disabled
    assert not app.sidebar.slider(key="lever-teacher_leaders").disabled
    assert any(reason("mandate") in h for h in htmls(app))
    app = open_panel(app, "staffing")
    assert app.text_input(key="exact-pupils_per_teacher").disabled


def test_a_lever_is_locked_in_the_dialog_and_undo_takes_it_back():
    app = click(open_app(), "lock")
    app.selectbox(key="lock-lever").set_value("device_unit_cost")
    app.segmented_control(key="lock-kind").set_value("central")
    app.button(key="lock-it").click()
    run(app)
    app = run(app)
    assert plan(app).locks == (("device_unit_cost", "central"),)
    assert app.sidebar.slider(key="lever-device_unit_cost").disabled
    app = click(app, "undo")
    assert plan(app).locks == ()
    assert not app.sidebar.slider(key="lever-device_unit_cost").disabled


def test_unlocking_lets_the_lever_go():
    app = click(open_app(**MANDATED), "lock")
    app.button(key="unlock-pupils_per_teacher").click()
    run(app)
    app = move(run(app), "pupils_per_teacher", 16.0)
    assert now(app)["pupils_per_teacher"] == 16.0


def test_a_locked_lever_is_refused_wherever_the_move_comes_from():
    """All locked levers of a change are named at once, and a value that is the same is no move."""
    with pytest.raises(ScenarioError) as e:
        LOCKED.changed({"pupils_per_teacher": 16.0, "device_unit_cost": 200.0, "teacher_leaders": 5.0})
    assert [p.lever for p in e.value.problems] == ["pupils_per_teacher", "device_unit_cost"]
    label = LEVERS["pupils_per_teacher"].label
    assert say("values.locked", setting=label, reason=reason("mandate")) in str(e.value)
    same = LOCKED.changed({"pupils_per_teacher": 15.1, "teacher_leaders": 5.0})
    assert same.now["teacher_leaders"] == 5.0
    assert same.locks == LOCKED.locks


def test_a_lock_outlives_other_moves_and_a_change_back_is_barred():
    app = move(open_app(**MANDATED, pupils_per_teacher="16"), "teacher_leaders", 5.0)
    assert plan(app).locks == (("pupils_per_teacher", "mandate"),)
    app = list_changes(app)
    assert app.button(key="reset-pupils_per_teacher").disabled
    assert not app.button(key="reset-teacher_leaders").disabled


def test_ways_to_a_goal_leave_it_alone():
    """A school that is short finds a way by students per teacher; locked, no way uses it."""
    short = {"from": "us_elementary.1", "public_funding_growth": "0.02"}

    def steps(app) -> str:
        return " ".join(h for h in htmls(open_part(app, "ways")) if 'class="kept"' in h)

    assert "Students per teacher" in steps(open_app(**short))
    locked = steps(open_app(**short, locked="pupils_per_teacher.mandate"))
    assert locked
    assert "Students per teacher" not in locked


def test_locks_travel_with_address_and_file():
    query = address.write(LOCKED)
    assert query["locked"] == "pupils_per_teacher.mandate,device_unit_cost.central"
    assert address.read({k: [v] for k, v in query.items()}, "us_middle").plan == LOCKED
    opened = files.read(files.write([LOCKED])).plans[0]
    assert opened.plan.locks == LOCKED.locks
    assert "locked" not in address.write(from_preset(first_version("us_elementary")))


def test_what_cannot_be_locked_is_named():
    found = address.read(
        {"locked": ["pupils_per_techer.mandate,inflation.whim,refresh.central"]}, "us_middle"
    )
    assert found.plan.locks == (("refresh", "central"),)
    assert len(found.problems) == 2
    assert says("values.lock_of_no_setting", name="“pupils_per_techer”").search(found.problems[0])
    assert says("values.lock_of_no_kind", given="“whim”", kinds=", ".join(KINDS)).search(found.problems[1])


def test_the_order_of_locking_does_not_matter():
    some = {"inflation": "mandate", "pupils_per_teacher": "central"}
    assert in_order(some) == in_order(dict(reversed(some.items())))
    assert check(dict.fromkeys(LEVERS, "mandate"))[1] == []
    assert replace(LOCKED, locks=in_order(some)) != LOCKED


def test_reset_all_leaves_what_is_locked():
    app = move(open_app(**MANDATED, pupils_per_teacher="16"), "teacher_leaders", 5.0)
    app = click(list_changes(app), "reset-all")
    assert now(app)["pupils_per_teacher"] == 16.0
    assert now(app)["teacher_leaders"] == 4.0


def test_a_lever_that_is_locked_twice_is_said():
    found = address.read({"locked": ["inflation.mandate,inflation.central,<script>.mandate"]}, "us_middle")
    assert len(found.problems) == 2
    twice = says("link.locked_twice", name="“inflation”", words="“mandate” and “central”")
    assert any(twice.search(p) for p in found.problems)
