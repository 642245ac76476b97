"""What a move sends in every part of every place, and in present mode: messages and bytes are counted.

Counted without a browser, where a run is one of its own: the framework's messages about it are a few less.
"""

from __future__ import annotations

from tests.app import screen
from tests.looped import looped
from views.places import PLACES
from views.shell import parts

LEVER = "pupils_per_teacher"
MOST_MESSAGES, MOST_BYTES = 30, 40_000
# Two parts are not there yet: a check box beside each source, and the whole tree of a number. The figures may
# fall and never rise.
MORE = {"futures": (55, MOST_BYTES), "origin": (MOST_MESSAGES, 120_000)}
PARTS = [part.key for place in PLACES for part in place.parts]


def move(app, value):
    app.slider(key=f"lever-{LEVER}").set_value(value)
    screen.run(app)


def moved(app, sent):
    """Messages and bytes of a second move, with a browser that moves the pictures."""
    move(app, 15.2)
    app.session_state[parts._page.key].browser_follows = True
    sent.clear()
    move(app, 15.4)
    return len(sent), sum(m.ByteSize() for m in sent)


@looped("part", PARTS)
def test_a_move_is_light_in_every_part(part, sent):
    messages, size = moved(screen.open_part(screen.open_app(), part), sent)
    most_messages, most_bytes = MORE.get(part, (MOST_MESSAGES, MOST_BYTES))
    assert messages <= most_messages
    assert size <= most_bytes


@looped("number", range(1, 7))
def test_a_move_is_light_on_every_screen_of_present_mode(number, sent):
    app = screen.open_app(**screen.DEFAULT, show="present", screen=str(number))
    messages, size = moved(app, sent)
    assert messages <= MOST_MESSAGES
    assert size <= MOST_BYTES


def test_the_first_picture_is_among_the_first_things_sent(sent):
    """Before it: the frame of the page, its style, what is said above the answer, and the answer."""
    screen.open_app()
    kinds = [m.delta.new_element.WhichOneof("type") for m in sent]
    assert kinds.index("vega_lite_chart") < 20
    assert kinds.index("slider") > kinds.index("vega_lite_chart")


def test_the_count_counts(sent):
    """A browser that does not follow is sent the whole page: the limits would notice."""
    app = screen.move(screen.open_app(), LEVER, 15.2)
    sent.clear()
    screen.move(app, LEVER, 15.4)
    assert len(sent) > MOST_MESSAGES
    assert sum(m.ByteSize() for m in sent) > MOST_BYTES
