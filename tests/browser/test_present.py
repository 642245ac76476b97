"""Present mode in a browser: keys, a presenter's remote, the bar of levers, and a link to the same show."""

from __future__ import annotations

import re

from model.texts import say
from tests.browser.look import figures, picture, verdict
from tools.browser import ready

PLAN = "from=us_elementary.1"
SHOW = f"/?{PLAN}&show=present"
SIZES = [(1280, 720), (1920, 1080)]
SEEN = """() => [...document.querySelectorAll('.st-key-room [data-live], .st-key-room svg.marks text')]
  .map(e => e.textContent).filter(t => t).sort()"""  # the browser keeps ticks that stay and adds new ones behind them


def key(page, name: str, changes: str) -> None:
    """Press a key and wait for what it does to the address."""
    page.keyboard.press(name)
    page.wait_for_url(re.compile(changes))
    page.wait_for_timeout(60)  # the address changes before the page does
    ready(page)


def lever(page, name: str):
    return page.locator(f".st-key-lever-{name} input[type=range]")


def step(page, name: str, arrow: str = "ArrowRight") -> None:
    """Move a lever of the bar by one step."""
    before = page.url
    lever(page, name).focus()
    page.keyboard.press(arrow)
    page.wait_for_url(lambda url: url != before)
    page.wait_for_timeout(60)
    ready(page)


def rating(page) -> list[str]:
    """What both badges say."""
    return page.locator("#verdict .state").all_inner_texts()


# --- keys ---------------------------------------------------------------------------------------------------


def test_p_enters_and_leaves(page):
    """P shows the room's screen of the same plan and P brings the explorer back; so does Esc."""
    same = rating(page)
    for leaving in ("p", "Escape"):
        key(page, "p", "show=present$")
        assert page.locator(".st-key-room").is_visible()
        assert not page.get_by_text(say("settings.start_from")).is_visible()
        assert rating(page) == same
        page.keyboard.press(leaving)
        page.wait_for_url(re.compile(f"{PLAN}$"))
        ready(page)
        assert page.locator(".st-key-room").count() == 0
        assert page.locator(".st-key-levers-decided").is_visible()


def test_the_plan_and_its_history_are_the_explorers(open_app):
    """A lever moved in the explorer stands in the bar, and undo in present mode takes it back in both."""
    page = open_app("/")
    step(page, "teacher_leaders")
    key(page, "p", "show=present")
    assert lever(page, "teacher_leaders").input_value() == "4.5"
    page.keyboard.press("Alt+z")
    page.wait_for_url(re.compile(f"{PLAN}&show=present$"))
    ready(page)
    assert lever(page, "teacher_leaders").input_value() == "4"
    step(page, "enrollment_year1")
    page.keyboard.press("p")
    page.wait_for_url(re.compile("enrollment_year1=460$"))
    ready(page)
    assert lever(page, "enrollment_year1").input_value() == "460"
    assert lever(page, "teacher_leaders").input_value() == "4"


def test_a_letter_that_is_typed_is_a_letter(page):
    """While text is typed, P and the others are letters and nothing else."""
    page.get_by_role("button", name=say("settings.my_school")).click()
    field = page.get_by_role("textbox", name=say("settings.enrollment_asked"))
    field.fill("")
    field.press_sequentially("pgv?")
    assert field.input_value() == "pgv?"
    assert "show" not in page.url


def test_a_remote_turns_the_screen_wherever_the_focus_is(open_app):
    """Page Down and Page Up turn the screen and never move a lever, even when a lever has the focus."""
    page = open_app(SHOW)
    lever(page, "enrollment_year1").focus()
    for n in (2, 3, 4, 5, 6):
        key(page, "PageDown", f"screen={n}")
    key(page, "PageUp", "screen=5")
    page.keyboard.press("Home")  # the focus is still on the lever
    page.wait_for_url(re.compile("enrollment_year1=100"))
    assert "screen=5" in page.url


def test_arrows_and_space_turn_the_screen_but_a_lever_keeps_its_arrows(open_app):
    """Right and Space go on, Left goes back; with the focus on a lever the arrows move that lever alone."""
    page = open_app(SHOW)
    key(page, "ArrowRight", "screen=2")
    key(page, " ", "screen=3")
    key(page, "ArrowLeft", "screen=2")
    step(page, "teacher_leaders")
    assert "teacher_leaders=4.5" in page.url
    assert "screen=2" in page.url


def test_quick_presses_are_all_counted(open_app):
    """Four presses as fast as a hand can make them go four screens on."""
    page = open_app(SHOW)
    for _ in range(4):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(120)
    page.wait_for_url(re.compile("screen=5"))


def test_everything_has_a_button(open_app):
    """Each key's deed is a button too, and the list of keys opens with its own key."""
    page = open_app(SHOW)
    for button in ("back", "next", "guess_first", "replay", "undo", "redo", "set_up", "shortcuts", "exit"):
        name = say(f"present.{button}")
        assert page.locator(".st-key-room-tools").get_by_role("button", name=name).count() == 1, name
    page.keyboard.press("?")
    page.get_by_text(say("present.does_replay")).wait_for()
    picture(page, "present-keys")
    page.keyboard.press("Escape")
    page.get_by_text(say("present.does_replay")).wait_for(state="hidden")
    assert page.locator(".st-key-room").is_visible(), "Esc closed the list, not present mode"


def test_the_bar_is_chosen_on_the_spot(open_app):
    """A lever chosen in the list joins the bar and the address; a fifth cannot be."""
    page = open_app(SHOW)
    page.get_by_role("button", name=say("present.set_up")).click()
    box = page.get_by_label(say("present.settings_in_bar", most=4))
    box.fill("Inflation")
    box.press("Enter")
    page.wait_for_url(
        re.compile("levers=enrollment_year1%2Cpupils_per_teacher%2Cteacher_leaders%2Cinflation")
    )
    ready(page)
    picture(page, "present-choose")
    assert lever(page, "inflation").count() == 1
    page.reload()
    ready(page)
    assert page.locator(".st-key-room-levers input[type=range]").count() == 4


def test_a_link_opens_the_same_show(open_app):
    """Plan, screen, order of screens, levers and colors arrive in another browser as they were."""
    page = open_app(SHOW)
    step(page, "teacher_leaders")
    key(page, "PageDown", "screen=2")
    other = open_app(page.url.partition("127.0.0.1")[2].partition("/")[2].join(("/", "")))
    assert verdict(other) == verdict(page)
    assert figures(other) == figures(page)
    assert other.evaluate(SEEN) == page.evaluate(SEEN)
    assert other.url == page.url
