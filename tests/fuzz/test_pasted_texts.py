"""What is pasted or typed as a list of numbers: read, or refused in words, whatever it holds."""

from __future__ import annotations

import contextlib
from random import Random

from model.grades.pasted_table import read_table
from model.months.timing import shares_of
from model.plan.scenario import ScenarioError
from tools.fuzz.damage import NASTY

# Superscripts and digits of other scripts, numbers without end, and more digits than an integer is read from.
_NUMBERS = ("\N{SUPERSCRIPT TWO}", "\N{ARABIC-INDIC DIGIT THREE}", "1e400", "-1e400", "nan", "9" * 5_000)
_OTHERS = ("1/0", "1/1e400", "1/6", "1e-400", "0x10", "1_000", "2026", "96", "8,33", "", "-", "a\nb", '"')
_LABELS = ("K", "TK", "Grade 1", "12th", "K-5", "Total", "Total K-5", "13", "Year 1")
PIECES = (*_NUMBERS, *_OTHERS, *_LABELS, *NASTY)


def texts(seed: int, separators: tuple[str, ...], wide: tuple[int, ...], rows: tuple[int, ...]):
    draw = Random(seed)
    for _ in range(5_000):
        part = draw.choice(separators)
        lines = (draw.choices(PIECES, k=draw.choice(wide)) for _ in range(draw.choice(rows)))
        yield "\n".join(map(part.join, lines))


def test_a_pasted_table_is_read_or_refused():
    """Counts of whole students within bounds, or sentences that say what is wrong."""
    taken = refused = 0
    for text in texts(1, ("\t", ",", ";", "|", "  ", " "), (1, 5, 6, 7), (1, 2, 4)):
        found = read_table(text)
        taken, refused = taken + bool(found.counts), refused + bool(found.problems)
        assert bool(found.counts) is not bool(found.problems)
        assert all(0 <= x == int(x) <= 5_000 for row in found.counts.values() for x in row)
    assert refused > 4_000
    assert read_table("K\t96\t96\t96\t96\t96").counts == {0: (96,) * 5}


def test_a_count_without_end_is_named():
    """1e400 is no number of students, and neither is a superscript."""
    for cell in ("1e400", "\N{SUPERSCRIPT TWO}", "9" * 5_000):
        found = read_table(f"K\t96\t{cell}\t96\t96\t96")
        assert len(found.problems) == 1
        assert found.counts == {}


def test_twelve_shares_are_read_or_refused():
    """Shares that add up to the year, or a `ScenarioError`."""
    for text in texts(2, (" ", ", ", ";"), (1, 11, 12, 12, 13), (1,)):
        with contextlib.suppress(ScenarioError):
            assert abs(sum(shares_of(text)) - 1) < 1e-5
    assert shares_of("1/6 1/6 1/6 1/6 1/6 1/6 0 0 0 0 0 0") == (*[1 / 6] * 6, *[0] * 6)
