"""The usual range under fields, as the browser's part of them is told it."""

from __future__ import annotations

import json

from model.texts import say
from tests.app.screen import hold_open, open_app, run
from views.levers import first_guess


def lines_below(app, on: str = "page") -> dict[str, list]:
    """By widget the line under a field and whether it warns, as the browser is told it."""
    told = [
        json.loads(c.proto.json)
        for c in app.get("bidi_component")
        if c.proto.component_name == "school_fields"
    ]
    (found,) = [t["beside"] for t in told if t["on"] == on]
    return found


def test_fields_of_dialogs_tell_their_usual_range():
    """Under each of its own as under those of the settings; a total and a setting alike."""
    app = open_app(**{"from": "us_elementary.1"})
    hold_open(app, first_guess.KEY)
    below = lines_below(run(app), "dialog")
    assert below["guess-teacher_salary"] == [
        say("settings.usual", range="$45,000 to $120,000"),
        False,
    ]
    assert below["guess-total"] == [say("settings.usual", range="$500,000 to $30,000,000"), False]
    assert not any(name.startswith("exact-") for name in below)
