"""The server is killed and started again, the network goes away: every page says so and comes back right."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import urllib.parse

import pytest

from benchmarks.process import of_port
from model.texts import say
from tests.browser.look import figures, lever, moved, open_part, picture, press, verdict
from tools.browser import ready, serve

SAID = "#school-connection"
LATE = 30_000  # milliseconds; the framework's tries to reach a server are up to four seconds apart


class Server:
    """The app on one port, which can be killed as a power cut kills it, and started again."""

    def __init__(self, stack: contextlib.ExitStack) -> None:
        self._stack = stack
        self.url = stack.enter_context(serve())

    def kill(self) -> None:
        os.kill(of_port(self.url), signal.SIGKILL)

    def start(self) -> None:
        self._stack.enter_context(serve(port=urllib.parse.urlsplit(self.url).port))


@pytest.fixture
def server(browser):
    with contextlib.ExitStack() as stack:
        yield Server(stack)


def said(page) -> str:
    return page.locator(SAID).inner_text()


def shows(page, text: str) -> None:
    """Until the page says this about its line; nothing says that all is well."""
    page.wait_for_function(
        "text => document.querySelector('#school-connection').textContent === text", arg=text, timeout=LATE
    )


def is_told(page) -> None:
    page.locator(".st-key-notices").get_by_text(say("connection.started_anew")).wait_for(timeout=LATE)


def undo_is_closed(page) -> None:
    page.wait_for_function("() => document.querySelector('.st-key-undo button')?.disabled", timeout=LATE)


def ledger(page) -> str:
    """What "What each change did" ends with: the Year 5 result now."""
    row = page.get_by_role("region", name=say("compare.effects")).locator("tbody tr").last
    return re.search(r"\$[\d,]+", row.inner_text())[0]


def dialog(page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_role("dialog").wait_for()
    ready(page)


@pytest.mark.alone
def test_five_pages_in_five_places_agree_when_a_killed_server_is_back(open_app, server):
    """Slider, verdict, ledger, address and Undo are those of one plan, in each of them, without a reload."""
    pages = {}
    for place in ("first view", "effects", "dialog", "months", "present"):
        page = pages[place] = next(iter(pages.values())).context.new_page() if pages else open_app(server.url)
        page.goto(f"{server.url}/?from=us_elementary.1&recurring_pd_per_teacher=900")
        ready(page)
        press(page, "Teacher leaders")
    open_part(pages["effects"], "effects")
    dialog(pages["dialog"], say("settings.my_school"))
    pages["dialog"].get_by_role("textbox", name="Enrollment").fill("412")
    open_part(pages["months"], "months")
    pages["months"].get_by_text(say("months.show")).first.click()
    moved(pages["present"], lambda: pages["present"].keyboard.press("p"))
    address = "from=us_elementary.1&teacher_leaders=4.5&recurring_pd_per_teacher=900"
    server.kill()
    for page in pages.values():
        shows(page, say("connection.lost"))
    server.start()
    for place, page in pages.items():
        undo_is_closed(page)
        shows(page, "")
        assert place == "present" or is_told(page) is None
    fresh = pages["first view"].context.new_page()
    fresh.goto(f"{server.url}/?{address}")
    ready(fresh)
    for page in pages.values():
        ready(page)
    right = re.search(r"\$[\d,]+", verdict(fresh))[0]
    for place, page in pages.items():
        assert page.url.partition("?")[2].removesuffix("&show=present") == address, place
        assert lever(page, "Teacher leaders").input_value() == "4.5", place
    for place in ("first view", "effects", "dialog", "months"):
        assert (verdict(pages[place]), figures(pages[place])) == (verdict(fresh), figures(fresh)), place
    assert ledger(pages["effects"]) == right
    assert pages["dialog"].get_by_role("textbox", name="Enrollment").input_value() == "412"
    for place in ("first view", "effects", "months", "present"):
        page = pages[place]
        page.bring_to_front()
        press(page, "Teacher leaders")
        assert "teacher_leaders=5" in page.url, place
        moved(page, lambda page=page: page.locator(".st-key-undo button").click())
        assert "teacher_leaders=4.5" in page.url, place
        undo_is_closed(page)
    assert ledger(pages["effects"]) == right


@pytest.mark.alone
def test_while_the_server_is_away_the_page_speaks_of_the_plan(open_app, server):
    """Not of a "connection error"; what is typed in a dialog stays in it, through the loss and after it."""
    page = open_app(server.url)
    dialog(page, say("settings.schedule"))
    field = page.get_by_role("dialog").get_by_label(re.compile("New value"))
    field.fill("6")
    server.kill()
    shows(page, say("connection.lost"))
    page.wait_for_timeout(4_500)  # by then the framework's own dialog has come
    assert page.get_by_text("Connection error").count() == 0
    assert field.input_value() == "6"
    picture(page, "server-away")
    server.start()
    shows(page, "")
    is_told(page)
    ready(page)
    assert field.input_value() == "6"
    picture(page, "server-back")


def test_offline_is_shown_only_where_the_server_is_out_of_reach(page):
    """No network and no server: it is said. No network, and the app on this computer: nothing is wrong."""
    page.context.set_offline(True)
    shows(page, say("connection.offline"))
    picture(page, "offline")
    page.context.set_offline(False)
    shows(page, "")
    page.evaluate(
        "Object.defineProperty(navigator, 'onLine', { get: () => false }); dispatchEvent(new Event('offline'))"
    )
    page.wait_for_timeout(500)
    assert said(page) == ""
    press(page, "Teacher leaders")
    assert "teacher_leaders=4.5" in page.url
