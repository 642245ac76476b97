"""Which settings of a plan become sliders: those that the sender names, or those that matter most."""

from __future__ import annotations

from collections.abc import Sequence

from model.evidence import LEVERS, Lever
from model.explain.changes import swings
from model.lines.worksheet import BOOK
from model.plan.in_play import idle, not_in_plan
from model.plan.plan import Plan
from model.plan.scenario import SET_ASIDE, Problem, Scenario, ScenarioError, setting_name, unknown_lever
from model.texts import say

MOST_SETTINGS = 12  # sliders of a file; more hide the answer behind them
_BY_ITSELF = 9
_LINE, _YEAR = "structural_result", 5
_DECISIVE = BOOK.levers_of("structural_result", "fund_balance")


def most_that_matter(plan: Plan) -> tuple[str, ...]:
    """The nine settings that move Year 5 most over their usual range, the strongest first.

    What the plan has nothing of, such as aides it does not employ, is not offered by itself, and what is
    locked cannot move. A growth of 0 is offered: it is not nothing.
    """
    found = []
    free = set(can_be_chosen(plan)) - plan.locked.keys()
    for key, swing in swings(plan.now, _LINE, _YEAR).items():
        if key in free and swing.size >= 1 and not _is_nothing(plan.now, key):
            found.append(key)
    return tuple(found[:_BY_ITSELF])


def _is_nothing(now: Scenario, key: str) -> bool:
    """Whether a plan has none of something: an amount of 0, or a factor of 1."""
    unit = LEVERS[key].unit
    return unit != "share_per_year" and now[key] == (1.0 if unit == "ratio" else 0.0)


def can_be_chosen(plan: Plan) -> tuple[str, ...]:
    """The settings that a file of this plan can have as sliders, in the order of the register.

    First and last year of an own line are none: whether it goes on after Year 5 hangs on them. Nor is the
    window of years beside a cut of five numbers, for the same reason.
    """
    still = idle(plan.now) | not_in_plan(plan.now)
    if isinstance(plan.now["cut_rate"], tuple):
        still |= SET_ASIDE["cut_rate"].keys()
    return tuple(k for k, x in LEVERS.items() if _has_slider(x) and k in _DECISIVE and k not in still)


def _has_slider(lever: Lever) -> bool:
    return not (lever.is_choice or (lever.own and lever.unit == "year"))


def chosen(plan: Plan, settings: Sequence[str] | None) -> tuple[str, ...]:
    """The settings of the file: those named, in this order, or those that matter most.

    Raises `ScenarioError` with everything that is wrong: an unknown setting with the nearest one, a choice,
    one that moves nothing, one named twice, too many.
    """
    if settings is None:
        return most_that_matter(plan)
    able = set(can_be_chosen(plan))
    problems = []
    for place, key in enumerate(settings):
        if key not in LEVERS:
            problems.append(unknown_lever(key, None))
        elif key in settings[:place]:
            problems.append(_problem(key, "mail.twice"))
        elif LEVERS[key].is_choice:
            problems.append(_problem(key, "mail.is_choice"))
        elif key not in able:
            problems.append(_problem(key, "mail.moves_nothing"))
    if len(settings) > MOST_SETTINGS:
        said = say("mail.too_many", most=MOST_SETTINGS, given=len(settings))
        problems.append(Problem("", None, said))
    if problems:
        raise ScenarioError(problems)
    return tuple(settings)


def _problem(key: str, said: str) -> Problem:
    return Problem(key, None, say(said, setting=setting_name(LEVERS[key])))
