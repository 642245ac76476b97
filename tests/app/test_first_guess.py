"""A school that was typed in says what was assumed for it, until the reader says what is so."""

from __future__ import annotations

import pytest

from model.results.projection import project
from model.starts.first_guess import MATTER_MOST
from model.texts import counted, say
from tests.app.screen import as_read, click, hold_open, htmls, now, open_app, run
from tests.app.test_quick_start import ask, fill
from views.levers import first_guess

ASSUMED = say("guess.assumed", share="1.5%")


def school():
    return fill(ask(open_app()))


def page(app) -> str:
    return " ".join(htmls(app))


def test_it_is_said_beside_the_rating_of_a_typed_school_and_of_no_other():
    assert ASSUMED not in page(open_app())
    app = school()
    assert ASSUMED in page(app)
    (button,) = [b for b in app.button if b.key == "check-guess"]
    assert as_read(button.label) == say("guess.check", count=counted(5))


def use(app, **typed: str):
    click(app, "check-guess")
    for key, text in typed.items():
        app.text_input(key=f"guess-{key}").set_value(text)
    hold_open(app, first_guess.KEY)
    next(b for b in app.button if b.key == "guess-use").click()
    return run(app)


def test_the_five_that_matter_most_have_fields():
    app = click(school(), "check-guess")
    assert [t.key for t in app.text_input] == [*(f"guess-{k}" for k in MATTER_MOST), "guess-total"]


def test_what_is_typed_becomes_the_plan_and_the_assumption_is_gone():
    app = school()
    before = now(app)
    use(app, teacher_salary="74,000", benefit_rate="40")
    assert now(app).differences(before) == {"teacher_salary": 74_000, "benefit_rate": 0.4}
    assert ASSUMED not in page(app)
    click(app, "undo")
    assert now(app).values == before.values


def test_the_real_total_of_year_1_takes_the_place_of_the_guess():
    """With other pay typed beside it, too: supplies are what is left to the total."""
    app = school()
    use(app, teacher_salary="74,000", total="4,870,000")
    assert project([now(app)]).cell("recurring_cost", 1) == pytest.approx(4_870_000, abs=2.06)
    assert now(app)["teacher_salary"] == 74_000
    assert ASSUMED not in page(app)


def test_a_total_that_cannot_be_is_said_and_kept():
    app = school()
    before = now(app)
    use(app, total="1,000,000")
    (said,) = [as_read(e.value) for e in app.error]
    assert "$1,000,000" in said
    assert app.text_input(key="guess-total").value == "1,000,000"
    assert now(app).values == before.values
