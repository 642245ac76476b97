"""The rating of a plan: two badges, and one word that both have to earn.

The first badge says what the plan is on paper, by the three states of the verdict and one reason. The second
says in how many of its possible futures it holds up. *Sustainable* is said only of a plan that balances on
paper and holds up in at least 7 of 10 of them.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, NamedTuple

from model.results.short_years import ShortYears
from model.results.verdicts import State, Tested, Verdict

Tone = Literal["good", "warn", "bad", "open"]  # "open": nothing was tested, so nothing is claimed

ENOUGH = 0.7  # the share of cases from which a plan that balances is called sustainable
STRONG = 0.9
THIN = 0.35  # to the nearest tenth this is 4 of 10; fewer are weak


class Band(Enum):
    """How a chance is called in a word."""

    STRONG = "strong"
    SOLID = "solid"
    THIN = "thin"
    WEAK = "weak"


class Reason(Enum):
    """Why a plan does not balance on paper. One reason is said: the first of these that applies."""

    SAVINGS_RUN_OUT = "savings_run_out"
    LEANS_ON_GRANTS = "leans_on_grants"
    LIVES_ON_SAVINGS = "lives_on_savings"
    SHORT = "short"


class Untested(Enum):
    """Why a plan has no chance beside it."""

    OFF = "off"  # the reader has switched the ranges off
    CHECKING = "checking"  # a setting is moving, and its futures are not worked out yet


class Chance(NamedTuple):
    """In which share of its possible futures a plan holds up, 0 to 1.

    Where some sources of doubt are held at the plan, no share of them makes a plan sustainable.

    A good word is never reached by rounding up: 69% are "almost 7 of 10" and thin, 70% "7 of 10" and solid.
    """

    share: float
    is_partial: bool = (
        False  # some sources of doubt were held at the plan, so less than everything was tested
    )

    @property
    def band(self) -> Band:
        if self.share >= STRONG:
            return Band.STRONG
        if self.share >= ENOUGH:
            return Band.SOLID
        return Band.THIN if self.share >= THIN else Band.WEAK

    @property
    def tenths(self) -> int:
        """To the nearest tenth, 1 to 9; none and all have words of their own."""
        return min(max(int(self.share * 10 + 0.5), 1), 9)

    @property
    def is_nearly_all(self) -> bool:
        return self.share > 0.95

    @property
    def is_hardly_any(self) -> bool:
        return self.share < 0.05

    @property
    def is_almost(self) -> bool:
        """Whether the nearest tenth promises a better word than the share has earned."""
        return any(limit - 0.05 <= self.share < limit for limit in (ENOUGH, STRONG))

    @property
    def tone(self) -> Tone:
        return _CHANCE_TONES[self.band]


_CHANCE_TONES: dict[Band, Tone] = {
    Band.STRONG: "good",
    Band.SOLID: "good",
    Band.THIN: "warn",
    Band.WEAK: "bad",
}
_STATE_TONES: dict[State, Tone] = {
    State.SUSTAINABLE: "good",
    State.AT_RISK: "warn",
    State.NOT_SUSTAINABLE: "bad",
}


class Rating(NamedTuple):
    """Both badges of a plan. `year` is that in which savings run out, 0 in start-up, where that is why.
    `short` are the short years as they were tested, which other reasons name.

    `has_open`: open positions save money in the plan, and the reason is that of the plan with all filled.
    """

    state: State
    reason: Reason | None
    year: int | None
    short: ShortYears
    chance: Chance | Untested
    has_open: bool = False

    @property
    def balances(self) -> bool:
        """Whether the plan passes every test on paper."""
        return self.state is State.SUSTAINABLE

    @property
    def is_sustainable(self) -> bool:
        """Whether both badges earn the word."""
        chance = self.chance
        is_tested = isinstance(chance, Chance) and not chance.is_partial and chance.share >= ENOUGH
        return self.balances and is_tested

    @property
    def paper_tone(self) -> Tone:
        return _STATE_TONES[self.state]

    @property
    def chance_tone(self) -> Tone:
        return self.chance.tone if isinstance(self.chance, Chance) else "open"


def rate(verdict: Verdict, chance: Chance | Untested = Untested.OFF) -> Rating:
    """The rating of a plan by its verdict, and by the chance where one was worked out for this very plan."""
    tested = verdict.tested
    reason = None if verdict.state is State.SUSTAINABLE else reason_of(tested)
    year = tested.first_negative if reason is Reason.SAVINGS_RUN_OUT else None
    return Rating(verdict.state, reason, year, tested.short, chance, verdict.has_open)


def reason_of(t: Tested) -> Reason:
    """Why a plan that does not balance on paper does not."""
    if t.first_negative is not None:
        return Reason.SAVINGS_RUN_OUT
    if t.on_grants:
        return Reason.LEANS_ON_GRANTS
    if t.short.lasting is not None:
        return Reason.LIVES_ON_SAVINGS
    return Reason.SHORT if t.falls_short else Reason.LEANS_ON_GRANTS
