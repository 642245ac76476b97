"""A program of commands: its table of commands, how one is run, and how its refusals are printed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from commands import streams
from commands.refusals import REFUSALS, CannotUse, all_of

WRONG_INPUT = 2  # the exit status
MOST_WORDS = 2_000  # every lever with its --set ten times over; what reads them takes as long as their square
STOPPED = 130  # by Ctrl-C, as shells count it


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
        """Run one command. Returns its exit status, or 2 for what cannot be used, be it input or the place
        where output goes, reported on standard error.
        """
        streams.prepare()
        try:
            try:
                _refuse_too_many(argv)
                args = self._parser().parse_args(argv)
                status: int = args.run(args)
            finally:
                sys.stdout.flush()  # here, where it can still be said that it failed
        except REFUSALS as e:
            streams.say(all_of(e))
            return WRONG_INPUT
        except BrokenPipeError:  # the reader of our output has stopped (`| head`), which is fine
            streams.give_up_output()
            return 0
        except KeyboardInterrupt:
            streams.give_up_output()
            streams.say("Stopped before the end. Nothing half-written was left; run it again.")
            return STOPPED
        except OSError as e:
            streams.give_up_output()
            streams.say(_unwritable(e))
            return WRONG_INPUT
        return status

    def _parser(self) -> argparse.ArgumentParser:
        parser = _Parser(prog=self.name, description=self.description)
        typed = parser.add_subparsers(required=True, metavar="command")
        for command in self.commands:
            sub = typed.add_parser(command.name, help=command.help, description=command.help)
            command.options(sub)
            sub.set_defaults(run=command.run)
        return parser


class _Parser(argparse.ArgumentParser):
    """Its own way of printing help says nothing where that fails."""

    def error(self, message: str) -> NoReturn:
        """What was typed cannot be understood: the usage, and what to do."""
        said = message if message.isprintable() else message.encode("unicode_escape").decode()
        self.exit(
            WRONG_INPUT,
            f"{self.format_usage()}{self.prog}: error: {said}. Type {self.prog} --help to see what there is.\n",
        )

    def print_help(self, file: Any = None) -> None:
        print(self.format_help(), end="", file=file)


def _unwritable(e: OSError) -> str:
    if e.filename is None:
        return f"The output cannot be written: {e.strerror}. Make space there, or send it elsewhere."
    return f"The file {e.filename} cannot be used: {e.strerror}. Check its name and place."


def _refuse_too_many(argv: Sequence[str]) -> None:
    if len(argv) > MOST_WORDS:
        raise CannotUse(
            f"{len(argv):,} words were given; a command takes at most {MOST_WORDS:,}. "
            "Put a long plan into a file, and many plans into a list of scenarios."
        )
