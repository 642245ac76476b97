"""The board: every shock to the plan and to its twin, with the responses, computed in one call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from model.book.terms import Array
from model.evidence import STRESS, Shock
from model.plan.responses import CLASS_LEVERS, answered
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import Projection, project
from model.results.verdicts import Verdict, judge_all
from model.stress.outside_in_words import outside
from model.stress.shocks import shocked
from model.stress.twin import has_program, twin
from model.texts import say
from model.years import OPERATING

FLEXIBLE_YEAR = 2  # the year of what can be cut before people, in every row


@dataclass(frozen=True, slots=True)
class AtStake:
    """Teacher positions at risk in the worst year, and the same if the newest teachers go.

    `year` is that year; None is none at risk.
    """

    positions: float
    beginners: float
    year: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a school comes to under a shock.

    All of it is as the rating tests a school: every position filled, devices at even yearly cost, savings by
    what is really bought. `first_bad` is the first year that is short of money for its yearly cost or ends
    with savings below zero; 0 is the start-up year, None is no such year. `at_risk`: positions at risk if the
    program may pause too. `kept`: the same if the program stays and only supplies give way; None in a school
    without a program. `flexible`: what can be cut before people, in dollars and as a share of public revenue,
    in Year 2, the same year in every row, in which most shocks begin. `given_up`: teacher positions that the
    responses give up themselves, in the year with the most.
    """

    scenario: Scenario
    verdict: Verdict
    at_risk: AtStake
    kept: AtStake | None
    flexible: float
    flexible_share: float
    given_up: float
    results: tuple[float, ...]  # tested result, years 0 to 5

    @property
    def first_bad(self) -> int | None:
        return self.verdict.tested.first_bad


@dataclass(frozen=True, slots=True)
class Row:
    """A shock, or None for none, and its effect on both schools. `problems` says why one of them is missing.

    `unanswered` is the plan without the responses; None where there are none. `is_hit`: whether the shock
    changes the plan.
    """

    shock: Shock | None
    plan: Outcome | None
    twin: Outcome | None
    unanswered: Outcome | None
    problems: tuple[str, ...]
    is_hit: bool

    @property
    def label(self) -> str:
        return self.shock.label if self.shock else say("events.none")

    @property
    def key(self) -> str:
        return self.shock.key if self.shock else ""


@dataclass(frozen=True, slots=True)
class Board:
    """The rows, no shock first. `twin` is the twin before any shock, or None where there can be none."""

    rows: tuple[Row, ...]
    responses: tuple[str, ...]
    twin: Scenario | None

    def row(self, key: str) -> Row:
        """The row of a shock. KeyError where it is not on the board."""
        return {r.key: r for r in self.rows}[key]

    @property
    def rated(self) -> dict[str, Scenario]:
        """The plan without a shock, and under each one that changes it, by the key of the row."""
        return {r.key: r.plan.scenario for r in self.rows if r.plan and (r.is_hit or r.shock is None)}


def shocks_of(*, everything: bool = False) -> tuple[Shock, ...]:
    """The shocks of the board, or all that are documented."""
    return tuple(s for s in STRESS.values() if everything or s.place == "front")


def board(
    plan: Scenario,
    responses: Iterable[str] = (),
    shocks: Sequence[Shock] | None = None,
    *,
    with_twin: bool = True,
) -> Board:
    """The plan and its twin without a shock and under each one, the responses made while it lasts.

    A caller who shows no twin leaves it out with `with_twin`: its rows have none then, at half the cost.
    Nothing is refused as a whole: a shock that would take a value out of its bounds has a problem in its row.
    Raises `KeyError` for an unknown response.
    """
    return boards([plan], responses, shocks, with_twin=with_twin)[0]


def boards(
    plans: Sequence[Scenario],
    responses: Iterable[str] = (),
    shocks: Sequence[Shock] | None = None,
    *,
    with_twin: bool = True,
) -> list[Board]:
    """The boards of many plans, worked out in one go."""
    chosen = tuple(responses)
    batch = _Batch()
    against = (None, *(shocks_of() if shocks is None else shocks))
    placed = []
    for plan in plans:
        no_twin: tuple[str, ...] = ()
        without: Scenario | None = None
        try:
            without = twin(plan)
        except ScenarioError as e:
            no_twin = tuple(p.message for p in e.problems)
        batch.has_program = has_program(plan, without)
        beside = without if with_twin else None
        places = [_place(batch, plan, beside, shock, chosen) for shock in against]
        placed.append((places, without, no_twin))
    found = batch.outcomes()

    def at(i: int | None) -> Outcome | None:
        return None if i is None else found[i]

    return [
        Board(
            tuple(
                Row(
                    x.shock,
                    at(x.plan),
                    at(x.twin),
                    at(x.unanswered),
                    tuple(dict.fromkeys((*x.problems, *no_twin))),
                    x.is_hit,
                )
                for x in places
            ),
            chosen,
            without,
        )
        for places, without, no_twin in placed
    ]


@dataclass(slots=True)
class _Place:
    """Where the schools of a row are in the batch."""

    shock: Shock | None
    plan: int | None = None
    twin: int | None = None
    unanswered: int | None = None
    problems: list[str] = field(default_factory=list)
    is_hit: bool = True


def _place(
    batch: _Batch, plan: Scenario, without: Scenario | None, shock: Shock | None, responses: tuple[str, ...]
) -> _Place:
    """Put the schools of one row into the batch."""
    place = _Place(shock)

    def add(school: Scenario, chosen: tuple[str, ...]) -> int | None:
        try:
            hit = shocked(school, shock) if shock else school
            # A school that loses nothing needs no response.
            years = shock.years if shock and hit.values != school.values else range(0)
            return batch.add(answered(hit, chosen, years), hit, is_plan=school is plan)
        except ScenarioError as e:
            place.problems += map(outside, e.problems)
            return None

    place.plan = add(plan, responses)
    if responses and shock:
        place.unanswered = add(plan, ())
    if place.plan is not None and shock:
        place.is_hit = batch.hits[place.plan].values != plan.values
    if without is not None:
        place.twin = add(without, responses)
    return place


class _Batch:
    """Schools to be computed together: each with its responses, and without them.

    `has_program`: whether the plan whose schools are added now has one; its twin has none.
    """

    def __init__(self) -> None:
        self._schools: list[Scenario] = []
        self.has_program = False
        self._have_program: list[bool] = []
        self.hits: list[Scenario] = []

    def add(self, school: Scenario, hit: Scenario, *, is_plan: bool) -> int:
        self._schools.append(school)
        self._have_program.append(is_plan and self.has_program)
        self.hits.append(hit)
        return len(self._schools) - 1

    def outcomes(self) -> list[Outcome]:
        """One call of `project` for all of them.

        Schools whose responses change something come twice, so that positions can be compared.
        """
        apart = [
            i
            for i, (s, h) in enumerate(zip(self._schools, self.hits, strict=True))
            if any(s[k] != h[k] for levers in CLASS_LEVERS.values() for k in levers)
        ]
        if not self._schools:
            return []
        count = len(self._schools)
        p = project([*self._schools, *(self.hits[i] for i in apart)])
        verdicts = judge_all(p, slice(0, count))
        before = {i: count + n for n, i in enumerate(apart)}
        teachers = p["teachers"]
        return [
            _outcome(
                p,
                i,
                s,
                v,
                _most_given_up(teachers, i, before.get(i)),
                has_program=self._have_program[i],
            )
            for i, (s, v) in enumerate(zip(self._schools, verdicts, strict=True))
        ]


def _most_given_up(teachers: Array, i: int, before: int | None) -> float:
    return 0.0 if before is None else max(float((teachers[before] - teachers[i]).max()), 0.0)


def _outcome(
    p: Projection, i: int, school: Scenario, verdict: Verdict, given_up: float, *, has_program: bool
) -> Outcome:
    return Outcome(
        scenario=school,
        verdict=verdict,
        at_risk=_at_stake(p, "positions_at_risk", i),
        kept=_at_stake(p, "positions_at_risk_kept", i) if has_program else None,
        flexible=p.cell("flexible_spending", FLEXIBLE_YEAR, i),
        flexible_share=p.cell("flexible_share", FLEXIBLE_YEAR, i),
        given_up=given_up,
        results=tuple(p.row("tested_result", i)),
    )


def _at_stake(p: Projection, line: str, i: int) -> AtStake:
    """The worst year of a line that counts average teachers, and how many beginners cost the same."""
    by_year = p.row(line, i)
    worst = max(OPERATING, key=by_year.__getitem__)
    if by_year[worst] <= 0:
        return AtStake(0.0, 0.0, None)
    price, beginner = (p.cell(k, worst, i) for k in ("teacher_position_cost", "beginner_position_cost"))
    beginners = by_year[worst] * price / beginner if beginner else 0.0
    return AtStake(by_year[worst], beginners, worst)
