"""The command line: every verb of `python -m model`. Errors in plain words on standard error, exit status 2."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from commands import goals, months, pairs, routes, stress
from commands import grades as cohort_table
from commands.plan_options import add_plan_options, complain, no_cell, plan_of, unreadable
from commands.ranges import ranges_text
from commands.reference import write_reference
from exchange import files
from exchange.scenario_list import read_table
from model.evidence import PRESETS, SPREADS
from model.explain.trace import Explanation, all_levers, explain
from model.lines.worksheet import BOOK
from model.plan.by_grade import is_by_grade
from model.plan.scenario import Scenario, ScenarioError
from model.ranges.bands import ranges
from model.ranges.futures import PLACE
from model.ranges.pinning import pinning
from model.results.projection import project
from model.results.results_text import results_text
from model.results.study_findings import check_findings, figure
from model.units import amount

FAILED = 1


def main(argv: Sequence[str]) -> int:
    """Run one command. Gives 0, or 1 when a published finding fails, or 2 for input that cannot be used."""
    args = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another alphabet has no true minus sign; it gets a code for it rather than an error.
            stream.reconfigure(errors="backslashreplace")
    try:
        status: int = args.command(args)
        sys.stdout.flush()
    except ScenarioError as e:
        return complain(p.message for p in e.problems)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); that is its right. Keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m model", description="Five-year school cost model.")
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, command: object, help: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help, description=help)
        sub.set_defaults(command=command)
        return sub

    add("presets", _presets, "List the presets.")
    run = add(
        "run",
        _run,
        "Five-year results of a file of plans, of a preset with changes, or of a CSV file of scenarios.",
    )
    run.add_argument("plan", nargs="?", metavar="FILE.json", help="a file of plans, as the page saves it")
    add_plan_options(run, required=False)
    run.add_argument(
        "--scenarios", metavar="FILE.csv", help="one scenario a row: preset, scenario (optional), levers"
    )
    run.add_argument("--format", choices=("table", "csv", "json"), default="table")
    why = add("explain", _explain, "Where a number comes from, down to levers and sources.")
    add_plan_options(why, required=True)
    why.add_argument("--line", required=True, help="a line of the book, for example structural_result")
    why.add_argument("--year", type=int, required=True, help="0 (start-up) to 5")
    for name, command, purpose, options in pairs.COMMANDS:
        options(add(name, command, purpose))
    paying = add("routes", _routes, routes.HELP)
    add_plan_options(paying, required=True)
    routes.options(paying)
    goals.register(add, add_plan_options, plan_of)
    board = add(
        "stress", _stress, "The stress board: documented shocks to a plan and to its twin without the model."
    )
    add_plan_options(board, required=True)
    stress.options(board)
    month_by_month = add("months", partial(months.run, plan_of), months.HELP)
    add_plan_options(month_by_month, required=True)
    months.add_options(month_by_month)
    futures = add(
        "ranges", _ranges, "What 2,000 futures of a plan come to: bands by year and chances in words."
    )
    add_plan_options(futures, required=True)
    futures.add_argument(
        "--pin", action="append", default=[], metavar="SOURCE", help="hold at the plan's value"
    )
    futures.add_argument(
        "--place", default=PLACE, help=f"whose enrollment it moves like: {', '.join(SPREADS)}"
    )
    by_grade = add(
        "grades", _grades, "Pupils and sections by grade, and what one pupil more does at a trigger."
    )
    add_plan_options(by_grade, required=True)
    add("findings", _findings, "Published findings of the study against the six illustrative schools.")
    docs = add("docs", _docs, "Write docs/model.md and docs/levers.md.")
    docs.add_argument("--to", type=Path, default=Path("docs"), help="folder to write to")
    return parser


def _presets(_: argparse.Namespace) -> int:
    width = max(map(len, PRESETS))
    for key, preset in PRESETS.items():
        print(f"{key:<{width}}  {preset.label}")
    return 0


def _run(args: argparse.Namespace) -> int:
    ways = (args.plan, args.preset, args.scenarios)
    if sum(way is not None for way in ways) != 1:
        return complain(
            ["Give either --preset or --scenarios or a file of plans. The command presets lists the presets."]
        )
    if args.set and args.preset is None:
        return complain(["--set goes with --preset; in a file of scenarios each lever is a column."])
    if args.preset is not None:
        plan = plan_of(args)
        print(results_text([plan], [(plan.name, args.preset)], args.format), end="")
        return 0
    try:
        content = Path(args.plan or args.scenarios).read_bytes()
    except OSError as e:
        return complain([unreadable(args.plan or args.scenarios, e)])
    return _run_plans(content, args.format) if args.plan else _run_scenarios(content, args.format)


def _run_plans(content: bytes, form: str) -> int:
    try:
        found = files.read(content)
    except files.FileRefused as e:
        return complain(e.reasons)
    for remark in found.remarks:
        print(f"Note: {remark}", file=sys.stderr)
    names = [(e.now.name, e.preset) for e in found.plans]
    print(results_text([e.now for e in found.plans], names, form), end="")
    return 0


def _run_scenarios(content: bytes, form: str) -> int:
    table = read_table(content)
    if table.rows:
        names = [(r.name, r.preset) for r in table.rows]
        print(results_text([r.scenario for r in table.rows], names, form), end="")
    return complain(table.problems) if table.problems else 0


def _explain(args: argparse.Namespace) -> int:
    problems = no_cell(args)
    try:
        plan = plan_of(args)
    except ScenarioError as e:
        problems += [p.message for p in e.problems]
    if problems:
        return complain(problems)
    found = explain(project([plan]), args.line, args.year)
    _print_explanation(found, 0, set())
    print("\nLevers")
    for f in all_levers(found):
        usual = ""
        if f.lever.usual:
            low, high = (amount(x, f.lever.unit, long=False) for x in f.lever.usual)
            usual = f"; usual {low} to {high}"
        default = amount(f.lever.default, f.lever.unit, long=False)
        print(f"  {f.lever.label} ({f.lever.key}): {amount(f.value, f.lever.unit)}")
        print(f"    default {default}{usual}; {f.evidence}")
    return 0


def _print_explanation(e: Explanation, depth: int, seen: set[str]) -> None:
    pad = "  " * depth
    when = "start-up year" if e.year == 0 else f"Year {e.year}"
    print(f"{pad}{e.label} ({e.key}), {when}: {e.amount}")
    if e.key in seen:
        print(f"{pad}  (comes about as above)")
        return
    seen.add(e.key)
    print(f"{pad}  {e.help}")
    if e.year in BOOK.lines[e.key].years:
        print(f"{pad}  = {e.rule}\n{pad}  = {e.numbers}")
    else:
        print(f"{pad}  Does not apply in this year.")
        return
    for part in e.parts:
        _print_explanation(part, depth + 1, seen)


def _routes(args: argparse.Namespace) -> int:
    now = plan_of(args)
    print(routes.routes_text(Scenario.preset(args.preset), now, args), end="")
    return 0


def _stress(args: argparse.Namespace) -> int:
    return stress.run(args, plan_of)


def _ranges(args: argparse.Namespace) -> int:
    plan, pins = plan_of(args), tuple(dict.fromkeys(args.pin))
    found, shares = ranges(plan, pins, args.place), pinning(plan, pins, args.place)
    print(ranges_text(plan, found, shares, pins, args.place), end="")
    return 0


def _grades(args: argparse.Namespace) -> int:
    plan = plan_of(args)
    if not is_by_grade(plan):
        return complain(
            [
                "Pupils are counted by one number here. Add --set enrollment_from=by_grade, and the pupils of each grade."
            ]
        )
    print(cohort_table.text(plan))
    return 0


def _findings(_: argparse.Namespace) -> int:
    failed = 0
    for c in check_findings():
        f = c.finding
        mark = {True: "holds", False: "FAILS", None: "text" if f.status != "not_published" else "n/p"}[
            c.holds
        ]
        ours = "" if c.computed is None else f" | computed {figure(c.computed, f.unit)}"
        print(
            f"[{mark:>5}] {f.label}: {f.as_published or 'not published'}{ours} | {f.status} | {', '.join(f.source)}"
        )
        failed += c.holds is False
    print(f"\n{failed} of the published findings fail." if failed else "\nAll published findings hold.")
    return FAILED if failed else 0


def _docs(args: argparse.Namespace) -> int:
    for path in write_reference(args.to):
        print(path)
    return 0
