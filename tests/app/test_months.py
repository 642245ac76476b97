"""Month by month on the page: for charter schools without asking, for others on demand, choices that last."""

from __future__ import annotations

import math

import pytest

from model.months.months_in_words import lowest
from model.months.timing import Timing
from model.months.within_a_year import months
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
from views.curves import months as view

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


def test_every_flow_has_a_label():
    assert set(view.LABELS) >= {"revenue", "payroll", "grants", "devices", "other"}


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
