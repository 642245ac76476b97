"""The page of evidence: the register by what moves year 5, links, equations, limits, and a true changelog."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from model.evidence import FINDINGS, LEVERS, PRESETS, SOURCES
from model.explain.changes import swings
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.rating import rate
from model.results.rating_in_words import on_paper
from model.results.verdicts import judge
from model.units import money
from tests.app.screen import htmls, open_app, run
from tests.app.screen import open_page as open_path
from tests.first_versions import first_version
from tests.house.test_released_register import released
from views.trace import register

CHANGELOG = Path(__file__).parents[2] / "docs" / "model-changelog.md"


def open_page(**query: str) -> AppTest:
    return open_path(open_app(**query), "evidence")


@pytest.fixture
def page() -> AppTest:
    return open_page()


def register_of(page) -> str:
    (found,) = [h for h in htmls(page) if "the strongest first" in h]
    return found


def levers_in(markup: str) -> list[str]:
    return [unescape(x) for x in re.findall(r'<th scope="row">([^<]+)<small>', markup)]


def test_the_register_is_sorted_by_what_moves_year_5(page):
    """All levers, in order of the dollars by which their usual range moves the Year 5 result of the plan."""
    markup = register_of(page)
    strength = swings(Scenario.preset(first_version("us_elementary")), "structural_result", 5)
    assert sorted(levers_in(markup)) == sorted(x.label for x in LEVERS.values() if not x.of and x.own < 2)
    sizes = [
        float(cells[2].strip("$\N{EN DASH}").replace(",", "") or 0)  # a dash: of any size, so nothing to try
        for cells in (re.findall(r"<td[^>]*>(.*?)</td>", row) for row in markup.split("<tr>")[2:])
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert levers_in(markup)[0] == next(iter(strength.values())).lever.label


def test_the_register_follows_the_plan():
    """The register shows the plan at hand, not the preset."""
    markup = register_of(open_page(**{"from": "us_elementary.1", "teacher_salary": "99000"}))
    assert "$99,000 per position" in markup


def test_the_register_can_be_narrowed(page):
    """By group and by status, and to nothing that is not asked for."""
    page.pills[0].set_value(["it"])
    page.pills[1].set_value(["assumption"])
    wanted = [x.label for x in LEVERS.values() if x.panel == "it" and x.status == "assumption" and not x.of]
    assert wanted
    assert sorted(levers_in(register_of(run(page)))) == sorted(wanted)


def test_links_lead_to_the_web_and_hand_nothing_on(page):
    """Every link is http(s) and opens apart with rel=noopener; every source with an address is linked."""
    markup = "".join(htmls(page))
    links = re.findall(r"<a ([^>]*)>", markup)
    assert links
    for attributes in links:
        assert 'rel="noopener"' in attributes
        assert re.search(r'href="https?://', attributes)
    linked = {unescape(x) for x in re.findall(r'href="([^"]+)"', markup)}
    assert linked >= {s.url for s in SOURCES.values() if s.url}


def test_findings_are_all_there(page):
    """Every published finding, and those that were not published, said so."""
    (table,) = [h for h in htmls(page) if "Published findings" in h]
    assert [x for x in FINDINGS.values() if x.label not in unescape(table)] == []
    assert "not published" in table
    assert "does not hold" not in table


def test_equations_are_drawn_when_opened(page):
    """A closed family costs nothing; an open one has every line, in words and in names."""
    assert not [h for h in htmls(page) if "<caption>Technology</caption>" in h]
    page.session_state["family-it"] = True
    (table,) = [h for h in htmls(run(page)) if "<caption>Technology</caption>" in h]
    family = next(f for f in BOOK.families if f.key == "it")
    assert [x.label for x in family.lines if x.label not in unescape(table)] == []
    assert (
        "Devices in use, spares included × Breakage a year × Cost of a repair × Growth: Cost of a repair"
        in table
    )
    assert "repairs = devices*breakage_rate*repair_cost*repair_cost_factor" in table


def test_every_family_can_be_read():
    """Every line has its equation in the reference, one own line for all twenty. Earlier years are marked."""
    tables = [register.reference_table(f) for f in BOOK.families]
    assert sum(t.count("<code>") for t in tables) == sum(x.own < 2 for x in BOOK.lines.values())
    assert "fund_balance = fund_balance[-1]+balance_change" in "".join(tables)


def test_what_is_left_out_is_said(page):
    """Limits in plain words: central services, a balance sheet, days within a month, learning."""
    words = " ".join(m.value for m in page.markdown)
    for left_out in (
        "Central services",
        "A balance sheet",
        "Cash within a month",
        "What students learn",
        "not a budget",
    ):
        assert left_out in words


def test_the_changelog_on_the_page_is_the_one_in_the_docs(page):
    """One source: the page shows the file, without its title and with dollars that are dollars."""
    body = CHANGELOG.read_text(encoding="utf-8").partition("\n")[2].replace("\n## ", "\n### ")
    assert any(m.value.replace("\\$", "$").strip() == body.strip() for m in page.markdown)


def test_the_newest_entry_of_the_changelog_is_true():
    """Its table names every released preset with the verdict and the Year 5 result that the model gives now.
    A model that moves a preset needs an entry that says so; a new preset is named once it is released.
    """
    newest = CHANGELOG.read_text(encoding="utf-8").split("\n## ")[1]
    written = [
        [c.strip() for c in line.strip("|").split("|")]
        for line in newest.splitlines()
        if line.startswith("|")
    ]
    known = [preset for key, preset in PRESETS.items() if key in released()["presets"]]
    p = project([Scenario.preset(preset.key) for preset in known])
    expected = []
    for i, preset in enumerate(known):
        v = judge(p, i)
        expected.append([preset.label, on_paper(rate(v)), money(v.result_year5)])
    assert [row[:3] for row in written[2:]] == expected
