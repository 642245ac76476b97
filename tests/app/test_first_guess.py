"""A school that was typed in says what was assumed for it, until the reader says what is so."""

from __future__ import annotations

import re

import pytest

from model.evidence import LEVERS, PRESETS
from model.results.projection import project
from model.starts.first_guess import MATTER_MOST
from model.texts import counted, say
from tests.app.screen import as_read, click, hold_open, htmls, move, now, open_app, open_part, run
from tests.app.test_quick_start import ask, fill
from views.levers import first_guess
from views.shell.scale import field_text

KEEPS, COVERS, FIRST = say("guess.keeps", share="1.5%"), say("guess.covers"), say("guess.is_first")


def school():
    return fill(ask(open_app()))


def page(app) -> str:
    return " ".join(htmls(app))


def numbers(count: int) -> str:
    return say("guess.numbers", count=counted(count))


def told(app) -> list[str]:
    """What is said to be assumed."""
    return [text for text in (KEEPS, COVERS, *map(numbers, range(1, 6)), FIRST) if text in page(app)]


def test_the_assumptions_say_who_set_what_and_do_not_describe_the_example():
    """The enrollment was typed, the rate follows from the budget, growth is that of the example."""
    like = PRESETS["us_elementary"]
    app = open_part(school(), "assumptions")
    assert say("numbers.school_entered", preset=like.label) in markdowns(app)
    assert like.summary not in markdowns(app)
    assert set_by(app, "enrollment_year1") == say("numbers.set_you")
    assert set_by(app, "base_rate_per_pupil") == say("numbers.set_fitted")
    assert set_by(app, "salary_growth") == say("numbers.set_preset")
    assert like.summary in markdowns(open_part(open_app(), "assumptions"))


def markdowns(app) -> list[str]:
    return [as_read(m.value) for m in app.markdown]


def set_by(app, lever: str) -> str:
    (row,) = re.findall(rf"<tr><th scope=.row.>{re.escape(LEVERS[lever].label)}</th>(.*?)</tr>", page(app))
    return re.findall("<td.*?>(.*?)</td>", row)[1]


def test_another_setting_that_is_moved_takes_nothing_back():
    """Half a teacher leader more costs some dollars of Year 1, and every guess still stands."""
    app = move(school(), "teacher_leaders", 4.5)
    assert told(app) == [KEEPS, COVERS, numbers(5), FIRST]
    assert any(b.key == "check-guess" for b in app.button)


def test_it_is_said_beside_the_rating_of_a_typed_school_and_of_no_other():
    assert FIRST not in page(open_app())
    app = school()
    assert told(app) == [KEEPS, COVERS, numbers(5), FIRST]
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
    fields = [*MATTER_MOST, "startup_grants", "total"]
    assert [t.key for t in app.text_input] == [f"guess-{k}" for k in fields]


def test_what_is_typed_becomes_the_plan_and_is_assumed_no_longer():
    app = school()
    before = now(app)
    use(app, teacher_salary="74,000", benefit_rate="40")
    assert now(app).differences(before) == {"teacher_salary": 74_000, "benefit_rate": 0.4}
    assert told(app) == [KEEPS, COVERS, numbers(3), FIRST]
    click(app, "undo")
    assert now(app).values == before.values


def test_the_real_total_of_year_1_takes_the_place_of_the_guess():
    """With other pay typed beside it, too: supplies are what is left to the total."""
    app = school()
    use(app, teacher_salary="74,000", total="4,870,000")
    assert project([now(app)]).cell("recurring_cost", 1) == pytest.approx(4_870_000, abs=2.06)
    assert now(app)["teacher_salary"] == 74_000
    assert told(app) == [COVERS, numbers(4), FIRST]


def test_once_everything_is_said_it_is_no_guess():
    """A guess that is right is typed as it stands: $310,000 of grants, benefits of 43.5%."""
    app = school()
    before = now(app)
    grants = f"{before['startup_grants']:,.0f}"
    use(app, startup_grants=grants, total="4,870,000")
    assert told(app) == [numbers(5), FIRST]
    as_they_are = {k: field_text(LEVERS[k], before[k]) for k in MATTER_MOST}
    use(app, **as_they_are)
    assert told(app) == []
    assert set(now(app).differences(before)) == {"nonpersonnel_per_pupil"}
    assert not any(b.key == "check-guess" for b in app.button)


def test_what_cannot_be_is_not_asked_about():
    """$1,000 is outside the usual range of a total too. It is refused at once, beside what is no number."""
    app = school()
    use(app, total="1,000", teacher_salary="plenty")
    said = [as_read(e.value) for e in app.error]
    assert len(said) == 2
    assert "$1,000" in said[0]
    assert "plenty" in said[1]
    assert not app.warning


def test_a_total_that_cannot_be_is_said_and_kept():
    app = school()
    before = now(app)
    use(app, total="1,000,000")
    (said,) = [as_read(e.value) for e in app.error]
    assert "$1,000,000" in said
    assert app.text_input(key="guess-total").value == "1,000,000"
    assert now(app).values == before.values
