"""The part that says what each change did: a table that adds up, or a way on."""

from __future__ import annotations

import re

from model.explain.ledger import ledger
from model.plan.scenario import Scenario
from model.plan.sides import SIDES, side_label
from model.texts import say
from tests.app.screen import htmls, open_app, open_part
from tests.first_versions import first_version
from views.compare import effects

MINUS = "\N{MINUS SIGN}"


def test_a_plan_without_changes_says_what_to_do():
    """Nothing differs: no empty table, but a way on."""
    assert any(say("compare.nothing_yet") in h for h in htmls(open_part(open_app(), "effects")))


def test_the_table_of_effects_adds_up_in_the_digits_shown():
    """Start, every change and now: the dollars of both columns, as printed."""
    start = Scenario.preset(first_version("us_elementary"))
    after = start.changed(
        pupils_per_teacher=13.3, teacher_salary=71_111, public_funding_growth=0.0311, teacher_leaders=7
    )
    rows = re.findall(r"<tr>(.*?)</tr>", effects.effects_table(ledger(start, after), start, after))[1:]
    figures = [
        [float(re.sub(r"[$,+]", "", x).replace(MINUS, "-")) for x in re.findall(r">([+−]?\$[\d,]+)<", row)]
        for row in rows
    ]
    changes = [
        f
        for row, f in zip(rows, figures, strict=True)
        if not any(f"<b>{side_label(x)}" in row for x in SIDES)
    ]
    for column in range(2):
        assert sum(f[column] for f in changes[:-1]) == changes[-1][column]
    parts = [
        f for row, f in zip(rows, figures, strict=True) if any(f"<b>{side_label(x)}" in row for x in SIDES)
    ]
    assert len(parts) == 2
    for column in range(2):
        assert changes[0][column] + sum(p[column] for p in parts) == changes[-1][column]


def test_only_an_assumption_moved_leaves_the_decisions_at_nothing():
    """The row of the decisions reads $0."""
    app = open_part(open_app(**{"from": "us_elementary.1", "public_funding_growth": "0.02"}), "effects")
    (table,) = [h for h in htmls(app) if say("compare.effects") in h]
    decided = re.search(rf"<b>{side_label(True)}</b>.*?</tr>", table)[0]
    assert decided.count("$0") == 2
