"""How often student counts stayed inside the ranges: nominal against actual cover, by set and horizon.

    python -m tools.calibrate_ranges chicago=A.csv+B.csv texas=C.csv.gz new_york=D.csv.gz [--fit]

A set is a name and one or more CSV files, of any school or district: columns as in docs/ranges.md. A set with
the name of a place in data/enrollment_spread.csv is compared with its own row, any other with the first (or
--place). Nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from model.evidence import SPREADS, Spread
from model.ranges.futures import PLACE, REFERENCE_SIZE, strayed
from tools.enrollment_counts import CountsError, read

BANDS = (0.5, 0.8, 0.9)
HORIZONS = (1, 2, 3, 4, 5)
SIZES = (50.0, 2500.0)  # the sizes of schools; beyond them a row is a whole district
TREND_YEARS, TREND_KEPT = 3, 0.5
SPARSE = 30  # with fewer counts a share means little
_EXPONENTS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
_DRIFTS = np.arange(0.0, 1.25, 0.1)  # the lasting part as a multiple of the yearly part
_YEARLY = np.geomspace(0.005, 0.15, 120)


@dataclass(frozen=True)
class Errors:
    """By how much projections missed the counts, log change, and how many students there were then."""

    off: np.ndarray
    pupils: np.ndarray

    def at(self, size_exponent: float) -> np.ndarray:
        """The errors as if every school had 500 students, in ascending order."""
        return np.sort(self.off * (self.pupils / REFERENCE_SIZE) ** size_exponent)


def errors(counts: np.ndarray, trend: bool = False) -> dict[int, Errors]:
    """The errors of projections made in every year for one to five years ahead.

    They are flat, or continue half of the yearly change of the three years before. Schools that closed have
    no count and are left out.
    """
    logs = np.log(counts)
    found = {}
    for h in HORIZONS:
        if h >= counts.shape[1]:
            break
        off = logs[:, h:] - logs[:, :-h]
        if trend:
            before = np.full(logs.shape, np.nan)
            before[:, TREND_YEARS:] = (logs[:, TREND_YEARS:] - logs[:, :-TREND_YEARS]) / TREND_YEARS
            off = off - TREND_KEPT * h * before[:, :-h]
        pupils = counts[:, :-h]
        with np.errstate(invalid="ignore"):
            kept = np.isfinite(off) & (pupils >= SIZES[0]) & (pupils <= SIZES[1])
        if kept.sum() >= SPARSE:
            found[h] = Errors(off[kept], pupils[kept])
    return found


def cover(off: np.ndarray, draws: np.ndarray, band: float) -> float:
    """The share of ascending errors inside the middle `band` of the draws."""
    low, high = np.quantile(draws, ((1 - band) / 2, (1 + band) / 2))
    return float(np.searchsorted(off, high, "right") - np.searchsorted(off, low, "left")) / len(off)


def covers(found: Mapping[int, Errors], spread: Spread) -> dict[int, list[float]]:
    """By horizon: the share inside each band."""
    draws = strayed(spread)
    return {h: [cover(e.at(spread.size_exponent), draws[:, h], b) for b in BANDS] for h, e in found.items()}


def fit(found: Mapping[int, Errors], exponent: float) -> tuple[float, Spread]:
    """The yearly and the lasting part that bring all covers nearest to nominal, and the remaining error.

    By least squares.
    """
    ready = {h: e.at(exponent) for h, e in found.items()}
    best = (np.inf, SPREADS[PLACE])
    for drift in _DRIFTS:
        one = strayed(replace(SPREADS[PLACE], yearly=1.0, persistent=drift))
        far = np.zeros(len(_YEARLY))
        for h, off in ready.items():
            for band in BANDS:
                ends = np.quantile(one[:, h], ((1 - band) / 2, (1 + band) / 2))
                inside = np.searchsorted(off, _YEARLY * ends[1], "right") - np.searchsorted(
                    off, _YEARLY * ends[0]
                )
                far += (inside / len(off) - band) ** 2
        i = int(far.argmin())
        if far[i] < best[0]:
            yearly = float(_YEARLY[i])
            best = (
                float(far[i]),
                replace(
                    SPREADS[PLACE],
                    yearly=round(yearly, 4),
                    persistent=round(yearly * drift, 4),
                    size_exponent=exponent,
                ),
            )
    return best


def fit_all(sets: Mapping[str, np.ndarray]) -> dict[str, Spread]:
    """One size exponent for all sets, a yearly and a lasting part for each."""
    found = {name: errors(counts) for name, counts in sets.items()}
    tries = []
    for exponent in _EXPONENTS:
        each = {name: fit(e, exponent) for name, e in found.items()}
        tries.append((sum(far for far, _ in each.values()), {name: s for name, (_, s) in each.items()}))
    return min(tries, key=lambda t: t[0])[1]


def cover_table(sets: Mapping[str, np.ndarray], spreads: Mapping[str, Spread]) -> str:
    """Nominal against actual cover in per cent, around a flat projection and around a trend."""
    head = ["set", "years ahead", "counts", *(f"{b:.0%} band" for b in BANDS), "80% band around a trend"]
    rows = []
    for name, counts in sets.items():
        flat, trend = errors(counts), errors(counts, trend=True)
        around = covers(trend, spreads[name])
        for h, shares in covers(flat, spreads[name]).items():
            beside = f"{100 * around[h][1]:.1f} ({len(trend[h].off):,})" if h in around else "–"
            cells = [f"{100 * s:.1f}" for s in shares]
            rows.append([name, str(h), f"{len(flat[h].off):,}", *cells, beside])
    return table(head, rows)


def crossed_table(sets: Mapping[str, np.ndarray]) -> str:
    """The 80% band by the parameters of another place: the effect of choosing a place unlike one's own."""
    rows = []
    for name, counts in sets.items():
        found = errors(counts)
        for place, spread in SPREADS.items():
            shares = covers(found, spread)
            rows.append(
                [name, place, *(f"{100 * shares[h][1]:.1f}" if h in shares else "–" for h in HORIZONS)]
            )
    return table(["set", "parameters of", *(f"{h} ahead" for h in HORIZONS)], rows)


def halves_table(sets: Mapping[str, np.ndarray]) -> str:
    """The 80% band on every second school, by parameters fitted on the others alone."""
    rows = []
    fitted = fit_all({name: counts[::2] for name, counts in sets.items()})
    for name, counts in sets.items():
        shares = covers(errors(counts[1::2]), fitted[name])
        rows.append([name, *(f"{100 * shares[h][1]:.1f}" if h in shares else "–" for h in HORIZONS)])
    return table(["set, every second school", *(f"{h} ahead" for h in HORIZONS)], rows)


def sizes_table(sets: Mapping[str, np.ndarray], spreads: Mapping[str, Spread]) -> str:
    """The 80% band three years ahead, by size."""
    groups = ((50, 250), (250, 500), (500, 1000), (1000, 2500))
    rows = []
    for name, counts in sets.items():
        found, cells = errors(counts).get(3), []
        for low, high in groups:
            own = (
                None
                if found is None
                else np.flatnonzero((found.pupils >= low) & (found.pupils < high + (high == 2500)))
            )
            if found is None or own is None or len(own) < SPARSE:
                cells.append("–")
                continue
            part = {3: Errors(found.off[own], found.pupils[own])}
            cells.append(f"{100 * covers(part, spreads[name])[3][1]:.1f} ({len(own):,})")
        rows.append([name, *cells])
    return table(["set, 3 years ahead", *(f"{a} to {b} students" for a, b in groups)], rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *rows])


def main(argv: Sequence[str]) -> int:
    """Prints the tables. Gives 0, or 2 for files that cannot be used."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", metavar="NAME=FILE[+FILE...]")
    parser.add_argument("--fit", action="store_true", help="print the parameters that fit these sets best")
    parser.add_argument("--place", choices=SPREADS, default=PLACE, help="for sets that are no place of ours")
    args = parser.parse_args(argv)
    sets: dict[str, np.ndarray] = {}
    problems: list[str] = []
    for given in args.sets:
        name, equals, files = given.partition("=")
        name, files = (name, files) if equals else (Path(given).name.split(".")[0], given)
        if name in sets:
            problems.append(f"{name}: named twice. Join the files of one set with +.")
            continue
        try:
            sets[name], blank = read([Path(f) for f in files.split("+")])
            print(f"{name}: {len(sets[name]):,} schools or districts; {blank:,} cells empty or zero.")
        except CountsError as e:
            problems += e.problems
        except OSError as e:
            problems.append(f"{given}: cannot be read ({e.strerror}).")
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 2
    spreads = {name: SPREADS.get(name, SPREADS[args.place]) for name in sets}
    print("\nCover in per cent, around a flat projection:\n\n" + cover_table(sets, spreads))
    print("\nBy the size of the school, 80% band:\n\n" + sizes_table(sets, spreads))
    print("\nBy the parameters of each place, 80% band:\n\n" + crossed_table(sets))
    if args.fit:
        print("\nFitted on half of the schools, 80% band on the other half:\n\n" + halves_table(sets))
        for name, s in fit_all(sets).items():
            print(
                f"\n{name}: yearly {s.yearly:g}, persistent {s.persistent:g}, size exponent {s.size_exponent:g}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
