"""Every line of the book, read out as a spreadsheet formula, gives in every year the cell that numpy
computes.
"""

from __future__ import annotations

import random
from functools import cache

from model.evidence import LEVERS, PRESETS, SIX_SCHOOLS, Lever, Value
from model.explain.readings import in_numbers, in_sheet, in_words, label, lever_value
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.years import YEARS
from tests.first_versions import FIRST, first_version
from tests.looped import looped
from tests.worked.sheet import Formula, formula

RANDOM = 40


def address(key: str, year: int) -> str:
    return f"{key}__{year}"


@cache
def formulas() -> dict[tuple[str, int], Formula]:
    """Every cell of the sheet, as a formula ready to be worked out."""
    return {(k, y): formula(in_sheet(k, y, address)) for k, line in BOOK.lines.items() for y in line.years}


def cells(p: Projection, scenario: int) -> dict[str, object]:
    """What stands in the sheet: the levers and the computed lines, year by year."""
    found: dict[str, object] = {address("t", y): float(y) for y in range(YEARS)}
    for key in LEVERS:
        found |= {address(key, y): lever_value(p, key, y, scenario) for y in range(YEARS)}
    for key in BOOK.lines:
        found |= {address(key, y): x for y, x in enumerate(p.row(key, scenario))}
    return found


def differences(scenarios: list[Scenario]) -> list[str]:
    p = project(scenarios)
    found = []
    for i, scenario in enumerate(scenarios):
        sheet = cells(p, i)
        for (key, year), worked_out in formulas().items():
            computed, by_formula = p.cell(key, year, i), float(worked_out(sheet))
            if abs(computed - by_formula) > 1e-9 * max(1.0, abs(computed)):
                found.append(f"{scenario.name}: {key}, year {year}: {computed!r}, by formula {by_formula!r}")
    return found


def test_presets_read_as_they_compute():
    """The nine presets and the six schools, as they are."""
    six = [Scenario.of(s.values, s.label) for s in SIX_SCHOOLS.values()]
    assert not differences([*(Scenario.preset(k) for k in (*PRESETS, *FIRST)), *six])


FALLING = {"enrollment_growth": -0.07, "hold_harmless": "yes"}
EDGES: dict[str, dict[str, Value]] = {
    "lumpy, growing": {"refresh": "lumpy", "enrollment_growth": 0.08, "device_life_years": 2},
    "lumpy, every year": {"refresh": "lumpy", "enrollment_growth": 0.08, "device_life_years": 1},
    "lumpy, never": {"refresh": "lumpy", "device_life_years": 15},
    "lumpy, judged by the mean": {"refresh": "lumpy", "opening_fund_balance": 500_000},
    "falling": FALLING,
    "waiver": {**FALLING, "leader_pay": "salary_waiver", "stipend_source": "one_time"},
    "cliff": {"stipend_source": "one_time", "teacher_leaders": 6.5},
    "path": {"enrollment_year1": (424, 410, 405, 400, 395), "hold_harmless": "yes"},
    "prices by year": {
        "device_unit_cost": (300, 310, 290, 280, 350),
        "inflation": (0.5, 0.02, 0.03, 0, -0.01),
    },
    "cut by year": {"cut_rate": (0, 0.07, 0.07, 0, 0.01)},
    "cut to the end": {"cut_rate": 0.1, "cut_first_year": 4, "cut_years": 5},
    "charter": {"occupancy_per_pupil": 1_800, "management_fee_rate": 0.12, "cut_rate": 0.1, "cut_years": 2},
    "nothing comes in": {"base_rate_per_pupil": 0, "startup_grants": 0},
    "half positions": {"enrollment_year1": (151, 302, 155, 156, 125), "pupils_per_counselor": 100},
    "hairs": {"enrollment_year1": (42, 84, 123, 33, 153), "pupils_per_teacher": (5.6, 5.6, 8.2, 8.8, 5.1)},
    "exactly even": {"existing_devices_per_pupil": 3, "sustaining_grant": 5_000, "sustaining_grant_years": 5},
}


@looped("edge", EDGES)
def test_edges_read_as_they_compute(edge):
    """Chosen edges, on the US elementary school and on the new start that grows every year."""
    bases = [
        Scenario.preset(first_version("us_elementary")),
        Scenario.preset(first_version("new_start_grows_a_grade_a_year")),
    ]
    assert not differences([b.changed(EDGES[edge]).named(f"{edge}, {b.name}") for b in bases])


def drawn(lever: Lever, draw: random.Random) -> Value:
    if lever.is_choice:
        return draw.choice(lever.choices)
    assert lever.usual is not None
    low, high = lever.usual

    def one() -> float:
        x = round(draw.uniform(low, high), 4)
        return float(round(x)) if lever.is_whole else x

    return tuple(one() for _ in range(5)) if lever.per_year and draw.random() < 0.3 else one()


def test_random_schools_read_as_they_compute():
    """Forty schools with every lever drawn at random, a third of them year by year."""
    draw = random.Random(20_180_213)
    schools = [
        Scenario.of({k: drawn(x, draw) for k, x in LEVERS.items()}, f"random {n}") for n in range(RANDOM)
    ]
    for key in ("refresh", "standing_devices"):
        assert {s[key] for s in schools} == set(LEVERS[key].choices)
    assert {s["leader_pay"] for s in schools} == {"stipend", "salary_waiver"}
    assert not differences(schools)


def test_a_line_outside_its_years_is_zero():
    """The cells for which no formula is written are 0 by rule: recurring lines at start-up, start-up lines
    later.
    """
    p = project([Scenario.preset(first_version("new_start_grows_a_grade_a_year"))])
    outside = [(k, y) for k, line in BOOK.lines.items() for y in range(YEARS) if y not in line.years]
    assert ("recurring_cost", 0) in outside
    assert ("startup_it", 3) in outside
    assert [(k, y) for k, y in outside if p.cell(k, y) != 0] == []


def test_only_words_that_sheets_know_are_written():
    """Each formula can be read by a spreadsheet: every name in it is a lever, a line or the year, in some
    year.
    """
    known = {address(k, y) for k in ("t", *LEVERS, *BOOK.lines) for y in range(YEARS)}
    named: set[str] = set()

    def note(key: str, year: int) -> str:
        named.add(address(key, year))
        return address(key, year)

    for key, line in BOOK.lines.items():
        for year in line.years:
            in_sheet(key, year, note)
    assert named <= known
    assert {n.partition("__")[0] for n in named} >= set(LEVERS)


def test_the_rule_in_words_and_with_numbers():
    """The same equation in words, and with the numbers of a year put in."""
    minus, times = "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}"
    assert in_words("structural_result") == f"{label('public_revenue')} {minus} {label('recurring_cost')}"
    p = project([Scenario.preset(first_version("us_elementary"))])
    # 5,505,685 and 5,447,289 stand in the published reference; cents make the sentence come to the cell.
    assert in_numbers(p, "structural_result", 3) == f"$5,505,685.38 {minus} $5,447,288.60"
    assert in_numbers(p, "teacher_cost", 1) == f"(30 + 0) {times} $72,030 {times} 1 {times} 1.435"


@looped("line", BOOK.lines)
def test_every_line_can_be_said(line):
    """In words and with the numbers of each of its years; no key is left untranslated."""
    said = in_words(line)
    assert "_" not in said
    assert "{" not in said
    p = project([Scenario.preset(first_version("chicago_charter_k8"))])
    for year in BOOK.lines[line].years:
        numbers = in_numbers(p, line, year)
        assert "_" not in numbers
        assert "nan" not in numbers
