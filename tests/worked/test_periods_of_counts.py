"""Whether a drift goes on from one period of years to the next, on misses made up here."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import SPREADS
from tests.worked.counts_files import long, written
from tools.calibrate_ranges import main
from tools.enrollment_counts import Counts
from tools.fitted_spread import drift_of, fit
from tools.held_out import by_period, by_year
from tools.past_errors import Errors, errors
from tools.periods_of_counts import middles, outside, periods, row_of, within

HIGH = SPREADS["chicago_high"]


def misses(first, second, made=(2001, 2007)):
    """A yearly change of 20 schools in each of two years, at 500 students."""
    off = np.concatenate([np.linspace(x - 0.1, x + 0.1, 21) for x in (first, second)])
    return {1: Errors(off, np.full(42, 500.0), np.repeat(made, 21))}


def test_periods_are_equal_parts_of_five_years_or_more():
    """2006 to 2018 are two of six years; 2000 to 2018 three. Four years are too short for two of five, and
    are halved all the same.
    """
    twelve = {1: Errors(np.zeros(2), np.full(2, 500.0), np.array([2006, 2017]))}
    assert periods(twelve) == [(2006, 2012), (2012, 2018)]
    eighteen = {5: Errors(np.zeros(2), np.full(2, 500.0), np.array([2000, 2013]))}
    assert periods(eighteen) == [(2000, 2006), (2006, 2012), (2012, 2018)]
    four = {1: Errors(np.zeros(2), np.full(2, 500.0), np.array([2012, 2015]))}
    assert periods(four) == [(2012, 2014), (2014, 2016)]


def test_what_lies_within_a_period_and_what_shares_no_year_with_it():
    """A change over five years from 2004 to 2009 lies in neither 2000 to 2006 nor 2006 to 2012, and outside
    neither.
    """
    made = np.array([2000, 2004, 2006])
    found = {5: Errors(np.zeros(3), np.full(3, 500.0), made)}
    assert within(found, (2000, 2006))[5].made.tolist() == [2000]
    assert within(found, (2006, 2012))[5].made.tolist() == [2006]
    assert outside(found, (2006, 2012))[5].made.tolist() == [2000]
    assert outside(found, (2000, 2006))[5].made.tolist() == [2006]


def test_a_drift_that_went_on_is_the_middle():
    """4% a year before and 3% after. Around 4% the later misses of 3% +- 10 in equal steps are 5.29% in the
    mean, around none 5.67%.
    """
    found = misses(-0.04, -0.03)
    told = middles(found)
    off = np.linspace(-0.13, 0.07, 21)
    assert (told.counts, told.drift_holds) == (21, True)
    assert told.with_drift == pytest.approx(np.abs(off + 0.04).mean())
    assert told.without == pytest.approx(np.abs(off).mean())
    assert row_of(found, HIGH) == fit(found, HIGH)
    assert row_of(found, HIGH).drift == pytest.approx(-0.035, abs=1e-4)


def test_a_drift_that_stopped_is_none_and_its_size_goes_into_the_widths():
    """4% more a year, then 3% fewer: the root of the mean square is 3.54%. Two periods show it, and Student's
    t with two degrees reaches 1.886 / 1.2816 = 1.471 times as far as the normal: 5.2%. Each period's own
    misses, -10% to 10%, are taken once that much lower and once higher. A tenth of all lies beyond each end.
    """
    found = misses(0.04, -0.03)
    assert not middles(found).drift_holds
    row = row_of(found, HIGH)
    assert (row.drift, row.counts) == (0.0, 42)
    size = np.sqrt((0.04**2 + 0.03**2) / 2) * 1.471
    grid = np.linspace(-0.1, 0.1, 21)
    both = np.concatenate([grid - size, grid + size])
    assert row.widths[0] == pytest.approx(-np.quantile(both, 0.1), abs=0.002)
    assert row.widths[3] == pytest.approx(np.quantile(both, 0.9), abs=0.002)
    pooled = fit(found, HIGH, 0.0)
    assert row.widths[0] > pooled.widths[0] - 0.002
    assert drift_of(within(found, (2001, 2004))) == pytest.approx(0.04)


def test_with_one_period_nothing_speaks_against_a_drift():
    found = misses(0.04, 0.04, made=(2001, 2001))
    assert middles(found) is None
    assert row_of(found, HIGH).drift == pytest.approx(0.04, abs=1e-4)


def grown(rates, schools=30):
    """Schools of 500 students and more that change by these rates, a year after another."""
    luck = np.linspace(-0.05, 0.05, schools)[:, None]
    steps = np.array(rates)[None, :] + luck
    return 500 * np.exp(np.concatenate([np.zeros((schools, 1)), np.cumsum(steps, axis=1)], axis=1))


def counts_of(pupils):
    blank = np.full(pupils.shape, np.nan)
    return Counts("high", 2001, pupils, np.ones(pupils.shape, bool), np.zeros((*pupils.shape, 13)), blank)


def test_a_period_is_held_against_the_others():
    """Ten years of 3% fewer, ten of 2.5%: the row of each period is that of all others."""
    pupils = grown([-0.03] * 10 + [-0.025] * 10)
    found = dict(by_period(counts_of(pupils), HIGH, errors, row_of))
    assert list(found) == ["2001 to 2006", "2006 to 2011", "2011 to 2016", "2016 to 2021"]
    mine, row, others = found["2001 to 2006"]
    assert max(mine[5].made) + 5 <= 2006 <= min(others[1].made)
    assert row.drift == pytest.approx(drift_of(others), abs=1e-4)


def test_later_years_begin_where_they_are_asked_to():
    pupils = grown([-0.02] * 8)
    ((mine, _, known),) = by_year(counts_of(pupils), HIGH, errors, year=2007)
    assert min(mine[1].made) == 2007
    assert max(known[1].made) + 1 == 2007


def test_the_tables_of_periods_are_printed(tmp_path, capsys):
    """Six years of 4% more, then six of 3% fewer: the row is one without a drift."""
    path = written(tmp_path / "made.csv", long(grown([0.04] * 6 + [-0.03] * 6, schools=60)))
    assert main([f"chicago={path}", "--kind", "high", "--since", "2007", "--fit"]) == 0
    said = capsys.readouterr().out
    assert "By rows fitted on the years before 2007" in said
    assert "| chicago, high, 2001 to 2007 | 1 |" in said
    assert "| chicago, high, 2007 to 2013 | 5 |" in said
    assert "Drifts known before a period" in said
    assert "kind high, drift 0.0," in said
