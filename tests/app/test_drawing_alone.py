"""One run at a time computes and draws, however it comes; nobody waits for it while it waits for others."""

from __future__ import annotations

import sys
import threading

import pytest

from exchange import turns
from tests.app.screen import click, hold_open, open_app, open_page, open_part, run
from views.dialogs import DIALOGS
from views.places import PLACE_OF
from views.shell import drawing

SOON = 10  # seconds, after which a thread that should go on is stuck


def in_thread(act):
    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    return thread


def test_a_second_run_waits_for_the_first():
    """It draws only when the first has done; then nobody draws."""
    order, waits = [], threading.Event()

    def second():
        waits.set()
        with drawing.alone():
            order.append("second")

    with drawing.alone():
        thread = in_thread(second)
        assert waits.wait(SOON)
        thread.join(0.05)
        order.append("first")
    thread.join(SOON)
    assert order == ["first", "second"]
    assert not drawing.is_alone()


def test_polite_reading_stands_still_while_somebody_draws():
    """Between two pieces, outside the lock; and goes on when the page is drawn, or patience ends."""
    pieces = []

    def read():
        with drawing.politely():
            for n in range(3):
                pieces.append(n)
                turns.piece_done()

    with drawing.alone():
        thread = in_thread(read)
        thread.join(drawing.MOST_PATIENCE / 2)
        assert pieces == [0]
    thread.join(SOON)
    assert pieces == [0, 1, 2]


def test_what_is_to_spare_goes_on_while_nobody_else_draws():
    with drawing.alone(), drawing.to_spare() as may_go_on:
        assert may_go_on()
        assert drawing.is_alone()


def test_what_is_to_spare_lets_others_draw_and_ends_when_they_take_long(monkeypatch):
    """Between two pieces a run that waits has its turn; then nothing more is worked out ahead."""
    monkeypatch.setattr(drawing, "CROWDED", 0.0)
    drew, waits = threading.Event(), threading.Event()

    def other():
        waits.set()
        with drawing.alone():
            drew.set()

    with drawing.alone(), drawing.to_spare() as may_go_on:
        in_thread(other)
        assert waits.wait(SOON)
        while not drew.is_set():
            assert not may_go_on()
    assert not drawing.is_alone()


def test_within_itself_it_changes_nothing():
    """A fragment is drawn within its page: the inner end is not the end."""
    with drawing.alone():
        with drawing.alone():
            assert drawing.is_alone()
        assert drawing.is_alone()
    assert not drawing.is_alone()


def test_who_waits_lets_others_draw_and_then_goes_on_alone():
    """Also from within a fragment of a page."""
    with drawing.alone(), drawing.alone():
        with drawing.waiting():
            assert not drawing.is_alone()
            drew = threading.Event()

            def other():
                with drawing.alone():
                    drew.set()

            in_thread(other).join(SOON)
            assert drew.is_set()
        assert drawing.is_alone()
    assert not drawing.is_alone()


def test_to_wait_without_drawing_is_nothing_special():
    with drawing.waiting():
        assert not drawing.is_alone()
    assert not drawing.is_alone()


@pytest.mark.parametrize("way", [drawing.alone, drawing.waiting])
def test_a_fault_leaves_the_way_free(way):
    """The next one can draw after a run that broke off, also in the middle of a wait."""
    with pytest.raises(LookupError), drawing.alone(), way():
        raise LookupError
    assert not drawing.is_alone()
    drew = threading.Event()

    def other():
        with drawing.alone():
            drew.set()

    in_thread(other).join(SOON)
    assert drew.is_set()


def test_fragments_and_dialogs_draw_alone_when_they_are_answered_alone(monkeypatch):
    """Both by themselves, as the framework calls them after a touch or a press within."""
    monkeypatch.setattr("streamlit.fragment", lambda draw, **_how: draw)
    monkeypatch.setattr("streamlit.dialog", lambda _label, **_how: lambda draw: draw)
    assert drawing.fragment(drawing.is_alone)()
    assert drawing.dialog(drawing.is_alone, "A dialog", "small", "ignore")()
    assert not drawing.is_alone()


def test_others_draw_while_a_library_is_loaded(tmp_path, monkeypatch):
    """The first time; afterwards it is there."""
    seen = []
    (tmp_path / "loaded_late.py").write_text("import views.shell.drawing as d\nwas_alone = d.is_alone()\n")
    monkeypatch.syspath_prepend(tmp_path)
    with drawing.alone():
        for _ in range(2):
            drawing.load("loaded_late")
            seen.append(drawing.is_alone())
    assert seen == [True, True]
    assert sys.modules.pop("loaded_late").was_alone is False


opened: list[str] | None = None  # files that were opened by a run that draws, while a test looks


def _watch(event: str, given: tuple) -> None:
    if opened is not None and event in ("open", "subprocess.Popen", "socket.connect") and drawing.is_alone():
        opened.append(str(given[0]))


sys.addaudithook(_watch)


@pytest.fixture
def waits(monkeypatch):
    """What a run that draws has waited for."""
    found: list[str] = []
    monkeypatch.setitem(globals(), "opened", found)
    return found


def test_who_draws_waits_for_no_file_and_no_other_process(waits):
    """Every part and dialog, the page of sources, present mode. The first round loads what is loaded once."""
    for _ in range(2):
        waits.clear()
        app = open_app(**{"from": "us_elementary.1", "teacher_leaders": "6"})
        for key in PLACE_OF:
            open_part(app, key)
        click(open_part(app, "by_grade"), "grades-ask-tab")
        for dialog in DIALOGS:
            hold_open(app, dialog.key)
            run(app)
        open_page(app, "evidence")
        open_app(**{"from": "us_elementary.1", "show": "present"})
    assert waits == []


def test_a_file_that_is_read_while_drawing_is_found(waits, tmp_path):
    """The watch of the test above can see."""
    (tmp_path / "a").write_text("a", encoding="utf-8")
    with drawing.alone():
        (tmp_path / "a").read_text(encoding="utf-8")
        with drawing.waiting():
            (tmp_path / "a").read_text(encoding="utf-8")
    assert waits == [str(tmp_path / "a")]
