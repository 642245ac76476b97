"""A file to mail, opened from disk in a browser without a network, and what the model says of its sliders."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from exchange.files import Filed
from exchange.mail_file import page_to_mail
from exchange.mail_file.model_script import LINES
from model.answer.answer_in_words import headline, sentence
from model.answer.numbers import ViewNumbers, view_numbers
from model.answer.other_money import other_money
from model.book.vocabulary import share
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.results.horizon import horizons
from model.results.projection import Projection, project
from model.results.rating import Untested, rate
from model.results.rating_in_words import on_paper
from model.results.verdicts import judge_all
from model.units import money_short

DAY = date(2026, 11, 26)
# Sliders are put to places, a list of [slider, share of its way] each, and what the page then holds is read,
# as one text: the browser's own way of handing over so many numbers takes ten times as long.
_GO = """moves => JSON.stringify(moves.map(move => {
  DATA.sliders.forEach(s => s.rest());
  for (const [i, part] of move) {
    const s = DATA.sliders[i];
    s.put(Math.min(s.places.length - 1, Math.floor(part * s.places.length)));
  }
  draw();
  const said = ['paper', 'headline', 'sentence'].map(id => document.getElementById(id).textContent);
  const cells = [...document.querySelectorAll('tr[data-line]')].map(row => [...row.cells].slice(1).map(c => c.textContent));
  const hidden = [...document.querySelectorAll('tr[data-line]')].map(row => row.hidden);
  return { values: { ...values }, hidden, lines: isMoved() ? modelOf(values) : sent, said, cells };
}))"""


@dataclass(frozen=True, slots=True)
class Opened:
    """The page, what it asked for, and what went wrong in it."""

    page: Any
    asked: list[str]
    faults: list[str]


@contextmanager
def opened(browser: Any, file: Path, **media: Any) -> Iterator[Opened]:
    """The file in a window of its own, from disk, with no network at all."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, "offline": True, **media})
    asked: list[str] = []
    faults: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text))
    page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    try:
        yield Opened(page, asked, faults)
    finally:
        context.close()


def mailed(plan: Plan | Filed, file: Path, settings: Sequence[str] | None = None, **more: Any) -> Path:
    """The file of a plan, without its futures unless they are asked for."""
    filed = plan if isinstance(plan, Filed) else Filed(plan)
    file.write_bytes(page_to_mail(filed, settings=settings, **{"today": DAY, "tested": Untested.OFF, **more}))
    return file


def some_moves(draw: random.Random, sliders: int, count: int) -> list[list[tuple[int, float]]]:
    """No move, and then so many of one to four sliders."""
    return [
        [],
        *(
            [(i, draw.random()) for i in draw.sample(range(sliders), draw.randint(1, min(4, sliders)))]
            for _ in range(count)
        ),
    ]


def differences(page: Any, plan: Plan, moves: Sequence[Sequence[tuple[int, float]]]) -> list[str]:
    """Where the page and the model differ: every line that the page reads to the cent, every word, every cell
    of its table.
    """
    found = json.loads(page.evaluate(_GO, moves))
    plans = [_moved(plan, f["values"]) for f in found]
    p = project(plans)
    wrong = []
    for i, (f, v) in enumerate(zip(found, numbers(p, plan), strict=True)):
        said = [on_paper(rate(v.verdict)), headline(v), sentence(v)]
        for line in LINES:
            want = np.broadcast_to(p[line], (len(plans), 6))[i]
            if [round(float(x), 2) for x in want] != [round(float(x), 2) for x in f["lines"][line][:6]]:
                wrong.append(f"{moves[i]} {line}: {want} is {f['lines'][line]}")
        if said != f["said"]:
            wrong.append(f"{moves[i]}: {said} is {f['said']}")
        savings = [money_short(x) for x in v.balances]
        if f["cells"][-1] != savings or f["cells"][2][1:] != [money_short(x) for x in v.results[1:]]:
            wrong.append(f"{moves[i]}: the table says {f['cells']}")
        beside = [money_short(x) for x in other_money(p, i)[1:]]
        if f["cells"][3][1:] != beside or f["hidden"] != [
            not any(other_money(p, i)) if n == 3 else False for n in range(5)
        ]:
            wrong.append(f"{moves[i]}: beside the result {beside} is {f['cells'][3]}")
    return wrong


def numbers(p: Projection, plan: Plan) -> list[ViewNumbers]:
    """The numbers of every scenario that the words are made from; its searches are left to the first."""
    first = view_numbers(p, plan.facts, slice(0, 1))[0]
    margins = share(p["structural_result"][:, 5], p["recurring_cost"][:, 5]).tolist()
    balances, results = p["fund_balance"].tolist(), p["structural_result"].tolist()
    columns = zip(judge_all(p), horizons(p.scenarios), margins, results, balances, strict=True)
    return [
        first._replace(verdict=v, horizon=h, margin=m, results=r, balances=b) for v, h, m, r, b in columns
    ]


def _moved(plan: Plan, values: dict[str, Any]) -> Scenario:
    """The plan with the values that the page holds."""
    held = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
    return plan.now.changed({k: v for k, v in held.items() if v != plan.now[k]})
