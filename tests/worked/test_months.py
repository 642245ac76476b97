"""Year 1 month by month, worked by hand on a plain school: $1,200,000 come in and $1,200,000 go out, all of
it pay.

100 students at $12,000; 10 teachers at $100,000 with 20% benefits. Nothing in the bank when the year begins.
So a month costs $100,000 and a quarter brings $300,000.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.evidence import CALENDARS
from model.months.months_in_words import lowest, table, unrounded, warning, year_end
from model.months.timing import MONTHS, Timing, calendars
from model.months.within_a_year import PARTS, Months, months
from model.plan.scenario import ScenarioError
from model.results.projection import project
from model.texts import quoted, say
from tests.worked.school import PLAIN

EVEN = PLAIN.changed(base_rate_per_pupil=12_000, teacher_salary=100_000)
K = 1000
MINUS = "\N{MINUS SIGN}"


def year(timing: Timing | None = None, **changes: object) -> Months:
    return months(project([EVEN.changed(changes)]), timing)


def balances(timing: Timing | None = None, **changes: object) -> list[float]:
    return [round(x / K, 6) for x in year(timing, **changes).balances[0].tolist()]


def test_quarters_against_twelfths():
    """July: 300 - 100 = 200. August 100, September nothing, and so in every quarter."""
    assert balances() == [200, 100, 0] * 4
    m = year()
    assert (m.lowest().month, m.lowest().balance) == (MONTHS.index("september"), pytest.approx(0, abs=1e-6))


def test_twelve_payments_leave_nothing_in_any_month():
    assert balances(Timing(revenue="monthly")) == [0] * 12


def test_a_month_behind_is_a_month_short_all_year():
    """Nothing in July, a month's cost gone; it is made up by two payments in June."""
    timing = Timing(revenue="month_behind")
    assert balances(timing) == [-100] * 11 + [0]
    assert year(timing).lowest().month == 0, "the earliest of eleven"


def test_small_payments_in_summer():
    """5% of 1,200 are 60 in July and August, 9% are 108: 60 - 100 = -40, -80, then 8 more every month."""
    assert balances(Timing(revenue="state_schedule")) == [-40, -80, *range(-72, 1, 8)]


def test_pay_in_ten_months():
    """A school month costs 120. September: 300 - 120 = 180; March, the seventh: 900 - 840 = 60; June: 0."""
    expected = [300, 300, 180, 360, 240, 120, 300, 180, 60, 240, 120, 0]
    assert balances(Timing(payroll="ten_months")) == expected


@pytest.mark.parametrize(
    ("late", "summer", "month", "least"),
    [
        (0, [200, 100, 0, 200], "september", 0),
        (1, [-100, 100, 0, 200], "july", -100),
        (2, [-100, -200, 0, 200], "august", -200),
        (3, [-100, -200, -300, 200], "september", -300),
    ],
)
def test_a_first_payment_that_is_late(late, summer, month, least):
    """Each month of waiting costs 100; the quarter of October still comes in October."""
    m = year(Timing(late=late))
    assert [round(x / K, 6) for x in m.balances[0, :4]] == summer
    assert m.lowest().month == MONTHS.index(month)
    assert m.lowest().balance == pytest.approx(least * K, abs=1e-6)


def test_what_is_due_while_the_first_payment_is_late_comes_with_it():
    """Twelve payments of 100, two months late: July -100, August -200, then three at once."""
    assert balances(Timing(revenue="monthly", late=2)) == [-100, -200] + [0] * 10


@pytest.mark.parametrize(
    ("grants", "comes"),
    [
        ("at_once", {"july": 120}),
        ("halves", {"july": 60, "january": 60}),
        ("reimbursed", {"december": 30, "march": 30, "june": 60}),
    ],
)
def test_a_grant_of_120(grants, comes):
    m = year(Timing(grants=grants), sustaining_grant=120 * K, sustaining_grant_years=1)
    got = dict(zip(MONTHS, np.round(m.moved["grant_revenue"][0] / K, 6).tolist(), strict=True))
    assert {k: v for k, v in got.items() if v} == comes


def test_devices_in_july():
    """100 devices that last 4 years, at $400: 25 a year, $10,000. The first 100 are owned already."""
    devices = {
        "devices_per_pupil": 1,
        "existing_devices_per_pupil": 1,
        "device_unit_cost": 400,
        "software_per_pupil": 12,
    }
    m = year(Timing(devices="in_july"), **devices)
    assert m.moved["device_cost"][0].tolist() == [-10_000] + [0] * 11
    assert m.moved["other_it"][0] == pytest.approx([-100] * 12), (
        "licenses, 100 students at $12, go out evenly"
    )
    evenly = year(**devices)
    assert evenly.moved["device_cost"][0] == pytest.approx([-10_000 / 12] * 12)


def test_one_time_stipends_go_out_with_pay():
    """One leader, $12,000 from one-time money: $1,000 a month, or $1,200 in each of ten."""
    stipend = {"teacher_leaders": 1, "leader_supplement": 12_000, "stipend_source": "one_time"}
    assert year(**stipend).moved["one_time_cost"][0] == pytest.approx([-1000] * 12)
    ten = year(Timing(payroll="ten_months"), **stipend)
    assert ten.moved["one_time_cost"][0] == pytest.approx([0, 0, *[-1200] * 10])


# --- in words -----------------------------------------------------------------------------------------------


def test_the_lowest_month_in_days_of_cost():
    """$30,000 at a cost of 1,200,000 / 365 = $3,288 a day are 9.1 days."""
    m = year(opening_fund_balance=30_000)
    assert m.lowest().days == pytest.approx(9.125)
    assert lowest(m) == say("months.lowest_lasts", amount="$30K", month="September", count=9)
    assert warning(m) == say("months.few_days", days=30)
    assert year_end(m) == say("months.year_end", first="$30K", last="$30K")


@pytest.mark.parametrize(("opening", "days"), [(0, None), (3288, 1), (3287, None), (6576, 2)])
def test_days_in_words(opening, days):
    """A day costs $3,287.67; None is less than one."""
    shown = {0: "$0", 3288: "$3K", 3287: "$3K", 6576: "$7K"}[opening]
    said = {"amount": shown, "month": "September"}
    wanted = (
        say("months.lowest_lasts", **said, count=days) if days else say("months.lowest_under_a_day", **said)
    )
    assert lowest(year(opening_fund_balance=opening)) == wanted


def test_thirty_days_are_enough():
    """30 days cost 30 x 1,200,000 / 365 = $98,630.14."""
    assert warning(year(opening_fund_balance=98_630)) == say("months.few_days", days=30)
    assert warning(year(opening_fund_balance=98_631)) == ""


def test_below_zero_says_when_and_what_would_bridge_it():
    m = year(Timing(late=2), opening_fund_balance=50_000)
    assert lowest(m) == say("months.lowest", amount=f"{MINUS}$150K", month="August")
    assert warning(m) == say("months.below_zero", months="July and August", amount="$150,000")
    late = warning(year(Timing(late=1)))
    assert late == say("months.below_zero", months="July", amount="$100,000")


def test_a_school_that_costs_nothing_has_no_days():
    m = replace(year(), cost=np.zeros(1))
    assert m.lowest().days is None
    assert lowest(m) == say("months.lowest", amount="$0", month="September")
    assert warning(m) == ""


def test_the_table_adds_up_by_column():
    """$1,000,000 in twelve parts are $83,333.33: four months get the dollar that is left over, as 4 x 83,334
    + 8 x 83,333.
    """
    head, rows = table(year(Timing(revenue="monthly"), base_rate_per_pupil=10_000))
    columns = ("months.public_funding", "months.personnel", "months.ending_balance")
    assert head == ["", *map(say, columns)]
    opening = say("months.beginning_balance")
    assert [r[0] for r in rows] == [opening, *(m.capitalize() for m in MONTHS), "Year 1"]
    assert [r[1] for r in rows[1:]] == ["$83,334"] * 4 + ["$83,333"] * 8 + ["$1,000,000"]
    assert rows[0] == [opening, "\N{EN DASH}", "\N{EN DASH}", "$0"]
    assert rows[-1] == ["Year 1", "$1,000,000", f"{MINUS}$1,200,000", f"{MINUS}$200,000"]


def test_for_machines_every_part_stands_whether_used_or_not():
    head, rows = unrounded(year())
    assert head == ["month", *PARTS, "balance"]
    assert rows[0] == ["opening", *[""] * len(PARTS), "0"]
    assert rows[1] == ["july", "300000", "0", "-100000", *["0"] * (len(PARTS) - 3), "200000"]


# --- what cannot be -----------------------------------------------------------------------------------------


def test_everything_wrong_with_a_timing_is_said_at_once():
    with pytest.raises(ScenarioError) as refusal:
        Timing(revenue="quaterly", payroll="quarterly", late=4)
    known = say("months.choose_calendar", calendars="twelve_months, ten_months")
    assert [p.message for p in refusal.value.problems] == [
        say(
            "months.no_calendar",
            typed=quoted("quaterly"),
            flow="revenue",
            hint=say("names.did_you_mean", name="quarterly"),
        ),
        say("months.no_calendar", typed=quoted("quarterly"), flow="payroll", hint=known),
        say("months.too_late", months=4, most=3),
    ]


def test_every_calendar_of_a_flow_can_be_chosen_and_the_first_is_usual():
    usual = Timing()
    assert {flow: usual.key(flow) for flow in ("revenue", "payroll", "grants", "devices", "other")} == {
        "revenue": "quarterly",
        "payroll": "twelve_months",
        "grants": "at_once",
        "devices": "through_the_year",
        "other": "evenly",
    }
    assert [c.key for c in calendars("revenue")] == [
        "quarterly",
        "six_payments",
        "monthly",
        "state_schedule",
        "month_behind",
    ]
    assert all(sum(c.parts) == c.of for c in CALENDARS.values())
