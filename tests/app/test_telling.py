"""Stories on the screen: one click opens the school and puts its question."""

from __future__ import annotations

import pytest

from model.evidence import PRESETS
from model.starts.stories import stories
from tests.app.screen import address, click, htmls, move, now, open_app, plan


@pytest.mark.parametrize("key", stories())
def test_a_story_is_one_click(key):
    """Its school is open, its change differs from the start, its question stands above; Undo goes back."""
    story = stories()[key]
    app = click(move(open_app(), "teacher_leaders", 7.0), "stories")
    assert sum("story" in h for h in htmls(app)) >= len(stories())
    click(app, f"tell-{key}")
    assert plan(app).preset == story.preset
    assert now(app).values == story.now.values
    assert story.question in " ".join(i.value for i in app.info)
    assert address(app)["from"] == f"{story.preset}.{PRESETS[story.preset].version}"
    click(app, "undo")
    assert now(app)["teacher_leaders"] == 7


def test_the_question_goes_with_the_next_move():
    """It is asked once: a lever that moves takes it away."""
    app = click(click(open_app(), "stories"), "tell-demo_refresh")
    assert app.info
    move(app, "teacher_leaders", 7.0)
    assert not app.info
