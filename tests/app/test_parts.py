"""After a move only the parts that it changes are drawn, and they say what the whole page would."""

from __future__ import annotations

import pytest

from tests.app import screen
from views.shell import parts

LEVER = "pupils_per_teacher"


@pytest.fixture(autouse=True)
def settled(monkeypatch):
    """Everything that was drawn has reached the browser at once."""
    monkeypatch.setattr(parts, "A_MOMENT", 0.0)


@pytest.fixture
def followed():
    """The page after a first move, with a browser that has said that it moves the pictures."""
    app = screen.move(screen.open_app(), LEVER, 15.2)
    app.session_state[parts._page.key].browser_follows = True
    return app


def drawn(app):
    """Whether the last run drew the whole page, and the keys of the buttons that it drew."""
    return bool(app.get("vega_lite_chart")), [b.key for b in app.button]


def test_a_second_move_draws_what_follows_it_alone(followed):
    app = screen.move(followed, LEVER, 15.4)
    assert drawn(app) == (False, [])
    assert len(app.get("html")) == 4  # with the bar and the glance at classes
    whole = screen.open_app(**screen.address(app))
    assert screen.said(app) == screen.said(whole)
    (headline,) = [h for h in screen.htmls(app) if 'data-live="headline"' in h]
    assert headline in screen.htmls(whole)


def test_undo_and_the_count_of_changes_come_with_another_lever(followed):
    app = screen.move(followed, "teacher_leaders", 5.0)
    assert drawn(app) == (False, ["undo", "redo"])
    assert screen.now(app)["teacher_leaders"] == 5.0
    assert screen.now(app)[LEVER] == 15.2


def test_the_bar_and_the_glance_move_along(followed):
    """The bar says the last change, and the classes of Year 5 are those of a page that is opened anew."""
    app = screen.move(followed, LEVER, 15.4)
    (bar,) = [h for h in screen.htmls(app) if 'class="bar"' in h]
    assert "Students per teacher: 15.2 → 15.4" in bar
    (glance,) = [h for h in screen.htmls(app) if 'id="students-side"' in h]
    assert glance in screen.htmls(screen.open_app(**screen.address(app)))


def test_undo_draws_the_whole_page(followed):
    app = screen.run(screen.move(followed, LEVER, 15.4))
    app = screen.click(app, "undo")
    assert drawn(app)[0]
    assert screen.now(app)[LEVER] == 15.2


def test_without_a_browser_that_follows_the_whole_page_is_drawn():
    app = screen.move(screen.open_app(), LEVER, 15.2)
    assert drawn(screen.move(app, LEVER, 15.4))[0]


def test_what_was_drawn_a_moment_ago_is_not_relied_upon(followed, monkeypatch):
    """The framework drops what has not left when the next run begins, and it would be missing for good."""
    monkeypatch.setattr(parts, "A_MOMENT", 3600.0)
    page = followed.session_state[parts._page.key]
    page.whole_at -= 7200.0
    app = screen.move(followed, LEVER, 15.4)
    assert drawn(app) == (False, ["undo", "redo"])  # they are as they were, and come again all the same
    assert drawn(screen.move(screen.run(app), LEVER, 15.6))[0]


def test_where_more_would_change_the_whole_page_is_drawn(followed):
    """The fields of a group say what the plan is."""
    screen.open_panel(followed, "staffing")
    screen.move(followed, LEVER, 15.4)
    assert "preset" in [s.key for s in followed.selectbox]


def test_an_open_part_of_a_place_comes_with_the_move(followed):
    """All lines, which the move changes, and neither the settings nor the pictures."""
    screen.open_part(followed, "lines")
    app = screen.move(followed, LEVER, 15.4)
    assert drawn(app) == (False, [])
    whole = screen.open_part(screen.open_app(**screen.address(app)), "lines")
    (people,) = [h for h in screen.htmls(app) if "<caption>People</caption>" in h]
    assert people in screen.htmls(whole)


def test_a_remark_that_goes_draws_the_whole_page():
    """A lever that differs by year says so beside its slider; one move sets all years, so nothing is said."""
    app = screen.open_app(**{"from": "us_elementary.1", "enrollment_growth": "0.01,0.02,0.03,0.04,0.05"})
    screen.move(app, LEVER, 15.2)
    app.session_state[parts._page.key].browser_follows = True
    assert drawn(screen.move(app, "enrollment_growth", 2.0))[0]
    assert not drawn(screen.move(app, "enrollment_growth", 3.0))[0]
