"""Two thousand futures, by hand: what one source does alone, what a pin does, and that luck is the same for
everybody.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from statistics import NormalDist

import numpy as np
import pytest

from model.evidence import UNCERTAIN
from model.plan.scenario import Scenario, ScenarioError
from model.ranges.bands import LINES, chance, compared, ranges
from model.ranges.chances import chance_of
from model.ranges.draws import FUTURES, PRIMES, heavy, normal, slices
from model.ranges.futures import futures
from model.results.projection import project
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import LEFT, PLAIN

HOME = Scenario.preset(first_version("us_elementary"))
ALL = tuple(UNCERTAIN)


def only(*keys: str) -> set[str]:
    """Everything is pinned but these."""
    return set(UNCERTAIN) - set(keys)


def fingerprint(scenario: Scenario) -> str:
    p = project(futures(scenario), only=LINES)
    return hashlib.sha256(b"".join(np.ascontiguousarray(p[k]).tobytes() for k in LINES)).hexdigest()


def test_the_chance_alone_is_that_of_the_ranges():
    for place in ("texas", "chicago_elementary"):
        assert chance_of(HOME, place) == ranges(HOME, place=place).chance


def test_ten_reruns_give_one_hash():
    assert len({fingerprint(HOME) for _ in range(10)}) == 1


def test_another_process_draws_the_same():
    script = "from tests.worked.test_ranges import HOME, fingerprint; print(fingerprint(HOME))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == fingerprint(HOME)


def test_every_dimension_meets_every_slice_once():
    assert (np.sort(slices(), axis=1) == np.arange(FUTURES)).all()


def test_no_two_dimensions_move_together():
    z = normal()[slices()]
    for points in (z, z**2):
        apart = np.abs(np.corrcoef(points)) - np.eye(len(PRIMES))
        assert apart.max() < 0.04


def test_there_is_a_dimension_for_everything_drawn():
    """9 lasting draws, 5 years of enrollment, 4 years of each of the 3 growth rates, and Years 2 to 5 of open
    positions: 9 + 5 + 12 + 4 = 30.
    """
    assert len(PRIMES) == 30


def test_the_tenths_of_the_two_distributions():
    """The normal distribution keeps 8 of 10 within 1.2816, Student's t with 4 degrees of freedom within
    1.5332 (tables).
    """
    # The tenth lies between the middles of the slices 199 and 200.
    assert normal()[199] < -1.2816 < normal()[200]
    assert heavy()[199] < -1.5332 < heavy()[200]
    assert heavy()[99] < -2.1318 < heavy()[100]  # the twentieth
    assert normal() == pytest.approx(-normal()[::-1])
    assert heavy() == pytest.approx(-heavy()[::-1])


def test_a_plan_less_itself_is_exactly_zero():
    p, again = (project(futures(HOME), only=LINES) for _ in range(2))
    for line in LINES:
        assert not (p[line] - again[line]).any()
    beside = compared(ranges(HOME), ranges(HOME))
    assert (beside.above, beside.below, beside.equal) == (0, 0, FUTURES)
    assert (beside.low, beside.middle, beside.high) == (0, 0, 0)


def test_with_everything_pinned_every_future_is_the_plan():
    p, plan = project(futures(HOME, ALL)), project([HOME])
    for line, values in plan.lines.items():
        assert np.array_equal(p[line], np.broadcast_to(values, (FUTURES, 6))), line
    found = ranges(HOME, ALL)
    assert (found.whole, found.solvent, found.pays_year5) == (FUTURES, FUTURES, FUTURES)
    assert found.first_negative == (0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("key", ALL)
def test_a_pinned_source_has_no_spread_and_moves_no_other(key):
    """Its levers stand at the plan's value in every future; all others are drawn as before."""
    free, pinned = futures(HOME), futures(HOME, {key})
    own = set(UNCERTAIN[key].levers)
    own |= {"enrollment_growth", "forecast_enrollment"} if key == "enrollment" else set()
    for lever, values in pinned.levers.items():
        if lever in own:
            assert values.shape[0] == 1
            assert (values == HOME[lever]).all()
        else:
            assert np.array_equal(values, free.levers[lever]), lever


@pytest.mark.parametrize("key", ALL)
def test_every_source_spreads_something(key):
    drawn = futures(HOME.changed(open_positions_pay="school", funded_on="attendance"), only(key))
    assert np.ptp(drawn.levers[UNCERTAIN[key].levers[0]], axis=0).max() > 0
    assert drawn.count == FUTURES


def test_private_revenue_by_hand():
    """$50,000 opening + $340,000 grants - $342,270 start-up = $47,730. In 1 of 10 futures at least 30% of the
    grants are missing: $102,000 less is -$54,270. Half of the futures bring everything. Below zero it goes
    when more than 47,730 / 340,000 = 14.04% is missing: 14.04% / 30% x 1.28155 = 0.5997 spreads, which 27.4%
    of a normal distribution exceed. So it is where the money is committed. Where purchases wait for the
    grants, start-up ends with $47,730 in every future.
    """
    assert (ranges(HOME, only("private_revenue")).bands["fund_balance"][:, 0] == 47_730).all()
    assert ranges(HOME, only("private_revenue")).whole == FUTURES
    found = ranges(HOME.changed(startup_purchases="committed"), only("private_revenue"))
    low, _, middle, _, high = found.bands["fund_balance"][:, 0]
    assert low == pytest.approx(-54_270, abs=120)  # between two slices: they lie $113 apart there
    assert high == pytest.approx(47_730)
    assert middle == pytest.approx(
        47_730, abs=50
    )  # 2,000 have two in the middle, and one of them falls short
    assert found.first_negative[0] == sum(
        (i + 0.5) / FUTURES < NormalDist().cdf(-0.59969) for i in range(FUTURES)
    )
    assert found.first_negative[0] == 549
    assert found.whole == FUTURES - 549


def test_benefits_by_hand():
    """Ten teachers at $50,000 with benefits of 20%: 5% of the rate (1 point) in 1 of 10 futures costs or
    saves $5,000 a year. The register's 41.5% and 45.5% around 43.5% are 4.6% either way: 20% x 2 / 43.5 x
    $500,000 = $4,598.
    """
    found = ranges(PLAIN, only("benefits"))
    low, _, middle, _, high = found.bands["structural_result"][:, 5]
    assert middle == pytest.approx(LEFT, abs=5)
    assert low == pytest.approx(LEFT - 4_598, abs=10)
    assert high == pytest.approx(LEFT + 4_598, abs=10)


def test_open_positions_by_hand():
    """Where the school keeps their pay, in 1 of 10 futures 7% of ten positions stay open in a year: 0.7 x
    $60,000 = $42,000 saved, no substitute in the plain school.
    """
    keeps = PLAIN.changed(open_positions_pay="school")
    found = ranges(keeps, only("positions_filled"))
    for year in (1, 5):
        low, _, middle, _, high = found.bands["structural_result"][:, year]
        assert low == LEFT
        assert middle == pytest.approx(LEFT, abs=21)
        assert high == pytest.approx(LEFT + 42_000, abs=60)
    # With a substitute at $150 on 180 days, $27,000 of it comes back for each position: 0.7 x $27,000 =
    # $18,900 less.
    paid = ranges(keeps.changed(substitute_daily_rate=150), only("positions_filled"))
    assert paid.bands["structural_result"][4, 5] == pytest.approx(LEFT + 42_000 - 18_900, abs=40)


def test_a_path_of_enrollment_is_what_the_futures_lie_around():
    """Five numbers or a growth rate: the middle of every year is the plan's own count."""
    falling = HOME.changed(enrollment_growth=-0.04)
    middle = np.quantile(futures(falling, only("enrollment")).levers["enrollment_year1"], 0.5, axis=0)
    assert middle[1:] == pytest.approx([450 * 0.96**t for t in range(5)], rel=0.006)
    path = HOME.changed(enrollment_year1=(400.0, 420.0, 440.0, 430.0, 410.0))
    middle = np.quantile(futures(path, only("enrollment")).levers["enrollment_year1"], 0.5, axis=0)
    assert middle[1:] == pytest.approx([400, 420, 440, 430, 410], rel=0.006)


def test_lasting_parts_move_together_as_stated():
    """Pay and prices 0.5, funding and pay 0.5, funding and prices 0.25; enrollment goes its own way."""
    levers = futures(HOME).levers
    mean = {k: levers[k][:, 2:].mean(axis=1) for k in ("salary_growth", "inflation", "public_funding_growth")}
    # The yearly parts, independent, thin the correlation of four-year means: spreads 1 and yearly/2.
    thin = {"salary_growth": 0.25, "inflation": 0.5, "public_funding_growth": 1.0}
    for a, b, stated in (
        ("salary_growth", "inflation", 0.5),
        ("public_funding_growth", "salary_growth", 0.5),
        ("public_funding_growth", "inflation", 0.25),
    ):
        expected = stated / ((1 + thin[a] ** 2) * (1 + thin[b] ** 2)) ** 0.5
        assert np.corrcoef(mean[a], mean[b])[0, 1] == pytest.approx(expected, abs=0.05)
    pupils = np.log(levers["enrollment_year1"][:, 5])
    for rate in mean.values():
        assert abs(np.corrcoef(pupils, rate)[0, 1]) < 0.05


def test_a_verdict_of_the_futures_is_the_verdict_of_each():
    """Futures taken one by one are judged as the batch was."""
    found, drawn = ranges(HOME), futures(HOME)
    p = project(drawn)
    whole = sum(
        all(p["structural_result"][i, t] >= -0.005 for t in (3, 4, 5)) and min(p["fund_balance"][i]) >= -0.005
        for i in range(FUTURES)
    )
    assert found.whole == whole
    assert found.solvent == FUTURES - sum(found.first_negative)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "hardly any case"),
        (99, "hardly any case"),
        (100, "about 1 of 10 cases"),
        (299, "about 1 of 10 cases"),
        (300, "about 2 of 10 cases"),
        (899, "about 4 of 10 cases"),
        (900, "about 5 of 10 cases"),
        (1099, "about 5 of 10 cases"),
        (1100, "about 6 of 10 cases"),
        (1400, "about 7 of 10 cases"),
        (1899, "about 9 of 10 cases"),
        (1900, "about 9 of 10 cases"),
        (1901, "nearly all cases"),
        (2000, "nearly all cases"),
    ],
)
def test_chances_in_words(count, words):
    assert chance(count) == words


def test_every_count_is_told_truly():
    """Within half a tenth of what is said, beyond 19 in 20 where nearly all or hardly any is said; never
    certain, never a promise.
    """
    for count in range(FUTURES + 1):
        said, share = chance(count), count / FUTURES
        if said == say("cases.nearly_all"):
            assert share > 0.95
        elif said == say("cases.hardly_any"):
            assert share < 0.05
        else:
            assert abs(share - int(re.findall(r"\d+", said)[0]) / 10) <= 0.05 + 1e-9
        assert not {"will", "certain", "certainly", "none", "never"} & set(said.split())


def test_unknown_sources_and_places_are_refused_together():
    with pytest.raises(ScenarioError) as refusal:
        futures(HOME, ("weather", "pay"), "mars")
    assert [p.lever for p in refusal.value.problems] == ["pin", "place"]
    assert "weather" in str(refusal.value)
