"""Reload, Back, a lost line, a slow line, a new server, a second tab: the plan stays the reader's own."""

from __future__ import annotations

import urllib.parse

import pytest

from model.plan.released import newest
from model.texts import say
from tests.browser.look import (
    figures,
    labels,
    lever,
    levers_of,
    moved,
    open_levers,
    open_part,
    picture,
    press,
    verdict,
)
from tools.browser import ready, serve


def seen(page) -> tuple[str, str, str]:
    return page.url.partition("?")[2], verdict(page), figures(page) + labels(page)


def comes_to_show(page, wanted) -> bool:
    """Whether the page shows this now or soon: on a busy machine a picture comes a little after its run."""
    for _ in range(60):
        if seen(page) == wanted:
            return True
        page.wait_for_timeout(50)
    return seen(page) == wanted


def after_reload(page) -> tuple[str, str, str]:
    """What another reader sees who opens the present address."""
    other = page.context.new_page()
    other.goto(page.url)
    ready(other)
    try:
        return seen(other)
    finally:
        other.close()


@pytest.fixture
def changed(page):
    """The page with two levers moved."""
    press(page, "Teacher leaders")
    press(page, "Change a year", "ArrowLeft")
    assert "teacher_leaders=4.5&enrollment_growth" in page.url or "enrollment_growth=-0.005" in page.url
    return page


def test_reload_keeps_the_plan(changed):
    """After the reload button address, verdict, figures and levers are the same."""
    before = seen(changed)
    changed.reload()
    ready(changed)
    assert comes_to_show(changed, before)
    assert lever(changed, "Teacher leaders").input_value() == "4.5"
    assert lever(changed, "Change a year").input_value() == "-0.5"


def test_the_back_button_brings_the_plan_before(page):
    """Back shows the plan before the last move, levers included, and Undo takes even that back."""
    press(page, "Teacher leaders")
    before = seen(page)
    press(page, "Software per student")
    after = seen(page)
    moved(page, page.go_back)
    assert comes_to_show(page, before)
    assert lever(page, "Software per student").input_value() == "70"
    moved(page, lambda: page.keyboard.press("Alt+z"))
    assert comes_to_show(page, after)


def test_another_page_and_back_keeps_the_plan(changed):
    """The page of sources keeps the plan, and so does the way back."""
    before = seen(changed)
    changed.get_by_role("link", name=say("evidence.title")).first.click()
    changed.get_by_role("heading", name=say("evidence.title")).wait_for()
    ready(changed)
    assert changed.url.partition("?")[2] == before[0]
    changed.get_by_role("link", name=say("places.planner")).click()
    changed.locator("#verdict").wait_for()
    ready(changed)
    assert comes_to_show(changed, before)


def test_the_screen_is_always_the_plan_of_its_address(page):
    """After each kind of move, verdict, figures and labels are what a fresh page shows for the address."""
    start = page.get_by_role("combobox", name=say("settings.start_from"))

    def preset(name: str) -> None:
        start.click()
        page.get_by_role("option", name=name).click()

    def school() -> None:
        page.get_by_role("button", name=say("settings.my_school")).click()
        page.get_by_role("dialog").wait_for()
        for field, text in (("Enrollment", "412"), ("Teachers", "26"), ("Dollars", "4.9M")):
            page.get_by_role("textbox", name=field).fill(text)
        page.get_by_role("button", name=say("settings.show_my_school")).click()

    moves = {
        "an arrow key": lambda: lever(page, "Teacher leaders").press("ArrowRight"),
        "the end of a slider": lambda: lever(page, "Students per teacher").press("Home"),
        "undo": lambda: page.keyboard.press("Alt+z"),
        "another preset": lambda: preset("High school, 850 students"),
        "a lever of it": lambda: lever(page, "Software per student").press("ArrowRight"),
        "a school typed in": school,
        "a lever of that": lambda: lever(page, "Students per teacher").press("ArrowRight"),
        "undo of that": lambda: page.keyboard.press("Alt+z"),
        "undo of the school": lambda: page.keyboard.press("Alt+z"),
        "back": page.go_back,
    }
    for name, move in moves.items():
        moved(page, move)
        wanted = after_reload(page)
        assert comes_to_show(page, wanted), (name, *zip(seen(page)[1:], wanted[1:], strict=True))


# What is routed once stays routed.
OWN_WINDOW = pytest.mark.parametrize("page", [{"anew": True}], indirect=True, ids=["own window"])


class Line:
    """The line between page and server, which can be cut, held and let go."""

    def __init__(self, page) -> None:
        self.page, self.up, self.holding = page, True, False
        self.open, self.held = [], []
        page.context.route_web_socket("**/_stcore/stream", self._connect)
        page.reload()
        ready(page)

    def _connect(self, near) -> None:
        if not self.up:
            near.close()
            return
        far = near.connect_to_server()
        self.open.append(near)
        near.on_message(far.send)
        far.on_message(lambda said: self.held.append((near, said)) if self.holding else near.send(said))

    def cut(self) -> None:
        self.up = False
        for near in self.open:
            near.close()
        self.page.wait_for_selector('[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])')

    def mend(self) -> None:
        self.up = True
        ready(self.page)

    def let_go(self) -> None:
        self.holding = False
        for near, said in self.held:
            near.send(said)
        self.held.clear()
        ready(self.page)

    def wait_until_said(self, words: bytes) -> None:
        """Until the server has said this, which the page does not see yet."""
        while not any(words in said for _, said in self.held):
            self.page.wait_for_timeout(20)


@OWN_WINDOW
def test_a_lost_line_loses_nothing(changed):
    """The line breaks and comes back by itself: plan, undo and levers are all still there."""
    line = Line(changed)
    press(changed, "Software per student")
    before = seen(changed)
    line.cut()
    line.mend()
    assert comes_to_show(changed, before)
    press(changed, "Teacher leaders")
    assert "teacher_leaders=5" in changed.url
    moved(changed, lambda: changed.keyboard.press("Alt+z"))
    assert comes_to_show(changed, before)
    moved(changed, lambda: changed.keyboard.press("Alt+z"))
    assert "software_per_pupil" not in changed.url


@OWN_WINDOW
def test_a_slow_line_does_not_take_back_a_move(page):
    """A tab and a group opened before the answer to a move has arrived do not undo the move."""
    line = Line(page)
    for opened, place, answer in (
        ("teacher_leaders=4.5", lambda: page.get_by_role("radio", name=say("places.numbers")), b"sheet"),
        ("teacher_leaders=5", lambda: levers_of(page, say("groups.it")), b"exact-breakage_rate"),
    ):
        line.holding = True
        lever(page, "Teacher leaders").focus()
        page.keyboard.press("ArrowRight")
        line.wait_until_said(opened.encode())
        place().click()
        line.wait_until_said(answer)
        moved(page, line.let_go)
        assert opened in page.url
        assert lever(page, "Teacher leaders").get_attribute("aria-valuetext") == opened.partition("=")[2]
        assert comes_to_show(page, after_reload(page))


def test_a_new_server_gets_the_plan_from_the_address(open_app):
    """The server stops and another takes its place: a reload brings the plan, because the address has it."""
    with serve() as url:
        page = open_app(path=url)
        press(page, "Teacher leaders")
        before = seen(page)
    with serve(port=urllib.parse.urlsplit(url).port):
        page.reload()
        ready(page)
        assert comes_to_show(page, before)
        press(page, "Teacher leaders")
        assert "teacher_leaders=5" in page.url


def test_two_tabs_do_not_mix(changed):
    """A second tab of the same browser has a plan of its own; neither moves the other, nor takes its undo."""
    before = seen(changed)
    other = changed.context.new_page()
    other.goto("/?from=us_high.1")
    ready(other)
    press(other, "Teacher leaders")
    assert "from=us_high.1&teacher_leaders=6.5" in other.url
    assert comes_to_show(changed, before)
    moved(changed, lambda: changed.keyboard.press("Alt+z"))
    assert "from=us_elementary.1" in changed.url
    assert "from=us_high.1&teacher_leaders=6.5" in other.url
    other.reload()
    ready(other)
    assert "from=us_high.1&teacher_leaders=6.5" in other.url


def test_a_damaged_link_is_kept_until_it_is_answered(open_app):
    """What cannot be used is listed as text; a reload asks again; the rest opens on demand and only then."""
    damaged = "?from=us_middle.1&teacher_leaders=6&enrollment_year1=NaN&%3Cb%3Ex%3C/b%3E=1"
    page = open_app(path=f"/{damaged}")
    page.get_by_text(say("notices.question")).wait_for()
    assert page.url.endswith(damaged)
    picture(page, "damaged-link")
    page.reload()
    page.get_by_text(say("notices.question")).wait_for()
    assert page.url.endswith(damaged)
    moved(page, lambda: page.get_by_role("button", name=say("notices.open_rest")).click())
    assert page.url.endswith("?from=us_middle.1&teacher_leaders=6")
    assert page.get_by_text(say("notices.question")).count() == 0
    moved(page, page.go_back)  # to the address in question, which is asked again beside the plan
    page.get_by_text(say("notices.question")).wait_for()
    moved(page, lambda: page.get_by_role("button", name=say("notices.leave")).click())
    assert page.url.endswith("?from=us_middle.1&teacher_leaders=6")
    page.get_by_text(say("notices.question")).wait_for(state="detached")


def test_a_move_before_the_answer_is_not_lost(open_app):
    """A lever that moves writes its plan into the address; Back leads to the link, and a reload keeps it."""
    page = open_app(path="/?from=us_middle.1&teacher_leaders=6&colour=red")
    page.get_by_text(say("notices.question")).wait_for()
    press(page, "Teacher leaders")
    assert page.url.endswith(f"?from={newest('us_elementary')}&teacher_leaders=4.5")
    assert page.get_by_text(say("notices.question")).count() == 1
    moved(page, page.go_back)
    page.get_by_text(say("notices.question")).wait_for()
    assert "colour=red" in page.url
    page.reload()
    page.get_by_text(say("notices.question")).wait_for()
    assert "colour=red" in page.url


def test_a_mailed_link_opens_in_silence(open_app):
    """What a newsletter adds is passed over, and the address is the plan's own from then on."""
    page = open_app(path="/?from=us_middle.1&teacher_leaders=6&utm_source=news&mc_eid=1f&fbclid=IwAR0abc")
    page.wait_for_url("**/?from=us_middle.1&teacher_leaders=6")
    assert page.get_by_text(say("notices.question")).count() == 0
    assert lever(page, "Teacher leaders").input_value() == "6"


def test_what_is_typed_and_refused_stays_while_other_levers_move(page):
    """An impossible value stays in its field with the reason beside it, while the rest goes on."""
    open_levers(page, "Funding")
    field = page.locator(".st-key-exact-public_funding_growth input")
    field.wait_for()
    field.fill("900")
    page.keyboard.press("Enter")
    page.get_by_text("900.0% is outside what is possible").wait_for()
    press(page, "Teacher leaders")
    assert field.input_value() == "900"
    assert "public_funding_growth" not in page.url
    page.get_by_text("900.0% is outside what is possible").scroll_into_view_if_needed()
    picture(page, "refused")
    open_part(page, "assumptions")
    assert field.input_value() == "900"
