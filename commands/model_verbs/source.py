"""`python -m model source`: the book of lines written down as a program in another language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence

from commands.plan_options import add_preset, plan_of
from commands.refusals import CannotUse, both, refuse
from model.book.compiled.functions import Functions
from model.book.compiled.source import source
from model.book.script import script
from model.evidence import LEVERS, Value
from model.explain.trace import find_line
from model.lines.worksheet import BOOK
from model.plan.scenario import unknown_lever
from model.texts import quoted, say

_IN_FRONT = tuple(k for k, x in LEVERS.items() if x.place == "front")
# What writes the book, by the name of the language: given the lines or none for all, a plan's values if there
# is a plan, the settings that may move, and whether names are to be short.
Writer = Callable[[Sequence[str] | None, Mapping[str, Value] | None, Sequence[str] | None, bool], str]


def _javascript(
    lines: Sequence[str] | None,
    plan: Mapping[str, Value] | None,
    free: Sequence[str] | None,
    short: bool,  # a row of a table is called by place
) -> str:
    return script(BOOK, LEVERS, lines, plan, free, short=short)


def _one_plan(
    lines: Sequence[str] | None, plan: Mapping[str, Value] | None, free: Sequence[str] | None, short: bool
) -> str:
    return _code(lines, plan, free, short, many=False)


def _many_plans(
    lines: Sequence[str] | None, plan: Mapping[str, Value] | None, free: Sequence[str] | None, short: bool
) -> str:
    return _code(lines, plan, free, short, many=True)


def _code(
    lines: Sequence[str] | None,
    plan: Mapping[str, Value] | None,
    free: Sequence[str] | None,
    short: bool,
    *,
    many: bool,
) -> str:
    if short:
        raise CannotUse(say("source.short_in_python"))
    return source(BOOK, Functions(BOOK), LEVERS, lines, plan, free, many=many)


LANGUAGES: dict[str, Writer] = {"javascript": _javascript, "python": _one_plan, "numpy": _many_plans}


def options(sub: argparse.ArgumentParser) -> None:
    """The lines, the language, and a plan with the settings that stay free."""
    sub.add_argument("--lines", nargs="+", metavar="LINE", help=say("source.lines_help"))
    sub.add_argument(
        "--as", dest="written_in", choices=tuple(LANGUAGES), default="javascript", help=say("source.as_help")
    )
    add_preset(sub, required=False)
    sub.add_argument("--free", nargs="+", metavar="SETTING", help=say("source.free_help"))
    sub.add_argument("--short", action="store_true", help=say("source.short_help"))


def run(args: argparse.Namespace) -> int:
    """Print the source. Raises `CannotUse` or `ScenarioError` with everything that is wrong."""
    _, plan = both(lambda: refuse(_unknown(args)), lambda: _values(args))
    free = None if plan is None else args.free or _IN_FRONT
    print(LANGUAGES[args.written_in](args.lines, plan, free, args.short), end="")
    return 0


def _values(args: argparse.Namespace) -> Mapping[str, Value] | None:
    if args.preset is not None:
        return plan_of(args).values
    if args.set:
        raise CannotUse(say("terminal.set_without_preset", given=quoted(args.set[0][:60])))
    if args.grades:
        raise CannotUse(say("terminal.grades_without_preset", given=quoted(str(args.grades)[:60])))
    if args.free:
        raise CannotUse(say("source.free_without_preset", given=quoted(args.free[0][:60])))
    return None


def _unknown(args: argparse.Namespace) -> list[str]:
    """What is wrong with --lines and --free."""
    problems = []
    for key in args.lines or ():
        try:
            find_line(key)
        except KeyError as e:
            problems.append(str(e.args[0]))
    problems += [str(unknown_lever(key, None)) for key in args.free or () if key not in LEVERS]
    return problems
