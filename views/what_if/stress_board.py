"""The stress board as markup: a row a shock, the plan and its twin side by side. Numbers in, text out; no Streamlit here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from model.evidence import LEVERS, TWIN
from model.explain.account import said
from model.plan.scenario import Scenario
from model.results.verdicts import STATES, State
from model.stress import READINGS, Board, Compared, Outcome, Row
from model.stress.board_in_words import DEFINITION, balance_words, claim_sentence, flexible_words, year_words
from model.units import positions
from views.answer.panel import MARKS, TONES
from views.markup.sources import named
from views.markup.tables import Html, table

SCHOOLS = ("My plan", "Its twin without the model")
NO_EFFECT = "Nothing in this plan for it to hit."
_MOVED_IN_TWIN = "nonpersonnel_per_pupil"
_ABSORBS = (
    "What the model costs a year, so that both schools spend the same in every year. The people are the same, because the study's "
    "schools planned no fewer teachers and staff."
)


def summary(found: Board) -> str:
    """The board in a sentence or two: how many shocks the plan stands, the worst one, and the same of the twin."""
    shocks = [r for r in found.rows if r.shock]
    rows = [r for r in shocks if r.plan]
    if not rows:
        return '<p class="lead">No shock can be worked out for this plan; the rows say why.</p>'
    counts = Counter(r.plan.verdict.state for r in rows if r.plan)
    states = ", ".join(f"{STATES[s].lower()} under {counts[s]}" for s in State if counts[s])
    left = len(shocks) - len(rows)
    unknown = f"; {left} cannot be worked out" if left else ""
    return f'<p class="lead"><b>Of {len(shocks)} shocks: {states}{unknown}.</b> {_worst(rows)}</p>'


def _worst(rows: Sequence[Row]) -> str:
    plans = [r.plan for r in rows if r.plan]
    worst = max(rows, key=lambda r: r.plan.at_risk if r.plan else 0.0)
    at_risk = max(o.at_risk for o in plans)
    twins = max((r.twin.at_risk for r in rows if r.twin), default=None)
    beside = "" if twins is None else f"; in its twin without the model {_at_most(twins)}"
    given = max(o.given_up for o in plans)
    more = f" The responses themselves give up to {positions(given)} positions up." if given else ""
    if positions(at_risk) == "0":
        return f"No teacher position is at risk under any of them{beside}.{more}"
    return f"At worst {_positions(at_risk)} at risk, under {escape(worst.label)}{beside}.{more}"


def _at_most(most: float) -> str:
    return "none is" if positions(most) == "0" else f"at most {positions(most)}"


def _positions(x: float) -> str:
    text = positions(x)
    return f"{text} teacher position{' is' if text == '1' else 's are'}"


def board_table(found: Board) -> str:
    """The board. On a phone each shock stands above its two schools; the roles keep it a table for every reader."""
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in ("Shock", *SCHOOLS))
    body = "".join(_row(r) for r in found.rows)
    return (
        '<div class="board"><table role="table" aria-label="Stress board"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(r: Row) -> str:
    cells = "".join(f'<td role="cell">{_outcome(o, r)}</td>' for o in (r.plan, r.twin))
    return f'<tr role="row"><th scope="row" role="rowheader">{escape(r.label)}{_story(r)}</th>{cells}</tr>'


def _story(r: Row) -> str:
    """What happened, what is assumed and who says so, on demand."""
    problems = "".join(f'<p class="bad">{escape(p)}</p>' for p in r.problems)
    if r.shock is None:
        return problems
    s = r.shock
    year = f"<b>{escape(s.year)}.</b> " if s.year else ""
    idle = "" if r.is_hit else f'<p class="soft">{NO_EFFECT}</p>'
    return (
        f"{idle}<details><summary>What is that?</summary><p>{year}{escape(s.what_happened)}</p>"
        f"<p>{escape(s.note)}</p><p>{escape(s.status.capitalize())}: {named(s.source)}</p></details>{problems}"
    )


def _outcome(o: Outcome | None, r: Row) -> str:
    if o is None:
        return '<p class="soft">Cannot be worked out</p>'
    state = o.verdict.state
    chip = f'<span class="state {TONES[state]}"><span aria-hidden="true">{MARKS[state]}</span>{STATES[state]}</span>'
    bad = (
        "No bad year"
        if o.first_bad is None
        else f"First bad year: {year_words(o.first_bad)}, {balance_words(o)}"
    )
    return (
        f'<div class="outcome">{chip}{_at_risk(o)}</div>'
        f"<p>{bad}</p><p>Can go first: {flexible_words(o)}</p>{_unanswered(o, r)}"
    )


def _at_risk(o: Outcome) -> str:
    given = f", {positions(o.given_up)} given up" if o.given_up else ""
    text = positions(o.at_risk)
    if text == "0":
        return f'<span class="risk soft">No position at risk{given}</span>'
    when = f" in {year_words(o.worst)}"
    return (
        f'<span class="risk"><b>{text}</b> position{"" if text == "1" else "s"} at risk{when}{given}</span>'
    )


def _unanswered(o: Outcome, r: Row) -> str:
    """What the plan would be without the responses, where that is another verdict."""
    before = r.unanswered
    if before is None or o is not r.plan or before.verdict.state is o.verdict.state:
        return ""
    return f'<p class="soft">Without a response: {STATES[before.verdict.state].lower()}</p>'


def twin_table(plan: Scenario, without: Scenario) -> str:
    """Every lever in which the twin is another school, with the reason and who says so."""
    rows = []
    for key, row in TWIN.items():
        if plan[key] != without[key]:
            lever = LEVERS[key]
            vouched = f"{row.status}: {named(row.source)}" if row.status != "assumption" else "assumption"
            rows.append(
                [lever.label, said(lever, plan[key]), said(lever, without[key]), row.note, Html(vouched)]
            )
    lever = LEVERS[_MOVED_IN_TWIN]
    rows.append(
        [
            lever.label,
            said(lever, plan[_MOVED_IN_TWIN]),
            said(lever, without[_MOVED_IN_TWIN]),
            _ABSORBS,
            Html(f"derived: {named(('AFT18', 'CALC'))}"),
        ]
    )
    return table(
        "The twin, lever by lever", ["Lever", "My plan", "The twin", "Why", "Evidence"], rows, numbers_from=99
    )


def claim_lead(readings: dict[str, list[Compared]]) -> str:
    """The study's sentence and how often it holds for the six schools, in its first and its strictest reading."""
    first, *_, strict = readings.values()
    return (
        '<p class="lead">The study says its schools stand severe cuts as well as traditional schools, or better. Our six illustrative '
        f"schools do: <b>{escape(claim_sentence(first))}</b>. If they could neither postpone devices nor drop licenses: "
        f"{escape(claim_sentence(strict))}.</p>"
    )


def claim_table(readings: dict[str, list[Compared]]) -> str:
    """The definition, the three readings, and shock by shock in how many schools the claim holds."""
    labels = [c.shock.label for c in next(iter(readings.values()))]
    rows = [[label, *(_count(found[i]) for found in readings.values())] for i, label in enumerate(labels)]
    head = ["Shock", *(f"Reading {n}" for n in range(1, len(readings) + 1))]
    texts = "".join(f"<li>{escape(READINGS[key])}.</li>" for key in readings)
    return (
        f'<div class="why"><p>{escape(DEFINITION)}</p><p>The claim leans on what the twin does with the money and on what '
        f"the school can stop, so it is read in three ways:</p><ol>{texts}</ol></div>"
        + table("Schools that do as well as their twin, or better", head, rows)
    )


def _count(c: Compared) -> str:
    return f"{sum(c.holds)} of {len(c.holds)}"


WORDS = """
* **Positions at risk:** what is left of a year's shortfall when all flexible spending has gone, divided by what a teacher costs that
  year with benefits; the worst of the five years. The shortfall is recurring cost less public revenue and the year's sustaining
  grant. The balance is not counted, because it helps once.
* **Can go first:** stipends of teacher leaders, PD, the device refresh that can wait, software licenses and a share of supplies and
  services, as a share of public revenue, in the first year of the shock. The share is a lever, *Non-personnel that can wait*.
* **First bad year:** the first year in which public revenue does not cover recurring cost, or that ends with a balance below zero.
* **Responses** change the levers of both schools while the shock lasts. They spend what can go first, so they move the verdict and the
  bad year, not the positions at risk; one pupil more per teacher gives positions up, and says how many.
* **The twin** is the same school with the same people and the same cost in every year, without the model.
"""
