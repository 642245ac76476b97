"""Undo, redo, reset: every step can be taken back, in any order of moves, presets and schools typed in."""

from __future__ import annotations

from model.plan.released import newest
from tests.app.screen import (
    FRONT,
    address,
    as_read,
    choose,
    click,
    list_changes,
    move,
    now,
    open_app,
    open_panel,
    plan,
    run,
    said,
    type_in,
)
from tests.first_versions import first_version

# Two values for each front lever, as its slider shows them.
MOVES = {
    "enrollment_year1": (500, 431),
    "enrollment_growth": (2.5, -1.5),
    "pupils_per_teacher": (16.2, 14.1),
    "teacher_leaders": (6.5, 0),
    "recurring_pd_per_teacher": (1500, 0),
    "startup_pd_per_teacher": (3000, 900),
    "device_unit_cost": (400, 250),
    "software_per_pupil": (95, 40),
}


def test_twenty_moves_are_undone_and_redone():
    """After twenty moves of eight levers, twenty undos pass every plan on the way back, redos forth."""
    app = open_app()
    seen = [(address(app), said(app))]
    twenty = [(FRONT[i % 8], MOVES[FRONT[i % 8]][(i // 8) % 2]) for i in range(20)]
    for lever, value in twenty:
        move(app, lever, value)
        seen.append((address(app), said(app)))
    assert len({str(a) for a, _ in seen}) == 21
    for before in reversed(seen[:-1]):
        click(app, "undo")
        assert (address(app), said(app)) == before
    assert app.button(key="undo").disabled
    for after in seen[1:]:
        click(app, "redo")
        assert (address(app), said(app)) == after
    assert app.button(key="redo").disabled


def test_an_undo_before_the_answer_to_the_last_one_counts():
    """The browser shows the slider as it was before the first undo, and sends that along with the second
    press. It is no move, so the second undo takes back the move before. What the reader did move is one.
    """
    for stale, left in ((400.0, {}), (410.0, {"pupils_per_teacher": 16.2})):
        app = open_app()
        move(app, "pupils_per_teacher", 16.2)
        move(app, "device_unit_cost", 400.0)
        click(app, "undo")
        app.slider(key="lever-device_unit_cost").set_value(stale)
        click(app, "undo")
        moved = {k: v for k, v in now(app).values.items() if v != plan(app).start.values[k]}
        assert moved == left
        assert app.slider(key="lever-device_unit_cost").value == 338.0


def test_widgets_follow_undo():
    """Sliders, fields and choices show the plan that undo brought back."""
    app = open_panel(open_app(), "it")
    move(app, "software_per_pupil", 95.0)
    app.button_group(key="exact-refresh").set_value("lumpy")
    run(app)
    assert now(app)["refresh"] == "lumpy"
    click(app, "undo")
    assert app.button_group(key="exact-refresh").value == "smoothed"
    click(app, "undo")
    assert app.sidebar.slider(key="lever-software_per_pupil").value == 70
    assert app.text_input(key="exact-software_per_pupil").value == "70"


def test_undo_passes_through_presets():
    """Choosing a preset is a step too: undo brings the changed plan of the old one back, and its name."""
    app = move(open_app(), "teacher_leaders", 6.0)
    mine = address(app)
    choose(app, "chicago_charter_k8")
    move(app, "pupils_per_teacher", 12.0)
    click(app, "undo")
    assert address(app) == {"from": str(newest("chicago_charter_k8"))}
    click(app, "undo")
    assert address(app) == mine
    assert app.selectbox(key="preset").value == first_version("us_elementary")
    click(app, "redo")
    click(app, "redo")
    assert address(app) == {"from": str(newest("chicago_charter_k8")), "pupils_per_teacher": "12"}
    assert app.selectbox(key="preset").value == "chicago_charter_k8"


def test_a_move_after_undo_starts_a_new_path():
    """What was undone is gone once another move is made, as everywhere else."""
    app = move(move(open_app(), "teacher_leaders", 6.0), "teacher_leaders", 7.0)
    click(app, "undo")
    move(app, "software_per_pupil", 95.0)
    assert app.button(key="redo").disabled
    click(app, "undo")
    assert address(app) == {"from": "us_elementary.1", "teacher_leaders": "6"}


def test_reset_one_puts_back_that_lever_only():
    """Reset beside a change puts back that lever, the others keep their values; undo brings it back."""
    app = move(move(open_app(), "teacher_leaders", 6.0), "software_per_pupil", 95.0)
    click(list_changes(app), "reset-teacher_leaders")
    assert address(app) == {"from": "us_elementary.1", "software_per_pupil": "95"}
    assert app.sidebar.slider(key="lever-teacher_leaders").value == 4
    click(app, "undo")
    assert address(app) == {"from": "us_elementary.1", "teacher_leaders": "6", "software_per_pupil": "95"}


def test_reset_all_returns_to_the_start_in_one_step():
    """Reset all leaves nothing changed, and one undo brings all of it back."""
    app = open_app()
    for lever, (value, _) in MOVES.items():
        move(app, lever, value)
    full = address(app)
    click(list_changes(app), "reset-all")
    assert address(app) == {"from": "us_elementary.1"}
    click(app, "undo")
    assert address(app) == full


def test_reset_of_a_school_typed_in_goes_back_to_that_school():
    """The start is what was typed in, not the preset behind it."""
    school = {"from": "us_elementary.1", "start.enrollment_year1": "412", "start.teacher_leaders": "2"}
    app = move(open_app(**school), "teacher_leaders", 6.0)
    click(list_changes(app), "reset-teacher_leaders")
    assert address(app) == school


def test_the_changes_are_exactly_the_levers_that_differ():
    """The list counts and names each lever that differs, from what to what; at the start it is empty."""
    app = list_changes(open_app())
    assert not [b for b in app.button if b.key.startswith("reset-")]
    move(app, "enrollment_growth", 2.5)
    open_panel(app, "funding")
    type_in(app, "base_rate_per_pupil", 11_900)
    move(app, "teacher_leaders", 6.0)
    move(app, "teacher_leaders", 4.0)  # back where it started: not a difference
    list_changes(app)
    listed = [b.key.removeprefix("reset-") for b in app.button if b.key.startswith("reset-")]
    assert sorted(listed) == ["all", "base_rate_per_pupil", "enrollment_growth"]
    assert set(plan(app).now.differences(plan(app).start)) == {"base_rate_per_pupil", "enrollment_growth"}
    lines = [as_read(m.value) for m in app.sidebar.markdown if "→" in m.value]
    assert len(lines) == 2
    assert any("$11,600" in line and "$11,900" in line for line in lines)
    assert any("0.0%" in line and "2.5%" in line for line in lines)
