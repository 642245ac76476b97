"""Two groups of staff, a pension schedule, premiums and turnover: the same dollars through every door."""

from __future__ import annotations

import csv
import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest

from commands.model_program import PROGRAM
from exchange import files, link
from exchange.files import Filed
from exchange.scenario_list import read_table
from model.explain.ledger import ledger
from model.explain.trace import explain
from model.plan.plan import begun_from, from_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.doors.doors import DOORS, PRESET
from tests.looped import looped

# Typed as people type them, and what they are. The plan has 30 teachers, 2 clerks, 9 paraprofessionals.
TYPED = {
    "support_benefits": "own_rates",
    "support_benefit_rate": "0.04",
    "pension_counted": "by_year",
    "pension_rate": "0.171,0.184,0.181,0.181,0.181",
    "support_pension_rate": "0.197,0.21,0.23,0.25,0.261",
    "benefit_rate": "0.03",
    "insurance_counted": "beside_rate",
    "health_insurance": "9000",
    "health_insurance_growth": "0.06",
    "pay_moves": "by_turnover",
    "teacher_turnover": "0.08",
    "leavers_pay_share": "1.25",
    "step_raise": "0.05",
    "beginning_pay_share": "0.6875",
    "salary_growth": "0.02",
}
# In Year 5 steps and turnover cancel: 72,030 x 1.02^4 is the average. Pension is 18.1%.
AVERAGE = 72_030 * 1.02**4
YEAR_5 = {
    "teacher_cost": 30 * AVERAGE * 1.211,
    "clerk_cost": 2 * 37_097 * 1.02**4 * 1.301,
    "insurance_per_position": 9_000 * 1.06**4,
    "teacher_position_cost": AVERAGE * 1.211 + 9_000 * 1.06**4,
    "beginner_position_cost": 0.6875 * AVERAGE * 1.211 + 9_000 * 1.06**4,
}


def command(*argv: str) -> str:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        assert PROGRAM.main(list(argv)) == 0
    return out.getvalue()


def typed() -> list[str]:
    return ["--preset", PRESET, *(x for k, v in TYPED.items() for x in ("--set", f"{k}={v}"))]


def listed() -> Scenario:
    content = io.StringIO(newline="")
    csv.writer(content).writerows([["preset", "scenario", *TYPED], [PRESET, "typed", *TYPED.values()]])
    return read_table(content.getvalue().encode()).rows[0].scenario


def addressed() -> Scenario:
    query = "&".join(f"{k}={v}" for k, v in TYPED.items())
    found = link.opened(f"http://school.example/?from={PRESET}&{query}")
    assert found.problems == ()
    return found.plan.now


def test_by_hand():
    p = project([listed()])
    assert {k: p.cell(k, 5) for k in YEAR_5} == pytest.approx(YEAR_5)


def test_the_list_the_link_and_the_file_hold_the_same_plan():
    """Setting by setting, and in a file and a link that were written and read again."""
    now = listed()
    assert addressed().values == now.values
    plan = begun_from(PRESET, Scenario.preset(PRESET), now)
    again = files.read(files.write([Filed(plan)])).plans[0]
    assert again.now.values == now.values
    assert link.opened(link.address_of(plan, "http://school.example")).plan.now.values == now.values


def test_the_commands_know_it():
    """`run` prints the years, `explain` the cell, `goal` searches from it."""
    p = project([listed()])
    (printed,) = json.loads(command("run", *typed(), "--format", "json"))
    assert printed["years"][5]["personnel"] == pytest.approx(p.cell("personnel", 5))
    told = command("explain", *typed(), "--line", "teacher_pay_factor", "--year", "5")
    assert f"{p.cell('teacher_pay_factor', 5):.4f}"[:6] in told
    assert command("goal", *typed(), "--goal", "year5")
    assert command("months", *typed())


@looped(
    ("lever", "text", "value"),
    [
        ("pension_rate", TYPED["pension_rate"], (0.171, 0.184, 0.181, 0.181, 0.181)),
        ("teacher_turnover", "0,0.1,0,0,0", (0.0, 0.1, 0.0, 0.0, 0.0)),
        ("pay_moves", "by_turnover", "by_turnover"),
        ("support_benefits", "own_rates", "own_rates"),
        ("insurance_counted", "beside_rate", "beside_rate"),
        ("teacher_turnover", "1.5", None),
        ("pension_counted", "by_table", None),
    ],
)
def test_every_door_takes_and_refuses_alike(lever, text, value):
    for name, door in DOORS.items():
        assert door(lever, text).value == value, name


def test_where_a_number_comes_from_and_what_moved_it():
    """The trace of teacher pay reaches turnover, and the ledger shares out the whole change."""
    now = listed()
    p = project([now])
    keys = {x.key for x in _all(explain(p, "teacher_cost", 5))}
    assert {"teacher_pay_factor", "teacher_pay_mix", "full_rate"} <= keys
    start = from_preset(PRESET).now
    book = ledger(start, now, [("structural_result", 5)])
    both = project([start, now], only=["structural_result"])
    change = both.cell("structural_result", 5, 1) - both.cell("structural_result", 5, 0)
    assert sum(e.effects[0] for e in book.entries) == pytest.approx(change, abs=0.005)


def _all(told):
    yield told
    for part in told.parts:
        yield from _all(part)
