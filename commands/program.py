"""A program of commands: its table of commands, how one is run, and how its refusals are printed."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from commands.refusals import REFUSALS

WRONG_INPUT = 2  # the exit status


def no_options(_: argparse.ArgumentParser) -> None:
    """For a command that takes nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """A row of a program's table: the word to type, what it is for, its options, and what it does.

    `run` prints to standard output and returns the exit status. For input that cannot be used it raises one
    of `REFUSALS`.
    """

    name: str
    help: str
    run: Callable[[argparse.Namespace], int]
    options: Callable[[argparse.ArgumentParser], None] = no_options


@dataclass(frozen=True, slots=True)
class Program:
    """A program: what is typed to start it, what it is for, and its commands in the order of its help."""

    name: str
    description: str
    commands: tuple[Command, ...]

    def main(self, argv: Sequence[str]) -> int:
        """Run one command. Returns its exit status, or 2 for unusable input, reported on standard error."""
        args = self._parser().parse_args(argv)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal of another alphabet has no true minus sign; it gets an escape code instead of
                # an error.
                stream.reconfigure(errors="backslashreplace")
        try:
            status: int = args.run(args)
            sys.stdout.flush()
        except REFUSALS as e:
            print(e, file=sys.stderr)
            return WRONG_INPUT
        except BrokenPipeError:
            # The reader of our output has stopped (`| head`), which is fine. Keep Python from complaining
            # at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return status

    def _parser(self) -> argparse.ArgumentParser:
        parser = argparse.ArgumentParser(prog=self.name, description=self.description)
        typed = parser.add_subparsers(required=True, metavar="command")
        for command in self.commands:
            sub = typed.add_parser(command.name, help=command.help, description=command.help)
            command.options(sub)
            sub.set_defaults(run=command.run)
        return parser
