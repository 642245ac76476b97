"""The command line of what leaves the house. Errors in plain words on standard error, exit status 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from commands.file_options import CannotUse, add_plans, given_plans
from commands.plan_options import complain
from exchange import files, link
from exchange import table_files as tables
from exchange.workbook import write_workbook
from exchange.workbook.plans import MOST_PLANS
from model.plan.scenario import ScenarioError

BASE = "http://127.0.0.1:8501/"  # where `make run` opens the page


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it is for, the options of its own, and what it does."""

    name: str
    help: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: Sequence[str]) -> int:
    """Run one command. Gives 0, or 2 for input that cannot be used."""
    args = _parser().parse_args(argv)
    try:
        status: int = args.run(args)
    except ScenarioError as e:
        return complain(p.message for p in e.problems)
    except files.FileRefused as e:
        return complain(e.reasons)
    except (CannotUse, link.LinkTooLong) as e:
        return complain([str(e)])
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m exchange", description="Plans as files, links and tables."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.help, description=command.help)
        command.options(sub)
        sub.set_defaults(run=command.run)
    return parser


def _plans_out(sub: argparse.ArgumentParser) -> None:
    add_plans(sub)
    sub.add_argument("--out", type=Path, metavar="FILE", help="the file to write; without it, it is printed")


def _workbook_options(sub: argparse.ArgumentParser) -> None:
    add_plans(sub)
    sub.add_argument("--out", required=True, type=Path, metavar="FILE", help="the file to write")


def _link_options(sub: argparse.ArgumentParser) -> None:
    _plans_out(sub)
    sub.add_argument(
        "--base", default=BASE, metavar="ADDRESS", help=f"where the page is; {BASE} unless given"
    )


def _table_options(sub: argparse.ArgumentParser) -> None:
    _plans_out(sub)
    sub.add_argument("--line", action="append", metavar="LINE", help="only this line; may be given again")


def _schema_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--out", type=Path, metavar="FILE", help="the file to write; without it, it is printed")


def _workbook(args: argparse.Namespace) -> int:
    plans = given_plans(args)
    if len(plans) > MOST_PLANS:
        return complain([f"A workbook holds up to {MOST_PLANS} plans; the file has {len(plans)}."])
    return _leave(write_workbook(plans, today=datetime.now(UTC).astimezone().date()), args.out)


def _link(args: argparse.Namespace) -> int:
    links = [link.address_of(filed.plan, args.base) for filed in given_plans(args)]
    if args.out is None or args.out.suffix != ".svg":
        return _leave("".join(f"{x}\n" for x in links).encode(), args.out)
    if len(links) > 1:
        return complain([f"A picture code holds one link, and there are {len(links)} plans."])
    return _leave(link.qr_svg(links[0]).encode(), args.out)


def _table(args: argparse.Namespace) -> int:
    problems = tables.unknown_lines(args.line or [])
    if problems:
        return complain(problems)
    return _leave(tables.tidy_csv(given_plans(args), args.line).encode(), args.out)


def _file(args: argparse.Namespace) -> int:
    return _leave(files.write(given_plans(args)), args.out)


def _schema(args: argparse.Namespace) -> int:
    return _leave(files.schema_text().encode(), args.out)


def _leave(made: bytes, out: Path | None) -> int:
    """To the file, or to standard output as the same bytes."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return 0
    try:
        out.write_bytes(made)
    except OSError as e:
        return complain([f"The file {out} cannot be written: {e.strerror}. Check its name and place."])
    return 0


COMMANDS = (
    Command("workbook", "Write plans as an Excel workbook with live formulas.", _workbook_options, _workbook),
    Command(
        "link", "The link of a plan; to a file that ends in .svg, its picture code.", _link_options, _link
    ),
    Command("table", "All lines and years of plans as tidy CSV.", _table_options, _table),
    Command("file", "Plans as a complete, readable JSON file.", _plans_out, _file),
    Command("schema", "The published form of a file of plans (JSON Schema).", _schema_options, _schema),
)
