"""Month by month on the page: for charter schools without asking, for others on demand, choices that last."""

from __future__ import annotations

import math

import pytest

from exchange import files
from exchange.files import Filed
from model.evidence import LEVERS
from model.months.months_in_words import lowest, lowest_of_years
from model.months.timing import Timing, shares_of
from model.months.within_a_year import months, of_all_years
from model.plan.notebook import Notebook
from model.plan.payment_times import PaymentTimes
from model.plan.plan import from_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from tests.app.screen import (
    address,
    as_read,
    htmls,
    now,
    open_app,
    open_panel,
    open_part,
    run,
    type_in,
)
from tests.first_versions import first_version
from views.charts import months as picture
from views.charts.palette import PALETTES
from views.curves import payment_choices
from views.shell import notebook

CHARTER = first_version("new_start_grows_a_grade_a_year")
SHOWN = 'class="lowest"'


def opened(app):
    return open_part(app, "months")


def section(app):
    return "".join(h for h in htmls(app) if SHOWN in h or say("months.title") in h)


def pick(app, choice, value):
    app.selectbox(key=f"months-{choice}").set_value(value)
    return run(app)


def late(app, n):
    app.segmented_control(key="months-late").set_value(n)
    return run(app)


def said(plan, timing=None):
    return lowest(months(project([plan]), timing))


def test_a_charter_school_sees_its_lowest_month():
    app = opened(open_app(**{"from": CHARTER}))
    assert said(Scenario.preset(CHARTER)) in section(app)
    assert say("months.beginning_balance") in section(app)
    assert "Illinois General Assembly" in section(app), "who says when the money comes"


def test_a_choice_moves_the_months_and_not_the_plan():
    app = opened(open_app(**{"from": CHARTER}))
    before = address(app)
    pick(app, "revenue", "monthly")
    pick(app, "payroll", "ten_months")
    pick(app, "grants", "reimbursed")
    late(app, 2)
    timing = Timing(revenue="monthly", payroll="ten_months", grants="reimbursed", late=2)
    assert said(Scenario.preset(CHARTER), timing) in section(app)
    assert said(Scenario.preset(CHARTER), timing) != said(Scenario.preset(CHARTER))
    assert address(app) == before


def test_choices_outlast_a_closed_tab_and_another_plan():
    app = opened(open_app(**{"from": CHARTER}))
    pick(app, "payroll", "ten_months")
    open_part(app, "judged")
    assert section(app) == "", "nothing is drawn in a closed tab"
    opened(app)
    assert app.selectbox(key="months-payroll").value == "ten_months"
    type_in(open_panel(app, "funding"), "opening_fund_balance", 400_000)
    assert now(app)["opening_fund_balance"] == 400_000
    assert said(now(app), Timing(payroll="ten_months")) in section(app)


def test_choices_are_in_the_file_and_come_back_from_it():
    """Written beside the plan like a note: what a saved plan holds, and what an opened file shows. What is
    chosen and taken back leaves nothing.
    """
    app = opened(open_app(**{"from": CHARTER}))
    pick(app, "payroll", "ten_months")
    pick(app, "revenue", "own")
    app.text_input(key="months-shares").set_value("50 50")
    run(app)
    held = app.session_state[notebook.notebooks.key].held
    (beside,) = [book for book in held.values() if not book.is_empty]
    chosen = PaymentTimes((("revenue", "own"), ("payroll", "ten_months")), "50 50")
    assert beside.payments == chosen
    pick(app, "payroll", "twelve_months")
    pick(app, "revenue", "quarterly")
    held = app.session_state[notebook.notebooks.key].held
    assert {book.payments for book in held.values()} == {PaymentTimes(shares="50 50")}
    late_too = PaymentTimes((("grants", "reimbursed"),), late=3, new_students_late=True)
    filed = Filed(from_preset(CHARTER), "", Notebook(payments=late_too))
    open_part(app, "open")
    app.file_uploader(key="plan-file").set_value(("p.json", files.write([filed]), "application/json"))
    opened(run(app))
    assert app.selectbox(key="months-grants").value == "reimbursed"
    assert app.segmented_control(key="months-late").value == 3, "a quarter is offered to a file that holds it"
    timing = Timing(grants="reimbursed", late=3, growth_late=True)
    assert said(Scenario.preset(CHARTER), timing) in section(app)


def test_a_district_school_opens_it_on_demand():
    app = opened(open_app())
    assert section(app) == ""
    toggle = app.toggle(key="months-open")
    assert as_read(toggle.label) == say("months.show")
    toggle.set_value(True)
    run(app)
    assert said(Scenario.preset(first_version("us_elementary"))) in section(app)


def test_what_the_year_has_none_of_is_no_choice():
    """The Chicago charter has no grant in Year 1: no calendar for it, no column, no note."""
    app = opened(open_app(**{"from": first_version("chicago_charter_k8")}))
    keys = [x.key for x in app.selectbox if str(x.key).startswith("months-")]
    assert keys == ["months-revenue", "months-payroll", "months-devices"]
    assert say("months.grants") not in section(app)
    assert say("months.when_grants") not in section(app)


def test_any_year_and_the_lowest_of_five():
    """Year 3 is one press away. A district school that grows by nothing is not asked about new students."""
    app = opened(open_app(**{"from": CHARTER}))
    plan = Scenario.preset(CHARTER)
    app.segmented_control(key="months-year").set_value(3)
    run(app)
    years = of_all_years(project([plan]))
    assert lowest(years[2]) in section(app)
    assert lowest_of_years(years) in section(app)
    app.segmented_control(key="months-new-students").set_value(True)
    run(app)
    assert lowest(of_all_years(project([plan]), Timing(growth_late=True))[2]) in section(app)
    flat = opened(open_app(**{"from": first_version("chicago_charter_k8")}))
    assert not [x for x in flat.segmented_control if x.key == "months-new-students"]


def test_twelve_shares_of_ones_own():
    """The field appears with its choice. Shares that do not add up are refused with their sum, and stay."""
    app = opened(open_app(**{"from": CHARTER}))
    assert not [x for x in app.text_input if x.key == "months-shares"]
    pick(app, "revenue", "own")
    app.text_input(key="months-shares").set_value("9 9 9 9 9 9 9 9 9 9 9 0")
    run(app)
    assert say("months.shares_do_not_add_up", total="99%") in as_read(app.error[0].value)
    assert app.text_input(key="months-shares").value == "9 9 9 9 9 9 9 9 9 9 9 0"
    sixths = "1/6 0 1/6 0 1/6 0 1/6 0 1/6 0 1/6 0"
    app.text_input(key="months-shares").set_value(sixths)
    run(app)
    assert not app.error
    assert said(Scenario.preset(CHARTER), Timing(own=shares_of(sixths))) in section(app)


def test_debt_and_cash_where_there_is_any():
    """A table by years for a plan that borrows, and nothing for one that does not."""
    app = opened(open_app(**{"from": CHARTER}))
    assert say("months.debt_and_cash") not in section(app)
    borrows = opened(
        open_app(**{"from": CHARTER, "loan_1": "373750", "loan_1_year": "1", "loan_1_rate": "0"})
    )
    assert say("months.debt_and_cash") in section(borrows)
    assert "$336,375" in section(borrows)  # 373,750 less a tenth of it
    cover = project([now(borrows)]).cell("debt_cover", 2)
    assert f">{cover:.2f}<" in section(borrows)  # two digits, as authorizers ask for 1.1


def test_what_a_district_school_owes_needs_no_opening():
    """Its months open on demand. Its debt by years is there before."""
    owes = opened(open_app(**{"from": "us_elementary.1", "loan_1": "400000"}))
    table = "".join(htmls(owes))
    assert say("months.debt_and_cash") in table
    assert SHOWN not in table
    assert say("months.debt_and_cash") not in "".join(htmls(opened(open_app())))


def test_fields_of_debt_appear_where_they_are_asked_for():
    """A loan, a line of credit and aid that waits can be given. Terms, a second loan and what was owed before
    come with them.
    """
    app = open_panel(open_app(), "debt")

    def asked():
        fields = [*app.text_input, *app.button_group]
        return {str(x.key).removeprefix("exact-") for x in fields if str(x.key).startswith("exact-")}

    debt = {k for k, x in LEVERS.items() if x.panel == "debt"}
    assert asked() & debt == {"loan_1", "credit_limit", "aid_deferred"}
    type_in(app, "loan_1", "373750")
    assert asked() & debt == {k for k in debt if k.startswith("loan_1")} | {
        "loan_2",
        "credit_limit",
        "aid_deferred",
    }
    type_in(app, "aid_deferred", "10")
    assert "aid_owed_at_start" in asked()


def test_every_flow_has_a_label():
    assert set(payment_choices.LABELS) >= {"revenue", "payroll", "grants", "devices", "other"}


# ------------------------------------------------------------------------------------------------ the picture


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_specification_holds_no_numbers_of_a_plan(name):
    """The same for every plan, and it draws the dataset that comes with it."""
    spec = picture.spec(PALETTES[name])
    assert spec is picture.spec(PALETTES[name])
    assert "datasets" not in spec
    assert set(picture.data([1.0] * 12, 0)) == {"months"}


def test_rows_of_the_picture():
    """Twelve bars in whole dollars; only the lowest is outlined and named so; space for its label below."""
    balances = [200_000.0, -100_000.4, 0.0] * 4
    rows = picture.data(balances, 1)["months"].to_pylist()
    assert [r["usd"] for r in rows[:3]] == [200_000, -100_000, 0]
    assert [r["lowest"] for r in rows].count(True) == 1
    assert rows[1]["words"].endswith("the lowest")
    assert rows[1]["month"] == "August"
    ends = [r["end"] for r in rows]
    # The span is 300,000.4; 14% of it are 42,000.
    assert (min(ends), max(ends)) == (-142_000, 242_000)


def test_a_year_of_nothing_has_a_scale():
    rows = picture.data([0.0] * 12, 0)["months"].to_pylist()
    assert all(math.isfinite(r["end"]) for r in rows)
    assert max(r["end"] for r in rows) >= 0
