"""`python -m model standards`."""

from __future__ import annotations

import argparse
import csv
import json
import sys

from commands.plan_options import add_preset, plan_of
from model.forms import CSV, JSON, TEXT
from model.plan.facts import of_preset
from model.results.result_rows import shown
from model.results.standards import asked_of, judged
from model.results.standards_in_words import in_short, summary
from model.texts import say
from model.years import OPERATING


def options(sub: argparse.ArgumentParser) -> None:
    """The plan and the form."""
    add_preset(sub, required=True)
    sub.add_argument("--every", action="store_true", help=say("standards.every"))
    sub.add_argument("--format", choices=(TEXT, JSON, CSV), default=TEXT)


def run(args: argparse.Namespace) -> int:
    """Print where the plan meets each standard, year by year."""
    plan = plan_of(args)
    found = judged(plan, asked_of(args.every or of_preset(args.preset).is_charter, plan))
    if args.format == JSON:
        rows = [
            {
                "standard": j.standard.key,
                "values": j.values,
                "spare": j.spare,
                "met": j.met,
                "met_from": j.met_from,
            }
            for j in found
        ]
        print(json.dumps({"plan": plan.name, "standards": rows}, indent=2))
        return 0
    if args.format == CSV:
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(("standard", "year", "value", "spare", "met"))
        for j in found:
            by_year = zip(OPERATING, j.values, j.spare, j.met, strict=True)
            out.writerows((j.standard.key, *row) for row in by_year if row[3] is not None)
        return 0
    print(say("standards.shell_title", plan=plan.name), summary(found), sep="\n")
    for j in found:
        years = [
            say("standards.shell_year", year=t, value=shown(x, j.standard.unit))
            for t, x in zip(OPERATING, j.values, strict=True)
            if x is not None
        ]
        print(
            "", f"{j.standard.label}: {in_short(j)}", f"  {j.standard.note}", f"  {' '.join(years)}", sep="\n"
        )
    print("", say("standards.as_tested"), say("standards.left_out"), sep="\n")
    return 0
