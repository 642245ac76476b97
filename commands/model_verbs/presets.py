"""`python -m model presets`."""

from __future__ import annotations

import argparse

from commands.program import Command
from model.evidence import PRESETS


def run(_: argparse.Namespace) -> int:
    """Print a line for each preset: its key and what it is."""
    width = max(map(len, PRESETS))
    for key, preset in PRESETS.items():
        print(f"{key:<{width}}  {preset.label}")
    return 0


COMMAND = Command("presets", "terminal.presets_command", run)
