"""The control that makes the file to mail: what it offers, and that what it makes is the plan on the page."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from exchange.mail_file import most_that_matter
from model.evidence import LEVERS
from model.plan.plan import from_preset
from model.texts import say
from tests.app.screen import as_read, run

OTHERS = ["inflation", "teacher_leaders"]


def _page() -> None:
    from views.context import of_this_run
    from views.share.mail_file import mail_file
    from views.shell import history

    history.open_plan()
    mail_file(of_this_run())


def opened(**query: str) -> AppTest:
    app = AppTest.from_function(_page, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return run(app)


def test_it_offers_the_settings_that_matter_most_until_others_are_chosen():
    """Another plan has others; what the reader chose stays."""
    app = opened(**{"from": "us_high"})
    assert app.multiselect[0].value == list(most_that_matter(from_preset("us_high")))
    assert LEVERS[app.multiselect[0].value[0]].label in as_read(app.caption[0].value)
    assert not app.checkbox  # there are no notes
    app.multiselect[0].set_value(OTHERS)
    run(app)
    assert app.multiselect[0].value == OTHERS
    names = " · ".join(LEVERS[k].label for k in OTHERS)
    told = say("mail.these_sliders", count=len(OTHERS), names=names)
    assert as_read(app.caption[0].value) == as_read(told)
    app.multiselect[0].set_value([])
    assert as_read(run(app).caption[0].value) == as_read(say("mail.no_sliders"))
    app.multiselect[0].set_value(OTHERS)
    run(app)
    assert app.multiselect[0].value == OTHERS


def test_what_it_makes_is_the_plan_of_the_page(monkeypatch):
    """With the sliders chosen, made on the click and not before, in the language of the page."""
    made = []
    monkeypatch.setattr("streamlit.download_button", lambda _, make, **more: made.append((make, more)))
    app = opened(**{"from": "us_high", "software_per_pupil": "101"})
    app.multiselect[0].set_value(OTHERS)
    run(app)
    opened(**{"from": "us_high", "lang": "keys"})
    (chosen, more), (spoken, _) = made[1:]
    assert (more["file_name"][-5:], more["on_click"]) == (".html", "ignore")
    text = chosen().decode()
    assert re.findall(r'id="in-(\w+)"', text) == OTHERS
    assert "127.0.0.1" not in text
    assert "mail.offline" in spoken().decode()
