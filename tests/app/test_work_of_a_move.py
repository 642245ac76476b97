"""What the server works out for a move, counted instead of timed."""

from __future__ import annotations

import pytest

from model.book.book import Book
from model.lines.worksheet import BOOK
from tests.app import screen
from tests.app.test_bytes_of_a_move import move
from views.shell import parts


@pytest.fixture
def evaluated(monkeypatch):
    """Of every evaluation of the book: how many lines it gave anew, for how many scenarios, and how many of
    them are more than the one nothing of all idle lines.
    """
    monkeypatch.setattr(parts, "A_MOMENT", 0.0)
    found, evaluate = [], Book.evaluate

    def counted(self, levers, *args, **options):
        lines = evaluate(self, levers, *args, **options)
        anew = lines.keys() - options.get("known", {}).keys()
        worked = sum(lines[k].shape != (1, 1) for k in anew)
        found.append((len(anew), max(map(len, levers.values())), worked))
        return lines

    monkeypatch.setattr(Book, "evaluate", counted)
    return found


def test_a_move_works_its_plan_out_once(evaluated):
    """In every line: the plan with its start and its assumptions, and with the moved setting put back, which
    tells whether that moves anything. In some lines: the cut and the sizes that it bears, and the years after
    Year 5. The rows of the pictures are taken from the plan as it is worked out.
    """
    app = screen.open_app()
    move(app, 15.2)
    app.session_state[parts._page.key].browser_follows = True
    evaluated.clear()
    move(app, 15.4)
    whole = [scenarios for lines, scenarios, _ in evaluated if lines == len(BOOK.lines)]
    assert whole == [3, 2]
    cases = [worked for _, scenarios, worked in evaluated if scenarios == 2000]
    assert len(cases) == 3
    # The cases with what the reader would do take over what does not rest on it.
    assert min(cases) == 0
    assert sorted(cases)[1] < max(cases) / 2
    assert len(evaluated) == len(whole) + len(cases) + 3
