"""A program of commands: its table of commands, how one is run, and how its refusals are printed."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, NamedTuple, NoReturn

from commands import streams
from commands.refusals import CannotUse, all_of
from commands.spoken import spoken_by
from commands.started import typed
from model.refused import Refused
from model.texts import LANGUAGES, language, naming, say, speaking

WRONG_INPUT = 2  # the exit status
MOST_WORDS = 2_000  # every lever with its --set ten times over; what reads them takes as long as their square
STOPPED = 130  # by Ctrl-C, as shells count it


class Command(NamedTuple):
    """A row of a program's table: the word to type, and the key of the text on what it is for.

    What it does stands in the module of its name, which is loaded when the word is typed. There
    `options(parser)`, if it takes any, declares them. `run(args)` prints to standard output and returns the
    exit status; for input that cannot be used it raises a `Refused`.
    """

    name: str
    help: str


class Program(NamedTuple):
    """A program: its name, the key of the text that says what it is for, the package of its commands, and
    these in the order of its help.
    """

    name: str
    description: str
    package: str
    commands: tuple[Command, ...]

    def main(self, argv: Sequence[str]) -> int:
        """Run one command. Returns its exit status, or 2 for what cannot be used, be it input or the place
        where output goes, reported on standard error. It speaks the language of `--lang`, else that of the
        environment where there is a catalog of it, else English.
        """
        streams.prepare()
        with speaking(spoken_by(argv, os.environ)), naming(()):
            return self._main(argv)

    def _main(self, argv: Sequence[str]) -> int:
        try:
            try:
                _refuse_too_many(argv)
                args = self._parser().parse_args(argv)
                if not gc.isenabled():  # all is loaded, and stays
                    gc.freeze()
                    gc.enable()
                with speaking(getattr(args, "lang", language())):  # also where --lang was typed shortened
                    status: int = args.run(args)
            finally:
                sys.stdout.flush()  # here, where it can still be said that it failed
        except Refused as e:
            streams.tell(all_of(e))
            return WRONG_INPUT
        except BrokenPipeError:  # the reader of our output has stopped (`| head`), which is fine
            streams.give_up_output()
            return 0
        except KeyboardInterrupt:
            streams.give_up_output()
            streams.tell(say("terminal.stopped"))
            return STOPPED
        except OSError as e:
            streams.give_up_output()
            streams.tell(_unwritable(e))
            return WRONG_INPUT
        return status

    def _parser(self) -> argparse.ArgumentParser:
        parser = _Parser(prog=typed(self.name), description=say(self.description))
        _add_language(parser)
        verbs = parser.add_subparsers(required=True, metavar="command", parser_class=_CommandParser)
        for command in self.commands:
            about = say(command.help)
            verbs.add_parser(
                command.name, help=about, description=about, module=f"{self.package}.{command.name}"
            )
        return parser


def _add_language(parser: argparse.ArgumentParser) -> None:
    """Before the command or behind it; `spoken_by` has looked for it before anything is said."""
    about = say("terminal.language_help")
    parser.add_argument(
        "--lang", choices=LANGUAGES, metavar="LANGUAGE", default=argparse.SUPPRESS, help=about
    )


class _Parser(argparse.ArgumentParser):
    """Its own way of printing help says nothing where that fails."""

    def error(self, message: str) -> NoReturn:
        """What was typed cannot be understood: the usage, and what to do."""
        said = message if message.isprintable() else message.encode("unicode_escape").decode()
        self.exit(
            WRONG_INPUT,
            f"{self.format_usage()}{self.prog}: error: {said}. {say('terminal.type_help', program=self.prog)}\n",
        )

    def print_help(self, file: Any = None) -> None:
        print(self.format_help(), end="", file=file)


class _CommandParser(_Parser):
    """Loads its command, and says what its options are for, when it is the one that was typed."""

    def __init__(self, *, module: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._module = module

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        command: ModuleType = importlib.import_module(self._module)
        if hasattr(command, "options"):
            command.options(self)
        _add_language(self)
        self.set_defaults(run=command.run)
        return super().parse_known_args(args, namespace)


def _unwritable(e: OSError) -> str:
    if e.filename is None:
        return say("terminal.output_unwritable", fault=e.strerror)
    return say("terminal.file_unusable", name=e.filename, fault=e.strerror)


def _refuse_too_many(argv: Sequence[str]) -> None:
    if len(argv) > MOST_WORDS:
        raise CannotUse(say("terminal.too_many_words", words=f"{len(argv):,}", most=f"{MOST_WORDS:,}"))
