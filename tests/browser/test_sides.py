"""Decisions apart from assumptions, on the screen: two boxes of levers, three curves, marks of events."""

from __future__ import annotations

import re

from model.plan.sides import side_label
from model.texts import say, template
from tests.browser.look import (
    ITS_OWN,
    figures,
    labels,
    lever,
    open_levers,
    open_part,
    picture,
    press,
    verdict,
)
from tools.browser import ready
from views.curves import comparing

# The sentence of Year 5 at the start, under the assumptions, and with the decisions.
ON_THE_WAY, LEFT_OVER = (
    re.compile(re.sub(r"\\{\w+\\}", ".*", re.escape(template(key))))
    for key in ("compare.on_the_way", "answer.left_over")
)
BOX = "e => { const s = getComputedStyle(e); return [s.borderRightStyle, s.borderLeftWidth, s.backgroundColor] }"


def compare(page) -> None:
    """Ask for the lines of the start."""
    page.locator(f".st-key-{comparing.KEY} label").first.click()
    ready(page)


def box(page, name: str) -> list[str]:
    return page.locator(f".st-key-{name}").evaluate(BOX)


def test_the_two_sides_look_different_and_hold_their_own_levers(open_app):
    """What is assumed stands in a broken line, what is decided in a plain one with a bar at its side."""
    page = open_app("/")
    open_levers(page, "Staffing")
    for place in ("levers", "deeper"):
        assumed, decided = box(page, f"{place}-assumed"), box(page, f"{place}-decided")
        assert (assumed[0], decided[0]) == ("dashed", "solid")
        assert (assumed[1], decided[1]) == ("1px", "4px")
        assert assumed[2] != decided[2]
    assert page.locator(".st-key-levers-assumed").get_by_text("Students, Year 1", exact=True).is_visible()
    assert page.locator(".st-key-levers-decided").get_by_text("Students per teacher", exact=True).is_visible()
    assert (
        page.locator(".st-key-deeper-assumed").get_by_text("Average teacher salary ($ per").first.is_visible()
    )


def test_only_assumptions_moved_is_two_curves_and_nothing_decided(open_app):
    """The plan is the start under these assumptions: no third curve, and the decisions' row reads $0."""
    page = open_app("/?from=us_elementary.1&salary_growth=0.035&public_funding_growth=0.025")
    assert say("charts.start_cost") not in labels(page)
    compare(page)
    assert say("charts.start_cost") in labels(page)
    assert say("charts.assumed_cost") not in labels(page)
    open_part(page, "effects")
    rows = page.get_by_role("region", name=say("compare.effects")).locator("tbody tr")
    decided = rows.filter(has_text=re.compile(f"^{side_label(True)}"))
    assert decided.locator("td").nth(1).inner_text() == "$0"
    assert not page.get_by_text(ON_THE_WAY).count()


def test_a_third_curve_comes_with_the_first_decision_and_goes_with_it(open_app):
    """While the slider moves and after it; back at the start of the lever the third curve is gone."""
    page = open_app("/?from=us_elementary.1&salary_growth=0.035")
    compare(page)
    press(page, say("settings.short_yearly_pd"))
    page.wait_for_function(ITS_OWN)
    assert say("charts.assumed_cost") in labels(page)
    open_part(page, "effects")
    page.get_by_text(ON_THE_WAY).wait_for()
    picture(page, "three-curves")
    page.locator(".st-key-undo button").click()
    ready(page)
    assert say("charts.assumed_cost") not in labels(page)


def test_a_dated_decision_is_marked_told_and_gone_when_one_value_is_set(open_app):
    """A role from Year 3: a diamond on the cost curve there, and its words; the slider sets one value."""
    page = open_app("/?from=us_elementary.1&teacher_leaders=4,4,6,6,6")
    told = page.locator('[data-live="happens"]')
    assert told.inner_text() == "Year 3: Teacher leaders 4 \N{RIGHTWARDS ARROW} 6."
    diamonds = "svg => [...svg.querySelectorAll('.mark-symbol path')].filter(p => p.getAttribute('d').match(/L/g)?.length === 3 && p.getBBox().width > 4).length"
    first = page.locator(".st-key-first-chart svg.marks")
    assert first.evaluate(diamonds) == 1
    press(page, "Teacher leaders")
    page.wait_for_function(ITS_OWN)
    assert told.inner_text() == ""
    assert first.evaluate(diamonds) == 0
    assert lever(page, "Teacher leaders").input_value() == "4.5"
    assert LEFT_OVER.search(verdict(page))
    assert say("answer.result") in figures(page)
