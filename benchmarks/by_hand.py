"""The lines of the first view worked out by hand in numpy: the floor that the book of lines is held against.

Written from the equations of docs/model.md for one preset of which ten settings move, as somebody would write
them who knows numpy and needs nothing else: arrays of shape (year, plan) in blocks that stay in the cache,
plain numbers for what all plans share, sums joined, and no work on what is nothing in this preset. None of it
is generated, and nothing of the model is called. `tests/parity/test_by_hand.py` holds it against the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Settings: TypeAlias = Mapping[str, Array]  # the ten settings that move, each of shape (plan,)
Lines: TypeAlias = dict[str, Array]  # each of shape (6, plan), or (6, 1) where all plans share it

BLOCK = 2048  # plans; five years of a line are then 80 kB
GUARD = 1e-9  # binary arithmetic decides no rounding, but that of devices, which go without it
HALF_UP = 0.5 + GUARD
CENT = 0.005
SINCE = np.arange(5.0)[:, None]  # years since Year 1, as a column
# What the equations below leave out, because it is nothing or decided in this preset.
ASSUMED: Mapping[str, float | str] = {
    "count_basis": "this_year",
    "cut_rate": 0,
    "enrollment_from": "one_number",
    "extra_pay_benefits": "apart",
    "forecast_enrollment": 0,
    "funded_on": "membership",
    "funding_rates": "one_rate",
    "hold_harmless": "no",
    "instructional_coaches": 0,
    "insurance_counted": "in_rate",
    "leader_pay": "stipend",
    "leader_release_share": 0,
    "management_fee_rate": 0,
    "occupancy_per_pupil": 0,
    "pay_moves": "one_growth",
    "pension_counted": "in_rate",
    "positions_filled": 1,
    "refresh": "smoothed",
    "rent_basis": "planned",
    "savings_kept": 1,
    "standing_devices": "ignored",
    "startup_grants_received": 1,
    "stipend_source": "recurring",
    "support_benefits": "same_rates",
    "sustaining_grant": 0,
}
ROLES = ("principal", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support")


class Shared:
    """What all plans share: numbers, and columns of shape (5, 1) for what grows.

    Raises `ValueError` for a preset that the equations do not fit.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        if wrong := [k for k, x in ASSUMED.items() if values[k] != x]:
            raise ValueError(f"These settings are other than the equations by hand assume: {wrong}.")
        self.of = v = values
        self.price = (1 + v["inflation"]) ** SINCE
        pay = (1 + v["salary_growth"]) ** SINCE
        self.load = (1 + v["benefit_rate"]) * pay  # what a dollar of Year 1 pay costs with benefits
        self.pay = pay
        first = (
            v["base_rate_per_pupil"] * v["grade_weight"]
            + v["low_income_share"] * v["low_income_rate_per_pupil"]
            + v["other_public_per_pupil"]
        )
        self.rate = first * (1 + v["public_funding_growth"]) ** SINCE
        # Roles by count of students: how many students have one, and the pay of one; and all that is fixed.
        counted = [r for r in ROLES if v[f"pupils_per_{r}"] > 0]
        self.roles = [(v[f"pupils_per_{r}"], v[f"{r}_salary"]) for r in counted]
        self.fixed = sum(v[f"{r}_positions"] for r in ROLES)
        self.fixed_pay = sum(v[f"{r}_positions"] * v[f"{r}_salary"] for r in ROLES)
        self.stipend = v["leader_supplement"] * (1 + v["stipend_benefit_rate"])
        self.substitutes = v["sub_days_per_teacher"] * v["substitute_daily_rate"]
        self.repairs = v["breakage_rate"] * v["repair_cost"]


class Years(NamedTuple):
    """One block. Five years each, shape (5, plan); of Year 0, shape (plan,); the balance is of all six."""

    factor: Array
    pupils: Array
    teachers: Array
    roles: list[Array]
    personnel: Array
    pd: Array
    added: Array
    evenly: Array
    it: Array
    other: Array
    revenue: Array
    cost: Array
    result: Array
    startup_pd: Array
    startup_devices: Array
    startup_it: Array
    startup: Array
    balance: Array


def _years(s: Shared, x: Settings) -> Years:
    v = s.of
    factor = np.empty((5, len(x["enrollment_growth"])))
    factor[0] = 1.0
    for t in range(1, 5):
        factor[t] = factor[t - 1] * (1 + x["enrollment_growth"])
    pupils = np.floor(x["enrollment_year1"] * factor + HALF_UP)
    revenue = pupils * s.rate

    teachers = np.ceil(2 * pupils / x["pupils_per_teacher"] - GUARD) / 2
    roles = [np.floor(2 / per * pupils + HALF_UP) / 2 for per, _ in s.roles]
    pay = teachers * x["teacher_salary"] + s.fixed_pay
    for positions, (_, salary) in zip(roles, s.roles, strict=True):
        pay += positions * salary
    personnel = pay * s.load + x["teacher_leaders"] * s.stipend

    pd = teachers * (x["recurring_pd_per_teacher"] + s.substitutes) * s.price
    startup_pd = teachers[0] * x["startup_pd_per_teacher"]

    devices = np.ceil(pupils * x["devices_per_pupil"] * (1 + v["spare_rate"]))
    added = np.zeros_like(devices)
    np.maximum(np.diff(devices, axis=0), 0, out=added[1:])
    evenly = devices / x["device_life_years"] + added
    per_pupil = x["software_per_pupil"] + v["connectivity_per_pupil"]
    it = (evenly * v["device_unit_cost"] + devices * s.repairs + pupils * per_pupil) * s.price
    owned = np.floor(pupils[0] * v["existing_devices_per_pupil"] + GUARD)
    startup_devices = np.maximum(devices[0] - owned, 0)
    startup_it = startup_devices * v["device_unit_cost"] + v["startup_it_other"]

    other = pupils * (v["nonpersonnel_per_pupil"] * s.price)
    cost = personnel + pd + it + other
    result = revenue - cost
    startup = startup_pd + startup_it + v["startup_other"]
    balance = np.empty((6, len(startup)))
    balance[0] = v["opening_fund_balance"] + v["startup_grants"] - startup
    for t in range(1, 6):
        balance[t] = balance[t - 1] + result[t - 1]
    return Years(
        factor,
        pupils,
        teachers,
        roles,
        personnel,
        pd,
        added,
        evenly,
        it,
        other,
        revenue,
        cost,
        result,
        startup_pd,
        startup_devices,
        startup_it,
        startup,
        balance,
    )


def _two(_s: Shared, _x: Settings, y: Years, out: Lines) -> None:
    out["structural_result"][1:] = y.result
    out["fund_balance"][:] = y.balance


def _view(s: Shared, x: Settings, y: Years, out: Lines) -> None:
    """Every line that the first view needs but those that all plans share."""
    _two(s, x, y, out)
    for key, line in (
        ("enrollment_factor", y.factor),
        ("enrollment", y.pupils),
        ("teachers", y.teachers),
        ("personnel", y.personnel),
        ("pd", y.pd),
        ("it", y.it),
        ("other_nonpersonnel", y.other),
        ("public_revenue", y.revenue),
        ("recurring_cost", y.cost),
        ("devices_bought", y.evenly),
        ("devices_added", y.added),
        ("net_position", y.result),
    ):
        out[key][1:] = line
    out["devices_added"][0] = y.startup_devices
    out["startup_pd"][0] = y.startup_pd
    out["startup_it"][0] = y.startup_it
    out["one_time_cost"][0] = y.startup
    out["net_position"][0] = s.of["startup_grants"] - y.startup
    out["startup_per_pupil"][0] = y.startup / y.pupils[0]

    out["it_share"][1:] = y.it / y.cost
    out["pd_share"][1:] = y.pd / y.cost
    out["days_of_expenditure"][1:] = 365 * y.balance[1:] / y.cost
    out["class_size"][1:] = np.minimum(x["pupils_per_teacher"] / s.of["contact_ratio"], y.pupils)
    out["pupils_per_adult"][1:] = y.pupils / (sum(y.roles, y.teachers) + s.fixed)

    salary = x["teacher_salary"]
    position = salary * s.load
    with_pay = 1 + np.maximum(s.of["benefit_rate"] - s.of["health_insurance"] / salary, 0)
    beginner = position - salary * (1 - s.of["beginning_pay_share"]) * with_pay * s.pay
    out["teacher_position_cost"][1:] = position
    out["beginner_position_cost"][1:] = beginner

    sustained = (y.result[2:] >= -CENT).all(axis=0)
    never = (y.balance >= -CENT).all(axis=0)
    out["sustained"][5] = sustained
    out["never_negative"][5] = never
    out["verdict_state"][5] = np.where(sustained & never, 2, never | (y.result[4] >= -CENT))


TWO = ("structural_result", "fund_balance")
VIEW = (
    *TWO,
    *("enrollment_factor", "enrollment", "teachers", "personnel", "pd", "it", "other_nonpersonnel"),
    *("public_revenue", "recurring_cost", "devices_bought", "devices_added", "net_position", "startup_pd"),
    *("startup_it", "one_time_cost", "startup_per_pupil", "it_share", "pd_share", "days_of_expenditure"),
    *("class_size", "pupils_per_adult", "teacher_position_cost", "beginner_position_cost"),
    *("sustained", "never_negative", "verdict_state"),
)
# Lines that are another line where nobody hires by a forecast, every position is filled, devices are bought
# evenly and grants end with Year 0.
SAME = {
    "staffing_pupils": "enrollment",
    "result_evenly": "structural_result",
    "tested_result": "structural_result",
    "savings_when_filled": "fund_balance",
    "stands_without_grants": "never_negative",
}
NOTHING = ("revenue_cut", "one_time_stipends", "saved_on_open_positions")


def two_results(values: Mapping[str, Any], settings: Settings) -> Lines:
    """Structural result and balance of the preset's `values` with other `settings`, shape (6, plan)."""
    return _in_blocks(Shared(values), settings, TWO, _two)


def first_view(values: Mapping[str, Any], settings: Settings) -> Lines:
    """All lines that the first view needs, each of shape (6, plan), or (6, 1) where all plans share it."""
    out = _in_blocks(Shared(values), settings, VIEW, _view)
    of_start = {"startup_other_cost": values["startup_other"], "grant_revenue": values["startup_grants"]}
    for key, dollars in {**of_start, **dict.fromkeys(NOTHING, 0.0)}.items():
        out[key] = np.zeros((6, 1))
        out[key][0] = dollars
    return out | {key: out[line] for key, line in SAME.items()}


def _in_blocks(
    s: Shared,
    settings: Settings,
    keys: tuple[str, ...],
    fill: Callable[[Shared, Settings, Years, Lines], None],
) -> Lines:
    count = len(settings["enrollment_year1"])
    out = {key: np.zeros((6, count)) for key in keys}
    for first in range(0, count, BLOCK):
        rows = slice(first, first + BLOCK)
        x = {key: column[rows] for key, column in settings.items()}
        fill(s, x, _years(s, x), {key: line[:, rows] for key, line in out.items()})
    return out
