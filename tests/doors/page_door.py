"""The field of a setting, alone on a page of its own: typed into, asked back, read from the address."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from model.evidence import LEVERS
from model.plan.scenario import Scenario
from tests.app.screen import as_read, now
from tests.doors.doors import PRESET, Outcome
from views.shell.scale import field_text


def _page(lever: str) -> None:
    """Runs as a script of its own, so it names all that it needs."""
    from model.evidence import LEVERS
    from views.levers import exact_fields
    from views.shell import history

    history.open_plan()
    exact_fields.field_and_remarks(LEVERS[lever], "")


class Field:
    """The field of one setting. Each text is typed into the plan as it was at the start."""

    def __init__(self, lever: str) -> None:
        self.lever = lever
        self.app = AppTest.from_function(_page, kwargs={"lever": lever})
        self.app.query_params["from"] = PRESET
        self._run()

    def _run(self) -> None:
        self.app.run()
        assert not self.app.exception, self.app.exception

    def _type(self, text: str) -> None:
        self.app.text_input[0].set_value(text)
        self._run()

    def _answers(self) -> list[str]:
        return [as_read(b.label) for b in self.app.button if b.key.startswith("answer-")]

    def typed(self, text: str) -> tuple[Outcome, tuple[str, ...]]:
        """What came of a text, and the answers that were offered before anything changed.

        Asked whether an unusual value is meant, it says yes; asked which of two, it takes the one as written,
        which is offered last.
        """
        start = Scenario.preset(PRESET)[self.lever]
        self._type(field_text(LEVERS[self.lever], start))
        self._type(text)
        offered = tuple(self._answers())
        if offered:
            assert now(self.app)[self.lever] == start, "asked, and yet changed"
            meant = offered[0] if offered[0].startswith("Use ") else offered[-1]
            next(b for b in self.app.button if as_read(b.label) == meant).click()
            self._run()
        refusals = tuple(as_read(e.value) for e in self.app.error)
        remarks = tuple(as_read(c.value) for c in self.app.caption)
        return Outcome(None if refusals else now(self.app)[self.lever], remarks, refusals), offered
