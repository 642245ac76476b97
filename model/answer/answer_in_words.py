"""The texts of the first view: headline and sentences beside the rating."""

from __future__ import annotations

from model.answer.numbers import ViewNumbers
from model.book.vocabulary import HALF_A_CENT
from model.results.rating_in_words import short_as_tested
from model.results.short_years import Shape
from model.results.verdicts import FEW_DAYS, State, Tested
from model.texts import say
from model.units import about_positions, money, percent

LEAST_MARGIN = 0.01  # of the budget; the least contingency of the Charter School Growth Fund (2017)


def headline(v: ViewNumbers) -> str:
    """What the curves show, in one line. Where devices bought all at once decide, what is tested instead."""
    short = v.verdict.short
    if v.verdict.is_spread:
        return say(_HEADLINE_EVENLY[short.shape], **short.named)
    if v.verdict.holds_only_open:
        return say("answer.headline_open")
    return say(_HEADLINE[short.shape], **short.named)


_HEADLINE = {
    Shape.NONE: "answer.headline_always",
    Shape.BEFORE: "answer.headline_from",
    Shape.SOME: "answer.headline_but",
    Shape.ALWAYS: "answer.headline_never",
    Shape.FROM: "answer.headline_short",
    Shape.AND_FROM: "answer.headline_short_and",
}
_HEADLINE_EVENLY = {
    Shape.NONE: "answer.headline_evenly",
    Shape.BEFORE: "answer.headline_evenly_from",
    Shape.SOME: "answer.headline_evenly_but",
    Shape.ALWAYS: "answer.headline_evenly_short",
    Shape.FROM: "answer.headline_evenly_short",
    Shape.AND_FROM: "answer.headline_evenly_short_and",
}


def sentence(v: ViewNumbers) -> str:
    """What the plan comes to on paper, in two or three sentences, shown after the badges."""
    return " ".join(filter(None, (_covers(v), _margin(v), _savings(v))))


def _covers(v: ViewNumbers) -> str:
    """Whether funding covers costs, and until when: the plan's own growth rates may end it after Year 5."""
    short, until = v.verdict.short, v.horizon.short
    if v.verdict.holds_only_open:
        return say("answer.covers_open")
    said = _EVENLY if v.verdict.is_spread else _AS_SHOWN
    if until is None or short.lasting is not None:
        return say(said[short.shape], **short.named)
    later = _EVENLY_UNTIL if v.verdict.is_spread else _UNTIL
    return say(later[short.shape], **short.named, last=until - 1, until=until)


_AS_SHOWN = {
    Shape.NONE: "answer.covers_always",
    Shape.BEFORE: "answer.covers_from",
    Shape.SOME: "answer.covers_but",
    Shape.ALWAYS: "answer.short_always",
    Shape.FROM: "answer.short_from",
    Shape.AND_FROM: "answer.short_and",
}
_EVENLY = {
    Shape.NONE: "answer.covers_evenly",
    Shape.BEFORE: "answer.covers_evenly_from",
    Shape.SOME: "answer.covers_evenly_but",
    Shape.ALWAYS: "answer.short_evenly_always",
    Shape.FROM: "answer.short_evenly",
    Shape.AND_FROM: "answer.short_evenly_and",
}
_UNTIL = {
    Shape.NONE: "answer.covers_until",
    Shape.BEFORE: "answer.covers_from_until",
    Shape.SOME: "answer.covers_but_until",
}
_EVENLY_UNTIL = {
    Shape.NONE: "answer.covers_evenly_until",
    Shape.BEFORE: "answer.covers_evenly_from_until",
    Shape.SOME: "answer.covers_evenly_but_until",
}


def _margin(v: ViewNumbers) -> str:
    """What Year 5 leaves over or lacks, in dollars and as a share of the budget. A shortfall in people is as
    the rating tests it.
    """
    verdict, part = v.verdict, {"share": percent(abs(v.margin))}
    result, tested = verdict.result_year5, verdict.tested_year5
    is_short = result <= -HALF_A_CENT
    if is_short and not verdict.is_apart:
        gap = about_positions(verdict.gap_positions, verdict.gap_beginners)
        return say("answer.short_by", amount=money(-result), **part, positions=gap)
    if is_short:
        found = say("answer.short_by_alone", amount=money(-result), **part)
    else:
        found = say("answer.left_over", amount=money(result), **part)
    tells_more = verdict.is_apart and tested <= -HALF_A_CENT
    return f"{found} {short_as_tested(verdict)}" if tells_more else found


def _savings(v: ViewNumbers) -> str:
    """What becomes of the savings; nothing where the plan balances."""
    negative = v.verdict.first_negative
    if negative == 0:
        return say("answer.savings_out_start")
    if negative is not None:
        return say("answer.savings_out", year=negative)
    if v.verdict.has_open and (v.verdict.holds_only_open or v.verdict.tested.first_negative is not None):
        return _when_filled(v.verdict.tested)
    if v.verdict.state is State.SUSTAINABLE:
        return ""
    out = v.horizon.out
    return say("answer.savings_last") if out is None else say("answer.savings_last_until", year=out)


def _when_filled(t: Tested) -> str:
    """What the rating finds beyond the plan's own lines, because it fills every position."""
    if t.first_negative == 0:
        return say("answer.savings_out_filled_start")
    if t.first_negative is not None:
        return say("answer.savings_out_filled", year=t.first_negative)
    return say(_FILLED[t.short.shape], **t.short.named) if t.falls_short else say("answer.less_filled")


_FILLED = {
    Shape.BEFORE: "answer.short_filled_in",
    Shape.SOME: "answer.short_filled_in",
    Shape.ALWAYS: "answer.short_filled_always",
    Shape.FROM: "answer.short_filled",
    Shape.AND_FROM: "answer.short_filled_and",
}


def flags(v: ViewNumbers) -> list[str]:
    """What a reader should know besides the rating."""
    out = []
    if v.verdict.result_year5 > -HALF_A_CENT and v.margin < LEAST_MARGIN:
        out.append(say("answer.thumb", share=percent(LEAST_MARGIN, 0)))
    if v.verdict.has_open:
        out.append(say("answer.open_positions", amount=money(v.verdict.saved_on_open)))
    out += _devices_due(v)
    if v.verdict.cliff_year:
        out.append(say("answer.stipends_end", year=v.verdict.cliff_year - 1))
    if v.keeps_savings and not v.is_charter and v.verdict.short.years and v.verdict.first_negative is None:
        out.append(say("answer.savings_assumed"))
    if v.is_charter and v.verdict.thin_days:
        out.append(say("answer.few_days", days=FEW_DAYS, year=v.verdict.thin_days))
    return out


def _devices_due(v: ViewNumbers) -> list[str]:
    """When whole purchases of devices are due, within the five years and next after them."""
    first, later = v.verdict.refresh_year, v.horizon.next_devices
    if later is None:
        return [say("answer.devices_due", year=first)] if first else []
    cost = money(later.cost)
    if first:
        return [say("answer.devices_due_and", year=first, later=later.year, cost=cost)]
    return [say("answer.devices_due_later", year=later.year, cost=cost)]


def rule() -> list[tuple[str, str]]:
    """How the rating works: what is explained, and the paragraph for it."""
    return [(say(head), say(text)) for head, text in _RULE]


_RULE = (
    ("answer.rule_paper", "answer.rule_paper_text"),
    ("answer.rule_not", "answer.rule_not_text"),
    ("answer.rule_caution", "answer.rule_caution_text"),
    ("answer.rule_change", "answer.rule_change_text"),
    ("answer.rule_both", "answer.rule_both_text"),
    ("answer.rule_mean", "answer.rule_evenly_text"),
    ("answer.rule_from", "answer.rule_from_text"),
)
