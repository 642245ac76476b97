"""`python -m tools.fuzz links|files|lists|commands|touches --runs 10000 --seed 1`."""

from __future__ import annotations

import argparse
import sys

from tools.fuzz.doors import DOORS
from tools.fuzz.trials import report, tried


def main() -> int:
    """Run the trials, print the report. Gives 1 where a promise is broken."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("door", choices=tuple(DOORS), nargs="+")
    parser.add_argument("--runs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slowest", type=float, default=1.0, help="seconds that one may take")
    args = parser.parse_args()
    good = True
    for name in args.door:
        found = tried(DOORS[name], args.runs, args.seed)
        print(report(name, found), flush=True)
        good = good and found.is_good(args.slowest)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
