"""The program that compares ranges with counts, on counts made here, so that their cover is known."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import FUNDING, SPREADS
from model.ranges.futures import enrollment_off, funding_off
from tests.worked.counts_files import grown_from, long, written
from tools.calibrate_ranges import main
from tools.cohorts_of_counts import cohort_errors, progression
from tools.cover_tables import cover, score, score_of_record
from tools.enrollment_counts import GRADES, Counts
from tools.fitted_spread import ends_of, fit
from tools.held_out import by_school, by_year
from tools.past_errors import Errors, before, errors, money_errors, since, tie
from tools.tied_funding import tied_rows

CHICAGO = SPREADS["chicago_elementary"]


def counts_of(pupils, funding=None, grades=None, full=True, kind="elementary"):
    pupils = np.array(pupils, dtype=float)
    money = np.full(pupils.shape, np.nan) if funding is None else np.array(funding, dtype=float)
    by_grade = np.zeros((*pupils.shape, GRADES)) if grades is None else grades
    return Counts(kind, 2001, pupils, np.full(pupils.shape, full), by_grade, money)


def misses(off, pupils=500.0, made=2001):
    return Errors(np.array(off), np.full(len(off), pupils), np.full(len(off), made))


@pytest.mark.parametrize("place", ["unnamed_elementary", "unnamed_high"])
@pytest.mark.parametrize("size", [125.0, 500.0, 2000.0])
def test_counts_that_stray_as_stated_are_covered_as_stated(place, size):
    """50, 80 and 90% of the draws that plans are given lie inside the bands that counts are held against, 10%
    on each side, to one of 2,000; whatever their size.
    """
    off = enrollment_off(size, place)
    for h in range(1, 6):
        found = cover([(misses(off[:, h], size), SPREADS[place])], h)
        shares = (found.half, found.most, found.nearly_all, found.below, found.above)
        assert shares == pytest.approx((50, 80, 90, 10, 10), abs=0.1)
        assert found.holds


def test_cover_by_hand():
    """At 500 students, one year ahead: 8 of 10 lie between 0.1 below and 0.2 above the drift of -0.02, half
    between 0.04 and 0.05. Of -0.13, -0.11, -0.05, 0, 0.05, 0.19 one is below, one above, two in the half.
    """
    stated = CHICAGO._replace(drift=-0.02, widths=(0.1, 0.04, 0.05, 0.2) * 2)
    found = cover([(misses([-0.13, -0.11, -0.05, 0.0, 0.05, 0.19]), stated)], 1)
    assert (found.below, found.above) == pytest.approx((100 / 6, 100 / 6))
    assert (found.half, found.most) == pytest.approx((200 / 6, 400 / 6))
    assert not found.holds


def test_the_score_by_hand():
    """A certain projection scores the mean size of its misses: 0.1 and 0.3 are 20%. A record of -0.1 and 0.1
    in equal parts, for what came out at 0: half of 2 x 0.1 less a quarter of the 0.2 between them, 5%.
    """
    certain = CHICAGO._replace(drift=0, widths=(0.0,) * 8)
    assert score([(misses([-0.1, 0.3]), certain)], 1) == pytest.approx(20)
    record = misses([-0.1] * 500 + [0.1] * 500)
    assert score_of_record([(misses([0.0]), record)]) == pytest.approx(5, rel=0.01)


def test_errors_by_hand():
    """100 students, then 110, then 99: 10% up and 10% down one year ahead, 1% down two ahead. A school that
    closed is left out, and so is one that is too small or too large.
    """
    others = [[200.0, np.nan, np.nan], [40.0, 45.0, 49.0], [9_000.0, 8_000.0, 7_000.0]]
    found = errors(counts_of([[100.0, 110.0, 99.0], *others]))
    assert np.exp(found[1].off).round(9).tolist() == [1.1, 0.9]
    assert np.exp(found[2].off).round(9).tolist() == [0.99]
    assert found[1].made.tolist() == [2001, 2002]
    assert 3 not in found


def test_what_was_known_and_what_came_later():
    """In 2003 the projection made in 2001 for 2003 is known, that made in 2002 for 2004 is not."""
    found = errors(counts_of([[100.0, 110.0, 120.0, 130.0]]))
    assert before(found, 2003)[2].made.tolist() == [2001]
    assert since(found, 2003)[1].made.tolist() == [2003]
    assert 2 not in since(found, 2003)


def test_money_per_student_by_hand():
    """100 students with $1,000,000, then 80 with $960,000: $10,000, then $12,000 each. With a tie of -0.5 a
    part of it is 20% fewer students: ln 1.2 + 0.5 x ln 0.8.
    """
    one = counts_of([[100.0, 80.0]], [[1_000_000, 960_000]])
    assert money_errors(one)[1].off == pytest.approx([np.log(1.2)])
    assert money_errors(one, -0.5)[1].off == pytest.approx([np.log(1.2) + 0.5 * np.log(0.8)])


def test_the_tie_is_the_slope_between_students_and_money():
    """Money that stays the same is as much more for each as students are fewer: -1. Money for each: 0."""
    pupils = np.random.default_rng(1).uniform(300, 330, (40, 2))
    assert tie(counts_of(pupils, np.full((40, 2), 1e6))) == pytest.approx(-1)
    assert tie(counts_of(pupils, pupils * 9_000)) == pytest.approx(0, abs=1e-9)


def test_fitting_finds_what_counts_were_made_of():
    """Made with skewed widths, one to five years ahead, at sizes of 100 to 2,000 students."""
    made = CHICAGO._replace(
        drift=-0.01,
        widths=(0.1, 0.05, 0.03, 0.06, 0.3, 0.15, 0.08, 0.16),
        size_powers=(0.2, 0.6, 0.2, 0.6),
    )
    luck = np.random.default_rng(3).permutation(4000)
    pupils = np.geomspace(100, 2000, 4000)
    levels = tuple((np.arange(4000) + 0.5) / 4000)
    found = {}
    for h in range(1, 6):
        ends = np.array([ends_of(made, h, pupils[i : i + 1], (levels[luck[i]],))[0, 0] for i in range(4000)])
        found[h] = Errors(ends, pupils, np.full(4000, 2001))
    fitted = fit(found, CHICAGO)
    assert fitted.drift == pytest.approx(-0.01, abs=0.002)
    assert fitted.widths[:4] == pytest.approx(made.widths[:4], rel=0.12)
    assert fitted.widths[4:] == pytest.approx(made.widths[4:], rel=0.12)
    assert fitted.size_powers == pytest.approx(made.size_powers, abs=0.15)
    with pytest.raises(ValueError, match="too few"):
        fit({1: misses([0.1])}, CHICAGO)


def test_one_horizon_alone_gives_the_widths_of_that_horizon():
    """8 of 10 of even misses from -0.25 to 0.25 five years ahead lie within 0.2, and with the root of the
    years within 0.2 / 5^0.5 = 0.0894 one year ahead.
    """
    found = fit({5: misses(np.linspace(-0.25, 0.25, 201))}, CHICAGO, drift=0.0)
    assert found.widths[4:] == pytest.approx((0.2, 0.125, 0.125, 0.2), abs=1e-3)
    assert found.widths[0] == pytest.approx(0.0894, abs=1e-3)


def test_what_is_tested_was_not_fitted_on():
    """Two halves of the schools with different misses: each is held against the row of the other. By year,
    the row knows nothing of what was counted later.
    """
    calm, wild = np.tile([500.0, 505.0, 500.0], (40, 1)), np.tile([500.0, 700.0, 500.0], (40, 1))
    both = np.empty((80, 3))
    both[0::2], both[1::2] = calm, wild
    tests = by_school(counts_of(both), CHICAGO, errors)
    for mine, row, record in tests:
        assert record[1].off.std() != mine[1].off.std()
        assert row.widths == fit(record, CHICAGO).widths
    longer = np.concatenate([calm[:, :2]] * 3, axis=1)
    (test,) = by_year(counts_of(longer), CHICAGO, errors)
    assert max(e.made.max() + h for h, e in test[2].items()) <= min(e.made.min() for e in test[0].values())


def test_schools_that_add_grades_by_their_cohorts():
    """100 in grade 9 and 80 in grade 10, as many entering; 90% go on to 10 and 80% to 11. A year later 100 +
    90 + 64 = 254 are expected; 127 came, half.
    """
    grades = np.zeros((1, 2, GRADES))
    grades[0, 0, 9:11], grades[0, 1, 9:12] = (100, 80), (60, 40, 27)
    growing = counts_of([[180.0, 127.0]], grades=grades, full=False, kind="charter")
    found = cohort_errors(growing, {10: 0.9, 11: 0.8})
    assert found[1].off == pytest.approx([np.log(0.5)])


def test_which_share_goes_on_by_hand():
    """Of 100 in grade 9 80 are in grade 10 a year later, in each of 30 schools; 10 students are too few."""
    grades = np.zeros((30, 2, GRADES))
    grades[:, 0, 9], grades[:, 1, 10], grades[:, 0, 10], grades[:, 1, 11] = 100, 80, 10, 9
    found = progression(counts_of(np.full((30, 2), 200.0), grades=grades))
    assert list(found) == [10]
    assert found[10] == pytest.approx(0.8)


def test_the_tables_are_printed(tmp_path, capsys):
    """Two years of 2,000 schools: 80.0% of the counts lie in the 80% band one year ahead."""
    path = written(tmp_path / "made.csv", long(grown_from("chicago_elementary", years=2)))
    assert main([f"chicago={path}"]) == 0
    said = capsys.readouterr().out
    assert "chicago, elementary: 2,000 schools or districts, by the row chicago_elementary." in said
    assert "| chicago, elementary | 1 | 2,000 | 50.0 | 80.0 | 90.0 | 10.0 | 10.0 | yes |" in said
    assert "By rows fitted on the other schools" in said


def test_a_set_of_another_name_is_held_against_the_place_and_kind_asked_for(tmp_path, capsys):
    path = written(tmp_path / "ours.csv", long(grown_from("unnamed_high", years=2)))
    assert main([str(path), "--kind", "high", "--fit"]) == 0
    said = capsys.readouterr().out
    assert "ours, high: 2,000 schools or districts, by the row unnamed_high." in said
    assert "| ours, high | 1 | 2,000 | 50.0 | 80.0 | 90.0 | 10.0 | 10.0 | yes |" in said
    assert "kind high, drift" in said
    assert main([str(path), "--place", "new_york"]) == 0
    assert "by the row new_york." in capsys.readouterr().out


def test_funding_with_its_tie_is_held_against_what_plans_draw():
    """Districts in New York whose money per student goes as their futures say: 80% lie in the 80% band."""
    place, size = "new_york", 500.0
    spread, record = SPREADS[place], FUNDING[place]
    factors = funding_off(spread, size, enrollment_off(size, place))
    off = np.log(np.cumprod(factors, axis=1))[:, 3] + 2 * (record.drift + record.tie * spread.drift)
    ((_, ahead, *cells),) = tied_rows("made", {2: misses(off, size)}, place)
    assert (ahead, cells) == ("2", ["2,000", "50.0", "80.0", "90.0", "10.0", "10.0", "yes"])
