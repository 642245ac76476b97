"""What the evidence holds: every figure has its source, every starting point is complete."""

from __future__ import annotations

import csv

import pytest

from model import evidence
from model.evidence import (
    CALENDARS,
    CORRELATIONS,
    DATA,
    FINDINGS,
    LEVERS,
    PRESETS,
    SIX_SCHOOLS,
    SOURCES,
    SPREADS,
    STANDARDS,
    STRESS,
    TWIN,
    UNCERTAIN,
    Preset,
    School,
)
from model.plan.named_presets import find_preset
from tests.first_versions import first_version
from tests.house.read_once import READ_ONCE
from tests.looped import looped
from tools.preset_prices import facts, index_sources

ROLES = ("principal", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support")
FRONT = {
    "enrollment_year1",
    "enrollment_growth",
    "pupils_per_teacher",
    "teacher_leaders",
    "recurring_pd_per_teacher",
    "startup_pd_per_teacher",
    "device_unit_cost",
    "software_per_pupil",
}


def test_everything_loads() -> None:
    """There are at least the 67 levers of the first version; every file of a preset and every row of a shock
    is read.
    """
    # 46 of the model's own, three for each of six roles, three that only feed displays and checks
    assert sum(x.since == 1 for x in LEVERS.values()) == 46 + 3 * 6 + 3
    assert set(PRESETS) == {path.stem for path in (DATA / "presets").glob("*.json")}
    assert len(SIX_SCHOOLS) == 6  # of the study
    with (DATA / "stress.csv").open(encoding="utf-8", newline="") as file:
        assert list(STRESS) == [row["key"] for row in csv.DictReader(file)]
    assert max(x.since for x in LEVERS.values()) == evidence.DATA_VERSION


def test_every_role_has_three_levers() -> None:
    """Each staff role has fixed positions, a student ratio and a salary."""
    for role in ROLES:
        assert {f"{role}_positions", f"pupils_per_{role}", f"{role}_salary"} <= set(LEVERS)


def test_every_preset_tells_its_grades_and_its_story() -> None:
    """Lowest and top grade, a question, and a place of its own among the stories."""
    assert all(p.grades for p in PRESETS.values())
    places = sorted(p.story.place for p in PRESETS.values() if p.story)
    assert places == list(range(1, len(PRESETS) + 1))
    assert PRESETS["us_middle"].grades == (6, 8)


def test_the_first_view_shows_eight_levers() -> None:
    """The levers people come for are in front, all others one click away."""
    assert {key for key, lever in LEVERS.items() if lever.place == "front"} == FRONT


READ_ONCE_OF_OWN = {"kind", "basis", "growth", "first_year", "last_year"}  # of the lines that a school names


def test_what_is_read_once_takes_no_path() -> None:
    """A lever the model reads only once takes one number, every other one a number a year."""
    once = {k for k, x in LEVERS.items() if not (x.per_year or x.of or x.panel == "debt")}
    assert {key for key in once if not LEVERS[key].own} == READ_ONCE
    assert {LEVERS[key].field for key in once if LEVERS[key].own} == READ_ONCE_OF_OWN


def test_labels_are_short_and_helps_are_sentences() -> None:
    """A label fits beside a slider, without a unit; a mark has its setting's. The help is whole sentences."""
    for lever in LEVERS.values():
        assert lever.of or len(lever.label) <= 34, lever.key
        assert not set(lever.label) & set("$%"), lever.key
        assert lever.help.endswith("."), lever.key
        assert len(lever.help) <= 280, lever.key
    assert len({lever.label for lever in LEVERS.values()}) == len(LEVERS)


def test_defaults_are_the_base_school() -> None:
    """The defaults are the elementary school as it was first released, and never move: a link that names no
    preset is stated against them.
    """
    first = find_preset(first_version("us_elementary"))
    assert first is not None
    assert {key: lever.default for key, lever in LEVERS.items()} == dict(first.values)


@looped(
    ("key", "expected"),
    [
        ("enrollment_year1", 450),
        ("base_rate_per_pupil", 11_600),
        ("pupils_per_teacher", 15.1),
        ("teacher_salary", 72_030),
        ("salary_growth", 0.03),
        ("benefit_rate", 0.435),
        ("public_funding_growth", 0.027),
        ("device_unit_cost", 338),
        ("software_per_pupil", 70),
        ("stipend_benefit_rate", 0.0145),
        ("nonpersonnel_per_pupil", 1931),
        ("clerk_positions", 1),
        ("pupils_per_counselor", 372),
        ("principal_salary", 106_180),
        ("contact_ratio", 0.78),
        ("all_in_funding_per_pupil", 16_990),
        ("pd_hours_in_existing_time", 40),
        ("hold_harmless", "no"),
        ("refresh", "smoothed"),
    ],
)
def test_defaults_by_hand(key: str, expected: float | str) -> None:
    """The base school carries the figures the sources give."""
    assert LEVERS[key].default == expected


@looped(
    ("preset", "key", "expected"),
    [
        ("us_middle", "startup_other", 160_000),
        ("us_high", "base_rate_per_pupil", 11_900),
        ("chicago_neighborhood_k8", "enrollment_growth", -0.02),
        ("chicago_neighborhood_k8", "hold_harmless", "yes"),
        ("chicago_large_k8", "nonpersonnel_per_pupil", 2950),
        ("chicago_selective_high_school", "it_support_salary", 75_000),
        ("chicago_underenrolled_high_school", "pupils_per_teacher", 9),
        ("chicago_charter_k8", "opening_fund_balance", 1_200_000),
        ("chicago_charter_k8", "management_fee_rate", 0.12),
        ("chicago_charter_k8", "all_in_funding_per_pupil", 20_353),
        ("new_start_grows_a_grade_a_year", "enrollment_growth", 0.22),
        ("new_start_grows_a_grade_a_year", "sustaining_grant", 150_000),
        ("new_start_grows_a_grade_a_year", "pupils_per_paraprofessional", 45),
    ],
)
def test_presets_by_hand(preset: str, key: str, expected: float | str) -> None:
    """Each preset carries its own figures, as it was first released."""
    first = find_preset(first_version(preset))
    assert first is not None
    assert first.values[key] == expected


@looped(
    ("school", "key", "expected"),
    [
        ("school_a", "enrollment_year1", 1451),
        ("school_a", "startup_pd_per_teacher", 1148.7581699346406),
        ("school_b", "existing_devices_per_pupil", 1e-9),
        ("school_c", "startup_other", 296_400),
        ("school_d", "low_income_rate_per_pupil", 1763),
        ("school_e", "teacher_salary", 60_000),
        ("school_e", "principal_salary", 130_213),
        ("school_f", "pupils_per_it_support", 1200),
        ("school_f", "recurring_pd_per_teacher", 500),
    ],
)
def test_six_schools_by_hand(school: str, key: str, expected: float) -> None:
    """Each illustrative school carries its own figures."""
    assert SIX_SCHOOLS[school].values[key] == expected


def test_the_six_raise_what_the_study_says() -> None:
    """The six schools were given $3.1 million and compare with $16,300 of all-in funding per student."""
    # 338,000 + 481,240 + 780,000 + 560,000 + 450,000 + 490,760 = 3,100,000
    assert sum(float(str(s.values["startup_grants"])) for s in SIX_SCHOOLS.values()) == 3_100_000
    assert {s.values["all_in_funding_per_pupil"] for s in SIX_SCHOOLS.values()} == {16_300}
    assert [s.kind for s in SIX_SCHOOLS.values()].count("charter") == 1
    assert all("made-up" in s.note and "match the published ranges" in s.note for s in SIX_SCHOOLS.values())


def test_presets_and_schools_are_complete() -> None:
    """Every preset and every school has a value for every lever and fits the slider it is shown on."""
    starting_points: list[Preset | School] = [*PRESETS.values(), *SIX_SCHOOLS.values()]
    for starting_point in starting_points:
        assert list(starting_point.values) == list(LEVERS)
        for key, value in starting_point.values.items():
            usual = LEVERS[key].usual
            if usual is not None:
                assert isinstance(value, float), (starting_point.key, key)
                assert usual[0] <= value <= usual[1], (starting_point.key, key)


def test_presets_stand_from_small_to_large_within_a_family() -> None:
    """National presets come first, then Chicago, then charter schools, each from small to large."""
    families = [p.family for p in PRESETS.values()]
    assert families == sorted(families, key=["us", "chicago", "charter"].index)
    for family in set(families):
        sizes = [p.values["enrollment_year1"] for p in PRESETS.values() if p.family == family]
        assert len(sizes) > 1
        assert sizes == sorted(sizes)
    assert [k for k in PRESETS if k in ("us_middle", "us_elementary")] == ["us_elementary", "us_middle"]


def test_every_cited_source_exists_and_every_source_is_cited() -> None:
    """No figure cites a source that is not listed, and no source is listed for nothing."""
    tables = (LEVERS, STRESS, TWIN, FINDINGS, CALENDARS, UNCERTAIN, CORRELATIONS, SPREADS, STANDARDS)
    cited = {s for table in tables for row in table.values() for s in row.source}
    cited |= {s for fact in facts() for s in fact.source} | index_sources()
    assert cited == set(SOURCES)


def test_an_assumption_says_so() -> None:
    """A lever that cites no document is marked as an assumption, never as sourced."""
    for lever in LEVERS.values():
        if set(lever.source) <= {"ASSUME", "UNCONF"}:
            assert lever.status == "assumption", lever.key
        if {"ASSUME", "UNCONF"} & set(lever.source):
            assert lever.status == "assumption", lever.key


def test_findings_by_hand() -> None:
    """The published figures stand with their rounding; what was not published stands as such."""

    def limits(key: str) -> tuple[float | None, float | None]:
        return FINDINGS[key].published_low, FINDINGS[key].published_high

    assert limits("schools_studied") == (6, 6)
    assert limits("startup_cost_min") == (337_500, 338_500)
    assert limits("startup_cost_max") == (779_500, 780_500)
    assert limits("startup_per_pupil_min") == (232.5, 233.5)
    assert limits("startup_per_pupil_max") == (1134.5, 1135.5)
    assert limits("startup_share_it") == (0.405, 0.415)
    assert limits("startup_share_pd") == (0.205, 0.215)
    assert limits("startup_share_other") == (0.37, 0.39)
    assert limits("startup_max_share_of_funding") == (None, 0.07)
    assert limits("money_raised") == (3_050_000, 3_150_000)
    assert limits("recurring_it_share_year5") == (0.015, 0.025)
    assert limits("recurring_pd_share_change") == (None, 0.002)
    assert limits("structural_result_year5_min") == (0, None)
    assert limits("teacher_positions_do_not_fall") == (0, None)
    not_published = {key for key, f in FINDINGS.items() if f.status == "not_published"}
    assert {
        "school_names",
        "school_enrollment",
        "stress_test_size",
        "definition_of_sustainable",
    } <= not_published


def test_evidence_cannot_be_changed() -> None:
    """Evidence is read, never written."""
    with pytest.raises(AttributeError):
        LEVERS["inflation"].english_label = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        PRESETS["us_high"].values["inflation"] = 0.5  # type: ignore[index]
