"""The pages of evidence as markup: register, findings, reference, changelog. No Streamlit here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from markupsafe import Markup

from model.book.family import Family
from model.evidence import LEVERS, PANELS, SOURCES, Lever, panel_label
from model.explain.changes import Swing
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.study_findings import Checked, figure
from model.texts import counted, say
from model.units import money
from model.year_names import span
from views.markup.sources import cited, named, status_name
from views.markup.tables import table, usual, value_of
from views.trace.explaining import equation

_CHANGELOG = (Path(__file__).parents[2] / "docs" / "model-changelog.md").read_text(encoding="utf-8")
STATUSES = tuple(dict.fromkeys(lever.status for lever in LEVERS.values()))
KINDS = {
    "decision": "numbers.kind_decision",
    "world": "numbers.kind_world",
    "fact": "numbers.kind_fact",
}


def chosen(panels: Iterable[str], statuses: Iterable[str]) -> list[Lever]:
    """The levers of the given groups and statuses; all of them where none is given."""
    groups, states = set(panels) or set(PANELS), set(statuses) or set(STATUSES)
    # Of the lines that a school names itself, all alike, the first stands for twenty.
    return [x for x in LEVERS.values() if x.panel in groups and x.status in states and not x.of and x.own < 2]


def register_table(levers: Iterable[Lever], strength: Mapping[str, Swing], plan: Scenario) -> Markup:
    """Levers with value, range, status and sources, ordered by what their usual range does to year 5."""
    ordered = sorted(levers, key=lambda x: -strength[x.key].size)
    rows = [
        [
            _named(x),
            value_of(x, plan),
            usual(x),
            money(strength[x.key].size) if strength[x.key].is_tried else "\N{EN DASH}",
            status_name(x.status),
            named(x.source),
        ]
        for x in ordered
    ]
    head = [
        say("numbers.setting"),
        say("numbers.value_in_plan"),
        say("numbers.usual_range"),
        say("numbers.moves_year5"),
        say("numbers.status"),
        say("numbers.source_of_default"),
    ]
    caption = say("numbers.settings_by_strength", count=counted(len(rows)))
    return table(caption, head, rows, numbers_from=99)


def _named(lever: Lever) -> Markup:
    facts = say(
        "numbers.register_facts", group=panel_label(lever.panel), kind=say(KINDS[lever.kind]), help=lever.help
    )
    return Markup("{}<small>{}</small>").format(lever.label, facts)


def findings_table(checked: Iterable[Checked]) -> Markup:
    """Published figures against computed ones, including what was not published."""
    rows = []
    for c in checked:
        f = c.finding
        ours = "" if c.computed is None else figure(c.computed, f.unit)
        holds = "" if c.holds is None else say("numbers.yes") if c.holds else say("numbers.no")
        published = f.as_published or say("numbers.not_published")
        rows.append([f.label, published, ours, holds, f.check, named(f.source)])
    head = [
        say("numbers.finding"),
        say("numbers.published"),
        say("numbers.six_schools"),
        say("numbers.holds"),
        say("numbers.check"),
        say("numbers.sources"),
    ]
    return table(say("numbers.findings"), head, rows, numbers_from=99)


def reference_table(family: Family) -> Markup:
    """Every line of a family with its equation, in words and in the names that the command line uses."""
    rows = [
        [Markup("{}<small>{}</small>").format(x.label, x.help), span(x.years), equation(x.key)]
        for x in (BOOK.lines[line.key] for line in family.lines if line.own < 2)
    ]
    heads = [say("numbers.line"), say("numbers.years"), say("numbers.formula")]
    return table(family.label, heads, rows, numbers_from=99)


def sources_list() -> Markup:
    """Every source with its link."""
    rows = Markup().join(Markup("<li>{}</li>").format(cited(s)) for s in SOURCES.values() if s.url)
    return Markup('<ul class="note">{}</ul>').format(rows)


def changelog() -> str:
    """The model changelog from docs/, its headings one level lower, without its title."""
    return _CHANGELOG.partition("\n")[2].replace("\n## ", "\n### ").replace("$", "\\$")
