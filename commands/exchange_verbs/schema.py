"""`python -m exchange schema`; `make docs` writes docs/scenario-schema.json with it."""

from __future__ import annotations

import argparse

from commands.named_files import add_out, leave
from exchange.files import schema_text


def run(args: argparse.Namespace) -> int:
    """Give the schema, which needs no plan."""
    return leave(schema_text().encode(), args.out, ".json")


options = add_out
