"""`python -m model docs`; `make docs` runs it."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.reference import write_reference
from model.texts import say


def options(sub: argparse.ArgumentParser) -> None:
    """The folder."""
    sub.add_argument("--to", type=Path, default=Path("docs"), help=say("terminal.docs_folder_help"))


def run(args: argparse.Namespace) -> int:
    """Write the generated pages and print where they are."""
    for path in write_reference(args.to):
        print(path)
    return 0
