"""What the browser's components report: any value in any place, and kept plans and notebooks damaged."""

from __future__ import annotations

import random
import string
from collections.abc import Mapping

from exchange import browser_shelf, files
from exchange.files.notebook_fields import notebook_text
from exchange.store import Shelf
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from tools.fuzz.damage import NASTY, damaged
from tools.fuzz.good_plans import drawn_file
from tools.fuzz.trials import Outcome
from tools.saying import says
from views.live import touch
from views.shell import notebook
from views.trace import asking

_REFUSED = tuple(map(says, ("store.unreadable", "store.not_a_plan", "plan_file.no_record")))


def make(draw: random.Random) -> tuple[str, object]:
    """Which component reports, and what."""
    component = draw.choice(("touch", "found", "differs", "notebook", "ask"))
    if draw.random() < 0.3:
        return component, _anything(draw, 3)
    if component == "touch":
        return component, {
            "lever": draw.choice((_anything(draw, 1), draw.choice(list(LEVERS)))),
            "of": _anything(draw, 1),
        }
    if component == "found":
        return component, _kept(draw)
    if component == "differs":
        return component, {
            "number": _anything(draw, 1),
            "entries": draw.choice((_kept(draw), _anything(draw, 2))),
        }
    if component == "notebook":
        texts = {_key(draw, 12): _broken(draw, notebook_text(drawn_file(draw).notebook)) for _ in range(3)}
        return component, {"notebooks": texts, "open": draw.choice((_anything(draw, 1), *texts))}
    line = draw.choice(list(BOOK.lines))
    return component, draw.choice(
        (f"{line} {draw.randrange(9)} {draw.choice(('', '1', '99', 'x'))}", _anything(draw, 1))
    )


def _kept(draw: random.Random) -> dict[str, object]:
    count = draw.choice((0, 1, 2, 300))
    text = files.write([drawn_file(draw)]).decode()
    return {
        _key(draw, 16): draw.choice((text, _broken(draw, text), _anything(draw, 1))) for _ in range(count)
    }


def _broken(draw: random.Random, text: str) -> str:
    return damaged(draw, text) if draw.random() < 0.6 else text


def _key(draw: random.Random, length: int) -> str:
    return "".join(draw.choice("0123456789abcdef") for _ in range(length - (draw.random() < 0.1)))


def _anything(draw: random.Random, depth: int) -> object:
    plain = (
        None,
        True,
        False,
        0,
        -1,
        10**400,
        1.5,
        float("nan"),
        float("inf"),
        "",
        "x" * 10_000,
        draw.choice(NASTY),
    )
    if depth and draw.random() < 0.5:
        inner = [_anything(draw, depth - 1) for _ in range(draw.choice((0, 1, 3)))]
        return inner if draw.random() < 0.5 else {draw.choice(string.ascii_letters): x for x in inner}
    return draw.choice(plain)


def try_it(given: object) -> Outcome:
    """Hand it to the reader of its component. What is not used is said; a touch is nobody's work."""
    assert isinstance(given, tuple)
    component, sent = given
    if component == "touch":
        lever = touch.lever_of(sent)
        wrong = lever is not None and (lever not in LEVERS or LEVERS[lever].is_choice)
        return Outcome(silent="a lever that has no table" if wrong else "", is_taken=lever is not None)
    if component == "ask":
        asked = asking.read(sent)
        return Outcome(
            silent="" if asked is None or asked.line in BOOK.lines else "no line", is_taken=asked is not None
        )
    if component == "notebook":
        kept, _, said = notebook.read(sent)
        entries = sent.get("notebooks") if isinstance(sent, Mapping) else None
        return _accounted(entries, len(kept), said)
    if component == "found":
        shelf = browser_shelf.found(Shelf(), sent)
        return _accounted(sent, len(shelf.plans), shelf.said)
    _, entries = browser_shelf.question(sent)
    shelf = browser_shelf.differing(Shelf(), entries)
    gone = sum(1 for v in entries.values() if v is None)
    return _accounted(entries, len(shelf.plans) + gone, shelf.said)


def _accounted(entries: object, kept: int, said: object) -> Outcome:
    """Fewer than were reported, and nothing said?"""
    assert isinstance(said, tuple | list)
    reported = len(entries) if isinstance(entries, Mapping) else 0
    lost = kept < reported and not said
    refused = [s for s in said if any(form.search(s) for form in _REFUSED)]
    return Outcome(refused, "entries lost in silence" if lost else "", kept > 0)
