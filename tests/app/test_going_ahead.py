"""The first page of a session is sent in two: the answer and its picture, and a moment later the settings."""

from __future__ import annotations

import time

import pytest
import streamlit as st

from tests.app import screen
from views.shell import going_ahead


@pytest.fixture
def waits(monkeypatch):
    """How long the page has waited, each time."""
    found = []
    monkeypatch.setattr(time, "sleep", found.append)
    return found


def test_the_first_page_waits_once(monkeypatch, waits):
    monkeypatch.setattr(type(st.context), "timezone", property(lambda _: "America/Chicago"))
    app = screen.open_app()
    assert waits.count(going_ahead.A_MOMENT) == 1
    screen.run(app)
    assert waits.count(going_ahead.A_MOMENT) == 1


def test_without_a_browser_nothing_waits(waits):
    screen.open_app()
    assert going_ahead.A_MOMENT not in waits
