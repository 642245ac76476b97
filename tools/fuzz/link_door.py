"""Share links and typed addresses: damaged, and with what people write by hand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_plus

from exchange import link
from exchange.address import Opened
from model.evidence import LEVERS, PRESETS
from model.plan.plan import Plan
from tools.fuzz.damage import NASTY, damaged
from tools.fuzz.good_plans import drawn_plan, drawn_value
from tools.fuzz.list_door import BESIDE, is_implied
from tools.fuzz.spelled import could_mean, written
from tools.fuzz.trials import Outcome

BASE = "https://a.example/"
_CARRIED = (
    "&fbclid=IwAR0abc",
    "&utm_source=x",
    "&amp;gclid=1",
    ".",
    ")",
    "\n",
    ">",
    "&mc_eid=5&mc_cid=6",
    "#top",
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A text that is opened as a link, and the plan whose link it once was; None for a typed address."""

    text: str
    plan: Plan | None


def make(draw: random.Random) -> Sent:
    """One link."""
    way = draw.random()
    if way < 0.3:
        return Sent(_typed(draw), None)
    if way < 0.4:
        pieces = [draw.choice([*NASTY, *LEVERS, "&", "=", "?from="]) for _ in range(draw.randrange(12))]
        return Sent("?" + "".join(pieces), None)
    if way < 0.42:
        return Sent("?" + "&".join(f"lever_{i}=1" for i in range(draw.choice((500, 5_000)))), None)
    plan = drawn_plan(draw, draw.choice((0, 1, 8)), yearly=draw.random() < 0.5)
    made = link.address_of(plan, BASE)
    return Sent(made + draw.choice(_CARRIED) if way < 0.5 else damaged(draw, made), plan)


def _typed(draw: random.Random) -> str:
    parts = [f"from={draw.choice(sorted(PRESETS))}.1"] if draw.random() < 0.8 else []
    for key in draw.sample(sorted(LEVERS), draw.choice((1, 2, 4))):
        value = drawn_value(draw, LEVERS[key])
        text = written(draw, value)
        parts.append(f"{key}={quote(draw.choice((text, text, draw.choice(NASTY))))}")
    return f"{BASE}?{'&'.join(parts)}"


def try_it(given: object) -> Outcome:
    """Open it. Without a problem it is the plan that was sent, or every difference stands in the text."""
    assert isinstance(given, Sent)
    found = link.opened(given.text)
    if found.problems:
        return Outcome(found.problems)
    if given.plan is not None and _holds_the_same(found.plan, given.plan):
        return Outcome(is_taken=True)
    if given.plan is not None and re.search(r"[?&;]c=[0-9a-f]{6}\b", given.text):
        return Outcome(silent="another plan with a check figure", is_taken=True)
    return Outcome(silent=_not_in_its_text(given.text, found), is_taken=True)


def _holds_the_same(one: Plan, other: Plan) -> bool:
    return one.start.values == other.start.values and one.now.values == other.now.values


def _not_in_its_text(text: str, found: Opened) -> str:
    pairs = list(_pairs(text))
    told = " ".join(r.text for r in found.remarks)
    for key, typed in pairs:
        side = found.plan.start if key.startswith("start.") else found.plan.now
        lever = key.removeprefix("start.")
        if lever in LEVERS and not could_mean(typed, side[lever]):
            return f"{key}={typed!r} became {side[lever]!r}"
    named = {key.removeprefix("start.") for key, _ in pairs}
    for key in found.plan.now.differences(found.plan.start):
        implied = any(key in others for others in BESIDE.values()) and is_implied(key, told)
        if key not in named and not implied:
            return f"{key} became {found.plan.now[key]!r}, which stands nowhere"
    return ""


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Names and values in the text, as far as they can be told without knowing the carriers."""
    query = text.partition("?")[2].partition("#")[0]
    for part in re.split(r"&(?:amp;)?", query):
        key, equals, typed = part.partition("=")
        if equals:
            yield unquote_plus(key), unquote_plus(typed)
