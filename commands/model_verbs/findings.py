"""`python -m model findings`."""

from __future__ import annotations

import argparse

from model.results.study_findings import check_findings, figure
from model.texts import counted, say

FAILED = 1  # the exit status
_MARKS = {True: "terminal.finding_holds", False: "terminal.finding_fails", None: "terminal.finding_text"}


def run(_: argparse.Namespace) -> int:
    """Print a line for each published finding. Gives 1 if one of them fails."""
    failed = 0
    for c in check_findings():
        f = c.finding
        mark = _MARKS[c.holds] if f.status != "not_published" else "terminal.finding_unpublished"
        ours = [] if c.computed is None else [say("terminal.worked_out", value=figure(c.computed, f.unit))]
        said = f"{f.label}: {f.as_published or say('terminal.not_published')}"
        cells = (f"[{say(mark):>5}] {said}", *ours, f.status, ", ".join(f.source))
        print(" | ".join(cells))
        failed += c.holds is False
    if not failed:
        print(f"\n{say('terminal.findings_hold')}")
        return 0
    print(f"\n{say('terminal.findings_fail', count=counted(failed))}")
    return FAILED
