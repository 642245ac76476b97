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
from model.units import money
from views.markup.sources import cited, named
from views.markup.tables import said, table, usual
from views.trace.explaining import equation, year_name

_CHANGELOG = (Path(__file__).parents[2] / "docs" / "model-changelog.md").read_text(encoding="utf-8")
STATUSES = tuple(dict.fromkeys(lever.status for lever in LEVERS.values()))
KINDS = {"decision": "decision", "world": "about the world", "fact": "fact of the school"}


def chosen(panels: Iterable[str], statuses: Iterable[str]) -> list[Lever]:
    """The levers of the given groups and statuses; all of them where none is given."""
    groups, states = set(panels) or set(PANELS), set(statuses) or set(STATUSES)
    return [x for x in LEVERS.values() if x.panel in groups and x.status in states]


def register_table(levers: Iterable[Lever], strength: Mapping[str, Swing], plan: Scenario) -> Markup:
    """Levers with value, range, status and sources, ordered by what their usual range does to year 5."""
    ordered = sorted(levers, key=lambda x: -strength[x.key].size)
    rows = [
        [
            Markup("{}<small>{}; {}. {}</small>").format(
                x.label, panel_label(x.panel), KINDS[x.kind], x.help
            ),
            said(x, plan),
            usual(x),
            money(strength[x.key].size),
            x.status,
            named(x.source),
        ]
        for x in ordered
    ]
    head = [
        "Lever",
        "Value in your plan",
        "Usual range",
        "Moves Year 5 by up to",
        "Status",
        "Source of the default",
    ]
    return table(f"{len(rows)} levers, the strongest first", head, rows, numbers_from=99)


def findings_table(checked: Iterable[Checked]) -> Markup:
    """Published figures against computed ones, including what was not published."""
    rows = []
    for c in checked:
        f = c.finding
        ours = "" if c.computed is None else figure(c.computed, f.unit)
        verdict = {True: "holds", False: "does not hold", None: ""}[c.holds]
        rows.append([f.label, f.as_published or "not published", ours, verdict, f.check, named(f.source)])
    head = [
        "Finding",
        "Published",
        "Six illustrative schools",
        "Does it hold?",
        "How it is checked",
        "Sources",
    ]
    return table(
        "Published findings and what the six illustrative schools compute to", head, rows, numbers_from=99
    )


def reference_table(family: Family) -> Markup:
    """Every line of a family with its equation, in words and in the names that the command line uses."""
    rows = [
        [Markup("{}<small>{}</small>").format(x.label, x.help), _years(x.years), equation(x.key)]
        for x in (BOOK.lines[line.key] for line in family.lines)
    ]
    return table(family.label, ["Line", "Years", "Equation"], rows, numbers_from=99)


def _years(years: tuple[int, ...]) -> str:
    return year_name(years[0]) if len(years) == 1 else f"{year_name(years[0])} to {year_name(years[-1])}"


def sources_list() -> Markup:
    """Every source with its link."""
    rows = Markup().join(Markup("<li>{}</li>").format(cited(s)) for s in SOURCES.values() if s.url)
    return Markup('<ul class="note">{}</ul>').format(rows)


def changelog() -> str:
    """The model changelog from docs/, its headings one level lower, without its title."""
    return _CHANGELOG.partition("\n")[2].replace("\n## ", "\n### ").replace("$", "\\$")
