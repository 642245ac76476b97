"""The plan in the address bar: readable, strict, exact. This is what makes the reload button lose nothing.

    ?from=us_elementary.1&start.base_rate_per_pupil=11900&enrollment_year1=520

`from` names a preset and its version. `start.LEVER` is where the starting plan differs from the preset (a school typed
in), `LEVER` is where the plan differs from its start, `locked` names levers that are not to be moved, each with the kind of reason. Addresses are parsed, never trusted: every value goes through the
same checks as anything else, and what cannot be used is named. How the plan is shown to a room travels beside it, in a few
words of its own: `exchange/showing.py`; so does what a shared link says of its making: `exchange/stamp.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from exchange import released, showing, stamp
from exchange.showing import Showing
from model.evidence import LEVERS, PRESETS, Value
from model.plan.by_grade import is_by_grade
from model.plan.locks import Locks
from model.plan.locks import check as check_locks
from model.plan.plan import Plan, from_preset
from model.plan.scenario import Scenario, ScenarioError, parse
from model.results.projection import project
from model.units import number

FROM, START, LOCKED = "from", "start.", "locked"
LONGEST = 20_000  # characters; every lever twice with five values of seventeen digits stays below it


@dataclass(frozen=True, slots=True)
class Opened:
    """What an address gave: the plan of everything that could be read, and what could not.

    Of a shared link, `made_with` is the model and the data it was made with ("1.0.2"), and `moved`, when they were older
    and the plan now comes to something else, the structural result of year 5 then and now.
    """

    plan: Plan
    problems: tuple[str, ...]
    showing: Showing = showing.USUAL
    moved: tuple[float, float] | None = None
    made_with: str = ""


def write(plan: Plan, shown: Showing = showing.USUAL) -> dict[str, str]:
    """The query of the address: the preset, every value that differs in the order of the register, how it is shown."""
    preset = PRESETS[plan.preset]
    query = {FROM: f"{preset.key}.{preset.version}"}
    base = Scenario.preset(plan.preset)
    query |= {f"{START}{k}": text(v) for k, v in plan.start.differences(base).items()}
    query |= {k: text(v) for k, v in plan.now.differences(plan.start).items()}
    if plan.locks:
        query[LOCKED] = ",".join(f"{lever}.{kind}" for lever, kind in plan.locks)
    return query | showing.write(shown)


def text(value: Value) -> str:
    """A value as `parse` reads it back, to the last digit."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return ",".join(text(v) for v in value)
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def read(query: Mapping[str, list[str]], otherwise: str) -> Opened:
    """The plan of an address. An address without a plan gives the preset `otherwise`.

    `query` holds every value given for each name. Names that mean nothing here are problems too: a mistyped lever must
    not vanish.
    """
    problems: list[str] = []
    if sum(len(k) + len(v) for k, values in query.items() for v in values) > LONGEST:
        return Opened(
            from_preset(otherwise), (f"The address is longer than {LONGEST:,} characters. Nothing was read.",)
        )
    problems += [f"{k[:60]} is given {len(v)} times in the address." for k, v in query.items() if len(v) > 1]
    given = {k: v[0] for k, v in query.items() if len(v) == 1}
    shown, wrong = showing.read({k: given.pop(k) for k in showing.NAMES if k in given})
    problems += wrong
    stamped = {k: given.pop(k) for k in stamp.NAMES if k in given}
    locks, wrong = _locks(given.pop(LOCKED, ""))
    problems += wrong
    plan, wrong = _plan(given, otherwise)
    plan = replace(plan, locks=locks)
    problems += wrong
    known = {k: v for k, v in given.items() if k == FROM or k.removeprefix(START) in LEVERS}
    made, wrong = stamp.read(stamped, known, plan.now)
    problems += wrong
    return Opened(plan, tuple(problems), shown, None if problems else made.moved, made.made_with)


def _locks(given: str) -> tuple[Locks, list[str]]:
    parts = [part.partition(".") for part in given.split(",") if part]
    locks, problems = check_locks({lever: kind for lever, _, kind in parts})
    levers = [lever for lever, _, _ in parts]
    problems += [f"{x[:60]!r} is locked twice." for x in dict.fromkeys(levers) if levers.count(x) > 1]
    return locks, [f"The address: {p}" for p in problems]


def _plan(given: Mapping[str, str], otherwise: str) -> tuple[Plan, list[str]]:
    key, base, problems = _preset(given.get(FROM), otherwise)
    start, wrong = _changes({k.removeprefix(START): v for k, v in given.items() if k.startswith(START)})
    problems += wrong
    now, wrong = _changes({k: v for k, v in given.items() if not k.startswith(START) and k != FROM})
    problems += wrong
    begun = Scenario.of({**base.values, **start}, base.name)
    if start:
        begun = begun.named(name_of_start(key, begun))
    return Plan(key, begun, Scenario.of({**begun.values, **now}, begun.name)), problems


def name_of_start(preset: str, start: Scenario) -> str:
    """What a starting plan is called: as its preset, or as by `model.starts.calibrate` when it differs from it. So a school that
    was typed in is the same plan after a reload.
    """
    base = Scenario.preset(preset)
    if start.values == base.values:
        return base.name
    pupils = start.number("enrollment_year1")
    if is_by_grade(start):
        pupils = project([start], only=("enrollment",)).cell("enrollment", 1)
    return f"A school like mine: {number(pupils)} pupils"


def _preset(given: str | None, otherwise: str) -> tuple[str, Scenario, list[str]]:
    """The preset's key, its values in the version that is named, and what is wrong with the naming."""
    if given is None:
        return otherwise, Scenario.preset(otherwise), []
    key, _, version = given.partition(".")
    if key not in PRESETS:
        problem = f"The address starts from {given[:60]!r}, which is not a preset here."
        return otherwise, Scenario.preset(otherwise), [problem]
    here = PRESETS[key].version
    plain = version.isascii() and version.isdigit() and len(version) < 4 and version == str(int(version))
    held = Scenario.preset(key) if not version else released.preset(key, int(version)) if plain else None
    if held is None:
        problem = f"The address names version {version[:20]!r} of {key}; this tool holds {here}."
        return key, Scenario.preset(key), [problem]
    return key, held, []


def _changes(given: Mapping[str, str]) -> tuple[dict[str, Value], list[str]]:
    changes: dict[str, Value] = {}
    problems: list[str] = []
    for key, typed in given.items():
        if key not in LEVERS:
            problems.append(f"The address holds {key[:60]!r}, which is not a lever.")
            continue
        try:
            changes[key] = parse(key, typed)
        except ScenarioError as e:
            problems += [p.message for p in e.problems]
    return changes, problems
