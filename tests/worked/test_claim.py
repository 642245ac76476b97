"""The study's claim on the six schools in its three readings."""

from __future__ import annotations

from itertools import chain

import pytest

from model.evidence import SIX_SCHOOLS, STRESS
from model.plan.scenario import Scenario
from model.results.projection import project
from model.stress import READINGS, TEACHERS, TOLERANCES, Compared, board, claim, shocked, twin
from model.stress.claim import ALIKE, BOTH, DROPPED, HIRED, KEPT
from model.stress.claim_in_words import by_event, heads, in_short, limits, name, rests_on, rows
from model.texts import counted, say
from tests.looped import looped

FOUND = claim()


def held(reading: str) -> list[int]:
    """The cases as well or better, by tolerance."""
    return [sum(sum(c.holds(x)) for c in FOUND[reading]) for x in TOLERANCES]


def test_half_a_position_is_as_well_and_more_is_not():
    """The half itself is as well, a hundredth above it is not. None is the strictest tolerance, and one
    position is one person.
    """
    schools, ours, theirs = ("a", "b", "c", "d"), (0.5, 2.51, 0.0, 0.0), (0.0, 2.0, 3.0, 0.0)
    compared = Compared(STRESS["severe_cut"], schools, ours, theirs)
    assert TOLERANCES == (0, 0.5, 1)
    assert compared.holds(0) == (False, False, True, True)
    assert compared.holds(0.5) == (True, False, True, True)
    assert compared.holds(1) == (True, True, True, True)


def test_only_events_that_apply_are_counted():
    """Eight of the nine events apply to each school: none has an ongoing grant that could end early."""
    for compared in FOUND.values():
        assert [len(c.schools) for c in compared] == [6] * 8
        assert "grant_ends_early" not in {c.shock.key for c in compared}
    assert all(not found for found in claim([STRESS["grant_ends_early"]]).values())


@looped(
    "reading, cases",
    [
        (KEPT, [5, 18, 42]),
        (BOTH, [48, 48, 48]),
        (DROPPED, [48, 48, 48]),
        (ALIKE, [8, 48, 48]),
        (HIRED, [8, 37, 42]),
    ],
)
def test_the_claim_on_the_six_schools(reading, cases):
    """The counts of 48 at no tolerance, half a position and one, worked out apart from lines of the book."""
    assert held(reading) == cases
    assert _by_hand(reading) == cases


def _by_hand(reading: str) -> list[int]:
    """School by school and event by event from dollars: what is short, what can go, and what a teacher
    costs.
    """
    counts = [0] * len(TOLERANCES)
    for s in SIX_SCHOOLS.values():
        school = Scenario.of(s.values, s.label)
        for shock in (c.shock for c in FOUND[reading]):
            others = {x: twin(school, x) for x in ("supplies", TEACHERS)}
            ours = _dollars(shocked(school, shock))
            usual = _dollars(shocked(others["supplies"], shock))
            theirs = _dollars(shocked(others[TEACHERS], shock)) if reading == HIRED else usual
            gap = max(_jobs(t, _may_go(reading, t, usual[i])) for i, t in enumerate(ours)) - max(
                _jobs(t, _may_go(BOTH, t, t)) for t in theirs
            )
            counts = [n + (gap <= x + 1e-6) for n, x in zip(counts, TOLERANCES, strict=True)]
    return counts


DOLLARS = (
    "recurring_cost",
    "public_revenue",
    "grant_revenue",
    "supplies",
    "pd",
    "leader_pay_cost",
    "device_cost",
    "repairs",
    "flexible_refresh",
    "flexible_licenses",
    "teacher_cost",
    "teachers",
)


def _dollars(school: Scenario) -> list[dict[str, float]]:
    p = project([school], only=DOLLARS)
    return [{k: p.cell(k, t) for k in DOLLARS} for t in range(1, 6)]


def _may_go(reading: str, year: dict[str, float], other: dict[str, float]) -> float:
    """A fifth of supplies in every reading, and what the reading adds. The six pay stipends, no raises."""
    pauses = {"pd", "flexible_refresh", "flexible_licenses"}
    fifth = year["supplies"] / 5
    if reading in (KEPT, HIRED):
        return fifth
    if reading == ALIKE:
        return fifth + sum(other[k] for k in pauses)
    if reading == BOTH:
        return fifth + year["leader_pay_cost"] + sum(year[k] for k in pauses)
    ends = ("leader_pay_cost", "pd", "device_cost", "repairs", "flexible_licenses")
    return fifth + sum(year[k] for k in ends)


def _jobs(year: dict[str, float], may_go: float) -> float:
    """Nobody stands in for a leader in the six schools, so all of the teachers' cost is that of positions."""
    short = year["recurring_cost"] - year["public_revenue"] - year["grant_revenue"]
    return max(short - may_go, 0) / (year["teacher_cost"] / year["teachers"])


def test_a_program_that_stays_is_never_better():
    """The other school can put off a fifth of the program's money and all of its own. So at no tolerance only
    the five cases pass in which neither school has a job at stake.
    """
    cases = list(chain.from_iterable(zip(c.at_risk, c.twins, strict=True) for c in FOUND[KEPT]))
    assert all(ours >= theirs for ours, theirs in cases)
    assert sum(ours == theirs == 0 for ours, theirs in cases) == held(KEPT)[0] == 5


def test_the_claim_is_the_board_of_each_school():
    """School by school the same positions at risk as on its board."""
    boards = [board(Scenario.of(s.values, s.label)) for s in SIX_SCHOOLS.values()]
    for kept, both in zip(FOUND[KEPT], FOUND[BOTH], strict=True):
        on_board = [b.row(kept.shock.key) for b in boards]
        assert kept.at_risk == pytest.approx([r.plan.kept.positions for r in on_board])
        assert both.at_risk == pytest.approx([r.plan.at_risk.positions for r in on_board])
        assert kept.twins == both.twins == pytest.approx([r.twin.at_risk.positions for r in on_board])


def test_the_three_readings_stand_side_by_side_the_strictest_first():
    """Average jobs at stake, 2.5 against 1.9 if the program stays, then the counts."""

    def row(reading, jobs, *cases):
        return (name(reading), jobs, "1.9", *(say("events.of", held=n, all=48) for n in cases))

    assert READINGS == (KEPT, BOTH, DROPPED)
    assert rows(FOUND) == [
        row(KEPT, "2.5", 5, 18, 42),
        row(BOTH, "1.2", 48, 48, 48),
        row(DROPPED, "1.2", 48, 48, 48),
    ]
    assert len(heads()) == len(rows(FOUND)[0])
    assert in_short(FOUND) == say("events.claim_short", kept=18, both=48, all=48)
    assert rests_on(FOUND) == (
        say("events.claim_alike", none=8, half=48, all=48),
        say("events.claim_hired", none=8, half=37, all=48),
    )


def test_what_the_data_can_and_cannot_say_stands_beside_it():
    told = limits(FOUND)
    assert say("events.claim_idle", count=counted(5)) in told
    assert say("events.claim_made_up") in told
    assert say("events.claim_never_better") in told


def test_event_by_event():
    """Half a position is no difference: by event 2, 2, 2, 1, 5, 1, 3 and 2 schools, in all 18."""
    found = [row[1:] for row in by_event(FOUND)]
    assert [kept for kept, *_ in found] == [say("events.of", held=n, all=6) for n in (2, 2, 2, 1, 5, 1, 3, 2)]
    assert {x for _, *others in found for x in others} == {say("events.of", held=6, all=6)}
