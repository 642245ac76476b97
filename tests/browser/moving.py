"""Hands and eyes for a lever that moves: take hold of it, pull it, wait, and what is seen meanwhile."""

from __future__ import annotations

from tools.browser import ready
from views.levers.controls import FIRST, of_panel

FRONT = [x.key for p in FIRST for x in of_panel(p, "front")]

SEEN = """() => ({
  texts: Object.fromEntries([...document.querySelectorAll('[data-live]')].map(e =>
    [e.dataset.live, e.dataset.live.endsWith('-tone') ? e.className : e.textContent])),
  charts: [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg.marks')].map(svg =>
    [...svg.querySelectorAll('text')].map(t => t.textContent).filter(t => t)),
  paths: [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg.marks')].map(svg =>
    [...svg.querySelectorAll('path')].map(p => p.getAttribute('d'))),
})"""
TABLE = "lever => !!window.schoolLive?.tables[lever]?.signatures.includes(window.schoolLive.head.signature)"
SIGNATURE = "window.schoolLive.head.signature"
GIVEN = "document.getElementById('live-sustainability').value"  # what the first picture was told, if anything
# Those outside the window are told when the reader rests.
ALL_TOLD = (
    f"[...document.querySelectorAll('#live > *')].every(heard => (heard.value ?? null) === ({GIVEN} ?? null))"
)
# The pictures show the plan that Python knows: by their own rows, or by those that came with the answer.
AT_REST = f"""() => {{ const live = window.schoolLive, given = {GIVEN};
  return !live.shown && (given == null || given.sig === live.head.signature) && {ALL_TOLD}; }}"""


def lever(page, key):
    return page.locator(f".st-key-lever-{key} input[type=range]")


def touch(page, key):
    """Put the focus on a lever and wait for its table."""
    lever(page, key).focus()
    page.wait_for_function(TABLE, arg=key)


def two_frames(page):
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
    )


def track(page, key):
    """Where a lever's track begins, how long it is, how high it lies, and which share of it is passed."""
    return page.evaluate(
        """key => { const input = document.querySelector(`.st-key-lever-${key} input[type=range]`);
             const box = input.closest('[data-testid="stSlider"]').getBoundingClientRect();
             const own = input.getBoundingClientRect();
             const [low, high, now] = [input.min, input.max, input.value].map(Number);
             return [box.x + 6, box.width - 12, own.y + own.height / 2, (now - low) / (high - low)]; }""",
        key,
    )


def pull(page, key, share, until=ALL_TOLD):
    """Move the mouse to a share of the lever's track."""
    begin, length, y, _ = track(page, key)
    page.mouse.move(begin + length * share, y, steps=6)
    page.wait_for_timeout(60)
    page.wait_for_function(until)
    two_frames(page)


def press_and_hold(page, key, share, until=ALL_TOLD):
    """Take hold of a lever where it stands and move it to a share of its track. The mouse stays down."""
    begin, length, y, passed = track(page, key)
    page.mouse.move(begin + length * passed, y)
    page.mouse.down()
    pull(page, key, share, until)


def hide_ranges(page):
    """The futures of a plan come with its answer, so with ranges shown a release brings them back."""
    page.locator(".st-key-ranges-shown label").first.click()
    page.wait_for_function("document.querySelector('[data-live=chance]').textContent === ''")
    ready(page)


BANDS = """() => [...document.querySelectorAll('.st-key-first-chart .mark-area path')].slice(0, 2).map(path => {
  const points = path.getAttribute('d').match(/-?[\\d.]+,-?[\\d.]+/g).map(p => Number(p.split(',')[1]));
  return Math.max(...points.map((y, i) => Math.abs(y - points[points.length - 1 - i]))); })"""


def chance(page):
    return page.locator("[data-live=chance]").inner_text()
