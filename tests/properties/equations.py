"""The printed equations of the model once more, as plain loops over years: no arrays, nothing of the model's
own code.

`docs/model.md` is written from the model; this is written from the equations, to be held against it. Rounding
is the field's: students whole and roles to the nearest half, halves up; teachers up to the next half; a
billionth decides nothing. Devices alone are rounded up without that, as in the published reference.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import Any

from tests.properties.debt_by_years import Bank

SUPPORT = ("clerk", "paraprofessional", "it_support")
ROLES = ("principal", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support")
NOTHING = 1e-9
Years = dict[int, float]


class School:
    """Five years of one school, worked out one year after the other."""

    def __init__(self, levers: Mapping[str, Any]) -> None:
        self.levers = levers
        for step in (self.pupils, self.revenue, self.people, self.devices, self.money):
            step()

    def __getitem__(self, lever_and_year: tuple[str, int]) -> Any:
        key, year = lever_and_year
        value = self.levers[key]
        return value[max(year, 1) - 1] if isinstance(value, tuple) else value

    def growth(self, lever: str) -> Years:
        factor = {1: 1.0}
        for t in range(2, 6):
            factor[t] = factor[t - 1] * (1 + self[lever, t])
        return factor

    def pupils(self) -> None:
        factor = self.growth("enrollment_growth")
        if self.levers["enrollment_from"] != "one_number":
            self.grades()
        else:
            self.N = {t: floor(self["enrollment_year1", t] * factor[t] + 0.5 + NOTHING) for t in factor}
        self.F = dict(self.N)
        if self.levers["hold_harmless"] == "yes":
            self.F |= {t: max(self.N[t], self.N[t - 1]) for t in range(2, 6)}

    def grades(self) -> None:
        bands = {0: "k", **dict.fromkeys((1, 2, 3), "1_3"), **dict.fromkeys((4, 5, 6, 7, 8), "4_8")}
        lowest, inside = self.levers["lowest_grade"], dict[tuple[int, int], int]()
        self.N, self.sections = {}, {}
        for t in range(1, 6):
            self.sections[t] = 0
            for g in range(13):
                found = self.moved_up(g, t, lowest, inside)
                if self.levers["enrollment_from"] == "by_table":
                    found = self[f"grade_{g or 'k'}_year1", t]
                inside[g, t] = floor(found + 0.5 + NOTHING)
                trigger = int(self[f"class_size_trigger_{bands.get(g, '9_12')}", t])
                self.sections[t] += -(-inside[g, t] // trigger)
            self.N[t] = sum(inside[g, t] for g in range(13))

    def moved_up(self, g: int, t: int, lowest: int, inside: Mapping[tuple[int, int], int]) -> float:
        if not lowest <= g <= self["top_grade", t]:
            return 0
        if t == 1:
            return float(self[f"grade_{g or 'k'}_year1", 1])
        joining = self[f"joining_{g}", t] if g else 0
        if g == lowest:
            return float(self["entering_pupils", t] + joining)
        share = self["retention", t] * self[f"progression_{g}", t]
        return float(inside[g - 1, t - 1] * share + joining)

    def revenue(self) -> None:
        factor = self.growth("public_funding_growth")
        start, length = self.levers["cut_first_year"], self.levers["cut_years"]
        self.P = {0: 0.0}
        self.G = {0: self.levers["startup_grants"]}
        for t in range(1, 6):
            rate = self["base_rate_per_pupil", t] * self["grade_weight", t]
            rate += self["low_income_share", t] * self["low_income_rate_per_pupil", t]
            rate += self["other_public_per_pupil", t]
            cut = self["cut_rate", t] if start <= t < start + length else 0
            self.P[t] = self.F[t] * rate * factor[t] * (1 - cut)
            self.G[t] = self["sustaining_grant", t] if t <= self.levers["sustaining_grant_years"] else 0

    def average_pay(self, pay: Years) -> Years:
        """The average teacher as a multiple of Year 1: raises, and who stays, leaves and comes."""
        if self.levers["pay_moves"] == "one_growth":
            return pay
        mix = {1: 1.0}
        for t in range(2, 6):
            leave, with_pay = self["teacher_turnover", t], self["leavers_pay_share", t]
            stay = max(0, 1 - leave * with_pay) if leave < 1 else 0
            mix[t] = mix[t - 1] * stay * (1 + self["step_raise", t]) + leave * self["beginning_pay_share", t]
        return {t: pay[t] * mix[t] for t in pay}

    def benefits(self, group: str, t: int) -> float:
        """What rises with a dollar of pay: of teachers, or of support staff ("support_")."""
        group = group if self.levers["support_benefits"] == "own_rates" else ""
        rate: float = self[f"{group}benefit_rate", t]
        if self.levers["pension_counted"] == "by_year":
            rate += self[f"{group}pension_rate", t]
        if self.levers["insurance_counted"] == "per_position":
            rate = max(0, rate - self["health_insurance", t] / self["teacher_salary", t])
        return rate

    def people(self) -> None:
        pay = self.growth("salary_growth")
        average, premium = self.average_pay(pay), self.growth("health_insurance_growth")
        waiver = self.levers["leader_pay"] == "salary_waiver"
        from_one_time = not waiver and self.levers["stipend_source"] == "one_time"
        self.T, self.H, self.stipends, self.teacher = {}, {0: 0.0}, {0: 0.0}, {}
        for t in range(1, 6):
            if self.levers["enrollment_from"] != "one_number":
                needed = self.sections[t] * self["teachers_per_section", t]
            else:
                needed = self.N[t] / self["pupils_per_teacher", t]
            self.T[t] = ceil(2 * needed - NOTHING) / 2
            load, support = (pay[t] * (1 + self.benefits(x, t)) for x in ("", "support_"))
            insured = self["health_insurance", t] * premium[t]
            insured *= self.levers["insurance_counted"] != "in_rate"
            teacher = self["teacher_salary", t] * average[t] * (1 + self.benefits("", t))
            self.teacher[t] = teacher + insured
            leaders = self["teacher_leaders", t]
            released = leaders * self["leader_release_share", t]
            cost, adults = (self.T[t] + released) * teacher, self.T[t] + released
            for role in ROLES:
                positions = self[f"{role}_positions", t]
                if self[f"pupils_per_{role}", t] > 0:
                    positions += floor(2 * (self.N[t] / self[f"pupils_per_{role}", t]) + 0.5 + NOTHING) / 2
                cost += positions * self[f"{role}_salary", t] * (support if role in SUPPORT else load)
                adults += positions
            cost += adults * insured
            extra = leaders * self["leader_supplement", t]
            extra *= load if waiver else 1 + self["stipend_benefit_rate", t]
            self.H[t] = cost + (0 if from_one_time else extra)
            self.stipends[t] = extra if from_one_time and t <= 2 else 0

    def devices(self) -> None:
        self.S = {
            t: ceil(self.N[t] * self["devices_per_pupil", t] * (1 + self["spare_rate", t]))
            for t in range(1, 6)
        }
        owned = floor(self.N[1] * self.levers["existing_devices_per_pupil"] + NOTHING)
        life = int(self.levers["device_life_years"])
        first = max(0, self.S[1] - owned)
        used, how = self.levers["standing_devices"] == "used", self.levers["refresh"]
        again, due, even = {0: first}, {0: first}, {0: first}
        for t in range(1, 6):
            added = max(0, self.S[t] - self.S[t - 1]) if t > 1 else 0
            if used:
                within = [self.S[k] for k in range(max(1, t - life), t)]
                there = max([*within, owned if t <= life else 0])
                added = max(0, self.S[t] - there) if t > 1 else 0
            again[t] = again.get(t - life, 0) + added
            working = sum(due[k] for k in range(max(0, t - life + 1), t)) + (owned if t < life else 0)
            due[t] = max(0, self.S[t] - working)
            even[t] = self.S[t] / life + added
            if used:
                even[t] = min(even[t], self.S[t])
        self.bought = even if how == "smoothed" else due if used or how == "set_aside" else again
        self.buy = again if how == "lumpy" and not used else due if how == "lumpy" else even

    def contract(self, lever: str, t: int, growth: str = "") -> float:
        found: float = self[lever, t]
        for _ in range(t - 1):
            found *= 1 + self.levers[growth or f"{lever}_growth"]
        return found

    def rent(self, t: int, price: float) -> float:
        match self.levers["rent_basis"]:
            case "lease":
                return self.contract("lease", t, "lease_growth")
            case "area":
                return self["leased_area", t] * self.contract("rent_per_square_foot", t, "lease_growth")
        students: float = self["leased_students", t] or self.N[t]
        return students * self["occupancy_per_pupil", t] * price

    def money(self) -> None:
        price = self.growth("inflation")
        startup_it = self.buy[0] * self["device_unit_cost", 0] + self.levers["startup_it_other"]
        startup_pd = self.T[1] * self.levers["startup_pd_per_teacher"]
        self.U = {
            0: startup_it + startup_pd + self.levers["startup_other"],
            **{t: self.stipends[t] for t in self.T},
        }
        self.D, self.IT, self.O, self.C = {0: 0.0}, {0: 0.0}, {0: 0.0}, {0: 0.0}
        balance, bank = self.levers["opening_fund_balance"], Bank(self.levers)
        self.cash, self.debt = bank.cash, bank.owed
        self.net, self.struct, self.B, self.gap = {}, {0: 0.0}, {}, {}
        for t in range(6):
            due = bank.due(t)
            self.U[0] += 0 if t else due
            if t:
                n = self.N[t]
                days = self["sub_days_per_teacher", t] * self["substitute_daily_rate", t]
                self.D[t] = self.T[t] * (self["recurring_pd_per_teacher", t] + days) * price[t]
                devices = self.buy[t] * self["device_unit_cost", t]
                devices += self.S[t] * self["breakage_rate", t] * self["repair_cost", t]
                software = n * (self["software_per_pupil", t] + self["connectivity_per_pupil", t])
                self.IT[t] = (devices + software) * price[t] + self.contract("technology_contracts", t)
                other = n * self["nonpersonnel_per_pupil", t] * price[t] + self.rent(t, price[t])
                other += sum(self.contract(k, t) for k in ("fixed_supplies", "insurance", "fixed_fee"))
                self.O[t] = other + self["management_fee_rate", t] * self.P[t]
                self.C[t] = self.H[t] + self.D[t] + self.IT[t] + self.O[t] + due
                self.struct[t] = self.P[t] - self.C[t]
                self.gap[t] = max(0, -self.struct[t]) / self.teacher[t]
            self.net[t] = self.P[t] + self.G[t] - self.C[t] - self.U[t]
            balance += self.net[t] + bank.kept()
            if t and self.levers["refresh"] == "set_aside":
                balance += (self.buy[t] - self.bought[t]) * self["device_unit_cost", t] * price[t]
            bank.close(t, balance, self.P[t])
            self.B[t] = balance
