"""The plan in the address bar: readable, strict, exact. Because of it a reload of the page loses nothing.

    ?from=us_elementary.1&start.base_rate_per_pupil=11900&enrollment_year1=520

`from` names a preset and its version, or `none`. `start.LEVER` is where the starting plan differs from the
preset (a school typed in), or from every lever's default. `LEVER` is where the plan differs from its start.
`locked` names levers that must not be moved, each with the kind of reason. `name`, `kind` and `grades` appear
only where the school's name or facts do not follow from the rest; `came_from` where a starting value came
from another place.

Addresses are parsed, never trusted: every value goes through the same checks as anything else, and what
cannot be used is named. The settings of present mode (`exchange/showing.py`) and the stamp of a shared link
(`exchange/stamp.py`) stand in the same query.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exchange import showing, stamp
from exchange.one_line import clean
from exchange.own_school import LONGEST_NAME, OwnSchool, facts_of, name_of, of_no_preset, own_school
from exchange.showing import Showing
from model.evidence import LEVERS, PRESETS, Value
from model.plan import came_from, locks, released
from model.plan.plan import Plan, from_preset
from model.plan.released import Origin
from model.plan.scenario import Scenario
from model.plan.taken import take

FROM, START, LOCKED, NAME, KIND, GRADES, CAME_FROM = (
    "from",
    "start.",
    "locked",
    "name",
    "kind",
    "grades",
    "came_from",
)
OF_THE_PLAN = (FROM, LOCKED, NAME, KIND, GRADES, CAME_FROM)  # beside its levers
NO_PRESET = "none"
LONGEST = 20_000  # characters; every lever twice with five values of seventeen digits stays below it


@dataclass(frozen=True, slots=True)
class Opened:
    """What an address gave: the plan as far as it could be read, and the problems.

    For a shared link, `made_with` is the model and data version it was made with ("1.0.2"). If these were
    older and the plan now has another result, `moved` is the structural result of year 5 then and now.
    """

    plan: Plan
    problems: tuple[str, ...]
    showing: Showing = showing.USUAL
    moved: tuple[float, float] | None = None
    made_with: str = ""


def write(plan: Plan, shown: Showing = showing.USUAL) -> dict[str, str]:
    """The query of the address: the preset, every changed value in the order of the register, the showing."""
    query = {FROM: str(plan.origin) if plan.origin else NO_PRESET} | _written(own_school(plan))
    base = plan.origin.scenario if plan.origin else of_no_preset()
    query |= {f"{START}{k}": text(v) for k, v in plan.start.differences(base).items()}
    query |= {k: text(v) for k, v in plan.now.differences(plan.start).items()}
    for name, pairs in ((LOCKED, plan.locks), (CAME_FROM, plan.stated)):
        if pairs:
            query[name] = ",".join(f"{lever}.{word}" for lever, word in pairs)
    return query | showing.write(shown)


def _written(said: OwnSchool) -> dict[str, str]:
    grades = None if said.lowest_grade is None else f"{said.lowest_grade}-{said.top_grade}"
    query = {NAME: said.name, KIND: said.kind, GRADES: grades}
    return {k: v for k, v in query.items() if v is not None}


def text(value: Value) -> str:
    """A value as `parse` reads it back, to the last digit."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return ",".join(text(v) for v in value)
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def read(query: Mapping[str, list[str]], otherwise: str) -> Opened:
    """The plan of an address. An address without a plan gives the preset `otherwise`.

    `query` holds every value given for each name. Unknown names are problems too: a mistyped lever must not
    disappear silently.
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
    known = {k: v for k, v in given.items() if k in OF_THE_PLAN or k.removeprefix(START) in LEVERS}
    plan, wrong = _plan(given, otherwise, stamp.fits(stamped, known))
    problems += wrong
    made, wrong = stamp.read(stamped, known, plan.now)
    problems += wrong
    return Opened(plan, tuple(problems), shown, None if problems else made.moved, made.made_with)


def _plan(given: Mapping[str, str], otherwise: str, as_made: bool) -> tuple[Plan, list[str]]:
    locked, problems = _by_lever(given.get(LOCKED, ""), locks.check, "is locked twice.")
    stated, wrong = _by_lever(given.get(CAME_FROM, ""), came_from.check, "came from two places.")
    problems += wrong
    origin, base, wrong = _preset(given.get(FROM), otherwise)
    problems += wrong
    begun_with = {k.removeprefix(START): v for k, v in given.items() if k.startswith(START)}
    start, wrong = _changes(begun_with, as_made)
    problems += wrong
    levers = {k: v for k, v in given.items() if not k.startswith(START) and k not in OF_THE_PLAN}
    now, wrong = _changes(levers, as_made)
    problems += wrong
    said, wrong = _own_school(given)
    school, unfit = facts_of(said, origin)
    problems += [f"The address: {p}" for p in (*wrong, *unfit)]
    begun = Scenario.of({**base.values, **start})
    begun = begun.named(name_of(said, origin, begun))
    plan = Plan(begun, Scenario.of({**begun.values, **now}, begun.name), school, origin, locked, stated)
    return plan, problems


Pairs = tuple[tuple[str, str], ...]


def _by_lever(
    given: str, check: Callable[[Mapping[str, object]], tuple[Pairs, list[str]]], twice: str
) -> tuple[Pairs, list[str]]:
    """A word for each of some levers, written as lever.word with commas; `twice` is the fault of a repeat."""
    parts = [part.partition(".") for part in given.split(",") if part]
    found, problems = check({lever: word for lever, _, word in parts})
    levers = [lever for lever, _, _ in parts]
    problems += [f"{x[:60]!r} {twice}" for x in dict.fromkeys(levers) if levers.count(x) > 1]
    return found, [f"The address: {p}" for p in problems]


def _own_school(given: Mapping[str, str]) -> tuple[OwnSchool, list[str]]:
    problems = []
    name = clean(given.get(NAME, ""), LONGEST_NAME)
    if name != given.get(NAME, ""):
        problems.append(
            "the name of the school held characters that cannot be shown, or too many; it was shortened."
        )
    lowest, top = None, None
    if GRADES in given:
        if found := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})", given[GRADES]):
            lowest, top = int(found[1]), int(found[2])
        else:
            problems.append(f"the grades are {given[GRADES][:20]!r}; write them as 0-5.")
    return OwnSchool(name or None, given.get(KIND), lowest, top), problems


def _preset(given: str | None, otherwise: str) -> tuple[Origin | None, Scenario, list[str]]:
    """The preset in the named version, its values, and what is wrong with the name."""
    if given is None:
        return released.newest(otherwise), Scenario.preset(otherwise), []
    if given == NO_PRESET:
        return None, of_no_preset(), []
    key, _, version = given.partition(".")
    if key not in PRESETS:
        problem = f"The address starts from {given[:60]!r}, which is not a preset here."
        return released.newest(otherwise), Scenario.preset(otherwise), [problem]
    here = PRESETS[key].version
    plain = version.isascii() and version.isdigit() and len(version) < 4 and version == str(int(version))
    held = Scenario.preset(key) if not version else released.preset(key, int(version)) if plain else None
    if held is None:
        problem = f"The address names version {version[:20]!r} of {key}; this tool holds {here}."
        return released.newest(key), Scenario.preset(key), [problem]
    return Origin(key, int(version) if version else here), held, []


def _changes(given: Mapping[str, str], as_made: bool) -> tuple[dict[str, Value], list[str]]:
    problems = [
        f"The address holds {key[:60]!r}, which is not a lever." for key in given if key not in LEVERS
    ]
    taken = take([(key, typed) for key, typed in given.items() if key in LEVERS], in_full=as_made)
    return taken.changes, [*problems, *(p.message for p in taken.problems)]
