"""What a route needs and how long it lasts, in a principal's words. Only texts are made here."""

from __future__ import annotations

from model.book.vocabulary import HALF_A_CENT, share
from model.evidence import LEVERS, Value
from model.explain.account import value_in_words
from model.lines.positions import Position
from model.lines.worksheet import BOOK
from model.results.rating import Chance, Tone, Untested, rate
from model.results.rating_in_words import if_things_change, on_paper, together
from model.routes.compared import EXTRA_PAY, Compared, Route
from model.texts import counted, listed, say
from model.units import about_positions, money, number, percent, positions, year_name
from model.years import YEARS

_ENDS = {"unpaid": "leaders.ends_unpaid", "empty": "leaders.ends_savings", "short": "leaders.ends_short"}
_PLAN_ENDS = {
    "unpaid": "leaders.plan_unpaid",
    "empty": "leaders.plan_savings",
    "short": "leaders.plan_short",
}


def lasts(route: Route) -> str:
    """How long a route lasts, or the year in which it ends and why."""
    if route.plan is None:
        return say("leaders.impossible")
    if route.key == "none":
        return say("leaders.nobody_to_pay")
    if route.breaks is None:
        return say("leaders.lasts")
    return say(_ENDS[route.why], year=year_name(route.breaks))


def budget_badges(route: Route, chance: Chance | Untested) -> list[tuple[Tone, str]]:
    """Both badges of a route's budget, each with its tone; one where that is sustainable.

    A budget that balances only because nobody pays the leaders says so, and neither badge is good.
    """
    assert route.verdict
    rating = rate(route.verdict, chance)
    tested = (rating.chance_tone, if_things_change(rating))
    if rating.balances and not route.is_paid:
        tone: Tone = "warn" if rating.chance_tone == "good" else rating.chance_tone
        return [("warn", say("leaders.balances_unpaid")), (tone, if_things_change(rating))]
    if rating.is_sustainable:
        return [(rating.paper_tone, together(rating))]
    return [(rating.paper_tone, on_paper(rating)), tested]


def tone(route: Route) -> str:
    """The tone of a route: good only where leaders are paid or released, and the budget holds, to Year 5."""
    if route.key == "none":
        return "open"
    return "bad" if route.breaks or route.plan is None else "good"


def standing(found: Compared) -> str:
    """Where the plan stands among the routes, in sentences."""
    used = next((r for r in found.routes if r.is_used), None)
    count = counted(value_in_words(LEVERS["teacher_leaders"], found.leaders))
    pay = value_in_words(LEVERS["leader_supplement"], found.supplement)
    if used is None:
        return say("leaders.ways", count=count, pay=pay)
    if used.key == "none":
        return say("leaders.plan_pays_none", count=count, pay=pay)
    takes = say("leaders.plan_takes", count=count, pay=pay, route=used.label)
    if used.breaks is None:
        return f"{takes} {say('leaders.plan_lasts')}"
    return f"{takes} {say(_PLAN_ENDS[used.why], year=year_name(used.breaks))}"


def footing(found: Compared) -> str:
    """What a stipend and a raise both carry here; nothing where the plan itself counts them so."""
    if found.footing is None:
        return ""
    key = "leaders.as_the_raise" if found.footing.is_of_a_raise else "leaders.as_the_stipend"
    return say(key, share=percent(found.footing.share, 2), setting=LEVERS[EXTRA_PAY].label)


def note(found: Compared | None) -> str:
    """How to read the table. `found` is None where there is none, because what was asked cannot be."""
    told = ["leaders.note_cost", "leaders.note_position", "leaders.note_rating"]
    if found:
        told.insert(1, "leaders.note_other_settings" if found.footing is None else "leaders.note_footing")
    return " ".join(map(say, told))


def kind_of(position: Position) -> str:
    """A kind of position as the budget calls it: "Counselors"."""
    return BOOK.lines[position.line].label


def needs(found: Compared, route: Route) -> str:
    """What a route asks of the school."""
    if route.plan is None:
        return say("leaders.needs_more_than_all", kind=kind_of(found.position))
    return " ".join(filter(None, (_OWN[route.key](found, route), _budget(found, route))))


def _one_time(found: Compared, route: Route) -> str:
    once = found.projection.row("one_time_stipends", route.row)
    due = found.projection.row("leader_supplements", route.row)
    paid = [t for t in range(1, YEARS) if once[t] > 0]
    unpaid = [t for t in range(1, YEARS) if due[t] > 0 and t not in paid]
    told = []
    if paid:
        told.append(say("leaders.one_time_pays", amount=money(sum(once)), years=listed(map(year_name, paid))))
    if unpaid:
        first = unpaid[0]
        told.append(say("leaders.nothing_pays", year=year_name(first), amount=money(due[first])))
    return " ".join(told)


def _recurring(found: Compared, route: Route) -> str:
    del found
    return say("leaders.from_yearly_budget", amount=money(route.costs[-1]))


def _waiver(found: Compared, route: Route) -> str:
    more = route.costs[-1] - found.of("recurring").costs[-1]
    key = "leaders.raise_costs_more" if more >= 0 else "leaders.raise_costs_less"
    return say(key, amount=money(route.costs[-1]), difference=money(abs(more)))


def _position(found: Compared, route: Route) -> str:
    p, kind = found.projection, found.position
    was, now = (p.row(kind.line, r.row)[1:] for r in (found.of("none"), route))
    fewer = sorted({round(a - b, 6) for a, b in zip(was, now, strict=True)})
    if fewer == [0]:
        return say("leaders.nothing_given_up")
    fewest, most = positions(fewer[0]), positions(fewer[-1])
    span = fewest if len(fewer) == 1 else say("leaders.positions_span", fewest=fewest, most=most)
    given = say("leaders.give_up", count=counted(span), kind=kind_of(kind))
    if kind.key != "teacher":
        left, before = positions(now[0]), positions(was[0])
        told = say("leaders.positions_left", now=left, before=before) if left != before else ""
        return f"{given} {told}".rstrip()
    after, before = (number(p.cell("class_size", 1, r.row), 1) for r in (route, found.of("none")))
    ratio, ratio_before = (_ratio(r) for r in (route, found.of("none")))
    larger = after != before
    classes = say(
        "leaders.larger_classes" if larger else "leaders.same_classes", count=counted(after), before=before
    )
    told = say("leaders.students_per_teacher", count=counted(ratio), before=ratio_before)
    return " ".join((given, classes, *([told] if ratio != ratio_before else [])))


def _ratio(route: Route) -> str:
    assert route.plan
    return value_in_words(LEVERS["pupils_per_teacher"], route.plan["pupils_per_teacher"])


def _release(found: Compared, route: Route) -> str:
    p = found.projection
    stand_in, hours = (p.cell(line, YEARS - 1, route.row) for line in ("release_positions", "release_hours"))
    need = say(
        "leaders.release_needs",
        share=_share(found.release),
        count=counted(positions(stand_in)),
        hours=number(hours),
    )
    return f"{need} {say('leaders.same_money', share=percent(found.same_money, 0))}"


def _share(value: Value) -> str:
    if isinstance(value, tuple):
        return value_in_words(LEVERS["leader_release_share"], value)
    assert isinstance(value, float)
    return percent(value, 0 if round(value * 100, 6) == round(value * 100) else 1)


def _none(found: Compared, route: Route) -> str:
    del found, route
    return say("leaders.costs_nothing")


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
    year = route.verdict.tested.short.first
    if year is None:
        return ""
    p, none = found.projection, found.of("none")
    result = p.cell("tested_result", year, route.row)
    without = p.cell("tested_result", year, none.row)
    said = {"year": year_name(year), "amount": money(-result)}
    if route.key != none.key and without < -HALF_A_CENT:
        return say("leaders.year_short_anyway", **said, without=money(-without))
    prices = (p.cell(k, year, route.row) for k in ("teacher_position_cost", "beginner_position_cost"))
    gap = about_positions(*(float(share(-result, price)) for price in prices))
    return say("leaders.year_short", **said, positions=gap)
