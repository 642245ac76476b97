"""Own lines on the page: a form adds one, its fields and name change it, a button takes it out."""

from __future__ import annotations

from exchange.address import write
from model.evidence import LEVERS
from model.evidence.own_lines import MOST, NUMBERS, own_key
from model.lines.own import own_line
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from tests.app.screen import as_read, htmls, now, open_app, open_panel, plan, run, type_in
from tests.first_versions import first_version
from views.shell import toolbar

NAME, KIND, BASIS, AMOUNT = (f"own-new-{x}" for x in ("name", "kind", "basis", "amount"))
SCHOOL = first_version("us_elementary")


def add(app, amount, *, name="", kind="recurring_cost", basis="fixed"):
    """Fill in the form and press its button."""
    app.text_input(key=NAME).set_value(name)
    app.selectbox(key=KIND).set_value(kind)
    app.selectbox(key=BASIS).set_value(basis)
    app.text_input(key=AMOUNT).set_value(amount)
    (button,) = [b for b in app.button if as_read(b.label) == say("own_lines.add")]
    button.click()
    return run(app)


def test_a_line_is_added_named_changed_and_removed():
    """$25,000 a year for after-school; then by the student, at $60 for each; then it is gone."""
    app = open_panel(open_app(), "own")
    assert not [w for w in app.text_input if w.key.startswith(("exact-own", "own_"))]
    add(app, "$25,000", name="After school")
    assert now(app)["own_01_amount"] == 25_000
    assert now(app).names == ((1, "After school"),)
    assert project([now(app)]).row(own_line(1, "recurring_cost")) == [0, *[25_000] * 5]
    assert "After school" in "".join(htmls(app))
    assert say("own_lines.every_year", dollars="$25,000") in "".join(htmls(app))
    app.selectbox(key="exact-own_01_basis").set_value("by_student")
    run(app)
    type_in(app, "own_01_amount", 60)
    assert project([now(app)]).cell(own_line(1, "recurring_cost"), 1) == 60 * now(app).number(
        "enrollment_year1"
    )
    app.text_input(key="own_01_name").set_value("Clubs")
    run(app)
    assert now(app).names == ((1, "Clubs"),)
    app.button(key="own-remove-1").click()
    run(app)
    assert (now(app).own_lines, now(app).names) == ((), ())
    assert not app.error


def test_what_cannot_be_is_said_and_kept():
    """No amount, no number, a name that is too long: nothing is added, and what was typed stays."""
    app = open_panel(open_app(), "own")
    for amount, name in (("", "x"), ("much", "x"), ("5", "x" * 61)):
        add(app, amount, name=name)
        assert now(app).own_lines == ()
        assert len(app.error) == 1
        assert app.text_input(key=NAME).value == name
        assert app.text_input(key=AMOUNT).value == amount
    add(app, "5", name="x")
    assert now(app).own_lines == (1,)
    type_in(app, "own_01_first_year", "5")
    type_in(app, "own_01_last_year", "4")
    assert len(app.error) == 1
    assert now(app)["own_01_last_year"] == 5


def test_a_share_and_money_that_comes_once():
    """3 means 3%. What comes once comes in Year 1."""
    app = open_panel(open_app(), "own")
    add(app, "3", kind="public_revenue", basis="by_pay")
    assert now(app)["own_01_share"] == 0.03
    add(app, "9,000", kind="one_time_cost")
    assert project([now(app)]).row(own_line(2, "one_time_cost")) == [0, 9_000, 0, 0, 0, 0]


def test_twenty_lines_are_the_most():
    """With twenty there is no form, and a sentence says so. Every line is among all lines by its name."""
    full = Scenario.preset(SCHOOL).changed(
        {
            own_key(n, k): v
            for n in NUMBERS
            for k, v in (("kind", "recurring_cost"), ("amount", 100.0), ("name", f"Line no. {n}"))
        }
    )
    plan = begun_from(SCHOOL, Scenario.preset(SCHOOL), full)
    app = open_app(**write(plan))
    open_panel(app, "own")
    assert not [w for w in app.text_input if w.key == NAME]
    assert say("own_lines.at_most", most=MOST) in [as_read(c.value) for c in app.caption]
    assert not app.error
    assert LEVERS["own_20_amount"].label == "Own line 20: Amount"


def test_a_line_is_one_change_and_goes_with_one_press():
    """What it is, how it is counted, how much: the reader did one thing."""
    app = open_panel(open_app(), "own")
    add(app, "$25,000", name="After school")
    labels = [b.proto.popover.label for b in app.get("popover")]
    assert as_read(say("toolbar.changes_count", count=1)) in map(as_read, labels)
    assert list(toolbar._differing(plan(app))) == ["own_01_kind"]
    assert set(toolbar._of_line("own_01_kind")) >= {"own_01_amount", "own_01_basis"}
    app.button(key="undo").click()
    assert not toolbar._differing(plan(run(app)))
