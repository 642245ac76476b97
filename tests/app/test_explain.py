"""Where a number comes from: the tab, its picker, and what a press on a figure or a cell asks."""

from __future__ import annotations

import re

import pytest

from model.evidence import LEVERS, PRESETS
from model.explain.changes import changes
from model.explain.trace import explain
from model.lines.own import OWN
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from model.year_names import year_name
from tests.app.screen import htmls, open_app, open_part, run, said
from tests.first_versions import first_version
from views.markup.sources import link
from views.trace import explaining
from views.trace.asking import Question, read

MINUS = "\N{MINUS SIGN}"


def explained(app, line: str = "structural_result", year: int = 5):
    open_part(app, "origin")
    app.selectbox(key="why-line").set_value(line)
    app.segmented_control(key="why-year").set_value(year)
    return run(app)


def text(app) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", h) for h in htmls(app))


def test_nothing_is_explained_while_the_tab_is_closed(monkeypatch):
    """The page does not pay for what nobody looks at."""

    def never(*_, **__):
        raise AssertionError("explained behind a closed tab")

    monkeypatch.setattr("views.trace.asking.explain", never)
    monkeypatch.setattr("views.trace.asking.swings", never)
    open_app()


def test_the_tab_says_the_sentence_and_the_parts():
    """Year 3 of the average elementary school: in words, to the cent, with parts, levers and sources."""
    app = explained(open_app(), "structural_result", 3)
    shown = text(app)
    assert f"Public funding {MINUS} Yearly cost" in shown
    assert f"$5,505,685.38 {MINUS} $5,447,288.60" in shown
    assert "$58,396.78" in shown
    assert "What changed it" not in shown
    (tree,) = [h for h in htmls(app) if 'class="tree"' in h]
    assert "<summary>Yearly cost <b>$5,447,289</b></summary>" in tree
    assert "https://www.nea.org/" in tree


def test_a_changed_plan_says_what_changed_it():
    """8 leaders instead of 4: four times $6,000 with 1.45% payroll tax are $24,348 a year."""
    app = explained(open_app(**{"from": "us_elementary.1", "teacher_leaders": "8"}), "personnel", 1)
    (table,) = [h for h in htmls(app) if "What changed it" in h]
    assert "+$24,348" in table
    assert "4 \N{RIGHTWARDS ARROW} 8" in table


def test_a_year_without_the_line_says_so():
    """Recurring cost has no start-up year; no table of levers is drawn for it."""
    shown = text(explained(open_app(), "recurring_cost", 0))
    assert say("numbers.not_applied", years=say("years.span", first=year_name(1), last=year_name(5))) in shown
    assert "levers behind it" not in shown


def test_each_key_figure_and_each_line_leads_to_its_number():
    """Six buttons in the figures; in the table one a line and one a computed cell. What stands under a choice
    that is not made is left out: uncounted grades, a cut that stays. So are an insurance of $0 and a factor
    that is another one.
    """
    app = open_app()
    made = (None, ("staffing_count", "forecast"))
    there = {
        k: x
        for k, x in BOOK.lines.items()
        if x.only_if in made and not (x.nothing_without or x.same_as or x.family == OWN)
    }
    # Students by grade, last fall’s students, the four lines of a cut that stays, a factor for each of 25
    # settings that grow, devices from earlier years, the five lines of devices bought all at once or set
    # aside for, five other counts, the five lines of grade spans, the two of a lease, the four of contracts
    # and the students that rent is paid for. The five of average pay by steps and turnover, the three of
    # support staff's own rates, and the benefits rate with pension. Nine lines of each of two loans and four
    # of both, ten of a line of credit, aid that is owed, debt, its service and its cover.
    # Six lines of each of twenty own lines, eight of them all, and eleven of them with all positions filled.
    of_people, of_debt, of_own = 5 + 3 + 1, 18 + 4 + 10 + 4, 120 + 8 + 11
    others = 29 + 1 + 4 + 25 + 1 + 5 + 5 + 5 + 2 + 4 + 1 + of_people + of_debt + of_own
    assert len(there) == len(BOOK.lines) - others
    # The same as savings where nothing is borrowed and no aid waits, and as what is saved on open positions
    # where nothing else follows pay.
    for same in ("cash", "result_of_open_positions", "net_of_open_positions"):
        del there[same]
    assert len(re.findall(r'<button type="button" class="ask" data-explain="\w+ \d \d"', said(app))) == 6
    open_part(app, "lines")
    (sheet,) = [h for h in htmls(app) if "<caption>People</caption>" in h]
    rows = re.findall(r'<tr data-explains="(\w+) (\d) (\d)"><th scope="row"><button>', sheet)
    assert [line for line, _, _ in rows] == list(there)
    assert all(there[k].years == tuple(range(int(a), int(b) + 1)) for k, a, b in rows)


@pytest.mark.parametrize(
    "sent",
    [None, "", "teacher_cost", "teacher_cost 6", "teacher_cost -1", "nothing 1", "<b> 1", {"a": 1}, 5, "t 1"],
)
def test_what_the_browser_sends_is_checked(sent):
    """Anything but a line of the book and a year is no question."""
    assert read(sent) is None


def test_a_question_may_name_a_figure():
    """The figure is one of six; any other is left out and the cell is explained all the same."""
    assert read("fund_balance 5 1") == Question("fund_balance", 5, 1)
    assert read("fund_balance 5 9") == Question("fund_balance", 5, None)
    assert read("fund_balance 5") == Question("fund_balance", 5, None)


@pytest.mark.parametrize(
    "line", ["structural_result", "it_share", "teachers", "funding_factor", "startup_pd"]
)
def test_the_table_of_changes_adds_up_as_it_is_shown(line):
    """Start, every effect and the rest come to now in the very digits that are printed."""
    start = Scenario.preset(first_version("us_elementary"))
    now = start.changed(
        pupils_per_teacher=13.3, teacher_salary=71_111, public_funding_growth=0.0311, teacher_leaders=7
    )
    year = BOOK.lines[line].years[-1]
    table = explaining.changed(changes(start, now, line, year))
    shown = re.findall(r'<td class="n">([^<]*)</td>', table)
    numbers = [float(re.sub(r"[$,%+]", "", x).replace(MINUS, "-")) for x in shown]
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=1e-9)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_line_has_an_explanation_that_can_be_shown(preset):
    """Every line of every preset: a sentence, a tree of sound markup, no name of the program in it."""
    p = project([Scenario.preset(preset)])
    for key, line in BOOK.lines.items():
        e = explain(p, key, line.years[-1])
        shown = explaining.sentence(e) + explaining.tree(e)
        for tag in ("details", "ul", "li", "p", "dl", "div", "span", "b", "a"):
            assert len(re.findall(rf"<{tag}[ >]", shown)) == shown.count(f"</{tag}>"), (key, tag)
        words = re.sub(r"<[^>]+>", " ", shown)
        assert not re.search(r"\b(nan|inf|None|[a-z]+_[a-z]+)\b", words), key


def test_only_addresses_of_the_web_become_links():
    """A link opens in a new tab and hands nothing on; any other address stays text, markup in a title too."""
    assert link("A & B", "https://example.org/?a=1&b=2") == (
        '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener">A &amp; B</a>'
    )
    for address in ("javascript:alert(1)", "data:text/html,x", "", "ftp://example.org", "https:"):
        assert link("<b>", address) == "&lt;b&gt;"


def test_every_lever_in_the_tree_says_value_default_range_and_status():
    """The leaf of a lever is enough to judge it by."""
    e = explain(project([Scenario.preset(first_version("us_elementary"))]), "teacher_cost", 5)
    tree = explaining.tree(e)
    assert "Average teacher salary <b>$72,030 per position</b>" in tree
    assert (
        say(
            "numbers.setting_facts",
            default="$72,030",
            usual="$45,000 to $120,000",
            status=say("numbers.status_sourced"),
        )
        in tree
    )
    assert LEVERS["teacher_salary"].status == "sourced"
