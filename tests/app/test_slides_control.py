"""Slides and pictures on the page: one button for the deck, a choice of picture and form."""

from __future__ import annotations

import pytest

from exchange.pictures import PICTURES, pictures_of
from model.texts import say
from tests.app.screen import move, open_app, open_part, plan, run
from views.share import board_page, slides
from views.share.cards import Card


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """The control is the one card of its part, so that nothing else is counted."""
    card = Card("slides", slides.HEADING, slides.slides, slides.ABOUT)
    monkeypatch.setattr(board_page, "_CARDS", (card,))


def buttons(app):
    return [b.proto.label for b in app.get("download_button")]


def test_a_plan_offers_the_pictures_that_it_has():
    """What moved Year 5 is there once something was changed."""
    app = open_part(open_app(), "board")
    chosen = app.selectbox(key=slides.PICTURE)
    assert chosen.options == [say(PICTURES[k].name) for k in pictures_of(plan(app))]
    assert buttons(app) == [say("slides.download"), say("pictures.download", ending="png")]
    app = open_part(move(open_app(), "teacher_leaders", 6.0), "board")
    assert say("pictures.name_moved") in app.selectbox(key=slides.PICTURE).options


def test_the_form_is_that_of_the_file():
    app = open_part(open_app(), "board")
    app.button_group(key=slides.FORM).set_value("svg")
    assert buttons(run(app))[1] == say("pictures.download", ending="svg")


def test_where_the_package_is_missing_the_page_says_what_to_install(monkeypatch):
    monkeypatch.setattr(slides, "what_to_install", lambda: say("slides.install"))
    app = open_part(open_app(), "board")
    assert len(buttons(app)) == 1
    assert "python-pptx" in app.info[0].value.replace("\\", "")
