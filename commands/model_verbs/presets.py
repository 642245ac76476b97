"""`python -m model presets`."""

from __future__ import annotations

import argparse

from model.plan.named_presets import held_presets


def run(_: argparse.Namespace) -> int:
    """Print a line for each preset: its name and what it is. Earlier versions stand last."""
    held = held_presets()
    width = max(len(preset.name) for preset in held)
    for preset in held:
        print(f"{preset.name:<{width}}  {preset.label}")
    return 0
