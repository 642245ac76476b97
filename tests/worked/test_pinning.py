"""What each source explains of the spread, by hand: a sum of two, a product of two, a function whose indices
are known, one plain school.
"""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import UNCERTAIN
from model.plan.scenario import Scenario, ScenarioError
from model.ranges.draws import FUTURES, normal, slices
from model.ranges.futures import futures, sources_of
from model.ranges.pinning import Share, again, explains, indices, pinning, year5_doubt
from model.results.projection import project
from model.texts import listed, say
from tests.first_versions import first_version
from tests.worked.school import PLAIN

HOME = Scenario.preset(first_version("us_elementary"))


def shares_of(function, *sources) -> list[Share]:
    """The indices of a function of independent sources, each an array of 2,000 draws."""
    order = again()
    swapped = [
        function(*(x[order] if i == k else x for i, x in enumerate(sources))) for k in range(len(sources))
    ]
    return indices(function(*sources), function(*(x[order] for x in sources)), swapped)


def bell(dimension: int) -> np.ndarray:
    return normal()[slices()[dimension]]


def only(*keys: str) -> set[str]:
    return set(UNCERTAIN) - set(keys)


def test_the_second_meeting_is_the_first_in_another_order():
    """2,000 futures in a random order would be correlated by 1 / 2,000^0.5 = 0.022; four times that is chance
    among 625 pairs.
    """
    assert np.array_equal(np.sort(again()), np.arange(FUTURES))
    assert (again() != np.arange(FUTURES)).sum() > 1_990
    z = normal()[slices()]
    for points in (z, z**2):
        across = np.corrcoef(points, points[:, again()])[: len(z), len(z) :]
        assert np.abs(across).max() < 0.09


def test_a_sum_of_two():
    """3 times a spread of 1 and 2 times a spread of 2: 9 of 9 + 16 = 25 is 0.36, and 16 of 25 is 0.64."""
    one, other = shares_of(lambda x, y: 3 * x + 2 * y, bell(0), 2 * bell(1))
    assert (one.first, one.total) == pytest.approx((0.36, 0.36), abs=0.03)
    assert (other.first, other.total) == pytest.approx((0.64, 0.64), abs=0.03)


def test_a_product_of_two():
    """Neither explains anything by itself, for the other is 0 in the mean; each is part of all of it."""
    for share in shares_of(lambda x, y: x * y, bell(0), bell(1)):
        assert (share.first, share.total) == pytest.approx((0, 1), abs=0.09)


def test_a_spread_does_not_know_where_its_middle_lies():
    plain, moved = (shares_of(lambda x, y, up=up: x * y + x + up, bell(0), bell(1)) for up in (0, 1_000))
    for one, other in zip(plain, moved, strict=True):
        assert (other.first, other.total) == pytest.approx((one.first, one.total), abs=1e-6)


def test_a_source_that_is_alone_explains_all():
    alone, nothing = shares_of(lambda x, y: np.exp(x) + 0 * y, bell(0), bell(1))
    assert (alone.first, alone.total) == pytest.approx((1, 1), abs=1e-9)
    assert nothing == Share(0, 0)


def test_the_function_of_ishigami():
    """sin x + 7 sin^2 y + 0.1 z^4 sin x, each uniform from -pi to pi. Variance: 49/8 + 0.1 pi^4/5 + 0.01
    pi^8/18 + 1/2 = 13.8446. First order: (1 + 0.1 pi^4/5)^2 / 2 = 4.3459, 49/8 = 6.125 and 0; x and z
    together 0.01 pi^8 (1/18 - 1/50) = 3.3737.
    """
    x, y, z = (((slices()[d] + 0.5) / FUTURES * 2 - 1) * np.pi for d in range(3))
    found = shares_of(lambda x, y, z: np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x), x, y, z)
    assert [s.first for s in found] == pytest.approx([0.3139, 0.4424, 0], abs=0.04)
    assert [s.total for s in found] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.04)


def test_two_sources_of_the_plain_school():
    """Ten teachers at $50,000 with benefits of 60%. Benefits: 60% x 2 / 43.5 / 1.28155 x $500,000 = $10,763.
    Open positions: half of the futures have none, the others 7% / 1.28155 x 10 x $80,000 = $43,697 times half
    a bell, whose variance is 1/2 - 1/(2 pi) = 0.3408: $25,511. So benefits have 10,763^2 / (10,763^2 +
    25,511^2) = 0.151 of the spread; pay that is saved has no benefits, which is little.
    """
    found = pinning(
        PLAIN.changed(benefit_rate=0.6, open_positions_pay="school"), only("benefits", "positions_filled")
    )
    assert found["benefits"].first == pytest.approx(0.151, abs=0.03)
    assert found["positions_filled"].first == pytest.approx(0.849, abs=0.03)
    assert {k for k, s in found.items() if s.total} == {"benefits", "positions_filled"}


@pytest.mark.parametrize("key", sources_of(HOME))
def test_pinned_it_takes_away_what_it_explains(key):
    """What is left when one source stands at the plan lies between what the others explain by themselves and
    with it, to 0.06.
    """
    shares = pinning(HOME)
    spread, left = (
        project(futures(HOME, pins, apart=True), only=("structural_result",))["structural_result"][:, 5].var()
        for pins in ((), {key})
    )
    assert 1 - shares[key].total - 0.06 < left / spread < 1 - shares[key].first + 0.06
    again_pinned = pinning(HOME, {key})
    assert again_pinned[key] == Share(0, 0)


def test_what_moves_together_is_left_out():
    """Apart, the three growth rates are independent; together funding and pay rise and fall as one and take
    off some of the spread.
    """
    rates = ("public_funding_growth", "salary_growth", "inflation")
    apart, together = (futures(HOME, apart=a).levers for a in (True, False))
    for i, one in enumerate(rates):
        for other in rates[:i]:
            assert abs(np.corrcoef(apart[one][:, 2], apart[other][:, 2])[0, 1]) < 0.04
    assert not np.array_equal(apart["salary_growth"], together["salary_growth"])
    spread = {
        a: project(futures(HOME, apart=a), only=("structural_result",))["structural_result"][:, 5].std()
        for a in (True, False)
    }
    assert spread == {True: pytest.approx(432_185, abs=1), False: pytest.approx(388_414, abs=1)}


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (-0.01, "hardly any"),
        (0.049, "hardly any"),
        (0.05, "about 10%"),
        (0.149, "about 10%"),
        (0.15, "about 20%"),
        (0.55, "about 60%"),
        (0.95, "about 90%"),
        (0.951, "nearly all"),
        (1.02, "nearly all"),
    ],
)
def test_shares_in_words(share, words):
    assert explains(share) == words


def test_the_sentence_follows_the_numbers():
    """Largest first; what explains hardly any is left out, and so is what is held."""
    none = {k: Share() for k in UNCERTAIN}
    three = {**none, "pay": Share(0.3, 0.3), "enrollment": Share(0.62, 0.65), "prices": Share(0.05, 0.05)}
    parts = [
        say("cases.doubt_part", source=UNCERTAIN[key].label, part=say("cases.part_about", share=share))
        for key, share in (("enrollment", "60%"), ("pay", "30%"), ("prices", "10%"))
    ]
    assert year5_doubt(three, ()) == say("cases.doubt", parts=listed(parts))
    four = {**three, "funding": Share(0.7, 0.7)}
    first = say(
        "cases.doubt_part", source=UNCERTAIN["funding"].label, part=say("cases.part_about", share="70%")
    )
    most = say("cases.doubt", parts=listed([first, *parts[:2]]))
    assert year5_doubt(four, ()) == f"{most} {say('cases.doubt_less', parts=parts[2])}"
    one = {**none, "pay": Share(0.97, 0.99), "prices": Share(0.049, 0.05)}
    most = say("cases.doubt_part", source=UNCERTAIN["pay"].label, part=say("cases.part_nearly_all"))
    assert year5_doubt(one, ()) == say("cases.doubt", parts=most)
    mixed = {**none, "pay": Share(0.01, 1), "prices": Share(0.01, 1)}
    assert year5_doubt(mixed, ()) == say("cases.doubt_none_alone")
    assert year5_doubt(none, ("pay",)) == say("cases.doubt_nothing")
    assert year5_doubt(none, tuple(UNCERTAIN)) == say("cases.doubt_all_held")


def test_unknown_sources_and_places_are_refused_together():
    with pytest.raises(ScenarioError) as refusal:
        pinning(HOME, ("weather",), "mars")
    assert [p.lever for p in refusal.value.problems] == ["pin", "place"]
