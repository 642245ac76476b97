"""What a school could do when money is short: named, small changes of levers in given years."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.evidence import LEVERS, Value
from model.lines.grades import trigger_lever
from model.nearest import did_you_mean
from model.plan.by_grade import ALL, is_by_grade
from model.plan.dating import plainest
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.texts import quoted, say
from model.years import OPERATING

Changes = Mapping[str, Value]
# What makes classes larger: all grades' triggers where students are counted by grade, otherwise the ratio.
CLASS_LEVERS: Mapping[bool, tuple[str, ...]] = MappingProxyType(
    {False: ("pupils_per_teacher",), True: tuple(dict.fromkeys(trigger_lever(g) for g in ALL))}
)


@dataclass(frozen=True, slots=True)
class Response:
    """A response: the keys of its name and its meaning, and the levers it changes in given years."""

    key: str
    label_key: str
    means_key: str
    changes: Callable[[Scenario, Collection[int]], Changes]

    @property
    def label(self) -> str:
        return say(self.label_key)

    @property
    def means(self) -> str:
        """What it does, in a sentence or two."""
        return say(self.means_key)


def _in(scenario: Scenario, lever: str, years: Collection[int], to: Callable[[float, int], float]) -> Changes:
    """The lever with other values in these years; empty where none of them differs."""
    before = [scenario.number(lever, t) for t in OPERATING]
    after = [to(x, t) if t in years else x for t, x in enumerate(before, 1)]
    return {} if after == before else {lever: plainest(after)}


def _pause_pd(s: Scenario, years: Collection[int]) -> Changes:
    return {
        **_in(s, "recurring_pd_per_teacher", years, lambda _, __: 0.0),
        **_in(s, "sub_days_per_teacher", years, lambda _, __: 0.0),
    }


def _postpone_refresh(s: Scenario, years: Collection[int]) -> Changes:
    life = s.number("device_life_years")
    longer = float(one_more("device_life_years", life))
    return {"device_life_years": longer} if years and longer > life else {}


def _freeze_nonpersonnel(s: Scenario, years: Collection[int]) -> Changes:
    def rest(x: float, t: int) -> float:
        return x * (1 - s.number("flexible_nonpersonnel_share", t))

    # Spending that can wait is then gone: none of it is left to be cut first.
    return {
        **_in(s, "nonpersonnel_per_pupil", years, rest),
        **_in(s, "flexible_nonpersonnel_share", years, lambda _, __: 0.0),
    }


def _drop_stipends(s: Scenario, years: Collection[int]) -> Changes:
    # A salary waiver is a salary: it cannot be dropped from one year to the next.
    is_stipend = s["leader_pay"] == "stipend"
    has_leaders = any(s.number("teacher_leaders", t) for t in years)
    return _in(s, "leader_supplement", years, lambda _, __: 0.0) if is_stipend and has_leaders else {}


def _larger_classes(s: Scenario, years: Collection[int]) -> Changes:
    levers = CLASS_LEVERS[is_by_grade(s)]
    return {k: v for lever in levers for k, v in _in(s, lever, years, _one_more_of(lever)).items()}


def _one_more_of(lever: str) -> Callable[[float, int], float]:
    return lambda x, _: float(one_more(lever, x))


def one_more(lever: str, held: float | Array) -> Array:
    """One more of a lever where its bounds leave room for a whole one; otherwise what is held."""
    bounds = LEVERS[lever].bounds
    assert bounds is not None
    more: Array = np.where(np.add(held, 1) <= bounds[1], np.add(held, 1), held)
    return more


RESPONSES: Mapping[str, Response] = MappingProxyType(
    {
        r.key: r
        for r in (
            Response("pause_pd", "responses.pause_pd", "responses.pause_pd_means", _pause_pd),
            Response(
                "postpone_refresh",
                "responses.postpone_refresh",
                "responses.postpone_refresh_means",
                _postpone_refresh,
            ),
            Response(
                "freeze_nonpersonnel",
                "responses.freeze_nonpersonnel",
                "responses.freeze_nonpersonnel_means",
                _freeze_nonpersonnel,
            ),
            Response(
                "drop_stipends", "responses.drop_stipends", "responses.drop_stipends_means", _drop_stipends
            ),
            Response(
                "larger_classes",
                "responses.larger_classes",
                "responses.larger_classes_means",
                _larger_classes,
            ),
        )
    }
)


def answered(scenario: Scenario, responses: Iterable[str], years: Collection[int]) -> Scenario:
    """The scenario with the responses in these years. Raises `ScenarioError` for a value out of bounds."""
    changes = changes_of(scenario, responses, years)
    return scenario.changed(changes) if changes else scenario


def changes_of(scenario: Scenario, responses: Iterable[str], years: Collection[int]) -> dict[str, Value]:
    """The levers that the responses change. No two responses change the same lever."""
    return {k: v for key in responses for k, v in RESPONSES[key].changes(scenario, years).items()}


def idle_responses(scenario: Scenario, responses: Iterable[str]) -> list[Response]:
    """The responses that would change nothing in any year: there is nothing to take, or no room to go on."""
    return [RESPONSES[key] for key in responses if not changes_of(scenario, [key], OPERATING)]


def unknown_responses(
    keys: Iterable[str], known: Collection[str] = tuple(RESPONSES), option: str = "respond"
) -> None:
    """Raises `ScenarioError` naming every key that is not among the known ones, with the nearest of them.

    `option` is where the keys were given.
    """
    problems = []
    for key in (k for k in keys if k not in known):
        hint = did_you_mean(key, known, say("responses.choose", known=", ".join(known)))
        problems.append(Problem(option, key, say("responses.unknown", key=quoted(key[:60]), hint=hint)))
    if problems:
        raise ScenarioError(problems)
