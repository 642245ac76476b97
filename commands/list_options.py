"""The options of a command that takes a list of plans in place of one, and what does not go with them.

What reads and writes lists is loaded once there is one: a command for one plan starts without it.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commands.refusals import CannotUse
from model.forms import CSV, JSON, PARQUET, ending_of
from model.texts import quoted, say

_ENDINGS = {ending_of(form): form for form in (CSV, PARQUET, JSON)}


def add_list(sub: argparse.ArgumentParser) -> None:
    """The options of a command that takes a list in place of one plan."""
    sub.add_argument("--scenarios", metavar="FILE", type=Path, help=say("terminal.scenarios_help"))
    sub.add_argument("--out", metavar="FILE", type=Path, help=say("terminal.list_out_help"))
    sub.add_argument("--workers", metavar="N", type=int, help=say("terminal.workers_help"))


def is_list(args: argparse.Namespace) -> bool:
    """Whether a list is given in place of a preset. Raises `CannotUse` unless it is one of both."""
    if (args.scenarios is None) == (args.preset is None):
        raise CannotUse(say("terminal.preset_or_list"))
    if args.preset is not None:
        refuse_list_options(args)
        return False
    refuse_changes(args)
    return True


def refuse_list_options(args: argparse.Namespace) -> None:
    """Raises `CannotUse` for options of lists without a list."""
    for option in ("out", "workers"):
        if getattr(args, option) is not None:
            raise CannotUse(say("terminal.option_of_lists", option=f"--{option}"))


def refuse_changes(args: argparse.Namespace) -> None:
    """Raises `CannotUse` for changes to a preset where there is none."""
    if args.set:
        raise CannotUse(say("terminal.set_without_preset", given=quoted(args.set[0][:60])))
    if args.grades:
        raise CannotUse(say("terminal.grades_without_preset", given=quoted(str(args.grades)[:60])))


def form_of(args: argparse.Namespace, *, usual: str = CSV, forms: tuple[str, ...] = (CSV, PARQUET)) -> str:
    """The form of the results: that of `--format`, else of the ending of `--out`. Raises `CannotUse`."""
    asked: str | None = getattr(args, "format", None)
    endings = {ending: form for ending, form in _ENDINGS.items() if form in forms}
    if asked is not None:
        endings = {ending: form for ending, form in endings.items() if form == asked}
    if args.out is None:
        return asked or usual
    if endings:
        from commands.named_files import refuse_ending

        refuse_ending(args.out, *endings)
    return endings.get(args.out.suffix.lower(), asked or CSV)


def run_list(args: argparse.Namespace, ask: str, form: str, options: Mapping[str, Any]) -> int:
    """Answer for every row of the list. Raises `CannotUse`."""
    from commands import lists

    return lists.run_list(args, ask, form, options)
