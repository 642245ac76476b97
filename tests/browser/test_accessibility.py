"""What axe finds: nothing, in light and dark, on both pages, with everything opened once."""

from __future__ import annotations

from functools import partial

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.texts import say
from tests.browser.look import ITS_OWN, PARTS, open_drawer, open_levers, open_part, picture, press
from tools.browser import ready

# Every text that the status of the rating has held since.
TOLD = """() => { window.told = []; const status = document.querySelector('#school-rating');
  new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true }) }"""

# Streamlit's own findings, by rule and the part of the page they are in. Nothing of ours may be added here.
THEIRS: dict[str, str] = {
    "presentation-role-conflict": "stFileUploaderDropzone",  # minor: where a file is dropped has a name
}


def refuse(page) -> None:
    open_levers(page, say("groups.it"))
    page.locator(".st-key-exact-connectivity_per_pupil input").wait_for()
    ready(page)
    page.locator(".st-key-exact-breakage_rate input").fill("900")
    page.keyboard.press("Enter")
    page.get_by_text("900.0% is outside").wait_for()


def ask(page) -> None:
    page.get_by_role("button", name=say("settings.my_school")).click()
    page.get_by_role("dialog").wait_for()
    page.get_by_role("button", name=say("settings.show_my_school")).click()
    page.get_by_text("Enrollment: the field is empty").wait_for()


def leave(page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")


def list_changes(page) -> None:
    press(page, "Teacher leaders")
    page.get_by_role("button", name="Changes (1)").click()
    page.get_by_role("button", name="Reset all").wait_for()


def show_sources(page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("link", name=say("evidence.title")).first.click()
    page.get_by_role("heading", name=say("evidence.title")).wait_for()


# In this order, one after the other on one page.
WAYS = {
    **{part: partial(open_part, key=part) for part in PARTS},
    "dialog": ask,
    "dialog left": leave,
    "refused": refuse,
    "changes": list_changes,
    "sources": show_sources,
    "at risk": lambda page: page.goto("/?from=us_elementary.1&enrollment_year1=438"),
    "not sustainable": lambda page: page.goto("/?from=us_elementary.1&pupils_per_teacher=13"),
    "damaged link": lambda page: page.goto("/?from=us_elementary.1&colour=red"),
}


def found(page) -> list[str]:
    """All findings, one line for each part of the page."""
    ready(page)
    return [
        f"{v['id']} ({v['impact']}): {node['target']} {node['html'][:160]}"
        for v in Axe().run(page).response["violations"]
        for node in v["nodes"]
        if THEIRS.get(v["id"], "\\0") not in node["html"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_found(open_app, scheme):
    """On both pages, with each part, the dialog, the list of changes, a group of levers and a message open,
    axe has nothing to say, in this theme.
    """
    page = open_app(color_scheme=scheme)
    faults = {}
    for name, way in WAYS.items():
        way(page)
        ready(page)
        picture(page, f"axe-{name.replace(' ', '-').lower()}-{scheme}")
        if here := found(page):
            faults[name] = here
    assert not faults, "\n".join(f"{name}: {fault}" for name, here in faults.items() for fault in here)


def test_nothing_is_found_on_a_phone(open_app):
    """The same on a phone, with the drawer of levers open."""
    page = open_app(viewport=(390, 844))
    assert found(page) == []
    open_drawer(page)
    assert found(page) == []


def test_a_changed_rating_is_told_once(page):
    """By a status that stays: a run replaces what it drew, and the steps of a moving lever are no news."""
    status = page.locator("#school-rating")
    assert (status.get_attribute("role"), status.inner_text()) == ("status", "")
    page.evaluate(TOLD)
    for _ in range(3):
        press(page, "Teacher leaders")
    page.wait_for_function(ITS_OWN)
    sentence = page.locator('#verdict [data-live="sentence"]').inner_text()
    page.wait_for_function("s => window.told.at(-1)?.includes(s)", arg=sentence)
    told = page.evaluate("window.told")
    assert say("rating.balances") in told[-1]
    assert len(told) == len(set(told)) <= 3
