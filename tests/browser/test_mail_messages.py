"""The file to mail chooses every message as the model does: plans drawn so that each of them is said.

No page is made for these plans. Its script is handed their lines, as numpy works them out.
"""

from __future__ import annotations

import json
import random

import numpy as np

from exchange.mail_file.model_script import LINES
from exchange.mail_file.spoken import messages
from model.answer.answer_in_words import headline, sentence
from model.answer.numbers import NEEDED
from model.evidence import LEVERS, PRESETS
from model.plan.plan import from_preset
from model.plan.scenario import Scenario
from model.results.horizon import LOOKED_TO, carried_on
from model.results.projection import Scenarios, project
from model.results.rating import rate
from model.results.rating_in_words import on_paper
from model.texts import speaking
from tests.browser.mailed_page import mailed, numbers, opened
from tests.worked.school import HELD_BY_A_GRANT, PLAIN

PLANS = 1_500
# As one text: the browser's own way of handing over so many numbers takes ten times as long.
_SAID = """text => JSON.parse(text).map(m => { const j = judge(m); return [onPaper(j), headline(j), sentence(j)] })"""
# Open positions save nothing before Year 1, so savings then run out with them as without.
NEVER_SAID = {"answer.savings_out_filled_start"}
# A thousandth of ten positions stands open, and there is a little more for it: no drawn plan leans on grants
# once its positions are filled.
LEANS = PLAIN.changed({**HELD_BY_A_GRANT, "opening_fund_balance": 11_000, "positions_filled": 0.999})
# Of settings and of the page itself.
OTHERS = {"units.startup", "units.grade", "units.kindergarten"}


def drawn(draw: random.Random) -> Scenario:
    """A plan near the edge, with or without dear years between others, devices bought all at once, open
    positions, grants, savings.
    """
    base = Scenario.preset(draw.choice(list(PRESETS)))
    rate = base.number("base_rate_per_pupil") * draw.uniform(0.97, 1.03)
    changes = {"base_rate_per_pupil": round(rate, 2)}
    changes |= {k: round(draw.uniform(0.01, 0.05), 3) for k in ("public_funding_growth", "salary_growth")}
    if draw.random() < 0.3:
        usual, dear = base.number("nonpersonnel_per_pupil"), draw.uniform(1, 1.5)
        in_years = tuple(round(usual * draw.choice([1, dear]), 2) for _ in range(5))
        changes |= {"nonpersonnel_per_pupil": in_years}
    if draw.random() < 0.5:
        changes |= {"refresh": draw.choice(["lumpy", "set_aside"])}
        changes |= {"device_life_years": float(draw.randint(2, 6))}
        changes |= {"device_unit_cost": round(draw.uniform(200, 900))}
        changes |= {"standing_devices": draw.choice(LEVERS["standing_devices"].choices)}
    if draw.random() < 0.5:
        changes |= {"positions_filled": round(draw.uniform(0.85, 1), 2)}
        changes |= {"open_positions_pay": draw.choice(LEVERS["open_positions_pay"].choices)}
    if draw.random() < 0.4:
        changes |= {"sustaining_grant": round(draw.uniform(0, 300_000))}
        changes |= {"sustaining_grant_years": float(draw.randint(0, 5))}
    if draw.random() < 0.5:
        changes |= {"opening_fund_balance": round(draw.uniform(0, 600_000))}
        changes |= {"startup_grants": round(draw.uniform(0, 500_000))}
    return base.changed(changes)


def test_every_message_is_chosen_as_the_model_chooses(browser, tmp_path):
    draw = random.Random(1)
    plans = [LEANS, *(drawn(draw) for _ in range(PLANS - 1))]
    p = project(plans, only=NEEDED)
    found = numbers(p, from_preset("us_elementary"))
    later = carried_on(Scenarios.of(plans), LOOKED_TO + 1, LINES)
    rows = {k: np.broadcast_to(v, (PLANS, LOOKED_TO + 1)).astype(float).tolist() for k, v in later.items()}
    lines = [{k: rows[k][i] for k in LINES} for i in range(PLANS)]
    with opened(browser, mailed(from_preset("us_elementary"), tmp_path / "page.html")) as here:
        said = here.page.evaluate(_SAID, json.dumps(lines))
    assert said == [[on_paper(rate(v.verdict)), headline(v), sentence(v)] for v in found]
    with speaking("keys"):
        words = {x for v in found for x in f"{on_paper(rate(v.verdict))} {headline(v)} {sentence(v)}".split()}
    keys = {word.rpartition("=")[2] for word in words}
    known = {k for k in messages([]).texts if not k.startswith("mail.")}
    assert known - keys == NEVER_SAID | OTHERS
