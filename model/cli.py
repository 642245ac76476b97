"""The command line: presets, run, explain, findings, docs. Errors in plain words on standard error, exit status 2."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from model import cohort_table, cohorts, plan_file
from model.account import account
from model.changes import changes
from model.evidence import PRESETS, Value
from model.explain import Explanation, all_levers, explain, find_line
from model.findings import check_findings, figure
from model.in_play import unused
from model.projection import RESULTS, Projection, project
from model.reference import write_reference
from model.scenario import Problem, Scenario, ScenarioError, parse, set_aside
from model.scenario_table import read_table
from model.tables import for_people, rows, to_csv
from model.units import amount, money, positions
from model.verdict import State, judge
from model.worksheet import BOOK, FROM_YEAR_2

FAILED, WRONG_INPUT = 1, 2
VERDICTS = {
    State.SUSTAINABLE: "Sustainable",
    State.AT_RISK: "At risk",
    State.NOT_SUSTAINABLE: "Not sustainable",
}


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


def complain(messages: Iterable[str]) -> int:
    """Every message on standard error; gives the exit status of input that cannot be used."""
    for m in messages:
        print(m, file=sys.stderr)
    return WRONG_INPUT


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
    moved = add(
        "changes",
        _changes,
        "What changed a number between two plans: each lever alone, and what they do together.",
    )
    moved.add_argument(
        "plans",
        nargs="*",
        metavar="FILE.json",
        help="one file: its plan against its own start, or its first plan against its second; two files: their first plans",
    )
    add_plan_options(moved, required=False)
    moved.add_argument(
        "--line", default="structural_result", help="a line of the book; structural_result unless given"
    )
    moved.add_argument("--year", type=int, default=5, help="0 (start-up) to 5; 5 unless given")
    by_grade = add(
        "grades", _grades, "Pupils and sections by grade, and what one pupil more does at a trigger."
    )
    add_plan_options(by_grade, required=True)
    add("findings", _findings, "Published findings of the study against the six illustrative schools.")
    docs = add("docs", _docs, "Write docs/model.md and docs/levers.md.")
    docs.add_argument("--to", type=Path, default=Path("docs"), help="folder to write to")
    return parser


def add_plan_options(sub: argparse.ArgumentParser, *, required: bool) -> None:
    """The options that make a plan, the same for every command."""
    sub.add_argument("--preset", required=required, help="where to start from; see the command presets")
    sub.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="LEVER=VALUE",
        help="change a lever; five values with commas are years 1 to 5",
    )


def plan_of(args: argparse.Namespace) -> Scenario:
    """The plan of --preset and --set. Raises `ScenarioError` with everything that is wrong."""
    problems: list[Problem] = []
    base, changes = None, {}
    try:
        base = Scenario.preset(args.preset)
    except ScenarioError as e:
        problems += e.problems
    try:
        changes = changes_of(args.set, remark=base is not None)
    except ScenarioError as e:
        problems += e.problems
    if problems or base is None:
        raise ScenarioError(problems)
    plan = base.changed(changes)
    for said in (*unused(plan, changes), *cohorts.remarks(plan)):
        print(f"Note: {said}", file=sys.stderr)
    return plan


def changes_of(settings: Sequence[str], *, remark: bool = True) -> dict[str, Value]:
    """The values of every --set. Raises `ScenarioError` with everything that is wrong."""
    problems: list[Problem] = []
    changes: dict[str, Value] = {}
    for setting in settings:
        key, equals, text = setting.partition("=")
        key = key.strip()
        if not equals:
            problems.append(Problem(key, None, f"--set {setting[:60]!r}: write it as LEVER=VALUE."))
        elif key in changes:
            problems.append(Problem(key, text, f"{key} is set twice. Keep one --set for it."))
        else:
            try:
                changes[key] = parse(key, text)
            except ScenarioError as e:
                problems += e.problems
    if problems:
        raise ScenarioError(problems)
    if remark:
        _remark(changes)
    return changes


def _remark(changes: dict[str, Value]) -> None:
    """Say on standard error what a value per year implies, so that nothing happens in silence."""
    for key, value in set_aside(changes).items():
        print(f"Note: five yearly values are given, so {key} is set to {value:g}.", file=sys.stderr)
    for key, value in changes.items():
        if key in FROM_YEAR_2 and isinstance(value, tuple) and value[0] != 0:
            print(f"Note: {key} for Year 1 is not used; {FROM_YEAR_2[key]}.", file=sys.stderr)


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
        return complain([_unreadable(args.plan or args.scenarios, e)])
    return _run_plans(content, args.format) if args.plan else _run_scenarios(content, args.format)


def _run_plans(content: bytes, form: str) -> int:
    try:
        found = plan_file.read(content)
    except plan_file.FileRefused as e:
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


def results_text(scenarios: Sequence[Scenario], names: Sequence[tuple[str, str]], form: str) -> str:
    """What `run` prints, and what the page hands out: a table for people, CSV or JSON. `names` are names and presets."""
    p = project(scenarios)
    if form == "csv":
        return to_csv(rows(p, names))
    if form == "json":
        schools = [_as_json(p, i, s, *names[i]) for i, s in enumerate(scenarios)]
        return json.dumps(schools, indent=2) + "\n"
    return "".join(
        f"{name} ({preset})\n{_sentence(p, i)}\n\n{for_people(p, RESULTS.values(), i)}\n\n"
        for i, (name, preset) in enumerate(names)
    )


def _as_json(p: Projection, i: int, scenario: Scenario, name: str, preset: str) -> dict[str, object]:
    return {
        "scenario": name,
        "preset": preset,
        "verdict": judge(p, i).state.name.lower(),
        "levers": {k: list(v) if isinstance(v, tuple) else v for k, v in scenario.values.items()},
        "years": [{**r, "year": int(r["year"] or 0)} for r in p.results(i)],
    }


def _sentence(p: Projection, i: int) -> str:
    v = judge(p, i)
    tail = f"; the gap is {positions(v.gap_positions)} teacher positions" if v.gap_positions else ""
    bad = f" The balance is below zero from Year {v.first_negative}." if v.first_negative is not None else ""
    return f"{VERDICTS[v.state]}: structural result in Year 5 {money(v.result_year5)}{tail}.{bad}"


def _no_cell(args: argparse.Namespace) -> list[str]:
    """What is wrong with --line and --year."""
    problems = []
    try:
        find_line(args.line)
    except KeyError as e:
        problems.append(str(e.args[0]))
    if not 0 <= args.year <= 5:
        problems.append(f"Year {args.year} is not in the model. Give a year from 0 (start-up) to 5.")
    return problems


def _changes(args: argparse.Namespace) -> int:
    problems = _no_cell(args)
    pair: tuple[Scenario, Scenario] | None = None
    try:
        pair = _two_plans(args)
    except ScenarioError as e:
        problems += [p.message for p in e.problems]
    except plan_file.FileRefused as e:
        problems += e.reasons
    if problems or pair is None:
        return complain(problems)
    rows = account(changes(*pair, args.line, args.year))
    when = "the start-up year" if args.year == 0 else f"Year {args.year}"
    names = [s.name for s in pair]
    apart = "" if names[0] == names[1] else f": from {names[0]!r} to {names[1]!r}"
    print(f"{BOOK.lines[args.line].label} ({args.line}), {when}{apart}")
    wide = max(len(r.effect) for r in rows)
    for r in rows:
        print(f"  {r.effect:>{wide}}  {r.what}{f': {r.moved}' if r.moved else ''}")
    return 0


def _two_plans(args: argparse.Namespace) -> tuple[Scenario, Scenario]:
    """The plans that are compared. Raises `ScenarioError` and `FileRefused`."""
    if bool(args.plans) == (args.preset is not None) or len(args.plans) > 2:
        raise ScenarioError(
            [Problem("plans", None, "Give one or two files of plans, or --preset with --set, and not both.")]
        )
    if args.preset is not None:
        return Scenario.preset(args.preset), plan_of(args)
    if args.set:
        raise ScenarioError(
            [Problem("set", None, "--set goes with --preset; a file of plans holds every lever.")]
        )
    found = [_plans_in(Path(name)) for name in args.plans]
    if len(found) == 2:
        return found[0][0].now, found[1][0].now
    first, *others = found[0]
    return (first.now, others[0].now) if others else (first.start, first.now)


def _plans_in(path: Path) -> Sequence[plan_file.Entry]:
    try:
        content = path.read_bytes()
    except OSError as e:
        raise plan_file.FileRefused([_unreadable(path, e)]) from e
    found = plan_file.read(content)
    for remark in found.remarks:
        print(f"Note: {remark}", file=sys.stderr)
    return found.plans


def _unreadable(path: object, e: OSError) -> str:
    return f"The file {path} cannot be read: {e.strerror}. Check its name and place."


def _explain(args: argparse.Namespace) -> int:
    problems = _no_cell(args)
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


def _grades(args: argparse.Namespace) -> int:
    plan = plan_of(args)
    if not cohorts.is_by_grade(plan):
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
