"""The plan in the address bar: readable, strict, exact. Because of it a reload of the page loses nothing.

    ?from=us_elementary.1&start.base_rate_per_pupil=11900&enrollment_year1=520

`from` names a preset and its version, or `none`. `start.LEVER` is where the starting plan differs from the
preset (a school typed in), or from every lever's default. `LEVER` is where the plan differs from its start.
`locked` names levers that must not be moved, each with the kind of reason. `name`, `kind` and `grades` appear
only where the school's name or facts do not follow from the rest; `came_from` where a starting value came
from another place.

`sent` is how the plan of a shared link stood when it was sent, where the reader's plan is a copy of it: where
that differs from the start they share. It is for the way back after a reload. No shared link carries it.

Addresses are parsed, never trusted: every value goes through the same checks as anything else, and what
cannot be used is named. Somebody may have typed it, so five yearly numbers set beside themselves what they
set everywhere; where the plan has another value there, the address states it. The settings of present mode
(`exchange/showing.py`) and the stamp of a shared link (`exchange/stamp.py`) stand in the same query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from urllib.parse import unquote

from exchange import carriers, showing, stamp
from exchange.address_parts import (
    NO_PRESET,
    by_lever,
    changes,
    differing,
    doubled,
    is_setting,
    own_school_of,
    pairs_of_words,
    piece,
    preset_of,
    unknown,
)
from exchange.carriers import Pairs
from exchange.own_school import OwnSchool, facts_of, name_of, of_no_preset, own_school
from exchange.showing import Showing
from model.evidence import LEVERS, Value
from model.evidence.growing import SINCE
from model.evidence.own_lines import NAMES
from model.plan import came_from, locks, own_faults
from model.plan.plan import Plan, from_preset
from model.plan.scenario import Scenario
from model.plan.taken import Remark
from model.sentences import MOST, Sentences
from model.texts import say

FROM, START, LOCKED, NAME, KIND, GRADES, CAME_FROM = (
    "from",
    "start.",
    "locked",
    "name",
    "kind",
    "grades",
    "came_from",
)
SENT = "sent"
_AS_BEGUN = "start"  # the value of `sent` where the sent plan is the start itself
_BETWEEN, _IS = "~", ":"  # no repair of a carrier touches them, and no value of a setting holds them
OF_THE_PLAN = (FROM, LOCKED, NAME, KIND, GRADES, CAME_FROM)  # beside its levers
_NAMES = (*OF_THE_PLAN, SENT, *LEVERS, *NAMES, *showing.NAMES, *stamp.NAMES)
_MOST_TRIED = 8  # repairs of an address without a check figure
LONGEST = 60_000  # characters; every lever twice with five values of seventeen digits stays below it


@dataclass(frozen=True, slots=True)
class Opened:
    """What an address gave: the plan as far as it could be read, the problems, and what is to be told.

    `doubled` are names that stand with several values, of which none was used.
    For a shared link, `made_with` is the model and data version it was made with ("1.0.2"). If these were
    older and the plan now has another result, `moved` is the structural result of year 5 then and now.
    `sent` is the sender's plan, where an address of the page says that the plan is a copy of it.
    """

    plan: Plan
    problems: tuple[str, ...]
    showing: Showing = showing.USUAL
    moved: tuple[float, float] | None = None
    made_with: str = ""
    remarks: tuple[Remark, ...] = ()
    doubled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sent: Plan | None = None


def write(plan: Plan, shown: Showing = showing.USUAL, sent: Plan | None = None) -> dict[str, str]:
    """The query of the address: the preset, every changed value in the order of the register, the showing.

    `sent` is the plan that this one is a copy of; it is left out where the address would become too long.
    """
    query = {FROM: str(plan.origin) if plan.origin else NO_PRESET} | _written(own_school(plan))
    base = plan.origin.scenario if plan.origin else of_no_preset()
    query |= {f"{START}{k}": text(v) for k, v in differing(plan.start, base).items()}
    query |= _moved(plan)
    if plan.stated:
        query[CAME_FROM] = pairs_of_words(plan.stated)
    query |= showing.write(shown)
    if sent is not None:
        stood = _BETWEEN.join(f"{k}{_IS}{piece(v)}" for k, v in _moved(sent).items()) or _AS_BEGUN
        if sum(len(k) + len(v) for k, v in query.items()) + len(SENT) + len(stood) <= LONGEST:
            query[SENT] = stood
    return query


def _moved(plan: Plan) -> dict[str, str]:
    """What was done to a plan since its start."""
    locked = {LOCKED: pairs_of_words(plan.locks)} if plan.locks else {}
    return {k: text(v) for k, v in differing(plan.now, plan.start).items()} | locked


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
    disappear silently. Known carriers' names are passed over, and where a check figure fits everything else
    that is no part of a plan.
    """
    length = sum(len(k) + len(v) for k, values in query.items() for v in values)
    parts = sum(map(len, query.values()))
    if length > LONGEST or parts > carriers.MOST_PARTS:
        return too_long(length, parts, otherwise)
    return read_one_of([carriers.pairs_of(query)], otherwise)


def too_long(length: int, parts: int, otherwise: str) -> Opened:
    """The refusal of an address before any of it is read."""
    said = (
        say("link.too_many_characters", length=f"{length:,}", most=f"{LONGEST:,}")
        if length > LONGEST
        else say("link.too_many_parts", parts=f"{parts:,}", most=f"{carriers.MOST_PARTS:,}")
    )
    return Opened(from_preset(otherwise), (said,))


def read_one_of(queries: Sequence[Pairs], otherwise: str) -> Opened:
    """The plan of one of several readings of an address: of the first whose check figure fits.

    Where none fits, of the one in which most can be used, the first of them.
    """
    for query in queries:
        for pairs in carriers.readings(query, with_figure=True):
            if made := _as_made(pairs):
                return _opened(_Sorted.of(made), otherwise, as_made=True)
    found: list[tuple[int, Opened]] = []
    for pairs in islice(carriers.readings(queries[0], with_figure=False), _MOST_TRIED):
        given = _Sorted.of(pairs)
        one = _opened(given, otherwise, as_made=False)
        found.append((_left_over(given, one), one))
        if not one.problems:
            break
    return min(found, key=lambda scored: scored[0])[1]


def _left_over(given: _Sorted, found: Opened) -> int:
    """What cannot be used less what can. What is unknown counts for nothing, mended or not."""
    if len(found.problems) > MOST:
        return 0
    known = len(given.of_plan) + len(given.shown) + len(given.stamped)
    return len(found.problems) - len(given.unknown) - known


def _as_made(pairs: Pairs) -> Pairs | None:
    """What this product wrote of a query, where its check figure shows that this is all of it."""
    if not any(name == stamp.CHECK for name, _ in pairs):
        return None
    shown = tuple((k, carriers.bare(v.partition("?")[0])) for k, v in pairs if k in showing.NAMES)
    others = [(k, v) for k, v in pairs if k not in showing.NAMES]
    # A carrier may have written a name once more, and a newer version may know more names than this one.
    for given in (dict(reversed(others)), dict(others)):
        for written in (
            {k: v for k, v in given.items() if _is_known(k)},
            {k: v for k, v in given.items() if not carriers.is_carriers(k)},
        ):
            if stamp.fits(written):
                return (*written.items(), *shown)
    return None


def _is_known(name: str) -> bool:
    return name in OF_THE_PLAN or name in stamp.NAMES or is_setting(name.removeprefix(START))


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The parameters of an address by what they are for."""

    of_plan: dict[str, str] = field(default_factory=dict)
    stamped: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    doubled: dict[str, list[str]] = field(default_factory=dict)
    unknown: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Pairs) -> _Sorted:
        given: dict[str, dict[str, None]] = {}
        for name, value in pairs:
            given.setdefault(name, {})[value] = None  # the same value once more says nothing else
        found = cls()
        for name, values in given.items():
            if not (_is_known(name) or name == SENT or name in showing.NAMES):
                # Brackets and quotes by themselves are what stood around the link.
                if not carriers.is_carriers(name) and any(x.strip(carriers.AROUND) for x in (name, *values)):
                    found.unknown[name] = list(values)
            elif len(values) > 1:
                found.doubled[name] = list(values)
            else:
                kind = (
                    found.shown
                    if name in showing.NAMES
                    else found.stamped
                    if name in stamp.NAMES
                    else found.sent
                    if name == SENT
                    else found.of_plan
                )
                kind[name] = next(iter(values))
        return found


def _opened(given: _Sorted, otherwise: str, *, as_made: bool) -> Opened:
    shown, of_showing = showing.read(given.shown)
    plan, of_plan, remarks = _plan(given.of_plan, otherwise, as_made, stamp.is_older(given.stamped, SINCE))
    made, of_stamp = stamp.read(given.stamped, as_made, plan.now)
    # Names are compared by likeness only for what will be said.
    found = Sentences(chain(doubled(given.doubled), of_showing))
    for how_to_say in unknown(given.unknown, _NAMES):
        found.add(how_to_say)
    sent, of_sent = _sent(given, otherwise)
    for sentence in chain(of_plan, of_stamp, of_sent):
        found.add(sentence)
    problems = found.told("link.more_problems")
    moved = None if problems else made.moved
    twice = {name: tuple(values) for name, values in given.doubled.items()}
    return Opened(plan, problems, shown, moved, made.made_with, tuple(remarks), twice, sent)


def _sent(given: _Sorted, otherwise: str) -> tuple[Plan | None, list[str]]:
    """The plan as it was sent, with the start of the reader's. It is checked as any plan is."""
    if SENT not in given.sent:
        return None, []
    stood = given.sent[SENT]
    pieces = [] if stood == _AS_BEGUN else [p.partition(_IS) for p in stood.split(_BETWEEN)]
    moved = {name: unquote(value) for name, _, value in pieces}
    known = all(name == LOCKED or is_setting(name) for name in moved) and len(moved) == len(pieces)
    begun = {k: v for k, v in given.of_plan.items() if k != LOCKED and not is_setting(k)}
    plan, wrong, _ = _plan({**begun, **moved}, otherwise, False) if known else (None, [stood], [])
    return (None, [say("link.no_sent_plan", given=repr(stood[:60]))]) if wrong else (plan, [])


def _plan(
    given: Mapping[str, str], otherwise: str, as_made: bool, is_older: bool = False
) -> tuple[Plan, list[str], list[Remark]]:
    """`is_older`: made before five numbers were each year's own."""
    locked, problems = by_lever(given.get(LOCKED, ""), locks.check, "link.locked_twice")
    stated, wrong = by_lever(given.get(CAME_FROM, ""), came_from.check, "link.two_origins")
    problems += wrong
    origin, base, wrong = preset_of(given.get(FROM), otherwise)
    problems += wrong
    begun_with = {k.removeprefix(START): v for k, v in given.items() if k.startswith(START)}
    start, wrong, remarks = changes(begun_with, as_made, base, is_older)
    problems += wrong
    begun = Scenario.of({**base.values, **start}, names=base.names)
    levers = {k: v for k, v in given.items() if is_setting(k)}
    now, wrong, more = changes(levers, as_made, begun, is_older)
    problems += wrong
    said, wrong = own_school_of(given.get(NAME, ""), given.get(KIND), given.get(GRADES))
    school, unfit = facts_of(said, origin)
    problems += [say("link.in_address", message=p) for p in (*wrong, *unfit)]
    begun = begun.named(name_of(said, origin, begun))
    stood = Scenario.of({**begun.values, **now}, begun.name, begun.names)
    problems += [p.message for side in (begun, stood) for p in own_faults.problems(side)]
    begun = own_faults.mended(begun, base)
    plan = Plan(begun, own_faults.mended(stood, begun), school, origin, locked, stated)
    return plan, problems, [*remarks, *more]
