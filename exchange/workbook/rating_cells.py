"""The rating on the cover: the first badge as a formula, the second as it was tested at the export.

No sheet can run 2,000 futures. So the second badge is a text for as long as no input has been changed since
the export, and then says that it was not tested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exchange.workbook.exported import inputs_changed_since
from exchange.workbook.layout import years
from exchange.workbook.plans import Sheets
from model.results.horizon import horizons
from model.results.horizon_in_words import after_year_5
from model.results.rating import Rating, Reason, Untested, rate, reason_of
from model.results.rating_in_words import if_things_change, on_paper, together
from model.results.short_years import ShortYears
from model.results.verdicts import FIRST_TESTED, State, Tested, judge
from model.texts import say

_SHORT = "<-0.005"
_MARK = "\N{REPLACEMENT CHARACTER}"  # stands where a text goes on with a formula


def rating_of(plan: Sheets) -> Rating:
    """The rating of a plan at the export, with its chance."""
    return rate(judge(plan.projection, plan.number), plan.chance)


def paper_now(plan: Sheets) -> str:
    """What the formula of the first badge gives at the export."""
    rating = rating_of(plan)
    return together(rating) if rating.is_sustainable else on_paper(rating)


def tested_now(plan: Sheets) -> str:
    return if_things_change(rating_of(plan))


def paper_formula(plan: Sheets) -> str:
    """The first badge: what the sheets come to on paper, and what both badges earned, while that is known."""
    state = state_cell(plan)
    faults = f"IF({state}={State.NOT_SUSTAINABLE.value},{_not_sustainable(plan)},{_caution(plan)})"
    saved = [plan.layout.line_cell("saved_on_open_positions", y) for y in years()[1:]]
    live = _first(
        [(f"{state}={State.SUSTAINABLE.value}", _words(State.SUSTAINABLE, None))],
        _around(faults, f"MAX({','.join(saved)})>0.005"),
    )
    rating = rating_of(plan)
    return f"IF({_is_changed(plan)},{live},{_text(together(rating))})" if rating.is_sustainable else live


def tested_formula(plan: Sheets) -> str:
    """The second badge: as tested at the export, until an input is changed."""
    return as_tested(plan, tested_now(plan))


def as_tested(plan: Sheets, found: str) -> str:
    """What was found by trying at the export, as a text that stands until an input is changed."""
    return f"IF({_is_changed(plan)},{_text(say('rating.changed_since'))},{_text(found)})"


def later_now(plan: Sheets) -> str:
    """What comes after Year 5, as worked out at the export."""
    chosen = plan.projection.scenarios.chosen(slice(plan.number, plan.number + 1))
    return " ".join(after_year_5(horizons(chosen)[0]))


def later_formula(plan: Sheets) -> str:
    """The same, until an input is changed: the sheets end with Year 5."""
    return f"IF({_is_changed(plan)},{_text(say('horizon.changed_since'))},{_text(later_now(plan))})"


def state_cell(plan: Sheets) -> str:
    return plan.layout.line_cell("verdict_state", 5)


def _is_changed(plan: Sheets) -> str:
    return f"{inputs_changed_since(plan)}>0"


def _not_sustainable(plan: Sheets) -> str:
    return _first(_savings_run_out(plan, State.NOT_SUSTAINABLE)[:-1], _last_year(State.NOT_SUSTAINABLE))


def _last_year(state: State) -> str:
    return _text(_words(state, Reason.SAVINGS_RUN_OUT, years()[-1]))


def _caution(plan: Sheets) -> str:
    """The reasons in the order in which the app asks them."""
    at, risk = plan.layout.line_cell, State.AT_RISK
    grants = _words(risk, Reason.LEANS_ON_GRANTS)
    result = {y: f"{at('tested_result', y)}{_SHORT}" for y in years()[1:]}
    all_money = f"{at('net_position', 5)}-{at('structural_result', 5)}+{at('tested_result', 5)}>=-0.005"
    kept = [f"{at(line, 5)}=1" for line in ("sustained", "never_negative")]
    later = f"AND({','.join(kept)},{at('stands_without_grants', 5)}=0)"
    covered = f"OR({later},AND({result[5]},{all_money}))"
    is_tested = f"OR({','.join(result[y] for y in years()[FIRST_TESTED:])})"
    leaning = [(covered, grants), (f"NOT({is_tested})", grants)]
    return _first([*_savings_run_out(plan, risk), *leaning], _by_short_years(result))


def _by_short_years(is_short: Mapping[int, str]) -> str:
    """What is said of each set of short years in which one is tested. The number of a set has a binary digit
    for each of Years 1 to 5; LibreOffice chooses among 29 texts at most, and these are 28.
    """
    first, texts = 2 ** (FIRST_TESTED - 1), []
    for n in range(first, 2 ** len(is_short)):
        short = ShortYears(tuple(t for i, t in enumerate(is_short) if n >> i & 1))
        why = reason_of(Tested(None, short, on_grants=False))
        texts.append(_text(_words(State.AT_RISK, why, short=short.years)))
    number = "+".join(f"{2**i}*({x})" for i, x in enumerate(is_short.values()))
    return f"CHOOSE({number}-{first - 1},{','.join(texts)})"


def _savings_run_out(plan: Sheets, state: State) -> list[tuple[str, str]]:
    return [
        (
            f"{plan.layout.line_cell('savings_when_filled', y)}{_SHORT}",
            _words(state, Reason.SAVINGS_RUN_OUT, y),
        )
        for y in years()
    ]


def _words(state: State, reason: Reason | None, year: int | None = None, short: tuple[int, ...] = ()) -> str:
    return on_paper(Rating(state, reason, year, ShortYears(short), Untested.OFF))


def _first(cases: Sequence[tuple[str, str]], otherwise: str) -> str:
    """Nested questions: the text of the first condition that holds."""
    formula = otherwise
    for condition, text in reversed(cases):
        formula = f"IF({condition},{_text(text)},{formula})"
    return formula


def _around(faults: str, has_open: str) -> str:
    """What is wrong, and that it is so with all positions filled where open ones save money."""
    before, after = say("rating.if_filled", rating=_MARK).split(_MARK)
    parts = [f"IF({has_open},{_text(part)},{_text('')})" if part else "" for part in (before, after)]
    return "&".join(filter(None, (parts[0], faults, parts[1])))


def _text(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'
