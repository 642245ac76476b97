"""`python -m model findings`."""

from __future__ import annotations

import argparse

from commands.program import Command
from model.results.study_findings import check_findings, figure

FAILED = 1  # the exit status


def run(_: argparse.Namespace) -> int:
    """Print a line for each published finding. Gives 1 if one of them fails."""
    failed = 0
    for c in check_findings():
        f = c.finding
        untested = "text" if f.status != "not_published" else "n/p"
        mark = {True: "holds", False: "FAILS", None: untested}[c.holds]
        ours = "" if c.computed is None else f" | computed {figure(c.computed, f.unit)}"
        said = f.as_published or "not published"
        print(f"[{mark:>5}] {f.label}: {said}{ours} | {f.status} | {', '.join(f.source)}")
        failed += c.holds is False
    print(f"\n{failed} of the published findings fail." if failed else "\nAll published findings hold.")
    return FAILED if failed else 0


COMMAND = Command("findings", "Published findings of the study against the six illustrative schools.", run)
