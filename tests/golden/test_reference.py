"""The model against an independent calculation of the same equations, published as rounded tables.

The tables were made from the equations alone, without this code. Dollars are printed whole and measures with
four decimals, so a cell agrees when it is within half a unit of the last printed place.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from model.evidence import PRESETS, SIX_SCHOOLS
from model.plan.scenario import Scenario
from model.results.projection import RESULT_KEYS, Projection, project
from tests.first_versions import first_version

HERE = Path(__file__).parent
PRINTED = 1 + 1e-9  # a hair, for figures that fall on the half itself
MEASURES = {
    "operating_margin",
    "fund_balance_ratio",
    "days_of_expenditure",
    "it_share",
    "pd_share",
    "personnel_share",
    "grant_dependency",
    "gap_in_teacher_positions",
}


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed_to(key: str, printed: str) -> float:
    """Half a unit of the last printed place: dollars whole, measures four decimals, days from 10 on whole."""
    if key not in MEASURES or (key == "days_of_expenditure" and abs(float(printed)) >= 10):
        return 0.5 * PRINTED
    return 0.00005 * PRINTED


REFERENCE = table("reference_output.csv")


PUBLISHED = list(dict.fromkeys(r["preset"] for r in REFERENCE))


def test_the_reference_holds_nine_presets_and_every_result():
    """The table does not change: nine presets of six years, with the result columns. A preset that came later
    is not in it.
    """
    assert len(PUBLISHED) == 9
    assert len(REFERENCE) == 9 * 6
    assert set(PUBLISHED) <= set(PRESETS)
    assert tuple(REFERENCE[0])[2:] == RESULT_KEYS


@pytest.mark.parametrize("preset", PUBLISHED)
def test_a_preset_equals_the_reference_to_the_dollar(preset):
    """Every cell of the preset's six years equals the table; a blank is a blank in both."""
    results = list(project([Scenario.preset(first_version(preset))]).results())
    wrong = []
    for expected in (r for r in REFERENCE if r["preset"] == preset):
        year = int(expected["year"])
        for key in RESULT_KEYS:
            printed, computed = expected[key], results[year][key]
            if printed == "" or computed is None:
                agrees = printed == "" and computed is None
            else:
                agrees = abs(computed - float(printed)) <= printed_to(key, printed)
            if not agrees:
                wrong.append(f"year {year}, {key}: printed {printed!r}, computed {computed!r}")
    assert not wrong, "\n".join(wrong)


# --- the six illustrative schools ---------------------------------------------------------------------------

SIX = table("six_schools.csv")
SCHOOLS = dict(zip((r["school"][0] for r in SIX), zip(SIX, SIX_SCHOOLS.values(), strict=True), strict=True))


def six(letter: str, **changes: float) -> tuple[dict[str, str], Projection]:
    printed, school = SCHOOLS[letter]
    return printed, project([Scenario.of(school.values, school.label).changed(**changes)])


@pytest.mark.parametrize("letter", SCHOOLS)
def test_the_start_up_of_an_illustrative_school_equals_the_table(letter):
    """Start-up in all, per student, by part, and as a share of all-in funding are those of the table."""
    printed, p = six(letter)
    assert p.cell("enrollment", 1) == float(printed["enrollment"])
    for key, line in {
        "startup_total": "one_time_cost",
        "startup_per_pupil": "startup_per_pupil",
        "startup_it": "startup_it",
        "startup_pd": "startup_pd",
        "startup_other": "startup_other_cost",
    }.items():
        assert p.cell(line, 0) == pytest.approx(float(printed[key]), abs=0.5), key
    assert p.cell("startup_share_of_funding", 0) == pytest.approx(
        float(printed["startup_share_of_16300"]), abs=5e-5
    )


@pytest.mark.parametrize("letter", SCHOOLS)
def test_the_five_years_of_an_illustrative_school_equal_the_table(letter):
    """Revenue per student, IT and PD shares (per cent of recurring cost), year-5 result and balance are those
    printed.
    """
    printed, p = six(letter)
    assert p.cell("public_revenue_per_pupil", 1) == pytest.approx(
        float(printed["revenue_per_pupil_year1"]), abs=0.5
    )
    assert p.cell("it_share", 5) == pytest.approx(float(printed["it_share_year5"]), abs=5e-5)
    assert p.cell("pd_share", 5) == pytest.approx(float(printed["pd_share_year5"]), abs=5e-5)
    assert p.cell("structural_result", 5) == pytest.approx(float(printed["structural_result_year5"]), abs=0.5)
    assert p.cell("fund_balance", 5) == pytest.approx(float(printed["fund_balance_year5"]), abs=0.5)


@pytest.mark.parametrize(
    ("column", "cut"),
    [
        # "Mid-year cut": 3.5% of revenue in year 2 alone (a base rate 6.9% lower on about half of a budget).
        ("midyear_cut", {"cut_rate": 0.035, "cut_first_year": 2, "cut_years": 1}),
        # "Severe cut" in this table is the two lean years, 6.9% in years 2 and 3; not the 10% of the same
        # name.
        ("severe_cut", {"cut_rate": 0.069, "cut_first_year": 2, "cut_years": 2}),
    ],
)
@pytest.mark.parametrize("letter", SCHOOLS)
def test_a_cut_costs_an_illustrative_school_what_the_table_says(letter, column, cut):
    """The gap in positions in the first year of the cut and the balance it leaves after five years are those
    printed.
    """
    printed, p = six(letter, **cut)
    assert p.cell("gap_in_teacher_positions", 2) == pytest.approx(
        float(printed[f"{column}_gap_in_positions_year2"]), abs=0.005
    )
    assert p.cell("fund_balance", 5) == pytest.approx(
        float(printed[f"{column}_fund_balance_year5"]), abs=0.5 * PRINTED
    )


# --- what moves the result ----------------------------------------------------------------------------------

SENSITIVITY = table("sensitivity_us_elementary.csv")


@pytest.mark.parametrize("row", SENSITIVITY, ids=lambda r: r["parameter"])
def test_a_lever_moves_year_5_by_what_the_table_says(row):
    """The year-5 structural result of the US elementary school changes to the dollar as printed, at both
    ends.
    """
    key = row["parameter"]
    base = Scenario.preset(first_version("us_elementary"))
    assert base[key] == float(row["base"])
    low, high = base.changed({key: float(row["low"])}), base.changed({key: float(row["high"])})
    start, at_low, at_high = project([base, low, high])["structural_result"][:, 5]
    assert at_low - start == pytest.approx(float(row["change_in_year5_structural_result_at_low"]), abs=0.5)
    assert at_high - start == pytest.approx(float(row["at_high"]), abs=0.5)
