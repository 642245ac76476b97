"""The file to mail, put together: one HTML page with everything in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from exchange import link
from exchange.files import Filed
from exchange.heading import heading, made
from exchange.link_base import works_elsewhere
from exchange.mail_file import fragments
from exchange.mail_file.choosing import chosen
from exchange.mail_file.model_script import carried_on, free_values, model_script
from exchange.mail_file.sliders import slider
from exchange.mail_file.spoken import messages, passing_years
from model.answer.answer_in_words import headline, sentence
from model.answer.numbers import view_numbers
from model.plan.plan import Plan
from model.ranges.bands import Ranges, ranges
from model.ranges.whose_counts import PLACE, whose
from model.results.projection import project
from model.results.rating import Rating, Untested, rate
from model.results.rating_in_words import if_things_change, together
from model.texts import day, language, naming, say
from model.texts.catalog import KEYS, PSEUDO
from model.texts.language import ENGLISH

_FOLDER = Path(__file__).parent
_SCRIPTS = ("start.js", "numbers.js", "answer.js", "curve.js", "page.js")


def page_to_mail(
    filed: Filed,
    *,
    settings: Sequence[str] | None = None,
    notes: bool = False,
    base: str = "",
    today: date,
    tested: Ranges | Untested | None = None,
) -> bytes:
    """The page of a plan, in the language of now: the same plan on the same day gives the same bytes.

    `settings` become its sliders, or those that matter most. `notes`: with notes and decisions. `base` is the
    address of the full tool, where there is one that others can reach. `tested` are the plan's futures,
    worked out here unless they are given, or why it has none. Raises `ScenarioError` for settings that cannot
    be sliders.
    """
    with naming(filed.now.names):
        keys = chosen(filed.plan, settings)
        found = _tested(filed.plan) if tested is None else tested
        return _page(filed, keys, base, today, found, notes=notes).encode()


def _tested(plan: Plan) -> Ranges:
    return ranges(plan.now, place=whose(PLACE, plan.now, plan.facts))


def _page(
    filed: Filed, keys: Sequence[str], base: str, today: date, tested: Ranges | Untested, *, notes: bool
) -> str:
    plan = filed.plan
    p = project([plan.now])
    v = view_numbers(p, plan.facts)[0]
    futures = tested if isinstance(tested, Ranges) else None
    rating = rate(v.verdict, futures.chance if futures else Untested.OFF)
    free = [k for k in keys if k not in plan.locked]
    script, style = _script(plan, free), _style()
    head = heading(filed)
    return _filled(
        {
            "lang": ENGLISH if language() in (PSEUDO, KEYS) else language(),
            "script_hash": _hash(script),
            "style_hash": _hash(style),
            "title": head.name,
            "product": say("places.product"),
            "name": head.name,
            "about": " \N{MIDDLE DOT} ".join(filter(None, (head.school, head.students_beside, day(today)))),
            "no_script": say("mail.no_script"),
            "badges": fragments.badges(rating),
            "year5": fragments.year_5(v),
            "sentence": sentence(v),
            "headline": headline(v),
            "about_curve": say("mail.about_curve"),
            "ghost": say("mail.ghost"),
            "curve_told": say("mail.curve_told"),
            "table": fragments.table(p),
            "settings": fragments.settings(plan, keys),
            "sent": fragments.as_sent(plan, v, futures),
            "notes": fragments.notes(filed) if notes else "",
            "offline": say("mail.offline"),
            "made": made(today),
            "link": _link(plan, base),
        },
        {"style": style, "data": _data(plan, free, rating), "script": script},
    )


def _filled(said: Mapping[str, str], written: Mapping[str, str]) -> str:
    """The template with its values: what is said escaped unless it is markup, what we have written as it is.

    Values are not looked through again, so nobody's name can call for another.
    """
    template = (_FOLDER / "mail.html").read_text(encoding="utf-8")
    values = {**{k: str(escape(v)) for k, v in said.items()}, **written}
    return re.sub(r"@@(\w+)@@", lambda found: values[found[1]], template)


def _link(plan: Plan, base: str) -> Markup:
    """The way to the full tool, unless its address leads nowhere but to the sender's computer."""
    if not works_elsewhere(base):
        return Markup()
    try:
        address = link.address_of(plan, base)
    except link.LinkTooLong:
        return Markup()
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(address, say("mail.full_tool"))


def _data(plan: Plan, free: Sequence[str], rating: Rating) -> str:
    """What the script reads, as JSON in which nothing can end its element."""
    sliders = [slider(plan, key) for key in free]
    spoken = messages(s.unit for s in sliders)
    tested = if_things_change(rating)
    held = {
        "values": free_values(plan.now, free),
        "carried": carried_on(plan.now, free),
        "sliders": [s.as_json() for s in sliders],
        "texts": spoken.texts,
        "rules": spoken.rules,
        "passing": passing_years(),
        "ui": {
            "together": together(rating) if rating.is_sustainable else "",
            "tested": tested,
            "testedSent": say("mail.tested_sent", rating=tested),
            "tone": rating.chance_tone,
            "funding": say("mail.funding"),
            "cost": say("mail.cost"),
            "savings": say("charts.savings"),
            "grants": say("charts.plus_grants"),
            "startupCost": say("charts.less_startup"),
            "startupBrief": say("charts.less_startup_short"),
            "left": say("charts.left"),
        },
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _script(plan: Plan, free: Sequence[str]) -> str:
    first, *others = map(_bare_script, _SCRIPTS)
    return "".join(("\n", first, model_script(plan.now, free), *others))


@cache
def _bare_script(name: str) -> str:
    """A script without the lines of its comments and without its indents, which nobody reads in the mail."""
    lines = (x.strip() for x in (_FOLDER / name).read_text(encoding="utf-8").splitlines())
    return "".join(f"{x}\n" for x in lines if x and not x.startswith("//"))


@cache
def _style() -> str:
    text = re.sub(r"/\*.*?\*/", "", (_FOLDER / "mail.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return "\n" + "".join(f"{x.strip()}\n" for x in text.splitlines() if x.strip())


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
