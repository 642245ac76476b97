"""The whole page under the Content-Security-Policy that the documentation gives to a proxy."""

from __future__ import annotations

import pytest

from model.texts import say
from tests.browser.look import PARTS, press_part
from tests.hostile_texts import AWAY
from tools.browser import ROOT, serve


@pytest.fixture
def policed_url(browser):
    with serve("tests/browser/pages/behind_policy.py", env={"PYTHONPATH": str(ROOT)}) as url:
        yield url


ASKED_AWAY = """away => new Promise(done => {
  document.addEventListener('securitypolicyviolation', e => done(e.blockedURI));
  new Image().src = 'http://' + away + '/p';
  setTimeout(() => done('nothing was refused'), 5000);
})"""


def test_the_page_works_under_the_policy(windows, policed_url, console_faults, watch):
    """Tabs, pictures and the other page are drawn and nothing of them is refused; a picture elsewhere is."""
    page = windows.lent(watch, anew=True).page
    page.goto(f"{policed_url}/?from=us_elementary.1")
    # Whatever waits by a function of its own needs `eval` in the page, which the policy refuses.
    page.locator("#verdict").wait_for()
    for part in PARTS:
        press_part(page, part)
    page.locator(".st-key-first-chart svg.marks").wait_for()
    page.get_by_role("slider", name="Teacher leaders").first.press("ArrowRight")
    page.get_by_role("button", name="Changes (1)").wait_for()
    page.goto(f"{policed_url}/evidence")
    page.get_by_text(say("evidence.title")).first.wait_for()
    assert not [f for f in console_faults if "Content Security Policy" in f]
    assert AWAY in page.evaluate(ASKED_AWAY, AWAY)
    page.context.close()
