"""Date a decision: the dialog shows five numbers before anything changes, and sets just those."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.texts import say
from tests.app.screen import address, as_read, click, htmls, now, open_app, run
from tests.closed import moves_nothing, press_that_sets
from views.levers.dating import DATABLE, WAYS

FROM, FIVE = WAYS


def opened(**query):
    app = click(open_app(**query), "date")
    assert app.text_input(key="date-value-teacher_leaders").value == ""
    return app


def fill(app, **fields):
    for key, value in fields.items():
        app.selectbox(key=f"date-{key}").set_value(value)
    return run(app)


def test_from_a_year_phased_in():
    """4 leaders, 8 from Year 3 over two years: 4, 4, 6, 8, 8. *Use it* sets the plan, Undo the old one."""
    app = opened()
    app.text_input(key="date-value-teacher_leaders").set_value("8")
    fill(app, first=3, phase=2)
    assert "teacher_leaders" not in address(app)
    (preview,) = [h for h in htmls(app) if say("settings.row_with") in h]
    assert [x in preview for x in (">6<", ">8<")] == [True, True]
    click(app, "date-use")
    assert now(app)["teacher_leaders"] == (4, 4, 6, 8, 8)
    click(app, "undo")
    assert now(app)["teacher_leaders"] == 4


def test_five_numbers_by_hand_set_aside_what_they_say():
    """A path of enrollment sets the growth to 0, and the dialog says so before."""
    app = opened(**{"from": "chicago_neighborhood_k8.1"})
    app.selectbox(key="date-lever").set_value("enrollment_year1")
    app.segmented_control(key="date-way").set_value(FIVE)
    run(app)
    for year, pupils in enumerate((424, 410, 405, 400, 395), 1):
        app.text_input(key=f"date-enrollment_year1-{year}").set_value(str(pupils))
    run(app)
    said = say("values.implied", setting="Enrollment change a year", value="0.0%")
    assert any(said in as_read(c.value) for c in app.caption)
    click(app, "date-use")
    assert now(app)["enrollment_year1"] == (424, 410, 405, 400, 395)
    assert now(app)["enrollment_growth"] == 0


@pytest.mark.parametrize(
    ("lever", "shown", "said"),
    [("teacher_leaders", "-1", "Teacher leaders"), ("inflation", "900", "900.0% is outside")],
)
def test_a_value_that_cannot_be_is_refused_in_the_screens_own_scale(lever, shown, said):
    """The sentence names the lever, the value and what is possible; nothing is used."""
    app = opened()
    app.selectbox(key="date-lever").set_value(lever)
    run(app)
    app.text_input(key=f"date-value-{lever}").set_value(shown)
    run(app)
    assert said in " ".join(e.value for e in app.error)
    assert not [b for b in app.button if b.key == "date-use"]


def test_an_end_before_the_beginning_is_refused():
    app = opened()
    app.text_input(key="date-value-teacher_leaders").set_value("8")
    fill(app, first=4, last=2)
    assert say("values.last_year", first=4, given=2) in " ".join(e.value for e in app.error)


def test_every_lever_that_may_differ_by_year_can_be_dated():
    """Both kinds: what is decided, and what the world does."""
    assert {"teacher_leaders", "cut_rate", "inflation", "device_unit_cost"} <= set(DATABLE)
    assert "refresh" not in DATABLE
    assert "device_life_years" not in DATABLE


def dialog(app, lever, way=FROM):
    app.selectbox(key="date-lever").set_value(lever)
    app.segmented_control(key="date-way").set_value(way)
    return run(app)


def test_what_can_be_read_in_two_ways_is_asked_in_the_dialog():
    """11.700 gets no preview until it is answered; the answer rewrites the field."""
    app = dialog(opened(), "base_rate_per_pupil")
    app.text_input(key="date-value-base_rate_per_pupil").set_value("11.700")
    run(app)
    assert [as_read(w.value) for w in app.warning] == [
        say(
            "values.two_ways",
            setting=LEVERS["base_rate_per_pupil"].label,
            given="11.700",
            other="$11,700",
            plain="$11.70",
        )
    ]
    assert not [b for b in app.button if b.key == "date-use"]
    next(b for b in app.button if as_read(b.label) == "$11,700").click()
    run(app)
    assert app.text_input(key="date-value-base_rate_per_pupil").value == "11,700"
    click(app, "date-use")
    assert now(app)["base_rate_per_pupil"] == 11_700


def test_five_numbers_pasted_into_one_field_fill_all_five():
    """As a sheet gives a row. The first way becomes the second, and they are seen before they are used."""
    app = opened()
    app.text_input(key="date-value-teacher_leaders").set_value("4\t4\t5\t6\t7")
    run(app)
    assert app.segmented_control(key="date-way").value == FIVE
    assert [app.text_input(key=f"date-teacher_leaders-{y}").value for y in range(1, 6)] == list("44567")
    app.text_input(key="date-teacher_leaders-2").set_value("5; 5; 5; 5; 8")
    run(app)
    click(app, "date-use")
    assert now(app)["teacher_leaders"] == (5, 5, 5, 5, 8)


def press(app, label):
    next(b for b in app.button if as_read(b.label) == label).click()
    return run(app)


def offers_use(app) -> bool:
    return any(b.key == "date-use" for b in app.button)


def test_what_is_unusual_is_asked_before_it_can_be_used():
    """29% from Year 3: no preview and no *Use it* until it is said to be meant. Then the remark stays."""
    growth, remark = "public_funding_growth", "Funding growth a year: 29.0% is outside the usual range"
    app = dialog(opened(), growth)
    app.text_input(key=f"date-value-{growth}").set_value("29")
    fill(app, first=3)
    assert remark in app.warning[0].value
    assert not offers_use(app)
    press(app, "Keep 2.7%")
    assert app.text_input(key=f"date-value-{growth}").value == ""
    assert not app.warning
    app.text_input(key=f"date-value-{growth}").set_value("29")
    run(app)
    press(app, "Use 29.0%")
    assert app.text_input(key=f"date-value-{growth}").value == "29"
    assert remark in app.warning[0].value
    click(app, "date-use")
    assert now(app)[growth] == (0.027, 0.027, 0.29, 0.29, 0.29)


def test_an_answer_stands_for_the_text_it_was_given_for():
    """29% is meant; 31% typed over it is asked about again, and 29% after that as well."""
    app = dialog(opened(), "public_funding_growth")
    for percent in (29, 31, 29):
        app.text_input(key="date-value-public_funding_growth").set_value(str(percent))
        run(app)
        assert not offers_use(app)
        press(app, f"Use {percent}.0%")
        assert offers_use(app)


def test_five_unusual_numbers_are_one_question():
    """Pasted into the one field they fill all five; the third is usual. What is kept is each year's own."""
    growth = "public_funding_growth"
    app = dialog(opened(), growth)
    app.text_input(key=f"date-value-{growth}").set_value("29; 29; 3; 31; 29")
    run(app)
    assert [as_read(b.label) for b in app.button if b.key.startswith("answer-")] == [
        "Use 29.0%, 31.0%",
        "Keep 2.7%",
    ]
    assert not offers_use(app)
    press(app, "Use 29.0%, 31.0%")
    click(app, "date-use")
    assert now(app)[growth] == (0.29, 0.29, 0.03, 0.31, 0.29)
    app = dialog(click(app, "date"), growth, FIVE)
    app.text_input(key=f"date-{growth}-1").set_value("44")
    run(app)
    press(app, "Keep 29.0%")
    assert app.text_input(key=f"date-{growth}-1").value == "29"


def test_an_answer_to_which_of_two_is_meant_is_not_asked_about_again():
    """11.700 as $11.70 is outside $4,000 to $30,000, and was chosen beside $11,700."""
    app = dialog(opened(), "base_rate_per_pupil")
    app.text_input(key="date-value-base_rate_per_pupil").set_value("11.700")
    press(run(app), "$11.70")
    assert offers_use(app)


def test_what_moves_nothing_is_said_before_it_is_used():
    """A grant of no years, with the press that sets the years as well."""
    app = dialog(opened(), "sustaining_grant", FIVE)
    app.text_input(key="date-sustaining_grant-1").set_value("200000; 100000; 0; 0; 0")
    run(app)
    assert app.warning[0].value == moves_nothing("sustaining_grant", sustaining_grant_years="0")
    next(
        b
        for b in app.button
        if b.label == say("settings.use_it_and", press=press_that_sets(sustaining_grant_years="2"))
    ).click()
    run(app)
    assert now(app)["sustaining_grant"] == (200_000, 100_000, 0, 0, 0)
    assert now(app)["sustaining_grant_years"] == 2
