"""Every dialog of the table is drawn when it is opened, stays as long as it says, and closes."""

from __future__ import annotations

import pytest

from model.texts import say
from tests.app.screen import click, hold_open, open_app, open_part, run
from views.dialogs import DIALOGS
from views.shell import opened_dialog


def titles(app) -> list[str]:
    """The titles of the dialogs on the page."""
    return [block.proto.dialog.title for block in app._tree[2].children.values() if block.type == "dialog"]


@pytest.fixture
def app():
    """A page whose dialog of grades has been filled, as pressing its button does."""
    app = click(open_part(open_app(), "by_grade"), "grades-ask-tab")
    hold_open(app, "")
    return run(app)


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda d: d.key)
def test_a_dialog_is_drawn_while_it_is_open(app, dialog):
    """Under its label, and by itself; a run of the page in between leaves open what stays."""
    assert titles(app) == []
    hold_open(app, dialog.key)
    assert titles(run(app)) == [dialog.label]
    assert titles(run(app)) == ([dialog.label] if dialog.stays else [])


def test_a_dialog_that_is_not_in_the_table_is_none(app):
    """A key that nobody draws opens nothing."""
    hold_open(app, "no such dialog")
    assert titles(run(app)) == []


@pytest.mark.parametrize("button", ["mine", "stories", "date", "lock", "grades-ask-tab"])
def test_each_button_opens_its_own_dialog(button):
    app = click(open_part(open_app(), "by_grade"), button)
    assert len(titles(app)) == 1
    keys = {d.label: d.key for d in DIALOGS}
    held = app.session_state[opened_dialog._opened.key].key
    assert held == (keys[titles(app)[0]] if titles(app)[0] != say("settings.my_school") else "")
