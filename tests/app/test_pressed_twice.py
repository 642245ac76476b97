"""A press that comes twice, as that of an impatient reader does, adds what it adds once."""

from __future__ import annotations

from model.texts import say
from tests.app.screen import as_read, click, move, now, open_app, open_panel, open_part
from tests.app.test_notes import decide, record
from tests.app.test_own_lines import add
from tests.app.test_plans import errors, keep, kept, opened


def test_a_plan_is_saved_once():
    """The same plan under the same name is there already. Another name, or another plan, is one more."""
    app = click(click(opened(open_app()), "keep-plan"), "keep-plan")
    assert [k.name for k in kept(app)] == ["Plan A"]
    assert [as_read(i.value) for i in app.info] == [say("compare.saved_already", name="Plan A")]
    keep(app, "plan a")
    assert errors(app) == ""
    assert [k.name for k in kept(app)] == ["Plan A"]
    keep(app, "Six")
    click(move(app, "teacher_leaders", 6.0), "keep-plan")
    assert [k.name for k in kept(app)] == ["Plan A", "Six", "Plan B"]


def test_a_decision_is_recorded_once():
    """The browser sends what was typed once more. Another reason is another decision."""
    app = open_part(move(open_app(), "teacher_leaders", 6.0), "noted")
    for _ in range(2):
        decide(app, "More help", "Board")
    assert [d.why for d in record(app).decisions] == ["More help"]
    assert [as_read(i.value) for i in app.info] == [say("compare.decided_already")]
    decide(app, "Until June", "Board")
    assert [d.why for d in record(app).decisions] == ["More help", "Until June"]


def test_a_line_is_added_once():
    """The browser sends what was typed once more. A line of another amount is one more, and so is a later
    one that is the same.
    """
    app = open_panel(open_app(), "own")
    for _ in range(2):
        add(app, "$25,000", name="After school")
    assert now(app).own_lines == (1,)
    assert [as_read(i.value) for i in app.info] == [say("own_lines.added_already")]
    add(app, "$5,000", name="After school")
    add(app, "$25,000", name="After school")
    assert now(app).own_lines == (1, 2, 3)
