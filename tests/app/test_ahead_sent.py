"""The page answers a request for futures: what it sends, what it leaves out, and when it stops."""

from __future__ import annotations

import json
import struct
import zlib

import pytest

from model.ranges.reactions import USUAL
from model.texts import say
from tests.app import screen
from views.answer import panel
from views.live import live, touch
from views.live.touch import Touched
from views.shell import drawing
from views.what_if import ranges

LEVER = "pupils_per_teacher"


def asked(app, messages, ahead=(), **query):
    """Head and table of the answer to a touch."""
    app.session_state[touch._touched.key] = Touched(LEVER, tuple(ahead))
    messages.clear()
    screen.run(app)
    elements = [m.delta.new_element.bidi_component for m in messages]
    (data,) = [e.bytes for e in elements if e.component_name == "school_live"]
    (length,) = struct.unpack_from("<I", data)
    head = json.loads(data[4 : 4 + length])
    packed = data[4 + length + head["standing"] :]
    return head, unpacked(packed) if packed else None


def unpacked(packed):
    raw = zlib.decompress(packed)
    (length,) = struct.unpack_from("<I", raw)
    return json.loads(raw[4 : 4 + length])


def test_the_first_table_holds_no_futures(sent):
    head, table = asked(screen.open_app(), sent)
    assert head["futures"]
    assert head["sought"] is None
    assert head["table"] == LEVER
    assert len(table["positions"]) > 200


def test_futures_are_sent_in_the_order_in_which_they_are_asked_for(sent, monkeypatch):
    """A place that the lever does not have is named, and so is the chance of those it has."""
    monkeypatch.setattr(live, "SLICE", 60.0)
    head, table = asked(screen.open_app(), sent, [15.2, 14.9, 15.05, 15.3])
    assert head["table"] == LEVER
    assert head["sought"] == {"lever": LEVER, "unknown": [15.05], "crowded": False}
    assert table["positions"] == [15.2, 14.9, 15.3]
    assert "" not in table["texts"][panel.CHANCE][0]
    assert say("rating.checking") not in table["texts"][panel.TESTED][0]


def test_a_slice_ends_and_what_is_left_may_be_asked_for_again(sent, monkeypatch):
    monkeypatch.setattr(live, "SLICE", 0.0)
    places = [15.2, 14.9, 15.3]
    head, table = asked(screen.open_app(), sent, places)
    assert table["positions"] == places[:1]
    assert head["sought"] == {"lever": LEVER, "unknown": [], "crowded": False}


def test_where_others_need_the_server_it_is_said(sent, monkeypatch):
    app = screen.open_app()
    monkeypatch.setattr(drawing, "CROWDED", -1.0)
    head, table = asked(app, sent, [15.2])
    assert head["sought"] == {"lever": LEVER, "unknown": [], "crowded": True}
    assert head["table"] is None
    assert table is None


def test_where_the_reader_wants_no_futures_none_are_sent(sent):
    app = screen.open_app()
    app.toggle(key=ranges.SHOWN).set_value(False)
    head, table = asked(screen.run(app), sent, [15.2])
    assert not head["futures"]
    assert head["sought"]["unknown"] == [15.2]
    assert table is None


@pytest.mark.parametrize(
    "settings", [ranges.Settings(pins=("funding",)), ranges.Settings(reactions=USUAL[:1])]
)
def test_futures_looked_at_in_another_way_are_another_look(sent, settings):
    """What the browser has kept is thrown away then, because the plans have the same signatures."""
    app = screen.open_app()
    before, _ = asked(app, sent)
    app.session_state[ranges._settings.key] = settings
    after, _ = asked(app, sent)
    assert before["signature"] == after["signature"]
    assert before["look"] != after["look"]


def test_of_a_covered_answer_no_futures_are_sent(sent):
    app = screen.open_app(**screen.DEFAULT, show="present", screen="2", guess="yes")
    head, table = asked(app, sent, [15.2])
    assert head["table"] is None
    assert head["sought"] is None
    assert table is None
