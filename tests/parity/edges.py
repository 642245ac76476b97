"""The edges of a school: zero, one, as many as can be, each choice of a switch, by names of their own."""

from __future__ import annotations

from model.evidence import GROWING, LEVERS, Value

# Every setting that grows, typed for each year; salaries beside positions whose pay still grows.
AS_TYPED_IN_ALL: dict[str, Value] = {
    "insurance_counted": "per_position",
    "leader_pay": "salary_waiver",
    "occupancy_per_pupil": 500,
    "low_income_share": 0.4,
    "instructional_coaches": 1,
    "enrollment_year1": (450, 432.4, 401, 455, 440),
    "forecast_enrollment": (470.5, 450, 430, 450, 440),
    "forecast_enrollment_each_year": "as_typed",
    **{
        x.lever: tuple(
            float(LEVERS[x.lever].usual[1]) * part  # type: ignore[index]
            for part in (0.5, 0.51, 0.55, 0.53, 0.57)
        )
        for x in GROWING.values()
        if x.grows_with
    },
    **{x.mark: "as_typed" for x in GROWING.values() if x.grows_with and x.lever != "clerk_salary"},
}

EDGES: dict[str, dict[str, Value]] = {
    "lumpy_growing": {"refresh": "lumpy", "enrollment_growth": 0.08, "device_life_years": 2},
    "lumpy_every_year": {"refresh": "lumpy", "enrollment_growth": 0.08, "device_life_years": 1},
    "lumpy_judged_by_the_mean": {"refresh": "lumpy", "opening_fund_balance": 500_000},
    "short_and_short_again": {
        "nonpersonnel_per_pupil": (2_500, 1_500, 2_500, 1_500, 2_500),
        "opening_fund_balance": 1_000_000,
    },
    "short_in_between": {
        "nonpersonnel_per_pupil": (2_500, 1_500, 2_500, 1_500, 1_500),
        "opening_fund_balance": 1_000_000,
    },
    "falling_held_harmless": {"enrollment_growth": -0.07, "hold_harmless": "yes"},
    "fewer_than_forecast": {
        "enrollment_year1": (450, 432.4, 401, 455, 10),
        "forecast_enrollment": (470.5, 450, 0, 450, 440),
        "hold_harmless": "yes",
    },
    "hired_by_last_fall": {"enrollment_growth": -0.07, "hold_harmless": "yes", "staffing_count": "last_fall"},
    "waiver": {"leader_pay": "salary_waiver", "stipend_source": "one_time", "teacher_leaders": 6.5},
    "cliff": {"stipend_source": "one_time", "teacher_leaders": 6.5},
    "a_path": {"enrollment_year1": (424, 410, 405, 400, 395), "hold_harmless": "yes"},
    "prices_by_year": {
        "device_unit_cost": (300, 310, 290, 280, 350),
        "inflation": (0.5, 0.02, 0.03, 0, -0.01),
    },
    # A line of every kind by every basis, in each year that it can have.
    **{
        f"own_{kind}": {
            f"own_{n:02d}_{k}": v
            for n, basis in enumerate(LEVERS["own_01_basis"].choices, 1)
            for k, v in {
                "kind": kind,
                "basis": basis,
                "amount": (700.0, 650.5, 0.0, 812.25, 900.0) if n == 2 else 1_234.5 * n,
                "share": 0.0123 * n,
                "growth": 0.0 if n == 2 else 0.035,
                "first_year": 0.0 if kind.startswith("one_time") else 1.0 + n % 3,
                "last_year": 3.0 + n % 3,
            }.items()
        }
        for kind in LEVERS["own_01_kind"].choices[1:]
    },
    "own_restricted_and_used": {
        "own_03_kind": "restricted_revenue",
        "own_03_amount": 90_000.0,
        "own_20_kind": "recurring_cost",
        "own_20_amount": (40_000.0, 95_000.0, 90_000.0, 0.0, 120_000.0),
        "cut_rate": 0.05,
        "cut_first_year": 3,
        "cut_years": 2,
    },
    "as_typed": AS_TYPED_IN_ALL,
    "as_typed_and_a_cut": {
        "base_rate_per_pupil": (11_600, 11_700, 12_500, 12_400, 12_905),
        "base_rate_per_pupil_each_year": "as_typed",
        "cut_rate": 0.1,
        "cut_first_year": 2,
        "cut_years": 1,
        "cut_comes_back": "never",
    },
    "a_cut_by_year": {"cut_rate": (0, 0.07, 0.07, 0, 0.01)},
    "a_cut_that_stays": {"cut_rate": 0.1, "cut_first_year": 2, "cut_years": 1, "cut_comes_back": "never"},
    "a_cut_that_grows_again": {
        "cut_rate": 0.05,
        "cut_first_year": 3,
        "cut_years": 1,
        "cut_comes_back": "old_growth",
    },
    "open_positions": {"positions_filled": 0.93, "public_funding_growth": 0.02, "savings_kept": 0.6},
    # What follows pay or money when positions stand open: own lines, a fee, aid paid later, interest.
    "open_positions_and_what_follows": {
        "positions_filled": (0.9, 0.85, 0.9, 1, 0.8),
        "open_positions_pay": "school",
        "own_01_kind": "restricted_revenue",
        "own_01_basis": "by_pay",
        "own_01_share": 0.02,
        "own_02_kind": "recurring_cost",
        "own_02_basis": "by_pay",
        "own_02_share": 0.06,
        "own_03_kind": "public_revenue",
        "own_03_basis": "by_pay",
        "own_03_share": 0.01,
        "own_04_kind": "one_time_revenue",
        "own_04_basis": "by_pay",
        "own_04_share": 0.01,
        "own_04_first_year": 0.0,
        "own_04_last_year": 0.0,
        "management_fee_rate": 0.1,
        "aid_deferred": 0.25,
        "credit_limit": 600_000,
        "credit_rate": 0.08,
        "savings_kept": 0.5,
    },
    "open_positions_of_the_district": {"positions_filled": 0.93, "open_positions_pay": "district"},
    "open_positions_and_a_deficit": {"positions_filled": 0.99, "base_rate_per_pupil": 11_000},
    "a_grant_that_is_needed": {
        "public_funding_growth": 0.02,
        "sustaining_grant": 200_000,
        "sustaining_grant_years": 5,
    },
    "a_grant_for_a_fleet": {
        "refresh": "lumpy",
        "public_funding_growth": 0.0275,
        "nonpersonnel_per_pupil": (2_200, 2_170, 2_150, 1_931, 1_931),
        "opening_fund_balance": 40_000,
        "sustaining_grant": (0, 0, 0, 90_000, 0),
        "sustaining_grant_years": 4,
    },
    "a_cut_to_the_end": {"cut_rate": 0.1, "cut_first_year": 4, "cut_years": 5},
    "nothing_comes_in": {"base_rate_per_pupil": 0, "startup_grants": 0},
    "half_positions": {"enrollment_year1": (151, 302, 155, 156, 125), "pupils_per_counselor": 100},
    # quotients and products that lie a hair off a whole or a half in binary
    "hairs": {"enrollment_year1": (42, 84, 123, 33, 153), "pupils_per_teacher": (5.6, 5.6, 8.2, 8.8, 5.1)},
    "a_device_too_many": {"enrollment_year1": (450, 410, 30, 70, 230), "spare_rate": 0.1},
    # the seventeenth digit decides: 450 x 1.16 is 522, a hair more in the first year, and needs 523 devices
    "seventeen_digits": {
        "spare_rate": (0.16000000000000003, 0.18000000000000005, 0.11999999999999997, 0.16, 0.12)
    },
    "more_devices_than_needed": {"existing_devices_per_pupil": 3, "sustaining_grant": 5_000},
    # Grade 1 splits at its trigger and moves up; kindergarten is full, and empties from Year 4 on
    "by_grade": {
        "enrollment_from": "by_grade",
        "top_grade": 3,
        "grade_k_year1": 50,
        "grade_1_year1": 57,
        "grade_2_year1": 56,
        "grade_3_year1": 1,
        "grade_9_year1": 40,
        "entering_pupils": (0, 50, 51, 0, 0),
        "retention": (1, 0.95, 1.04, 0.9, 1),
        "teachers_per_section": 1.3,
    },
    "a_grade_a_year": {
        "enrollment_from": "by_grade",
        "lowest_grade": 6,
        "top_grade": (6, 7, 8, 8, 8),
        "grade_6_year1": 61,
        "entering_pupils": 60,
        "class_size_trigger_4_8": (30, 30, 28, 28, 28),
    },
    "a_table_of_grades": {
        "enrollment_from": "by_table",
        "grade_k_year1": 44,
        "grade_1_year1": (40, 44, 44, 45, 47),
        "grade_5_year1": (0, 0, 29, 61, 61),
        "grade_6_year1": (31, 0, 0, 30, 59),
        "teachers_per_section": (1.2, 1.2, 1.25, 1.3, 1.3),
        "entering_pupils": 99,
        "funding_rates": "by_span",
        "rate_span_1": 12_100,
        "rate_span_2": (13_000, 13_100, 13_400, 13_900, 14_000),
        "span_3_from": 6,
        "hold_harmless": "yes",
    },
    "entry_into_any_grade": {
        "enrollment_from": "by_grade",
        "lowest_grade": 5,
        "top_grade": (7, 8, 9, 9, 9),
        "grade_5_year1": 40,
        "grade_6_year1": 38,
        "grade_7_year1": 51,
        "entering_pupils": (0, 44, 44, 40, 39),
        "joining_5": 2,
        "joining_6": (9, 12, 0, 0, 30),
        "joining_9": (0, 0, 25, 20, 0),
        "progression_6": 0.955,
        "progression_8": (1, 0.9, 1.1, 0.87, 1),
        "retention": 0.98,
    },
    "contracts": {
        "fixed_supplies": 120_000,
        "insurance": (40_000, 42_000, 45_000, 0, 51_000.5),
        "insurance_growth": 0.0123,
        "fixed_fee": 25_000,
        "fixed_fee_growth": -0.05,
        "technology_contracts": 9_999.99,
    },
    "a_lease_in_steps": {"rent_basis": "lease", "lease": (500_000, 500_000, 650_000, 650_000, 700_000)},
    "rent_by_area": {
        "rent_basis": "area",
        "leased_area": (30_000, 30_000, 42_000, 42_000, 42_000),
        "rent_per_square_foot": 18.25,
        "lease_growth": 0.03,
    },
    "rent_for_more_students": {
        "leased_students": 500,
        "occupancy_per_pupil": 1_800,
        "enrollment_growth": -0.05,
    },
    "two_groups_and_a_schedule": {
        "support_benefits": "own_rates",
        "support_benefit_rate": (0.05, 0.051, 0.06, 0.0525, 0),
        "pension_counted": "by_year",
        "pension_rate": (0.171, 0.184, 0.181, 0.181, 0.191),
        "support_pension_rate": (0.197, 0.21, 0.23, 0.25, 0.261),
        "benefit_rate": 0.03,
        "insurance_counted": "beside_rate",
        "health_insurance": 9_400.5,
        "leader_pay": "salary_waiver",
        "paraprofessional_positions": 3,
    },
    "insurance_beyond_both_rates": {
        "support_benefits": "own_rates",
        "support_benefit_rate": 0.1,
        "benefit_rate": 0.12,
        "insurance_counted": "per_position",
    },
    "veterans_retire": {
        "pay_moves": "by_turnover",
        "teacher_turnover": (0.5, 0.08, 0.12, 0, 0.2),
        "leavers_pay_share": (1, 1.25, 1.3, 1.1, 0.7),
        "step_raise": (0, 0.05, 0.031, -0.01, 0.02),
        "base_rate_per_pupil": 11_000,
    },
    "nobody_leaves": {"pay_moves": "by_turnover", "teacher_turnover": 0},
    "everybody_leaves": {"pay_moves": "by_turnover", "teacher_turnover": 1, "leavers_pay_share": 1.2},
    "leavers_take_more_than_there_is": {
        "pay_moves": "by_turnover",
        "teacher_turnover": 0.5,
        "leavers_pay_share": 3,
    },
    "turnover_beside_typed_pay": {
        "pay_moves": "by_turnover",
        "teacher_salary": (72_000, 73_000, 75_500, 75_500, 78_000),
        "teacher_salary_each_year": "as_typed",
    },
    "loans": {
        "loan_1": 373_750,
        "loan_1_year": 1,
        "loan_1_rate": 0.04,
        "loan_1_term": 5,
        "loan_2": 2_500_000.5,
        "loan_2_use": "building",
        "loan_2_rate": 0.0525,
        "loan_2_term": 30,
        "loan_2_interest_only": 2,
        "loan_2_first_interest": 0.5,
    },
    "loans_at_the_edges": {
        "loan_1": 90_000,
        "loan_1_rate": 0,
        "loan_1_term": 1,
        "loan_2": 90_000,
        "loan_2_year": 2,
        "loan_2_term": 3,
        "loan_2_interest_only": 50,
        "loan_2_first_interest": 1,
        "savings_kept": 0.5,
    },
    "a_line_of_credit": {
        "base_rate_per_pupil": (11_000, 11_200, 11_900, 12_400, 12_900),
        "base_rate_per_pupil_each_year": "as_typed",
        "credit_limit": 1_200_000,
        "credit_rate": 0.0725,
        "aid_deferred": (0.2, 0.25, 0.1, 0, 0.05),
        "aid_owed_at_start": 75_000,
        "loan_1": 100_000,
        "refresh": "set_aside",
        "savings_kept": 0.8,
    },
    "a_line_at_its_limit": {"opening_fund_balance": -300_000, "credit_limit": 250_000, "savings_kept": 0},
    "an_even_balance": {"opening_fund_balance": 0, "startup_grants": 0, "startup_other": 0},
}
