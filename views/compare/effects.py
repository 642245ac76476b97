"""What each change did, as a table of bars that fall or rise from the start to the present plan.

No Streamlit here.
"""

from __future__ import annotations

from markupsafe import Markup

from model.explain.account import moved_in_words
from model.explain.ledger import Entry, Ledger, whole_dollars
from model.plan.scenario import Scenario
from model.plan.sides import SIDES, side_label
from model.results.counting import began, under_assumptions
from model.results.projection import project
from model.texts import say
from model.units import money, positions
from views.markup.said import said
from views.markup.tables import table

_SHORTEST = 0.6  # per cent of the column: the shortest bar that is visible


def effects_table(found: Ledger, start: Scenario, now: Scenario) -> Markup:
    """Every change with its share in the Year 5 result, in dollars and positions, and in the Year 5 balance.

    The dollars add up as they are shown, from the start to now.
    """
    entries = [e for decided in SIDES for e in found.of(decisions=decided)]
    before = began(start, now)
    ends = [(round(a), round(b)) for a, b in zip(found.start, found.now, strict=True)]
    columns = [
        whole_dollars([e.effects[i] for e in entries], after - before)
        for i, (before, after) in enumerate(ends)
    ]
    dollars = dict(zip(map(id, entries), zip(*columns, strict=True), strict=True))
    fall = _Fall([ends[0][0], *_running(ends[0][0], columns[0]), ends[0][1]])
    at = ends[0][0]
    rows = [[say("explain.at_start"), "", money(at), "", fall.bar(0, at, "whole"), money(ends[1][0])]]
    for decided in SIDES:
        part = found.of(decisions=decided)
        sums = [sum(dollars[id(e)][i] for e in part) for i in range(2)]
        rows.append(
            [
                Markup("<b>{}</b>").format(side_label(decided)),
                "",
                *_figures(found, sums[0]),
                "",
                money(sums[1], plus=True),
            ]
        )
        for e in part:
            result, balance = dollars[id(e)]
            bar = fall.bar(at, at + result, "up" if result >= 0 else "down")
            at += result
            moved = _moved(e, before, now)
            rows.append([e.label, moved, *_figures(found, result), bar, money(balance, plus=True)])
    rows.append(
        [say("explain.now"), "", money(ends[0][1]), "", fall.bar(0, ends[0][1], "whole"), money(ends[1][1])]
    )
    head = [
        say("compare.column_change"),
        say("compare.column_from_to"),
        say("compare.column_year5"),
        say("compare.column_positions"),
        say("compare.column_running"),
        say("compare.column_savings"),
    ]
    return _on_the_way(found, start, now) + table(say("compare.effects"), head, rows, numbers_from=2)


def _on_the_way(found: Ledger, start: Scenario, now: Scenario) -> Markup:
    """Year 5 at the start, under the assumptions, and with the decisions; shown where both have moved it."""
    if not all(found.of(decisions=decided) for decided in SIDES):
        return Markup()
    assumed = project([under_assumptions(start, now)], only=["structural_result"])
    steps = (found.start[0], assumed.cell("structural_result", 5), found.now[0])
    began, under, ends = (Markup("<b>{}</b>").format(money(x, plus=True)) for x in steps)
    return Markup('<p class="kept">{}</p>').format(
        said("compare.on_the_way", start=began, assumed=under, now=ends)
    )


def _figures(found: Ledger, dollars: int) -> list[str]:
    shown = positions(found.in_positions(dollars))
    return [money(dollars, plus=True), f"+{shown}" if dollars > 0 and shown != "0" else shown]


def _running(at: int, effects: list[int]) -> list[int]:
    passed = []
    for x in effects:
        at += x
        passed.append(at)
    return passed


def _moved(e: Entry, start: Scenario, now: Scenario) -> str:
    if len(e.levers) > 1:
        return Markup("<br>").join(x.label for x in e.levers)
    lever = e.levers[0]
    return moved_in_words(lever, start, now)


class _Fall:
    """Places of bars on one scale from the lowest to the highest value reached; zero is on it."""

    def __init__(self, passed: list[int]) -> None:
        self._low, high = min(0, *passed), max(0, *passed)
        self._wide = max(high - self._low, 1)

    def _share(self, x: float) -> float:
        return 100 * (x - self._low) / self._wide

    def bar(self, before: float, after: float, tone: str) -> Markup:
        left, right = sorted((self._share(before), self._share(after)))
        wide = max(right - left, _SHORTEST)
        return Markup(
            '<span class="fall" aria-hidden="true"><i style="left: {:.2f}%"></i>'
            '<b class="{}" style="left: {:.2f}%; width: {:.2f}%"></b></span>'
        ).format(self._share(0), tone, min(left, 100 - wide), wide)


def nothing_yet() -> Markup:
    return Markup('<h3>{}</h3><p class="soft">{}</p>').format(
        say("compare.effects"), say("compare.nothing_yet")
    )


def how(found: Ledger) -> Markup:
    """An explanation of how the shares are computed."""
    text = [say("compare.effects_split")]
    if found.is_grouped:
        text.append(say("compare.effects_grouped"))
    return Markup('<p class="soft">{}</p>').format(" ".join(text))
