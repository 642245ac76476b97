"""A page that another session had drawn is taken up; without its packages the page says what is missing."""

from __future__ import annotations

import pytest

from model import ready_to_run
from model.texts import say
from tests.app.screen import open_app
from views.shell import connection


class Told(dict):
    """What the component reports."""


@pytest.fixture
def told(monkeypatch):
    """Let the browser report something about the line."""
    report = Told()
    monkeypatch.setattr(connection, "_component", lambda **_: report)
    return report


def infos(app) -> list[str]:
    return [x.value for x in app.info]


def test_a_first_visit_is_told_nothing(told):
    assert say("connection.started_anew") not in infos(open_app())


def test_a_page_of_another_session_is_told_once_and_keeps_its_dialog(told):
    """The dialog lies open, Undo has no step, and after the next move nothing is said any more."""
    told["was"] = {"session": "of another server", "dialog": "dating"}
    app = open_app(teacher_leaders="6", **{"from": "us_elementary.1"})
    assert say("connection.started_anew") in infos(app)
    assert app.button(key="undo").disabled
    assert app.selectbox(key="date-lever") is not None
    app.slider(key="lever-teacher_leaders").set_value(6.5).run()
    assert say("connection.started_anew") not in infos(app)
    assert not app.button(key="undo").disabled


@pytest.mark.parametrize(
    "report", [{"was": 17}, {"was": {"session": 3, "dialog": ["x"]}}, {"was": {"dialog": "no such"}}]
)
def test_whatever_is_reported_breaks_nothing(told, report):
    told.update(report)
    assert not open_app().exception


def test_without_its_packages_the_page_says_what_to_do(monkeypatch, capsys):
    monkeypatch.setattr(ready_to_run, "cannot_run", lambda _: "The package segno is not installed.")
    app = open_app()
    assert [x.value for x in app.text] == ["The package segno is not installed."]
    assert not app.exception
    assert "The package segno is not installed." in capsys.readouterr().err
