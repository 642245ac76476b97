"""A new user's job by keys alone: save Plan A, make Plan B, say which lever mattered most. No mouse."""

from __future__ import annotations

import re

from model.texts import say
from tests.browser.look import as_read, picture
from tools.browser import ready

# What a screen reader would say of the element that has the focus.
FOCUSED = """() => { const e = document.activeElement; if (!e || e === document.body) return '';
  const own = e.getAttribute('aria-label') || e.getAttribute('placeholder');
  const label = e.labels?.length ? e.labels[0].innerText : '';
  return `${e.getAttribute('role') || e.type || e.tagName.toLowerCase()}|${(label || own || e.innerText || '').trim()}`; }"""


def walk(page, wanted: str, key: str = "Tab", most: int = 120) -> int:
    """Press a key until the focus is on what is wanted ("role|name", a pattern). Gives how many presses."""
    for presses in range(1, most + 1):
        page.keyboard.press(key)
        if re.search(wanted, page.evaluate(FOCUSED)):
            return presses
    raise AssertionError(
        f"{wanted} was not reached with {most} times {key}; the focus is on {page.evaluate(FOCUSED)}"
    )


def named(role: str, key: str) -> str:
    """A pattern for what has this text as its name."""
    return rf"^{role}\|{re.escape(say(key))}$"


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        ready(page)


def compare(page) -> None:
    """To the row of places and on to the fifth."""
    walk(page, f"^radio\\|{say('places.overview')}")
    press(page, *["ArrowRight"] * 4, "Space")


def keep(page, name: str, reason: str) -> None:
    walk(page, named("text", "compare.name"))
    page.keyboard.type(name)
    press(page, "Tab")
    page.keyboard.type(reason)
    press(page, "Tab", "Enter")
    page.locator(".kept b", has_text=re.compile(f"^{name}$")).wait_for()
    ready(page)


def test_plan_a_plan_b_and_the_lever_that_mattered_most(open_app):
    """From the open page to the sentence that says it, with Tab, arrows, Space, Enter and letters."""
    page = open_app("/")
    walk(page, r"^range\|Students per teacher$")
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    page.wait_for_url("**pupils_per_teacher=15.4*")
    ready(page)
    compare(page)
    picture(page, "keys-1-effects")
    keep(page, "Plan A", "Larger classes")
    walk(page, r"^range\|Teacher leaders$", "Shift+Tab", 200)
    press(page, "ArrowRight", "ArrowRight")
    page.wait_for_url("**teacher_leaders=5*")
    ready(page)
    walk(page, f"^radio\\|{say('places.compare')}")
    keep(page, "Plan B", "And one more leader")
    walk(page, named("checkbox", "compare.compare"))
    press(page, "Space")
    most = page.locator("p.most")
    most.wait_for()
    minus = "\N{MINUS SIGN}"
    # One leader more is $6,087 in Year 5.
    here = say("compare.plan_on_screen")
    what = {"change": "Teacher leaders", "amount": f"{minus}$6,087"}
    assert as_read(most) == say("compare.most", one="Plan A", other=here, **what)
    walk(page, f"^radio\\|{say('places.plans')}", "Shift+Tab")
    press(page, "ArrowRight", "Space")
    effects = page.get_by_role("region", name=say("compare.effects"))
    assert effects.locator("tbody tr").nth(2).inner_text().startswith("Students per teacher")


def test_a_note_and_a_decision_by_keys(open_app):
    """A figure opened with Enter, the note typed and left with Tab; the decision logged with Enter."""
    page = open_app("/?from=us_elementary.1&teacher_leaders=6")
    walk(page, named("button", "answer.result"))
    press(page, "Enter")
    page.get_by_role("dialog").wait_for()
    ready(page)
    walk(page, rf"\|{say('numbers.note_here')}$")
    page.keyboard.type("Ask the district")
    press(page, "Tab", "Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    ready(page)
    compare(page)
    walk(page, f"^radio\\|{say('places.plans')}")
    press(page, "ArrowRight", "ArrowRight", "Space")
    page.get_by_text(say("numbers.notes_counted", count=1), exact=True).wait_for()
    ready(page)
    walk(page, named("text", "compare.who"))
    page.keyboard.type("The board")
    walk(page, named("text", "compare.why"))
    page.keyboard.type("More help for new teachers")
    walk(page, f"{re.escape(say('compare.record'))}$")
    press(page, "Enter")
    page.get_by_text(say("compare.decisions_made", count=1), exact=True).wait_for()
    ready(page)
    picture(page, "keys-3-decision")
    row = page.get_by_role("region", name=say("compare.decided")).locator("tbody tr").inner_text()
    assert "The board" in row
    assert say("explain.move", setting="Teacher leaders", before="4", after="6") in row
    assert "More help for new teachers" in row
