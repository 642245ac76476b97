"""Both badges of each way to pay teacher leaders: neither is good where nobody pays them."""

from __future__ import annotations

from model.plan.scenario import Scenario
from model.results.rating import Chance, Untested
from model.results.verdicts import State
from model.routes import compare
from model.routes.routes_in_words import budget_badges, lasts, tone
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import PLAIN

ELEMENTARY = Scenario.preset(first_version("us_elementary"))
SOLID = Chance(0.8)


def test_a_route_under_which_nobody_pays_the_leaders_is_not_good():
    """From Year 3 on the stipends have no payer: it balances only because of that, and this is what it says.
    A route with no leaders has nobody to pay, and what lasts is good.
    """
    found = {r.key: r for r in compare(ELEMENTARY, ELEMENTARY).routes}
    unpaid = found["one_time"]
    assert unpaid.verdict.state is State.SUSTAINABLE
    assert (tone(unpaid), lasts(unpaid)) == ("bad", say("leaders.ends_unpaid", year="Year 3"))
    assert budget_badges(unpaid, Untested.OFF)[0] == ("warn", say("leaders.balances_unpaid"))
    assert {k: tone(r) for k, r in found.items() if k != "one_time"} == {
        "recurring": "good",
        "waiver": "good",
        "position": "good",
        "release": "bad",
        "none": "open",
    }
    assert budget_badges(found["recurring"], Untested.OFF)[0] == ("good", say("rating.balances"))
    assert budget_badges(found["release"], Untested.OFF)[0] == ("bad", say("rating.not", year=4))


def test_short_at_first_and_unpaid_later_is_not_good():
    """$5,900 a student are $10,000 short in Year 1, and $7,000 leave $100,000 from Year 2 on. Savings of
    $100,000 hold the $20,000 of two years. So the budget balances, and from Year 3 on because nobody pays.
    """
    start = PLAIN.changed(
        teacher_leaders=4,
        leader_supplement=5_000,
        opening_fund_balance=100_000,
        base_rate_per_pupil=(5_900, 7_000, 7_000, 7_000, 7_000),
    )
    way = compare(start, start).of("one_time")
    assert (way.breaks, way.why, way.is_paid) == (1, "short", False)
    assert way.verdict.state is State.SUSTAINABLE
    assert budget_badges(way, Untested.OFF)[0] == ("warn", say("leaders.balances_unpaid"))


def test_both_badges_of_a_way():
    """In 8 of 10 cases a way that pays is sustainable in one badge; one that does not pay has no good one."""
    found = compare(ELEMENTARY, ELEMENTARY)
    assert budget_badges(found.of("recurring"), SOLID) == [("good", say("rating.sustainable", cases=8))]
    assert budget_badges(found.of("one_time"), SOLID) == [
        ("warn", say("leaders.balances_unpaid")),
        ("warn", say("rating.solid", cases=8)),
    ]
    thin, weak = (Chance(share) for share in (0.5, 0.2))
    for key, words in (("recurring", "rating.balances"), ("one_time", "leaders.balances_unpaid")):
        for chance, second in (
            (thin, ("warn", say("rating.thin", cases=5))),
            (weak, ("bad", say("rating.weak", cases=2))),
            (Untested.OFF, ("open", say("rating.off"))),
        ):
            first, tested = budget_badges(found.of(key), chance)
            assert (first[1], tested) == (say(words), second)
