"""The whole page under the Content-Security-Policy that the documentation gives to a proxy."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.browser.look import TABS
from tests.hostile_texts import AWAY
from tools.page_policy import policy


def under_policy(route) -> None:
    """The page as a proxy would send it."""
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy()})


def is_document(url: str) -> bool:
    return urlsplit(url).path in ("/", "/evidence")


ASKED_AWAY = """away => new Promise(done => {
  document.addEventListener('securitypolicyviolation', e => done(e.blockedURI));
  new Image().src = 'http://' + away + '/p';
  setTimeout(() => done('nothing was refused'), 5000);
})"""


def test_the_page_works_under_the_policy(open_app, console_faults, watch):
    """Tabs, pictures and the other page are drawn and nothing of them is refused; a picture elsewhere is."""
    page = open_app(anew=True)
    page.route(is_document, under_policy)
    page.goto("/?from=us_elementary.1")
    # Whatever waits by a function of its own needs `eval` in the page, which the policy refuses.
    page.locator("#verdict").wait_for()
    for tab in TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        page.get_by_role("tab", name=tab, exact=True, selected=True).wait_for()
    page.locator(".st-key-first-chart svg.marks").wait_for()
    page.get_by_role("slider", name="Teacher leaders").first.press("ArrowRight")
    page.get_by_role("button", name="Changes (1)").wait_for()
    page.goto("/evidence")
    page.get_by_text("Where the numbers come from").first.wait_for()
    assert not [f for f in console_faults if "Content Security Policy" in f]
    assert AWAY in page.evaluate(ASKED_AWAY, AWAY)
    watch.outside_requests.clear()  # asked for on purpose, and refused
