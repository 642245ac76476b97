"""What the evidence holds of shocks and of the same school without the model."""

from __future__ import annotations

from dataclasses import replace

from model.evidence import (
    STRESS,
    TWIN,
)


def test_shocks_by_hand() -> None:
    """The shocks have documented sizes: 3.5%, 5% and 10% of funding, 4% of students, 30% of gifts. Two lean
    years have a record instead.
    """
    cuts = {key: (s.cut_rate, s.cut_years) for key, s in STRESS.items() if s.cut_rate}
    assert cuts == {
        "midyear_cut": (0.035, 1),
        "spending_freeze": (0.05, 1),
        "severe_cut": (0.1, 2),
        "several_at_once": (0.035, 1),
    }
    assert (STRESS["pay_two_points"].salary_growth_change, STRESS["grant_ends_early"].grant_years_change) == (
        0.02,
        -1,
    )
    assert STRESS["enrollment_shock"].enrollment_change == -0.04
    assert STRESS["too_hopeful_plan"].enrollment_change == -0.14
    assert STRESS["too_hopeful_plan"].private_revenue_change == -0.3
    assert STRESS["severe_cut"].status == "assumption"


def test_an_assumed_shock_or_twin_says_so() -> None:
    """What cites no document, or an assumption beside one, is called an assumption."""
    for row in (*STRESS.values(), *TWIN.values()):
        assert (row.status == "assumption") is ("ASSUME" in row.source), row


def test_the_twin_has_less_of_the_model_and_of_nothing_else() -> None:
    """Leaders, PD, devices, licenses and start-up; never fewer people, other prices or other funding."""
    assert set(TWIN) == {
        "teacher_leaders",
        "recurring_pd_per_teacher",
        "sub_days_per_teacher",
        "devices_per_pupil",
        "spare_rate",
        "software_per_pupil",
        "startup_pd_per_teacher",
        "startup_it_other",
        "startup_other",
        "startup_grants",
    }
    assert [k for k, row in TWIN.items() if row.at_most is None] == ["devices_per_pupil"]


def test_several_at_once_is_its_parts() -> None:
    """The row of several shocks says what the rows of its parts say."""
    several = STRESS["several_at_once"]
    assert several.cut_rate == STRESS["midyear_cut"].cut_rate
    assert several.enrollment_change == STRESS["enrollment_shock"].enrollment_change
    assert several.salary_growth_change == STRESS["pay_two_points"].salary_growth_change
    parts = ("midyear_cut", "enrollment_shock", "pay_two_points")
    assert {STRESS[p].first_year for p in parts} == {several.first_year} == {2}


def test_the_board_shows_nine_shocks() -> None:
    """The others are parts of them or nearly the same, and one click away."""
    assert [k for k, s in STRESS.items() if s.place == "front"] == [
        "midyear_cut",
        "spending_freeze",
        "two_lean_years",
        "severe_cut",
        "enrollment_shock",
        "too_hopeful_plan",
        "grant_ends_early",
        "pay_two_points",
        "several_at_once",
    ]


def test_a_shock_is_felt_as_long_as_it_changes_something() -> None:
    """A cut that comes back at once in its own years and not beyond Year 5; one that does not, students, pay
    and grants from the first year on.
    """
    years = {k: (s.years[0], s.years[-1]) for k, s in STRESS.items()}
    assert years["spending_freeze"] == (2, 2)
    assert years["midyear_cut"] == years["two_lean_years"] == (2, 5)
    assert years["severe_cut"] == (2, 3)
    assert years["enrollment_shock"] == years["several_at_once"] == years["pay_two_points"] == (2, 5)
    assert years["too_hopeful_plan"] == years["grant_ends_early"] == (1, 5)
    late = replace(STRESS["severe_cut"], first_year=5)
    assert list(late.years) == [5]
