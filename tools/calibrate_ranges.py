"""How often counts and money stayed inside the ranges, by kind of school and place.

    python -m tools.calibrate_ranges chicago=A.csv+B.csv texas=C.csv.gz my_town=D.csv [--kind high] [--fit]

A set is a name and one or more CSV files of schools or districts: columns as in docs/ranges.md. A name that
begins with a place of data/enrollment_spread.csv is held against the rows of that place, any other against
the rows of a place that is not named. What is fitted here is tested on schools, or years, that it was not
fitted on. Nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from model.evidence.spreads import KINDS
from model.ranges.whose_counts import PLACES
from model.sentences import MOST, Sentences
from model.texts import listed
from tools.calibration_report import Part, as_text, parts_of, report, said_of
from tools.enrollment_counts import CountsError, read


def main(argv: Sequence[str]) -> int:
    """Prints the tables. Gives 0, or 2 for files that cannot be used or hold nothing to test."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", metavar="NAME=FILE[+FILE...]")
    parser.add_argument("--fit", action="store_true", help="print the rows that fit these sets best")
    parser.add_argument("--kind", choices=KINDS, default="", help="of schools whose file does not say it")
    parser.add_argument(
        "--place", choices=PLACES, default="", help="of sets whose name does not begin with it"
    )
    parser.add_argument(
        "--since",
        type=int,
        default=0,
        metavar="YEAR",
        help="test later years from this one on, by those before",
    )
    args = parser.parse_args(argv)
    parts: list[Part] = []
    problems = Sentences()
    names: list[str] = []
    for given in args.sets:
        name, equals, files = given.partition("=")
        name, files = (name, files) if equals else (Path(given).name.split(".")[0], given)
        if name in names:
            problems.add(f"{name}: named twice. Join the files of one set with +.")
            continue
        names.append(name)
        try:
            was = read([Path(f) for f in files.split("+")], args.kind)
        except CountsError as e:
            for problem in e.found:
                problems.add(problem)
            problems.count(e.found.more)
        except OSError as e:
            problems.add(f"{given}: cannot be read ({e.strerror}). Check the name of the file.")
        else:
            found = parts_of(name, was.counts, args.place)
            parts += found
            print("\n".join(line for p in found for line in said_of(p)))
            print(
                f"{name}: {was.blank:,} cells empty or zero; {was.nameless:,} rows without a school are left out."
            )
            if was.alike:
                print(f"{name}: {_alike(was.alike)}")
            if was.on_the_day:
                print(
                    f"{name}: {was.on_the_day:,} counts are those of the 20th day; no other count stands there."
                )
    if problems:
        print("\n".join(problems.told("terminal.more_faults")), file=sys.stderr)
        return 2
    if all(p.is_empty for p in parts):
        print("There is nothing to test. Add schools or years.", file=sys.stderr)
        return 2
    print("\n" + "\n\n".join(report(parts, args.since)))
    if args.fit:
        print("\nRows that fit best:\n\n" + "\n".join(as_text(p) for p in parts))
    return 0


def _alike(found: Sequence[tuple[str, ...]]) -> str:
    """Names that may be those of one school: the first of them, and how many there are."""
    shown = [listed(names) for names in found[:MOST]]
    more = f", and {len(found) - MOST:,} more" if len(found) > MOST else ""
    return (
        f"{len(found):,} names differ in leading zeros, letter case or blanks alone and are kept apart: "
        f"{', '.join(shown)}{more}. Write each school in one way."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
