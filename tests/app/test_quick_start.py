"""A school like mine, in the dialog: four facts in, a whole school out, and nothing typed is ever lost.

The dialog opens in the run after its button; a run by hand opens it again, as the browser keeps it open.
"""

from __future__ import annotations

import pytest

from model.evidence import PRESETS
from model.plan.released import newest
from model.results.projection import project
from model.texts import counted, say
from tests.app.screen import address, as_read, click, hold_open, move, now, open_app, open_part, plan, run
from tests.looped import looped
from views.levers import school_like_mine

FIELDS = ("enrollment", "teachers", "money")


def ask(app):
    click(app, "mine")
    return app


def fill(app, enrollment="412", teachers="26", money="4,900,000", kind="budget", like="us_elementary"):
    for field, text in zip(FIELDS, (enrollment, teachers, money), strict=True):
        app.text_input(key=f"school-{field}").set_value(text)
    app.radio(key="school-kind").set_value(kind)
    app.selectbox(key="school-like").set_value(like)
    hold_open(app, school_like_mine.KEY)  # a press in a dialog has here all of the page drawn again
    next(b for b in app.button if as_read(b.label) == say("settings.show_my_school")).click()
    return run(app)


def typed(app) -> list[str]:
    return [app.text_input(key=f"school-{field}").value for field in FIELDS]


def errors(app) -> list[str]:
    return [as_read(e.value) for e in app.error]


def test_four_numbers_make_a_school():
    """412 students, $4.9M, 26 teachers: 26 teachers in Year 1, $4.9M revenue, 1.5% of it left, start-up paid.

    1.5% of $4,900,000 is $73,500; other cost per student is set to the cent, which is $2.06 a year at most.
    """
    app = fill(ask(open_app()))
    p = project([now(app)])
    assert p.cell("teachers", 1) == 26
    assert p.cell("enrollment", 1) == 412
    assert p.cell("public_revenue", 1) == pytest.approx(4_900_000, abs=0.01)
    assert p.cell("structural_result", 1) == pytest.approx(73_500, abs=2.06)
    assert not plan(app).is_changed
    assert address(app)["start.enrollment_year1"] == "412"
    assert not app.text_input, "the dialog is closed"


def test_it_says_what_was_filled_in_until_the_next_move():
    """The page says the size and how many other settings were filled in, until the next move.

    As many rows of the assumptions are not set by the reader, who typed the enrollment.
    """
    app = fill(ask(open_app()))
    (note,) = app.info
    said = as_read(note.value)
    open_part(app, "assumptions")
    table = "".join(h.value for h in app.get("html"))
    of_reader, fitted, like = (
        table.count(f'<td class="t">{say(by)}</td>')
        for by in ("numbers.set_you", "numbers.set_fitted", "numbers.set_preset")
    )
    assert (of_reader, fitted) == (1, 5)
    assert say("guess.made", students="412", count=counted(fitted + like)) in said
    assert app.info
    move(app, "teacher_leaders", 6.0)
    assert not app.info


def test_funding_per_pupil_will_do_instead_of_the_budget():
    """$11,900 for each of 412 students is the budget of $4,902,800."""
    app = fill(ask(open_app()), money="$11,900", kind="per_pupil")
    assert project([now(app)]).cell("public_revenue", 1) == pytest.approx(4_902_800, abs=0.01)


@pytest.mark.parametrize(
    "money", ["4900000", "$4,900,000", "4.9M", "$4.9m", "4 900 000", "4900K", " $ 4,900,000.00 "]
)
def test_money_as_people_type_it(money):
    """The same budget in seven spellings is the same school."""
    app = fill(ask(open_app()), money=money)
    assert project([now(app)]).cell("public_revenue", 1) == pytest.approx(4_900_000, abs=0.01)


@pytest.mark.parametrize("like", PRESETS)
def test_every_kind_of_school_can_be_started_from(like):
    """For each preset its own size, money and teachers make a school of that kind, with those numbers."""
    app = open_app(**{"from": like})
    own = project([now(app)])
    pupils, revenue, teachers = (own.cell(line, 1) for line in ("enrollment", "public_revenue", "teachers"))
    app = fill(ask(app), f"{pupils:.0f}", f"{teachers:g}", f"{revenue:.2f}", like=like)
    assert errors(app) == []
    made = project([now(app)])
    assert address(app)["from"] == str(newest(like))
    assert [made.cell(line, 1) for line in ("enrollment", "teachers")] == [pupils, teachers]


BAD = {
    "all empty": (
        ("", "", ""),
        ["Enrollment: the field is empty", "Yearly budget: the field", "Teachers: the field"],
    ),
    "in letters": (
        ("many", "enough", "lots"),
        ["Enrollment: “many” is not", "Yearly budget: “lots” is not", "Teachers: “enough” is not"],
    ),
    "no such numbers": (
        ("nan", "inf", "1e999"),
        [
            "Enrollment: “nan”",
            f"Yearly budget: {say('values.far_outside', low='-1000000000000', high='1000000000000')}",
            "Teachers: “inf”",
        ],
    ),
    "below": (("9", "0", "100"), ["Enrollment: 9 is not", "Teachers: 0 is not", "Yearly budget: 100 is not"]),
    "above": (
        ("5001", "1001", "500000001"),
        ["Enrollment: 5001 is not", "Teachers: 1001 is not", "Yearly budget: 500000001 is not"],
    ),
    "negative": (
        ("-412", "-26", "-4900000"),
        ["Enrollment: -412", "Teachers: -26", "Yearly budget: -4900000"],
    ),
    "per student for a budget": (("412", "26", "11,900"), ["Yearly budget: 11900 is not possible"]),
    "digits of another script": (("٤١٢", "26", "4,900,000"), ["Enrollment: “٤١٢” is not a number"]),
    "misplaced commas": (("412", "26", "4,90,000"), ["Yearly budget: “4,90,000” is not a number"]),
    "markup": (("<b>412</b>", "26", "4,900,000"), ["Enrollment: “<b>412</b>” is not a number"]),
    "teachers for students": (
        ("26", "412", "4,900,000"),
        ["412 teachers for 26 students make", "$188,462 per student"],
    ),
    "too little money": (("412", "26", "1,000,000"), ["does not pay for 26 teachers"]),
    "too much money": (("100", "10", "9,900,000"), ["more than this tool can place"]),
}


@pytest.mark.parametrize(("facts", "said"), BAD.values(), ids=BAD)
def test_what_cannot_be_keeps_the_dialog_and_everything_typed(facts, said):
    """Every problem is named at once with a way out; the dialog keeps what was typed; the plan stays."""
    app = move(open_app(), "teacher_leaders", 6.0)
    before = address(app)
    fill(ask(app), *facts)
    messages = errors(app)
    assert len(messages) == len(said)
    for part in said:
        assert any(part in m for m in messages), (part, messages)
    assert all(any(remedy in m for remedy in ("Give", "Check")) for m in messages)
    assert typed(app) == list(facts)
    assert address(app) == before


def test_a_mended_entry_goes_through():
    """After a refusal only the wrong field is typed again, and the school is made of all of them."""
    app = fill(ask(open_app()), teachers="twenty-six")
    assert len(errors(app)) == 1
    assert typed(app) == ["412", "twenty-six", "4,900,000"]
    fill(app)
    assert project([now(app)]).cell("teachers", 1) == 26


def test_undo_leads_back_before_the_school():
    """A school typed in is one step: undo brings back the plan of before, redo the school."""
    app = move(open_app(), "teacher_leaders", 6.0)
    before = address(app)
    fill(ask(app))
    school = address(app)
    click(app, "undo")
    assert address(app) == before
    click(app, "redo")
    assert address(app) == school


@looped(
    "typed",
    [
        ("412 students", "26", "$4.9M"),
        ("412", "26,0", "4.900.000"),
        ("412 students", "26.0", "$4,900,000"),
        ("412", "26", "4 900 000"),
        ("412", "26", "USD 4,900K"),
    ],
)
def test_numbers_as_people_write_them(typed):
    """Every spelling is the same school: 412 students, 26 teachers, $4,900,000."""
    app = fill(ask(open_app()), *typed)
    assert errors(app) == []
    p = project([now(app)])
    assert [p.cell(line, 1) for line in ("enrollment", "teachers")] == [412, 26]
    assert p.cell("public_revenue", 1) == pytest.approx(4_900_000, abs=1)


def test_a_number_that_may_be_two_is_asked_and_nothing_is_lost():
    """1.200 students are 1,200 to many. The answer makes the school; the other fields are as they were."""
    app = ask(open_app())
    before = address(app)
    fill(app, "1.200", "75", "14,000,000")
    assert [as_read(w.value) for w in app.warning] == [
        say("values.two_ways", setting="Enrollment", given="1.200", other="1,200", plain="1.2")
    ]
    assert address(app) == before
    answer(app, "1,200")
    p = project([now(app)])
    assert p.cell("enrollment", 1) == 1200
    assert p.cell("public_revenue", 1) == pytest.approx(14_000_000, abs=1)


def answer(app, label):
    """A press on one of the answers in the dialog."""
    hold_open(app, school_like_mine.KEY)
    next(b for b in app.button if as_read(b.label) == label).click()
    return run(app)


def asked(app) -> list[str]:
    return [as_read(w.value) for w in app.warning]


def test_an_unusual_number_is_asked_back_before_the_school_is_made():
    """60 students are possible and outside 100 to 1,500. One at a time, with all that was typed in place."""
    app = ask(open_app())
    before = address(app)
    fill(app, "60", "4", "1,000,000")
    assert asked(app) == [
        say("values.unusual", setting="Enrollment", value="60", usual="100 to 1,500"),
        say("values.unusual", setting="Teachers", value="4", usual="5 to 150"),
    ]
    assert address(app) == before
    answer(app, "Use 60")
    assert asked(app) == [say("values.unusual", setting="Teachers", value="4", usual="5 to 150")]
    assert typed(app) == ["60", "4", "1,000,000"]
    fill(app, "60", "5", "1,000,000")
    assert [project([now(app)]).cell(line, 1) for line in ("enrollment", "teachers")] == [60, 5]
    app = fill(ask(app), "90", "5", "1,000,000")
    assert asked(app) == [say("values.unusual", setting="Enrollment", value="90", usual="100 to 1,500")]
    answer(app, "Use 90")
    assert project([now(app)]).cell("enrollment", 1) == 90


SMALL = {
    "teacher_salary": "38,000",
    "benefit_rate": "20%",
    "principal_positions": "1",
    "principal_salary": "$60,000",
    "assistant_principal_positions": "0",
    "counselor_positions": "0",
    "clerk_positions": "0.5",
    "paraprofessional_positions": "0",
    "lease": "$50,000",
    "management_fee_rate": "3%",
}


def test_a_small_school_enters_its_own_staff_and_pay():
    """100 students, 7 teachers and $640,000 are refused with the usual staff. With its own they are a plan,
    once two unusual salaries are meant. 7 teachers at $38,000 with 20% are $319,200.
    """
    app = fill(ask(open_app()), "100", "7", "640,000", like="new_start_grows_a_grade_a_year")
    assert len(errors(app)) == 1
    for key, text in SMALL.items():
        app.text_input(key=f"school-own-{key}").set_value(text)
    fill(app, "100", "7", "640,000", like="new_start_grows_a_grade_a_year")
    assert errors(app) == []
    assert len(asked(app)) == 2
    for value in ("$38,000", "$60,000"):
        answer(app, say("settings.use", value=value))
    p = project([now(app)])
    assert p.cell("teacher_cost", 1) == pytest.approx(319_200)
    assert p.cell("public_revenue", 1) == pytest.approx(640_000, abs=0.01)
    assert address(app)["start.teacher_salary"] == "38000"


def test_what_is_wrong_in_the_fold_is_said_with_the_rest():
    """A salary in letters and a total that cannot pay the staff: nothing is made, everything typed stays."""
    app = ask(open_app())
    app.text_input(key="school-own-teacher_salary").set_value("plenty")
    fill(app)
    assert any("plenty" in m for m in errors(app))
    app.text_input(key="school-own-teacher_salary").set_value("")
    app.text_input(key="school-own-total").set_value("900,000")
    fill(app)
    assert any("$900,000" in m for m in errors(app))
    assert typed(app) == ["412", "26", "4,900,000"]
