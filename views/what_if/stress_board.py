"""The stress board as markup: a row a shock, the plan and its twin side by side. No Streamlit here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from model.evidence import LEVERS, TWIN
from model.explain.account import value_in_words
from model.plan.scenario import Scenario
from model.results.verdicts import STATES, State
from model.stress import READINGS, Board, Compared, Outcome, Row
from model.stress.board_in_words import DEFINITION, balance_words, claim_sentence, flexible_words, year_words
from model.units import positions
from views.answer.panel import MARKS, TONES
from views.markup.sources import named
from views.markup.tables import table

SCHOOLS = ("My plan", "Its twin without the model")
NO_EFFECT = "Nothing in this plan for it to hit."
_MOVED_IN_TWIN = "nonpersonnel_per_pupil"
_ABSORBS = (
    "What the model costs a year, so that both schools spend the same in every year. The people are the same, because the study's "
    "schools planned no fewer teachers and staff."
)


def summary(found: Board) -> Markup:
    """The board in a sentence or two: how many shocks plan and twin stand, and the worst one."""
    shocks = [r for r in found.rows if r.shock]
    rows = [r for r in shocks if r.plan]
    if not rows:
        return Markup('<p class="lead">No shock can be worked out for this plan; the rows say why.</p>')
    counts = Counter(r.plan.verdict.state for r in rows if r.plan)
    states = ", ".join(f"{STATES[s].lower()} under {counts[s]}" for s in State if counts[s])
    left = len(shocks) - len(rows)
    unknown = f"; {left} cannot be worked out" if left else ""
    return Markup('<p class="lead"><b>Of {} shocks: {}{}.</b> {}</p>').format(
        len(shocks), states, unknown, _worst(rows)
    )


def _worst(rows: Sequence[Row]) -> Markup:
    plans = [r.plan for r in rows if r.plan]
    worst = max(rows, key=lambda r: r.plan.at_risk if r.plan else 0.0)
    at_risk = max(o.at_risk for o in plans)
    twins = max((r.twin.at_risk for r in rows if r.twin), default=None)
    beside = "" if twins is None else f"; in its twin without the model {_at_most(twins)}"
    given = max(o.given_up for o in plans)
    more = f" The responses themselves give up to {positions(given)} positions up." if given else ""
    if positions(at_risk) == "0":
        return Markup("No teacher position is at risk under any of them{}.{}").format(beside, more)
    return Markup("At worst {} at risk, under {}{}.{}").format(_positions(at_risk), worst.label, beside, more)


def _at_most(most: float) -> str:
    return "none is" if positions(most) == "0" else f"at most {positions(most)}"


def _positions(x: float) -> str:
    text = positions(x)
    return f"{text} teacher position{' is' if text == '1' else 's are'}"


def board_table(found: Board) -> Markup:
    """The board. On a phone each shock is above its two schools; ARIA roles keep it a table."""
    head = Markup().join(
        Markup('<th scope="col" role="columnheader">{}</th>').format(name) for name in ("Shock", *SCHOOLS)
    )
    body = Markup().join(_row(r) for r in found.rows)
    return Markup(
        '<div class="board"><table role="table" aria-label="Stress board"><thead role="rowgroup">'
        '<tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table></div>'
    ).format(head, body)


def _row(r: Row) -> Markup:
    cells = Markup().join(Markup('<td role="cell">{}</td>').format(_outcome(o, r)) for o in (r.plan, r.twin))
    return Markup('<tr role="row"><th scope="row" role="rowheader">{}{}</th>{}</tr>').format(
        r.label, _story(r), cells
    )


def _story(r: Row) -> Markup:
    """What happened, what is assumed and the sources, in a fold."""
    problems = Markup().join(Markup('<p class="bad">{}</p>').format(p) for p in r.problems)
    if r.shock is None:
        return problems
    s = r.shock
    year = Markup("<b>{}.</b> ").format(s.year) if s.year else ""
    idle = "" if r.is_hit else Markup('<p class="soft">{}</p>').format(NO_EFFECT)
    return Markup(
        "{}<details><summary>What is that?</summary><p>{}{}</p><p>{}</p><p>{}: {}</p></details>{}"
    ).format(idle, year, s.what_happened, s.note, s.status.capitalize(), named(s.source), problems)


def _outcome(o: Outcome | None, r: Row) -> Markup:
    if o is None:
        return Markup('<p class="soft">Cannot be worked out</p>')
    state = o.verdict.state
    chip = Markup('<span class="state {}"><span aria-hidden="true">{}</span>{}</span>').format(
        TONES[state], MARKS[state], STATES[state]
    )
    bad = (
        "No bad year"
        if o.first_bad is None
        else f"First bad year: {year_words(o.first_bad)}, {balance_words(o)}"
    )
    return Markup('<div class="outcome">{}{}</div><p>{}</p><p>Can go first: {}</p>{}').format(
        chip, _at_risk(o), bad, flexible_words(o), _unanswered(o, r)
    )


def _at_risk(o: Outcome) -> Markup:
    given = f", {positions(o.given_up)} given up" if o.given_up else ""
    text = positions(o.at_risk)
    if text == "0":
        return Markup('<span class="risk soft">No position at risk{}</span>').format(given)
    when = f" in {year_words(o.worst)}"
    return Markup('<span class="risk"><b>{}</b> position{} at risk{}{}</span>').format(
        text, "" if text == "1" else "s", when, given
    )


def _unanswered(o: Outcome, r: Row) -> Markup:
    """What the plan would be without the responses, where the verdict would be another one."""
    before = r.unanswered
    if before is None or o is not r.plan or before.verdict.state is o.verdict.state:
        return Markup()
    return Markup('<p class="soft">Without a response: {}</p>').format(STATES[before.verdict.state].lower())


def twin_table(plan: Scenario, without: Scenario) -> Markup:
    """Every lever in which the twin differs, with the reason and the sources."""
    rows = []
    for key, row in TWIN.items():
        if plan[key] != without[key]:
            lever = LEVERS[key]
            vouched = f"{row.status}: {named(row.source)}" if row.status != "assumption" else "assumption"
            rows.append(
                [
                    lever.label,
                    value_in_words(lever, plan[key]),
                    value_in_words(lever, without[key]),
                    row.note,
                    vouched,
                ]
            )
    lever = LEVERS[_MOVED_IN_TWIN]
    rows.append(
        [
            lever.label,
            value_in_words(lever, plan[_MOVED_IN_TWIN]),
            value_in_words(lever, without[_MOVED_IN_TWIN]),
            _ABSORBS,
            Markup("derived: {}").format(named(("AFT18", "CALC"))),
        ]
    )
    return table(
        "The twin, lever by lever", ["Lever", "My plan", "The twin", "Why", "Evidence"], rows, numbers_from=99
    )


def claim_lead(readings: dict[str, list[Compared]]) -> Markup:
    """The study's sentence and how often it holds for the six schools, in its first and strictest reading."""
    first, *_, strict = readings.values()
    return Markup(
        '<p class="lead">The study says its schools stand severe cuts as well as traditional schools, or better. Our six illustrative '
        "schools do: <b>{}</b>. If they could neither postpone devices nor drop licenses: "
        "{}.</p>"
    ).format(claim_sentence(first), claim_sentence(strict))


def claim_table(readings: dict[str, list[Compared]]) -> Markup:
    """The definition, the three readings, and shock by shock in how many schools the claim holds."""
    labels = [c.shock.label for c in next(iter(readings.values()))]
    rows = [[label, *(_count(found[i]) for found in readings.values())] for i, label in enumerate(labels)]
    head = ["Shock", *(f"Reading {n}" for n in range(1, len(readings) + 1))]
    texts = Markup().join(Markup("<li>{}.</li>").format(READINGS[key]) for key in readings)
    return Markup(
        '<div class="why"><p>{}</p><p>The claim leans on what the twin does with the money and on what '
        "the school can stop, so it is read in three ways:</p><ol>{}</ol></div>"
    ).format(DEFINITION, texts) + table("Schools that do as well as their twin, or better", head, rows)


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
  bad year, not the positions at risk; one student more per teacher gives positions up, and says how many.
* **The twin** is the same school with the same people and the same cost in every year, without the model.
"""
