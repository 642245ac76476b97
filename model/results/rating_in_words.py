"""The rating in words, the same on the page, in the workbook and in a shell.

*Sustainable* is said in one place only: in the badge of both tests together. Where no chance was worked out
the words of the first badge stand alone.
"""

from __future__ import annotations

from model.results.rating import Band, Chance, Rating, Reason, Untested
from model.results.short_years import Shape
from model.results.verdicts import State, Verdict
from model.texts import say
from model.units import about_positions, money

# Shape as well as color tells the badges apart.
MARKS = {
    "good": "\N{HEAVY CHECK MARK}",
    "warn": "!",
    "bad": "\N{MULTIPLICATION X}",
    "open": "\N{HORIZONTAL ELLIPSIS}",
}
# Short to Year 5 the plan lives on savings; short before it, public funding does not cover its costs.
_SHORT = {
    Shape.BEFORE: "rating.caution_short",
    Shape.SOME: "rating.caution_short",
    Shape.ALWAYS: "rating.caution_living",
    Shape.FROM: "rating.caution_living",
    Shape.AND_FROM: "rating.caution_living_and",
}
_UNTESTED = {Untested.OFF: "rating.off", Untested.CHECKING: "rating.checking"}
_BAND = {
    Band.STRONG: "rating.strong",
    Band.SOLID: "rating.solid",
    Band.THIN: "rating.thin",
    Band.WEAK: "rating.weak",
}
# Where the nearest tenth belongs to the next band, it is said that the share only almost reaches it.
_ALMOST = {Band.SOLID: "rating.solid_almost", Band.THIN: "rating.thin_almost"}


def on_paper(r: Rating) -> str:
    """The first badge: "Balances on paper", or what is wrong and since when."""
    if r.reason is None:
        return say("rating.balances")
    found = _fault(r)
    return say("rating.if_filled", rating=found) if r.has_open else found


def _fault(r: Rating) -> str:
    assert r.reason
    if r.state is State.NOT_SUSTAINABLE:
        return say("rating.not_start") if r.year == 0 else say("rating.not", year=r.year)
    if r.year == 0:
        return say("rating.caution_savings_start")
    if r.reason is Reason.SAVINGS_RUN_OUT:
        return say("rating.caution_savings", year=r.year)
    if r.reason is Reason.LEANS_ON_GRANTS:
        return say("rating.caution_grants")
    return say(_SHORT[r.short.shape], **r.short.named)


def if_things_change(r: Rating) -> str:
    """The second badge: "Holds up in 4 of 10 cases: thin"."""
    if isinstance(r.chance, Untested):
        return say(_UNTESTED[r.chance])
    if r.chance.is_nearly_all:
        return say("rating.strong_nearly")
    if r.chance.is_hardly_any:
        return say("rating.weak_hardly")
    key = _ALMOST[r.chance.band] if r.chance.is_almost else _BAND[r.chance.band]
    return say(key, cases=r.chance.tenths)


def together(r: Rating) -> str:
    """Both badges in one, for a plan that is sustainable and for no other."""
    assert r.is_sustainable
    assert isinstance(r.chance, Chance)
    if r.chance.is_nearly_all:
        return say("rating.sustainable_nearly")
    if r.chance.is_almost:
        return say("rating.sustainable_almost", cases=r.chance.tenths)
    return say("rating.sustainable", cases=r.chance.tenths)


def rating_line(r: Rating) -> str:
    """The whole rating in a line, with its full stop, for a shell or a cell."""
    if r.is_sustainable:
        return say("rating.line_alone", rating=together(r))
    if r.chance is Untested.OFF:
        return say("rating.line_alone", rating=on_paper(r))
    return say("rating.line", paper=on_paper(r), tested=if_things_change(r))


def short_as_tested(v: Verdict) -> str:
    """How short Year 5 is as the rating tests it, in dollars and people."""
    gap = about_positions(v.gap_positions, v.gap_beginners)
    return say("rating.short_as_tested", amount=money(-v.tested_year5), positions=gap)


def both_sides(c: Chance) -> str:
    """How often a plan holds up and how often it falls short, in two sentences."""
    if c.is_nearly_all:
        return say("rating.both_sides_nearly")
    if c.is_hardly_any:
        return say("rating.both_sides_hardly")
    key = "rating.both_sides_almost" if c.is_almost else "rating.both_sides"
    return say(key, cases=c.tenths, others=10 - c.tenths)
