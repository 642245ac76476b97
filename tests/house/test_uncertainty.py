"""What the files of what is uncertain hold, and what is refused of them, with everything wrong at once."""

from __future__ import annotations

import pytest

from model.evidence import (
    CORRELATIONS,
    DATA,
    LEVERS,
    SOURCES,
    SPREADS,
    UNCERTAIN,
    EvidenceError,
    load_correlations,
    load_enrollment_spreads,
    load_funding_spreads,
    load_progression,
    load_uncertainty,
)
from model.ranges.draws import PRIMES
from tests.house.broken_data import broken_table, one


def refused(load) -> tuple[str, ...]:
    with pytest.raises(EvidenceError) as refusal:
        load()
    return refusal.value.problems


def uncertain(folder, key, **cells):
    path = broken_table(folder, "uncertainty.csv", lambda rows: one(rows, key).update(cells))
    return refused(lambda: load_uncertainty(LEVERS, SOURCES, path))


def correlated(folder, key, **cells):
    path = broken_table(folder, "correlations.csv", lambda rows: one(rows, key).update(cells))
    return refused(lambda: load_correlations(UNCERTAIN, SOURCES, path))


def test_the_register_says_how_wide_a_source_is():
    """Salary growth 2% to 4% around 3%; breakage 10% to 15% around 12%: a sixth fewer, a quarter more."""
    pay, breakage = UNCERTAIN["pay"], UNCERTAIN["breakage"]
    assert (pay.low, pay.high) == pytest.approx((-0.01, 0.01))
    assert (breakage.low, breakage.high) == pytest.approx((-1 / 6, 1 / 4))
    assert (UNCERTAIN["private_revenue"].low, UNCERTAIN["private_revenue"].high) == pytest.approx((-0.3, 0))


def test_what_is_uncertain():
    assert list(UNCERTAIN) == [
        "enrollment",
        "funding",
        "pay",
        "prices",
        "benefits",
        "private_revenue",
        "breakage",
        "positions_filled",
        "attendance",
    ]
    assert len(CORRELATIONS) == 3
    assert next(iter(SPREADS)) == "unnamed_elementary"


def test_no_lever_is_drawn_twice():
    drawn = [lever for u in UNCERTAIN.values() for lever in u.levers]
    assert len(set(drawn)) == len(drawn)


def test_there_are_dimensions_enough():
    assert len(set(PRIMES)) == len(PRIMES) == 30


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"shape": "levle"}, "'levle' is unknown. Did you mean 'level'?"),
        ({"levers": "breakage_rat"}, "'breakage_rat' is no lever with a number. breakage_rate"),
        ({"levers": "refresh"}, "'refresh' is no lever with a number"),
        ({"levers": "sustaining_grant"}, "the default of sustaining_grant is 0"),
        ({"yearly": "-1"}, "-1 is not possible"),
        ({"as_of": "November 2026"}, "'November 2026' is not a month"),
        ({"source": "NOBODY"}, "source 'NOBODY' is unknown"),
        ({"distribution": ""}, "is empty"),
        ({"status": "guessed"}, "'guessed' is unknown"),
    ],
)
def test_a_source_of_uncertainty_is_checked(tmp_path, cells, said):
    (problem,) = uncertain(tmp_path, "breakage", **cells)
    assert said.split(". ")[0] in problem


def test_everything_wrong_is_said_at_once(tmp_path):
    found = uncertain(tmp_path, "pay", shape="wide", as_of="", label="")
    assert [p.split(", ")[2].split(":")[0] for p in found] == ["shape", "label", "as_of"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"first": "weather"}, "'weather' is unknown"),
        ({"second": "pay"}, "the pair stands twice"),
        ({"second": "funding"}, "the pair stands twice"),
        ({"correlation": "1.5"}, "1.5 is not possible"),
    ],
)
def test_a_correlation_is_checked(tmp_path, cells, said):
    assert said in " ".join(correlated(tmp_path, "pay_prices", **cells))


def test_correlations_that_cannot_be_are_refused(tmp_path):
    """Pay follows prices and funding closely, so those two cannot flee each other."""

    def spoil(rows):
        one(rows, "pay_prices")["correlation"] = "0.9"
        one(rows, "funding_pay")["correlation"] = "0.9"
        one(rows, "funding_prices")["correlation"] = "-0.9"

    path = broken_table(tmp_path, "correlations.csv", spoil)
    (problem,) = refused(lambda: load_correlations(UNCERTAIN, SOURCES, path))
    assert "contradict each other" in problem


def test_a_spread_is_checked(tmp_path):
    def spoil(rows):
        one(rows, "texas").update(low50_1="2", low80_1="1", counts="1.5")
        one(rows, "new_york").update(place="texas")

    path = broken_table(tmp_path, "enrollment_spread.csv", spoil)
    found = refused(lambda: load_enrollment_spreads(SOURCES, path))
    assert [p.split(", ")[2].split(":")[0] for p in found] == ["low50_1", "counts", "kind", "kind"]
    path = broken_table(tmp_path, "funding_spread.csv", lambda rows: one(rows, "texas").update(tie="-3"))
    (said,) = refused(lambda: load_funding_spreads(SOURCES, path))
    assert "-3 is not possible" in said


def test_a_file_without_a_place_is_refused(tmp_path):
    path = tmp_path / "funding_spread.csv"
    path.write_text((DATA / path.name).read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    assert refused(lambda: load_funding_spreads(SOURCES, path)) == (
        "funding_spread.csv: holds no place. Add a row.",
    )


def test_a_place_that_is_not_named_has_the_widths_of_the_first_and_no_drift():
    first = [s for s in SPREADS.values() if s.place == "chicago"]
    unnamed = [s for s in SPREADS.values() if s.place == "unnamed"]
    assert (
        [s.kind for s in unnamed] == [s.kind for s in first] == ["elementary", "high", "charter", "growing"]
    )
    for mine, theirs in zip(unnamed, first, strict=True):
        assert (mine.widths, mine.size_powers, mine.drift) == (theirs.widths, theirs.size_powers, 0)


def test_what_goes_on_is_checked(tmp_path):
    path = broken_table(tmp_path, "progression.csv", lambda rows: rows[0].update(low="1.2"))
    (said,) = refused(lambda: load_progression(SOURCES, path))
    assert "is not between low and high" in said
