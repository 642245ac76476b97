"""`python -m exchange picture`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from commands.exchange_verbs.given_plans import add_plans, given_plans
from commands.named_files import leave
from commands.refusals import CannotUse, both
from exchange.files import Filed
from exchange.pictures import FORMS, PICTURES, Form, picture, pictures_of
from model.nearest import did_you_mean
from model.texts import either, quoted, say


def options(sub: argparse.ArgumentParser) -> None:
    """The plan, which picture of it, and the file, whose ending says the form."""
    add_plans(sub)
    sub.add_argument(
        "--of", required=True, metavar="PICTURE", help=say("pictures.of_help", pictures=either(PICTURES))
    )
    sub.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE",
        help=say("pictures.out_help", endings=either(f".{x}" for x in FORMS)),
    )


def run(args: argparse.Namespace) -> int:
    """Write one picture of one plan, with today's date on this computer."""
    plan, (key, form) = both(lambda: _plan_of(args), lambda: _wanted(args))
    if key not in pictures_of(plan.plan):
        raise CannotUse(say("pictures.needs_changes", picture=key))
    return leave(picture(key, plan, form, today=datetime.now(UTC).astimezone().date()), args.out)


def _plan_of(args: argparse.Namespace) -> Filed:
    plans = given_plans(args, for_people=True)
    if len(plans) > 1:
        raise CannotUse(say("pictures.one_picture", plans=len(plans)))
    return plans[0]


def _wanted(args: argparse.Namespace) -> tuple[str, Form]:
    """Which picture, in which form. Raises `CannotUse` for either that there is not."""
    problems = []
    if args.of not in PICTURES:
        others = say("pictures.others", pictures=either(PICTURES))
        remedy = did_you_mean(args.of, PICTURES, otherwise=others)
        problems.append(say("pictures.no_picture", given=quoted(args.of[:60]), remedy=remedy))
    found = [x for x in FORMS if args.out.suffix.lower() == f".{x}"]
    if not found:
        endings = either(f".{x}" for x in FORMS)
        given = quoted(args.out.name[-60:])
        problems.append(say("pictures.no_form", given=given, endings=endings))
    if problems:
        raise CannotUse(*problems)
    return args.of, found[0]
