"""The bar that stays on top: its curve, worked out by hand, and what it says of the last change."""

from __future__ import annotations

import pytest

from model.plan.plan import from_preset
from model.texts import counted, say
from tests.app.screen import click, htmls, move, open_app
from tests.first_versions import first_version
from views.answer.answer_bar import DOWN, UP, ZERO, last_change, shapes

COSTS = [0.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0]


def test_a_curve_over_and_under_zero():
    """From 60 over to 40 short, of 1,000: a box of 100 dollars, zero at 60%."""
    found = shapes([0.0, 60.0, 60.0, 0.0, -40.0, -40.0], COSTS)
    assert found[UP] == "polygon(0% 60%, 0% 0%, 25% 0%, 50% 60%, 75% 60%, 100% 60%, 100% 60%)"
    assert found[DOWN] == "polygon(0% 60%, 0% 60%, 25% 60%, 50% 60%, 75% 100%, 100% 100%, 100% 60%)"
    assert found[ZERO] == "polygon(0% 60%, 100% 60%, 100% 63%, 0% 63%)"


def test_a_thin_margin_looks_thin():
    """6 dollars of 1,000 in a box from 30 (3%) to -10: zero at 75%, the line at 60%. No start is drawn."""
    found = shapes([-500.0, 6.0, 6.0, 6.0, 6.0, 6.0], COSTS)
    assert found[UP].startswith("polygon(0% 75%, 0% 60%, 25% 60%,")


def bar(app) -> str:
    (found,) = [h for h in htmls(app) if 'class="bar"' in h]
    return found


def test_the_bar_repeats_rating_year_5_and_the_last_change():
    app = open_app()
    assert say("bar.unchanged") in bar(app)
    assert "data-press" not in bar(app)
    move(app, "teacher_leaders", 6.0)
    assert "+$24K" in bar(app)
    assert "Teacher leaders: 4 → 6" in bar(app)
    assert 'data-press="undo"' in bar(app)
    click(app, "undo")
    assert say("bar.unchanged") in bar(app)


HOME = from_preset(first_version("us_elementary"))


@pytest.mark.parametrize(
    ("after", "key", "values"),
    [
        (
            HOME.changed({"teacher_leaders": 6, "pupils_per_teacher": 15}),
            "bar.changes",
            {"count": counted(2)},
        ),
        (from_preset(first_version("us_high")), "bar.another_school", {}),
        (HOME, "bar.no_number", {}),
    ],
)
def test_other_steps_in_words(after, key, values):
    assert last_change(HOME, after) == say(key, **values)


def test_a_plan_that_came_with_changes_is_as_it_was_opened():
    """Beside "Changes (1)" the bar does not say that nothing is changed yet."""
    app = open_app(**{"from": "us_elementary.1", "teacher_leaders": "6"})
    assert say("bar.as_opened") in bar(app)
    assert say("bar.unchanged") not in bar(app)
