"""Start here: `python -m tools.journeys`. See the package for what it is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.journeys.commands import record_commands
from tools.journeys.compare import compare
from tools.journeys.record import record
from tools.journeys.walk import walk


def main(argv: list[str]) -> int:
    """Record a checkout, compare two records (1 if they differ), or walk by mouse and count."""
    if argv[:1] == ["walk"]:
        parser = argparse.ArgumentParser(prog="python -m tools.journeys walk")
        parser.add_argument("--url", help="an app that already runs; without it one is started")
        walk(parser.parse_args(argv[1:]).url)
        return 0
    if argv[:1] == ["compare"]:
        parser = argparse.ArgumentParser(prog="python -m tools.journeys compare")
        parser.add_argument("one", type=Path)
        parser.add_argument("other", type=Path)
        parser.add_argument("--lines", type=int, default=40, help="of a difference, at most; 40 unless given")
        given = parser.parse_args(argv[1:])
        return compare(given.one, given.other, given.lines)
    parser = argparse.ArgumentParser(prog="python -m tools.journeys")
    parser.add_argument("--app", type=Path, required=True, help="app.py of the checkout that is recorded")
    parser.add_argument("--out", type=Path, required=True, help="folder for the record")
    parser.add_argument("--only", type=int, action="append", help="number of a journey; 0: the commands")
    given = parser.parse_args(argv)
    app, out = given.app.resolve(strict=True), given.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    if not given.only or 0 in given.only:
        record_commands(app.parent, out)
    record(app, out, given.only)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
