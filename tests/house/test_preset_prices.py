"""The newest presets are what their facts say, in the money of one year, worked out by hand."""

from __future__ import annotations

import json

import pytest

from model.evidence import DATA, LEVERS, PRESETS, SOURCES
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.first_versions import FIRST, KEYS, first_version
from tests.looped import looped
from tools.preset_prices import (
    MONEY_YEAR,
    arithmetic,
    as_filed,
    factor,
    facts,
    newest,
    price_index,
    stated,
)

# Dollars that no index is laid on, because they are of the year already, or no price at all.
OF_THE_YEAR = {
    *("low_income_rate_per_pupil", "other_public_per_pupil", "sustaining_grant"),  # none in any preset
    *("opening_fund_balance", "startup_it_other"),
    *("connectivity_per_pupil", "occupancy_per_pupil", "nonpersonnel_per_pupil", "startup_grants"),
}
OF_THE_YEAR_IN_CHICAGO = OF_THE_YEAR | {
    *("base_rate_per_pupil", "all_in_funding_per_pupil", "teacher_salary", "counselor_salary"),
    *("assistant_principal_salary", "clerk_salary", "paraprofessional_salary", "it_support_salary"),
    *("leader_supplement", "substitute_daily_rate", "startup_other"),
}


def test_the_index_by_hand():
    """Pay: +4.1%, +3.8%, +3.0%, then as prices, +2.7%. Prices: 315.605 of December 2024, and 2.7% more."""
    index = price_index()
    assert index["2025-26"]["prices"] == pytest.approx(315.605 * 1.027, abs=0.001)
    pay = [100.0, 100 * 1.041, 100 * 1.041 * 1.038, 100 * 1.041 * 1.038 * 1.03]
    years = ["2021-22", "2022-23", "2023-24", "2024-25"]
    assert [index[year]["pay"] for year in years] == pytest.approx(pay, abs=0.001)
    assert index["2025-26"]["pay"] == pytest.approx(pay[-1] * 1.027, abs=0.001)
    assert factor(index, "prices", "2012-13") == pytest.approx(324.126 / 229.601)
    assert factor(index, "pay", MONEY_YEAR) == 1


@looped(
    ("preset", "lever", "expected"),
    [
        ("us_elementary", "device_unit_cost", 369),  # 338 x 324.126 / 296.797 = 369.12
        ("us_elementary", "software_per_pupil", 99),  # 70 x 324.126 / 229.601 = 98.82
        ("us_middle", "teacher_salary", 76_190),  # 72,030 x 114.303 / 108.056 = 76,194
        ("us_high", "principal_salary", 121_370),  # 106,180 x 1.14303 = 121,367
        ("us_high", "base_rate_per_pupil", 12_570),  # 11,900 x 324.126 / 306.746 = 12,574
        ("chicago_large_k8", "base_rate_per_pupil", 15_470),  # 15,063 x 1.027 = 15,470
        ("chicago_large_k8", "principal_salary", 172_390),  # 157,000 x 114.303 / 104.1 = 172,388
        ("chicago_charter_k8", "teacher_salary", 85_890),  # 98,000 x 54.6 / 62.3 = 85,888
        ("chicago_charter_k8", "pupils_per_teacher", 17.3),
        ("new_start_grows_a_grade_a_year", "pupils_per_paraprofessional", 32),  # 1 / (1/15 + 1/45 - 1/17.3)
        ("chicago_selective_high_school", "staffing_count", "last_fall"),
        ("us_elementary", "staffing_count", "forecast"),
        ("chicago_charter_k8", "open_positions_pay", "school"),
        ("us_elementary", "open_positions_pay", "unsettled"),
        ("us_elementary", "extra_pay_benefits", "pension_on_both"),
    ],
)
def test_a_value_by_hand(preset, lever, expected):
    assert newest(preset)[lever] == expected


def test_what_is_left_for_supplies_by_hand():
    """The national elementary school: what 98.5% of $12,260 x 450 leave after people, training, technology.

    30 teachers, a principal, an assistant principal (450 / 500), a counselor (450 / 372), 11 clerks and aides
    at one pay (1 + 1 and 9), half a technician. 496 devices: 450 x 1.1 is a hair above 495.
    """
    people = (30 * 76_190 + 121_370 + 100_490 + 76_190 + 11 * 39_240 + 0.5 * 58_180) * 1.435
    leaders = 4 * 6_860 * (1 + 0.234 + 0.0145)
    training = 30 * (1_270 + 2 * 154)
    technology = 496 / 4 * 369 + 496 * 0.12 * 98 + 450 * (99 + 15)
    left = 0.985 * 12_260 * 450 - (people + leaders + training + technology)
    assert newest("us_elementary")["nonpersonnel_per_pupil"] == round(left / 450) == 1958


@looped("key", KEYS)
def test_the_files_are_what_the_facts_say(key):
    """Value by value, and to the byte, so that nobody edits one without the other."""
    assert PRESETS[key].values == newest(key).values
    assert (PRESETS[key].version, PRESETS[key].money_year) == (2, MONEY_YEAR)
    file = DATA / "presets" / f"{key}.json"
    assert as_filed(key, file) == file.read_text(encoding="utf-8")


@looped("key", KEYS)
def test_year_1_keeps_a_little(key):
    """1.5% of revenue, to half a dollar a student."""
    p = project([Scenario.preset(key)])
    kept = 0.015 * p.cell("public_revenue", 1)
    assert p.cell("structural_result", 1) == pytest.approx(kept, abs=0.51 * p.cell("enrollment", 1))


@looped("key", KEYS)
def test_every_price_is_of_one_year(key):
    """Each lever whose money is of another year has a fact that brings it here, or needs none. A lever that
    came later has its default.
    """
    exempt = OF_THE_YEAR if PRESETS[key].family == "us" else OF_THE_YEAR_IN_CHICAGO
    held = {k: x for k, x in LEVERS.items() if x.since <= PRESETS[key].data_version}
    dollars = {k for k, x in held.items() if x.unit.startswith("usd") and x.year_of_money != MONEY_YEAR}
    assert "device_unit_cost" in dollars
    assert not dollars - set(stated(key)) - exempt


def test_a_fact_names_what_there_is():
    """Its lever, its presets, its sources, a year of the index; and the arithmetic has a line for each."""
    index = price_index()
    for fact in facts():
        assert fact.lever in LEVERS
        assert set(fact.source) <= set(SOURCES), fact
        assert any(fact.is_of(key) for key in KEYS), fact
        assert not fact.index or fact.school_year in index, fact
        assert fact.reason.endswith("."), fact
    lines = list(arithmetic("us_elementary"))
    assert len(lines) == len(stated("us_elementary")) + 2
    assert "device_unit_cost = 338 x 324.126 / 296.797 = 369  [PIRG23+CEU20]" in lines


def test_first_versions_are_named_as_they_stand():
    """Every one is held, with the values of its release, which `tests/exchange/test_golden.py` guards."""
    assert [Scenario.preset(name).name for name in FIRST] == [Scenario.preset(key).name for key in KEYS]
    held = json.loads((DATA / "presets" / "version_1" / "us_high.json").read_text(encoding="utf-8"))
    assert Scenario.preset(first_version("us_high"))["base_rate_per_pupil"] == 11_900
    assert held["version"] == 1
