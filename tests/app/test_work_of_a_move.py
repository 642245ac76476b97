"""What the server works out for a move, counted instead of timed."""

from __future__ import annotations

import pytest

from model.book.compiled.worked_out import Compiled
from model.lines.worksheet import BOOK
from model.years import YEARS
from tests.app import screen
from tests.app.test_bytes_of_a_move import move
from views.shell import parts


@pytest.fixture
def evaluated(monkeypatch):
    """Of every evaluation of the book: on how many lines it rests, for how many scenarios, and how many lines
    are worked out.
    """
    monkeypatch.setattr(parts, "A_MOMENT", 0.0)
    found, evaluate = [], Compiled.evaluate

    def counted(self, levers, count, only=None, years=YEARS, **beside):
        asked = tuple(BOOK.lines if only is None else only)
        worked = 0
        if years == YEARS:
            schedule = self.schedule(levers, count, asked, **beside)
            worked = len(schedule.shared) + len(schedule.moving)
        found.append((len(BOOK.with_parts(asked)), count, worked))
        return evaluate(self, levers, count, asked, years, **beside)

    monkeypatch.setattr(Compiled, "evaluate", counted)
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
