"""Stress, ranges and variance of every plan of a list: what is said of each plan alone, as a table."""

from __future__ import annotations

import csv
import io

import pytest

from commands import lists
from model.explain.variance import variance
from model.plan.facts import of_preset
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.draws import FUTURES
from model.ranges.whose_counts import PLACE, whose
from model.stress.board import board, shocks_of
from model.texts import say
from tests.first_versions import first_version

US, CHARTER = first_version("us_elementary"), first_version("chicago_charter_k8")


def plans() -> str:
    return f"scenario,preset,enrollment_year1\nA,{US},\nB,{CHARTER},300\nC,{US},9\n"


@pytest.fixture
def asked(run, tmp_path, monkeypatch):
    """Asks of a list of two good plans and a bad one; gives the rows of the table."""
    monkeypatch.setattr(lists, "block_of", lambda _ask: 1)

    def command(*words: str) -> list[dict[str, str]]:
        path = tmp_path / "plans.csv"
        path.write_text(plans(), encoding="utf-8")
        status, out, err = run(words[0], "--scenarios", str(path), *words[1:])
        assert status == 2
        assert say("list.row_named", number=4, name="C") in err
        return list(csv.DictReader(io.StringIO(out)))

    return command


TWO = (Scenario.preset(US), Scenario.preset(CHARTER).changed(enrollment_year1=300))


def test_stress_of_a_list(asked):
    """A row for each plan and event, no event first, with what the board of the plan alone says."""
    rows = asked("stress")
    events = ["", *(s.key for s in shocks_of())]
    assert [(r["scenario"], r["event"]) for r in rows] == [(name, e) for name in "AB" for e in events]
    for plan, own in zip(TWO, (rows[: len(events)], rows[len(events) :]), strict=True):
        for r, alone in zip(own, board(plan).rows, strict=True):
            assert r["verdict"] == alone.plan.verdict.state.name.lower()
            assert float(r["structural_result_year5"]) == alone.plan.verdict.result_year5
            assert r["first_short_year"] == str(alone.plan.verdict.short.first or "")
            assert r["applies"] == ("yes" if alone.shock and alone.is_hit else "no")
            assert float(r["positions_at_risk"]) == alone.plan.at_risk.positions


def test_ranges_of_a_list(asked):
    """Six years a plan: the chance, and the bands of four lines."""
    rows = asked("ranges", "--pin", "enrollment")
    assert [(r["scenario"], r["year"]) for r in rows] == [(name, str(t)) for name in "AB" for t in range(6)]
    for i, (plan, preset) in enumerate(zip(TWO, (US, CHARTER), strict=True)):
        alone = ranges(plan, ("enrollment",), whose(PLACE, plan, of_preset(preset)))
        r = rows[6 * i + 5]
        assert float(r["chance"]) == alone.whole / FUTURES
        assert float(r["structural_result_p10"]) == alone.bands["structural_result"][0, 5]
        assert float(r["fund_balance_p90"]) == alone.bands["fund_balance"][4, 5]


def test_variance_of_a_list(asked):
    """Each plan beside its preset: what differs adds up to the row that it is part of."""
    rows = asked("variance", "--year", "five")
    assert [r["line"] for r in rows if r["scenario"] == "A"] == ["net_position"]  # nothing was changed
    alone = variance(Scenario.preset(CHARTER), TWO[1], (1, 2, 3, 4, 5))
    own = [r for r in rows if r["scenario"] == "B"]
    assert float(own[0]["difference"]) == alone.difference / 100
    for r in own:
        parts = [float(x["effect"]) for x in own if x["part_of"] == r["line"]]
        assert not parts or round(sum(parts), 2) == float(r["effect"])
        assert round(100 * float(r["before"])) == alone.find(r["line"]).before
