"""Pictures that follow the page's `#live` element: what they draw from it is what they draw after a rerun."""

from __future__ import annotations

import pytest

from model.texts import say
from model.units import money
from model.year_names import year_name
from tests.app.plans import CASES, beside
from tools.browser import ROOT, ready, serve
from views import charts

NAMES = list(CASES)

# The picture without what depends on the way there: marks of an axis and attributes of a line that was empty
# keep the order in which they appeared, and clip paths are numbered page-wide as they are made.
DRAWN = """() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg.marks')].map(svg => {
  const picture = svg.cloneNode(true);
  for (const element of picture.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      element.removeAttribute(name);
      element.setAttribute(name, value);
    }
  for (const axis of picture.querySelectorAll('.role-axis-grid, .role-axis-label'))
    axis.replaceChildren(...[...axis.children].sort((a, b) => a.outerHTML < b.outerHTML ? -1 : 1));
  return picture.outerHTML.replace(/clip\\d+/g, 'clip');
})"""
PUT = """value => {
  for (const heard of document.querySelectorAll('#live > *')) {
    heard.value = value;
    heard.dispatchEvent(new Event('input'));
  }
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}"""


@pytest.fixture(scope="module")
def pictures_url(browser):
    with serve("tests/browser/pages/live_charts.py", env={"PYTHONPATH": str(ROOT)}) as url:
        yield url


@pytest.fixture
def pictures(open_app, pictures_url, console_faults):
    """The page of pictures. At the end the browser's console must not have warned of anything."""
    yield open_app(f"{pictures_url}/", viewport=(1280, 3000))
    assert not console_faults


def rerun(page, plan, start=""):
    for field, name in (("start", start), ("plan", plan)):
        box = page.get_by_label(field, exact=True)
        if box.input_value() != name:
            box.fill(name)
            box.press("Enter")
    page.get_by_text(f"{plan}, {start}", exact=True).wait_for()
    ready(page)
    return page.evaluate(DRAWN)


def bus(plan, start="", only_moving=False):
    """What the page hands over: a table's rows as JSON, NaN as null."""
    held = {}
    for name in charts.NAMES:
        held[name] = {}
        for dataset, fields in charts.batch(
            name, CASES[plan], CASES.get(start), beside(plan if start else "")
        ).items():
            chosen = {k: v[0].tolist() for k, v in fields.items()}
            held[name][dataset] = {
                k: [None if v != v else v for v in row]  # noqa: PLR0124
                for k, row in chosen.items()
                if not only_moving or k not in ("t", "key", "year", "name")
            }
    return {"sig": NAMES.index(plan), "charts": held}


@pytest.mark.parametrize("start", ["", "sound", "humps"])
def test_the_live_picture_is_the_one_a_rerun_draws(pictures, start):
    drawn = {plan: rerun(pictures, plan, start) for plan in NAMES}
    rerun(pictures, "sound", start)
    pictures.evaluate("document.querySelectorAll('svg.marks').forEach(svg => { svg.kept = true })")
    for plan in NAMES:
        pictures.evaluate(PUT, bus(plan, start))
        assert pictures.evaluate(DRAWN) == drawn[plan], plan
    pictures.evaluate(PUT, None)
    assert pictures.evaluate(DRAWN) == drawn["sound"]
    # The rows of the plan that the element names are there: they are drawn, and nothing is seen to change.
    pictures.evaluate(PUT, bus("humps", start))
    assert rerun(pictures, "humps", start) == drawn["humps"]
    # ... and no longer when the element names another.
    pictures.evaluate(PUT, {**bus("sound", start), "sig": NAMES.index("humps")})
    assert pictures.evaluate(DRAWN) == drawn["humps"]
    assert pictures.evaluate("[...document.querySelectorAll('svg.marks')].map(svg => svg.kept)") == [True] * 5


def test_what_is_not_handed_over_stays(pictures):
    own = rerun(pictures, "sound")
    other = bus("humps")
    held = other["charts"]
    some = {"sig": other["sig"], "charts": {"result": held["result"], "balance": {}}}
    pictures.evaluate(PUT, some)
    now = pictures.evaluate(DRAWN)
    assert now[1] != own[1]
    assert [now[0], *now[2:]] == [own[0], *own[2:]]
    pictures.evaluate(PUT, {"sig": other["sig"]})
    assert pictures.evaluate(DRAWN) == own


def test_what_is_read_out_and_pointed_at_is_written_as_everywhere_else(pictures):
    """Tooltips and spoken words are made in the browser, from whole dollars: as `money` writes them."""
    rerun(pictures, "sound")
    for plan in NAMES:
        pictures.evaluate(PUT, bus(plan))
        spoken = pictures.evaluate(
            "[...document.querySelectorAll('svg.marks')].map("
            "svg => [...svg.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label')))"
        )
        p = CASES[plan]
        for t in range(1, 6):
            revenue, cost = p["public_revenue"][t], p["recurring_cost"][t]
            year, result = year_name(t), money(revenue - cost, plus=True)
            said = {"funding": money(revenue), "cost": money(cost), "result": result}
            assert say("charts.year_told", year=year, **said) in spoken[0]
            for line, where in (("structural_result", 1), ("fund_balance", 2)):
                assert say("charts.bar_told", year=year, amount=money(p[line][t])) in spoken[where]
            people = {"part": say("charts.people"), "year": year, "amount": money(p["personnel"][t])}
            assert any(x.startswith(say("charts.part_told", share="", **people)) for x in spoken[3])
        once, given = money(p["one_time_cost"][0]), money(p["grant_revenue"][0])
        assert say("charts.startup_told", year=year_name(0), cost=once, grants=given) in spoken[0]


def test_the_tooltip_follows(pictures):
    rerun(pictures, "sound")
    pictures.evaluate(PUT, bus("always short"))
    box = pictures.locator("svg.marks").nth(1).bounding_box()
    pictures.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + box["height"] * 0.3)
    tooltip = pictures.locator("#vg-tooltip-element.visible")
    tooltip.wait_for()
    assert money(CASES["always short"]["structural_result"][1]) in tooltip.inner_text()


def test_without_the_element_the_pictures_are_drawn(open_app, pictures_url, pictures, console_faults):
    assert not console_faults
    page = open_app(f"{pictures_url}/?without", viewport=(1280, 3000))
    assert page.evaluate(DRAWN) == rerun(pictures, "sound")
    assert rerun(page, "humps") == rerun(pictures, "humps")
    # Vega says that it misses the element, and of the page with the element it says nothing.
    assert set(console_faults) == {"ERROR Signal bind element not found: null"}
    console_faults.clear()
