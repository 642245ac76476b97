"""What a route needs and how long it lasts, in a principal's words. Only texts are made here."""

from __future__ import annotations

from collections.abc import Sequence

from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS, Value
from model.explain.account import value_in_words
from model.results.rating import rate
from model.results.rating_in_words import on_paper
from model.routes.compared import Compared, Route
from model.texts import say
from model.units import about_positions, money, number, percent, positions
from model.years import YEARS

_LASTS = {
    "unpaid": "routes.lasts_unpaid",
    "empty": "routes.lasts_empty",
    "short": "routes.lasts_short",
}
_IN_A_SENTENCE = {
    "unpaid": "nobody pays from Year {} on",
    "empty": "the balance is below zero in Year {}",
    "short": "the yearly budget is short in Year {}",
}


def lasts(route: Route) -> str:
    """How long a route lasts and what ends it."""
    if route.plan is None:
        return say("routes.impossible")
    if route.key == "none":
        return say("routes.no_leaders")
    if not route.breaks:
        return say("routes.lasts")
    return say(_LASTS[route.why], year=route.breaks)


def budget_rating(route: Route) -> str:
    """What the budget of a route is on paper; that it balances only because nobody is paid is said."""
    assert route.verdict
    rating = rate(route.verdict)
    return say("routes.balances_unpaid") if rating.balances and route.why == "unpaid" else on_paper(rating)


def tone(route: Route) -> str:
    """The tone of a route: good only where leaders are paid or released, and the budget holds, to Year 5."""
    if route.key == "none":
        return "open"
    return "bad" if route.breaks or route.plan is None else "good"


def standing(found: Compared) -> str:
    """Where the plan stands among the routes, in a sentence without its full stop."""
    used = next((r for r in found.routes if r.is_used), None)
    if used is None:
        return f"Ways to pay {asked_for(found)}"
    if used.key == "none":
        return f"This plan pays no teacher leaders. What {asked_for(found)} would take"
    end = _IN_A_SENTENCE[used.why].format(used.breaks) if used.breaks else "it holds to Year 5"
    return f"{used.label} for {asked_for(found)}: {end}"


def needs(found: Compared, route: Route) -> str:
    """What a route asks of the school."""
    if route.plan is None:
        return f"Giving up every {found.position.one} position would not pay for it."
    return " ".join(filter(None, (_OWN[route.key](found, route), _budget(found, route))))


def asked_for(found: Compared) -> str:
    """What the routes were computed with: "4 teacher leaders at $6,000 each"."""
    count, pay = found.leaders, value_in_words(LEVERS["leader_supplement"], found.supplement)
    return f"{value_in_words(LEVERS['teacher_leaders'], count)} teacher {'leader' if count == 1 else 'leaders'} at {pay} each"


def _one_time(found: Compared, route: Route) -> str:
    once = found.projection.row("one_time_stipends", route.row)
    due = found.projection.row("leader_supplements", route.row)
    paid = [t for t in range(1, YEARS) if once[t] > 0]
    unpaid = [t for t in range(1, YEARS) if due[t] > 0 and t not in paid]
    first = f"{money(sum(once))} of one-time money in {_years(paid)}." if paid else ""
    then = f"From Year {unpaid[0]} {money(due[unpaid[0]])} a year has no payer." if unpaid else ""
    return f"{first} {then}".strip()


def _years(years: Sequence[int]) -> str:
    return f"Year {years[0]}" if len(years) == 1 else f"Years {years[0]} and {years[-1]}"


def _recurring(found: Compared, route: Route) -> str:
    del found
    return f"{money(route.costs[-1])} in Year 5 from the yearly budget; the amount stays flat."


def _waiver(found: Compared, route: Route) -> str:
    once = found.of("recurring").costs[-1]
    more = route.costs[-1] - once
    return (
        f"{money(route.costs[-1])} in Year 5, {money(abs(more))} {'more' if more >= 0 else 'less'} than the stipend: it carries "
        "benefits and grows with salaries."
    )


def _position(found: Compared, route: Route) -> str:
    p, kind = found.projection, found.position
    was, now = (p.row(kind.line, r.row)[1:] for r in (found.of("none"), route))
    fewer = sorted({round(a - b, 6) for a, b in zip(was, now, strict=True)})
    if fewer == [0]:
        return "Nothing given up: the leaders cost nothing."
    span = positions(fewer[0]) if len(fewer) == 1 else f"{positions(fewer[0])} to {positions(fewer[-1])}"
    pay = f"{span} of a {kind.one} position" if fewer[-1] <= 1 else f"{span} {kind.one} positions"
    if kind.key != "teacher":
        return f"{pay}: {positions(now[0])} instead of {positions(was[0])} in Year 1."
    classes = [p.cell("class_size", 1, r.row) for r in (route, found.of("none"))]
    each = [_ratio(r) for r in (route, found.of("none"))]
    return (
        f"{pay}: classes of {number(classes[0], 1)} students instead of {number(classes[1], 1)} "
        f"({each[0]} students per teacher instead of {each[1]})."
    )


def _ratio(route: Route) -> str:
    assert route.plan
    return value_in_words(LEVERS["pupils_per_teacher"], route.plan["pupils_per_teacher"])


def _release(found: Compared, route: Route) -> str:
    p = found.projection
    stand_in, hours = (p.cell(line, YEARS - 1, route.row) for line in ("release_positions", "release_hours"))
    people = "1 position stands in" if stand_in == 1 else f"{positions(stand_in)} positions stand in"
    return (
        f"{_share(found.release)} of each leader's week: {people}, {number(hours)} hours in Year 5. "
        f"The stipends' money would buy {percent(found.same_money, 0)} of a week each."
    )


def _share(value: Value) -> str:
    if isinstance(value, tuple):
        return value_in_words(LEVERS["leader_release_share"], value)
    assert isinstance(value, float)
    return percent(value, 0 if round(value * 100, 6) == round(value * 100) else 1)


def _none(found: Compared, route: Route) -> str:
    del found, route
    return "No money. Nobody is paid or released to lead."


_OWN = {
    "one_time": _one_time,
    "recurring": _recurring,
    "waiver": _waiver,
    "position": _position,
    "release": _release,
    "none": _none,
}


def _budget(found: Compared, route: Route) -> str:
    """Whether the yearly budget holds, where that needs saying."""
    assert route.verdict
    year = route.verdict.first_short
    if year is None:
        return ""
    p, none = found.projection, found.of("none")
    result = p.cell("structural_result", year, route.row)
    without = p.cell("structural_result", year, none.row)
    text = f"Year {year} is {money(-result)} short"
    if route.key != none.key and without < -HALF_A_CENT:
        return f"{text}; without leaders it would be {money(-without)} short."
    return f"{text}, {about_positions(p.cell('gap_in_teacher_positions', year, route.row))}."
