"""Present mode in a browser: keys, a presenter's remote, guess first, replay, sizes, colours, the live layer."""

from __future__ import annotations

import re

import pytest

from tests.browser.look import ITS_OWN, figures, picture, verdict
from tools.browser import ready

PLAN = "from=us_elementary.1"
SHOW = f"/?{PLAN}&show=present"
SIZES = [(1280, 720), (1920, 1080)]
SEEN = """() => [...document.querySelectorAll('.st-key-room [data-live], .st-key-room svg.marks text')]
  .map(e => e.textContent).filter(t => t).sort()"""  # the browser keeps ticks that stay and adds new ones behind them
LINES = (
    "() => [...document.querySelectorAll('svg.marks .mark-line path')].map(p => p.getAttribute('d')).join()"
)
TABLE = "lever => !!window.schoolLive?.tables[lever]?.signatures.includes(window.schoolLive.head.signature)"


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


# --- keys ------------------------------------------------------------------------------------------------------------


def test_p_enters_and_leaves(page):
    """P shows the room's screen of the same plan and P brings the explorer back; so does Esc."""
    same = verdict(page).split("Public")[0].strip()
    for leaving in ("p", "Escape"):
        key(page, "p", "show=present$")
        assert page.locator(".st-key-room").is_visible()
        assert not page.get_by_text("Start from").is_visible()
        assert same in verdict(page)
        page.keyboard.press(leaving)
        page.wait_for_url(re.compile(f"{PLAN}$"))
        ready(page)
        assert page.locator(".st-key-room").count() == 0
        assert page.locator(".st-key-levers-decided").is_visible()


def test_the_plan_and_its_history_are_the_explorers(open_app):
    """A lever moved in the explorer stands there in the bar, and undo in present mode takes it back in both."""
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
    page.get_by_role("button", name="A school like mine").click()
    field = page.get_by_label("Enrollment (pupils")
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
    for name in ("Back", "Next", "Guess first", "Replay", "Undo", "Redo", "Choose", "Keys", "Leave"):
        assert page.locator(".st-key-room-tools").get_by_role("button", name=name).count() == 1, name
    page.keyboard.press("?")
    page.get_by_text("play the last change again").wait_for()
    picture(page, "present-keys")
    page.keyboard.press("Escape")
    page.get_by_text("play the last change again").wait_for(state="hidden")
    assert page.locator(".st-key-room").is_visible(), "Esc closed the list, not present mode"


def test_the_bar_is_chosen_on_the_spot(open_app):
    """A lever chosen in the list joins the bar and the address; a fifth cannot be."""
    page = open_app(SHOW)
    page.get_by_role("button", name="Choose").click()
    box = page.get_by_label("Levers in the bar, 1 to 4")
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


# --- guess first -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", range(1, 7))
def test_a_covered_answer_is_nowhere(open_app, screen):
    """Covered, no text of the answer is anywhere in the page, not even hidden, before or after a lever moves or turns."""
    page = open_app(f"{SHOW}&screen={screen}&pupils_per_teacher=15.2")
    answer = {t for t in page.evaluate(SEEN) if "$" in t or "%" in t or len(t) > 12}
    assert answer
    page = open_app(f"{SHOW}&screen={screen}")
    key(page, "g", "guess=yes")
    picture(page, f"present-guess-{screen}")
    assert page.get_by_text("What do you think?").is_visible()
    lever(page, "pupils_per_teacher").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(80)
    for _ in range(2):
        for gone in ("[data-live]", "svg.marks", "#verdict", "#key-figures", "#live"):
            assert page.locator(f".st-key-room {gone}").count() == 0, gone
        everything = page.evaluate("() => document.documentElement.outerHTML")
        assert not [t for t in answer if t in everything]
        page.wait_for_url(re.compile("pupils_per_teacher=15.2"))
        ready(page)
    assert "15.2" in page.locator(".st-key-room-picture").inner_text(), "what was moved is said"
    page.evaluate("() => document.activeElement.blur()")
    key(page, {1: "g", 2: "Enter", 3: "ArrowDown", 4: "b"}.get(screen, "g"), "screen=[^g]*$|present$")
    assert answer <= set(page.evaluate(SEEN))


def test_no_table_is_sent_while_the_answer_is_covered(open_app):
    """A lever that is touched while the answer is covered gets no table: the browser does not hold the answer either."""
    page = open_app(f"{SHOW}&screen=2&guess=yes")
    lever(page, "pupils_per_teacher").focus()
    lever(page, "pupils_per_teacher").hover(force=True)
    page.wait_for_timeout(600)
    assert page.evaluate(
        "() => [Object.keys(window.schoolLive.tables), Object.keys(window.schoolLive.head.at)]"
    ) == [[], []]


def test_leaving_shows_everything(open_app):
    """The explorer never covers anything: leaving uncovers."""
    page = open_app(f"{SHOW}&guess=yes")
    page.keyboard.press("p")
    page.wait_for_url(re.compile(f"{PLAN}$"))
    ready(page)
    assert "Sustainable" in verdict(page)


# --- replay ----------------------------------------------------------------------------------------------------------

WATCH = """() => { window.moments = [];
  new MutationObserver(() => { const m = document.querySelector('[data-live=moment]').textContent;
    if (m !== window.moments.at(-1)) window.moments.push(m); })
  .observe(document.querySelector('[data-live=moment]'), {childList: true, characterData: true, subtree: true}); }"""


@pytest.mark.parametrize("screen", [1, 2, 4])
def test_replay_shows_before_and_after_three_times(open_app, screen):
    """Before and after three times, each for about 1.2 seconds; it ends on the new state and adds no step to undo."""
    page = open_app(f"{SHOW}&screen={screen}", reduced_motion="no-preference")
    before = page.evaluate(SEEN)
    step(page, "enrollment_year1", "ArrowLeft")
    after, address = page.evaluate(SEEN), page.url
    assert after != before
    page.evaluate(WATCH)
    page.keyboard.press("v")
    page.wait_for_function("() => window.moments.at(-1) === 'Before'")
    assert [t for t in page.evaluate(SEEN) if t != "Before"] == before
    picture(page, f"present-replay-before-{screen}")
    page.wait_for_function("() => window.moments.at(-1) === 'After'")
    assert [t for t in page.evaluate(SEEN) if t != "After"] == after
    picture(page, f"present-replay-after-{screen}")
    page.wait_for_function("() => window.moments.at(-1) === ''", timeout=12_000)
    assert page.evaluate("window.moments") == ["Before", "After"] * 3 + [""]
    ready(page)
    assert page.evaluate(SEEN) == after
    assert page.evaluate("document.getElementById('live').value") is None
    assert page.url == address
    page.keyboard.press("Alt+z")
    page.locator(".st-key-undo button:disabled").wait_for()  # one step back and no more
    ready(page)
    page.wait_for_function(ITS_OWN)  # a chance is not said of a plan that is only passed by
    assert page.evaluate(SEEN) == before


def test_any_other_key_ends_the_replay_on_the_new_state(open_app):
    """Turning the screen in the middle of a replay leaves no word of before behind."""
    page = open_app(f"{SHOW}&screen=3", reduced_motion="no-preference")
    step(page, "enrollment_year1", "ArrowLeft")
    page.keyboard.press("v")
    page.get_by_text("Before", exact=True).wait_for()
    key(page, "PageDown", "screen=4")
    page.wait_for_timeout(1500)
    there = page.evaluate(SEEN)
    page.reload()
    ready(page)
    assert page.evaluate(SEEN) == there


def test_with_reduced_motion_the_replay_is_turned_by_hand(open_app):
    """Who asks for less motion sees before on the first press, after on the second, and nothing moves by itself."""
    page = open_app(f"{SHOW}&screen=2")
    before = page.evaluate(SEEN)
    step(page, "enrollment_year1", "ArrowLeft")
    after = page.evaluate(SEEN)
    for said, then in (("Before", before), ("After", after), ("Before", before)):
        page.keyboard.press("v")
        page.locator(".moment", has_text=said).wait_for()
        page.wait_for_timeout(1500)
        assert [t for t in page.evaluate(SEEN) if t != said] == then
    page.keyboard.press("Shift")
    page.wait_for_function("() => document.querySelector('[data-live=moment]').textContent === ''")
    assert page.evaluate(SEEN) == after


def room_without_ranges(open_app, screen, viewport):
    """The futures of a plan come with its answer: with ranges shown a release brings them, and the scale may take a step for them."""
    page = open_app(f"/?{PLAN}", viewport=viewport)
    page.locator(".st-key-ranges-shown label").first.click()
    page.wait_for_function("document.querySelector('[data-live=chance]').textContent === ''")
    ready(page)
    page.keyboard.press("p")
    page.wait_for_url(lambda url: "show=present" in url)
    ready(page)
    for n in range(2, screen + 1):
        key(page, "PageDown", f"screen={n}")
    return page


# --- the live layer --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("screen", "viewport"), [*((n, SIZES[0]) for n in range(1, 7)), (1, SIZES[1]), (2, SIZES[1])]
)
def test_chart_verdict_and_figures_follow_the_lever(open_app, screen, viewport):
    """While the mouse is still down the picture, the verdict and the figure tell the new plan; the release confirms them."""
    page = room_without_ranges(open_app, screen, viewport)
    before, address = page.evaluate(SEEN), page.url
    lever(page, "pupils_per_teacher").focus()
    page.wait_for_function(TABLE, arg="pupils_per_teacher")
    box = page.locator(".st-key-lever-pupils_per_teacher [data-testid=stSliderThumbValue]").bounding_box()
    track = page.locator(".st-key-lever-pupils_per_teacher [role=group]").bounding_box()
    x, y = box["x"] + box["width"] / 2, track["y"] + track["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - track["width"] * 0.12, y, steps=6)
    page.wait_for_timeout(120)
    held = page.evaluate(SEEN)
    assert page.url == address
    assert "Not sustainable" in held
    assert held != before
    page.mouse.up()
    page.wait_for_url(lambda url: url != address)
    ready(page)
    page.wait_for_function("document.getElementById('live').value == null")
    assert page.evaluate(SEEN) == held


def test_the_live_layer_goes_on_after_a_turn(open_app):
    """A lever that was touched on one screen moves words and picture of the next one together, never the words alone."""
    page = open_app(f"{SHOW}&screen=2")
    lever(page, "teacher_leaders").focus()
    page.wait_for_function(TABLE, arg="teacher_leaders")
    key(page, "PageDown", "screen=3")
    before, known = page.evaluate(SEEN), page.evaluate("window.schoolLive.head.signature")
    page.evaluate("""() => { window.told = []; document.getElementById('live').addEventListener('input',
      () => window.told.push(document.getElementById('live').value)); }""")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("teacher_leaders=4.5"))
    ready(page)
    page.wait_for_function("known => window.schoolLive.head.signature !== known", arg=known)
    assert all(list(value["charts"]) == ["result"] for value in page.evaluate("window.told") if value)
    assert page.evaluate(SEEN) != before


def test_a_link_opens_the_same_show(open_app):
    """Plan, screen, order of screens, levers and colours arrive in another browser as they were."""
    page = open_app(SHOW)
    step(page, "teacher_leaders")
    key(page, "PageDown", "screen=2")
    other = open_app(page.url.partition("127.0.0.1")[2].partition("/")[2].join(("/", "")))
    assert verdict(other) == verdict(page)
    assert figures(other) == figures(page)
    assert other.evaluate(SEEN) == page.evaluate(SEEN)
    assert other.url == page.url
