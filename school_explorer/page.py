"""Starts the page, with our own settings, from any folder."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from commands import streams
from model import MODEL_VERSION
from model.ready_to_run import cannot_listen
from model.texts import say, speaking
from model.texts.environment import of_environment
from school_explorer.house import HOUSE

PROGRAM = "school-explorer"
EVERYBODY = ("0.0.0.0", "::")  # noqa: S104  # only compared


def start(argv: Sequence[str]) -> None:
    """Read what was typed and serve the page until it is stopped. Raises `SystemExit`."""
    streams.prepare()
    with speaking(of_environment(os.environ)):
        args = _parser().parse_args(argv)
        if wrong := cannot_listen(args.port, args.address, PROGRAM):
            sys.exit(wrong)
        print(_greeting(args.address, args.port), flush=True)
    _serve(framework_command(args))


def framework_command(args: argparse.Namespace) -> list[str]:
    """What is handed to the framework. What is said here goes before a reader's own settings of it."""
    options = {
        "server.port": args.port,
        "server.address": args.address,
        "browser.gatherUsageStats": "false",
        # It takes itself for its own workshop, and refuses a port, where it was installed out of the way.
        "global.developmentMode": "false",
    }
    if args.no_browser:
        options["server.headless"] = "true"
    command = ["streamlit", "run", str(HOUSE / "app.py")]
    return [*command, *(part for name, value in options.items() for part in (f"--{name}", value))]


def _serve(command: list[str]) -> None:
    from streamlit.web import cli

    os.chdir(HOUSE)  # where settings and icon are looked for
    sys.argv = command
    cli.main()


def _greeting(address: str, port: str) -> str:
    if address in EVERYBODY:
        return say("laptop.open_here_and_there", port=port)
    return say("laptop.open", address=f"[{address}]" if ":" in address else address, port=port)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """What was typed cannot be understood: the usage, and what to do."""
        told = f"{self.prog}: error: {message}. {say('terminal.type_help', program=self.prog)}"
        self.exit(2, f"{self.format_usage()}{told}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [-h] [--version] [--port N] [--address A] [--no-browser] | model … | exchange …",
        description=say("laptop.about"),
        epilog=say("laptop.programs"),
        allow_abbrev=False,
    )
    version = f"{PROGRAM} {MODEL_VERSION}"
    parser.add_argument("--version", action="version", version=version, help=say("laptop.version_help"))
    parser.add_argument("--port", metavar="N", default="8501", help=say("laptop.port_help"))
    parser.add_argument("--address", metavar="A", default="127.0.0.1", help=say("laptop.address_help"))
    parser.add_argument("--no-browser", action="store_true", help=say("laptop.no_browser_help"))
    return parser
