"""Hostile texts through every door of the page: no request leaves, and nothing becomes more than text."""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode

from exchange import files
from exchange.files import Filed
from exchange.own_school import LONGEST_NAME
from model.plan.notebook import Note, Notebook
from model.plan.plan import Plan, begun_from
from model.plan.scenario import Scenario
from model.texts import quoted, say
from tests.browser.look import PARTS, open_part, picture
from tests.browser.test_notes import decide, note
from tests.browser.test_plans import keep
from tests.first_versions import first_version
from tests.hostile_texts import AWAY, HOSTILE, HUGE, packed
from tools.browser import ready

# Whatever the texts wanted: a node that leads away, mathematics, a script that ran, a page that is too wide.
MORE_THAN_TEXT = """away => [
  ...[...document.querySelectorAll('*')].filter(e => ['href', 'src', 'srcset', 'poster', 'xlink:href', 'action', 'data']
    .some(a => { const v = e.getAttribute(a) || ''; return !v.startsWith('data:') && (v.includes(away) || v.startsWith('javascript:')) }))
    .map(e => e.outerHTML.slice(0, 200)),
  ...[...document.querySelectorAll('.katex, iframe, [onerror], [class*=stMarkdownColored], [class*=stMarkdownBadge]')]
    .map(e => e.outerHTML.slice(0, 200)),
  ...[...document.querySelectorAll('[data-testid=stAlert], .st-key-notices [data-testid=stExpander]')].flatMap(box =>
    [...box.querySelectorAll('a, img, em, code, pre, table, h1, h2, h3, blockquote, hr, del, ol, ul ul, input, [role=img]')])
    .filter(e => !e.closest('[data-testid=stIconMaterial]')).map(e => e.outerHTML.slice(0, 200)),
  ...(window.__ran ? ['a script ran'] : []),
  ...(document.title.includes(away) ? ['the title'] : []),
  ...(document.documentElement.scrollWidth > innerWidth + 1 ? ['too wide: ' + document.documentElement.scrollWidth] : []),
]"""


def is_text_only(page) -> None:
    assert page.evaluate(MORE_THAN_TEXT, AWAY) == []


def told(page) -> str:
    """What the box above the answer says."""
    box = page.locator(".st-key-notices")
    box.locator("[data-testid=stAlert]").first.wait_for()
    return " ".join((box.text_content() or "").replace("\u2060", "").split())


def test_names_and_values_of_an_address(open_app):
    """Half of the texts as names that nobody knows, the others as their values, all in one box."""
    half = len(HOSTILE) // 2
    page = open_app("/?" + urlencode(dict(zip(HOSTILE[:half], HOSTILE[half:], strict=True))))
    said = told(page)
    assert all(" ".join(quoted(t[:60]).split()) in said for t in HOSTILE)
    is_text_only(page)
    page.get_by_text("What else could not be used (31)").click()
    ready(page)
    picture(page, "hostile-address")
    is_text_only(page)


# Every name that means something, but for the school's own name, which may be any text.
PARAMETERS = (
    *("from", "kind", "grades", "locked", "came_from", "refresh", "enrollment_year1", "sent"),
    *("start.teacher_salary", "show", "screen", "screens", "levers", "look", "guess", "c", "v", "r"),
)
# One address after the other without loading the page anew, as Back does: what is told of each, on so many
# lines at least, and what is more than text. `turn` is a name nobody knows: told, it shows which was read.
IN_TURN = f"""async ([addresses, lines, away]) => {{
  const more = {MORE_THAN_TEXT}
  const box = () => document.querySelector('.st-key-notices')
  const seen = []
  for (const [turn, address] of addresses) {{
    history.pushState({{}}, '', address)
    dispatchEvent(new PopStateEvent('popstate', {{ state: {{}} }}))
    for (let tries = 0; tries < 1000; tries++) {{
      await new Promise(requestAnimationFrame)
      if (box()?.textContent.includes(turn) && box().querySelectorAll('li').length >= lines) break
    }}
    seen.push([box()?.textContent ?? '', more(away)])
  }}
  return seen
}}"""


def in_turn(page, queries: list[dict[str, str]], lines: int) -> list[str]:
    """What is told of each of these addresses, on so many lines or more; none becomes more than text."""
    named = [(f"turn{i}x", q) for i, q in enumerate(queries)]
    addresses = [[n, "/?" + urlencode({n: "1", **q})] for n, q in named]
    seen = page.evaluate(IN_TURN, [addresses, lines, AWAY])
    for (name, query), (said, more) in zip(named, seen, strict=True):
        assert name in said, query
        assert more == [], query
    ready(page)
    is_text_only(page)
    return [" ".join(said.replace("\u2060", "").split()) for said, _ in seen]


def test_every_parameter_of_an_address(open_app):
    """All of the texts in all of the names that mean something: each has a line of its own that is text."""
    page = open_app("/")
    texts = (*HOSTILE, *(t[:900] for t in HUGE))
    queries = [dict.fromkeys(PARAMETERS, t) for t in texts]
    for text, said in zip(texts, in_turn(page, queries, len(PARAMETERS) + 1), strict=True):
        # An ampersand parts an address, also one that a carrier wrote as &amp;.
        assert all(word in said for word in re.split(r"[\s&]+", repr(text[:60])[1:-1])), text
    picture(page, "hostile-parameters")


def test_the_name_of_a_school_in_an_address(open_app):
    """Every text as a name that is taken, on the page and where the plan is given away."""
    page = open_app("/?" + urlencode({"from": "us_elementary.1", "name": packed(LONGEST_NAME)[0]}))
    open_part(page, "take")
    for name in packed(LONGEST_NAME)[1:]:
        page.evaluate(
            "to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate', {state: {}})) }",
            "/?" + urlencode({"from": "us_elementary.1", "name": name}),
        )
        ready(page)
        is_text_only(page)


def a_plan(name: str) -> Plan:
    start = Scenario.preset(first_version("us_elementary")).named(name)
    return begun_from(first_version("us_elementary"), start, start.changed(teacher_leaders=6).named(name))


def brought(page, document: dict | bytes) -> None:
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": f"![x](//{AWAY}/f) :red[a].json", "mimeType": "application/json", "buffer": content}
    )
    page.locator(f'[data-testid="stFileUploaderFileName"][title*="{AWAY}"]').or_(
        page.get_by_text(AWAY).first
    ).first.wait_for()
    ready(page)


def test_names_reasons_and_notes_of_a_file(open_app):
    """Schools, plans, reasons, notes and what they stood at: opened, kept, listed, laid side by side."""
    names = packed(190)
    notes = tuple(
        Note("structural_result", year, text, text[:190])
        for year, text in zip(range(6), packed(480), strict=False)
    )
    filed = [Filed(a_plan(n), r, Notebook(notes)) for n, r in zip(names, packed(1_900) * 20, strict=False)]
    page = open_app("/")
    open_part(page, "open")
    brought(page, files.write(filed))
    assert "Opened:" in told(page)
    is_text_only(page)
    for part in PARTS:
        open_part(page, part)
        if part == "plans":
            for box in page.locator('[class*="st-key-compare-"] input').all()[:3]:
                box.press("Space")
                ready(page)
            page.get_by_role("button", name=say("compare.more")).first.click()
            ready(page)
            picture(page, "hostile-plans")
        is_text_only(page)


def test_what_is_refused_in_a_file(open_app):
    """Names that nobody knows, a version, a place of a note: the reasons are text."""
    page = open_app("/")
    open_part(page, "open")
    good = json.loads(files.write([a_plan("x")]))
    for document in (
        {**good, **{text: text for text in HOSTILE}},
        {**good, "model_version": f"![x](//{AWAY}/p)", "plans": [{**good["plans"][0], HOSTILE[0]: 1}]},
        {
            **good,
            "plans": [{**good["plans"][0], "notes": [{"on": t, "year": 1, "text": t} for t in HOSTILE[:20]]}],
        },
    ):
        brought(page, document)
        page.locator(".stApp [data-testid=stAlert]").first.wait_for()
        is_text_only(page)


def test_what_is_typed_on_the_page(open_app):
    """A plan's name and reason, a note, who decided and why: kept and listed as text."""
    page = open_app("/?from=us_elementary.1&teacher_leaders=6")
    links = f"![x](//{AWAY}/p) [y](http://{AWAY}) $a$ :red[b] <img src=//{AWAY}/q> http://{AWAY}"
    note(page, links)
    is_text_only(page)
    decide(page, f"{links} *why*")
    page.get_by_role("textbox", name="Who", exact=True).or_(
        page.get_by_role("textbox", name="Name")
    ).first.wait_for()
    open_part(page, "plans")
    keep(page, links, f"{links} `reason`")
    is_text_only(page)
    open_part(page, "lines")
    is_text_only(page)
