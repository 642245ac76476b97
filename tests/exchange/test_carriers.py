"""Links as mail, chat, social and embedding programs leave them: they open as if nothing had been done."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, quote

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import address
from exchange.address import Opened
from exchange.link import address_of, opened
from exchange.showing import Showing
from model.evidence import LEVERS
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario
from model.texts import quoted, say
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

HOME = first_version("us_elementary")
BASE = "https://explorer.example.org/"


def a_plan(name: str = "Lincoln, the old one") -> Plan:
    """A plan with every kind of value in its link: numbers, five of them, a small one, a choice, words."""
    start = Scenario.preset(HOME).named(name)
    moved = {"enrollment_year1": 520, "cut_rate": (0, 0.07, 0.07, 0, 0), "enrollment_growth": -0.005}
    now = start.changed({**moved, "refresh": "lumpy", "inflation": 1e-07})
    plan = begun_from(HOME, start, now)
    return replace(plan, locks=(("teacher_leaders", "mandate"),))


PLAN = a_plan()
SHOWN = Showing(on=True, look="dark")
LINK = address_of(PLAN, BASE)
QUERY = LINK.partition("?")[2]
OWN = f"{BASE}?from={HOME}&teacher_leaders=6"  # the page's own address, without a check figure


def on_the_page(link: str) -> Opened:
    """The link as a browser reads it: it drops line breaks and what stands behind a number sign."""
    query = re.sub(r"[\n\r\t]", "", link).partition("?")[2].partition("#")[0]
    return address.read(parse_qs(query, keep_blank_values=True), HOME)


# --- what is added ------------------------------------------------------------------------------------------

ADDED = [
    "fbclid=IwAR0abc_aem_x",
    "gclid=CjwK",
    "gbraid=0AAA&gclsrc=aw.ds",
    "utm_source=news&utm_medium=email&utm_campaign=x%20y",
    "mc_cid=1f&mc_eid=2a",
    "msclkid=9",
    "igshid=Mz",
    "igsh=Mz&mibextid=x",
    "_hsenc=p2A&_hsmi=12",
    "__hstc=1&__hssc=2&__hsfp=3",
    "ttclid=1&twclid=2&li_fat_id=3&yclid=4&dclid=5",
    "embed=true&embed_options=show_toolbar&embed_options=dark_theme",
    "_ga=2.1&_gl=1*x",
    "mkt_tok=MTI&vero_id=3&oly_enc_id=4",
    "pk_campaign=x&mtm_source=y",
    "FBCLID=IwAR",
]


@looped("added", ADDED)
@looped("link", [LINK, OWN])
def test_known_carriers_are_passed_over(link, added):
    """Behind, before, or among the parameters, with a check figure or without."""
    plan = PLAN if link == LINK else from_preset(HOME).changed({"teacher_leaders": 6})
    first, _, rest = link.partition("?")
    ahead, _, behind = rest.partition("&")
    for carried in (f"{link}&{added}", f"{first}?{added}&{rest}", f"{first}?{ahead}&{added}&{behind}"):
        for found in (opened(carried), on_the_page(carried)):
            assert (found.plan, found.problems, found.remarks) == (plan, (), ()), carried


@looped(
    "added",
    ["ref=lumpy", "enrolment_year1=1", "x", "=1", "from=us_high.1", "teacher_leaders=9", "source=a&b"],
)
def test_with_a_check_figure_whatever_else_is_there_is_a_carriers(added):
    """Even a name that is also ours: the figure says which of two values the link was made with.

    A lever that the link does not hold cannot be added to it.
    """
    for carried in (f"{LINK}&{added}", LINK.replace("?", f"?{added}&")):
        for found in (opened(carried), on_the_page(carried)):
            if added.startswith("teacher_leaders"):
                assert says("link.changed").search(found.problems[-1])
            else:
                assert (found.plan, found.problems) == (PLAN, ()), carried


@looped("added", ["ref=lumpy", "enrolment_year1=1", "colour"])
def test_without_a_check_figure_an_unknown_name_is_told(added):
    """It may be a mistyped lever: its value, and what people call the nearest one."""
    name, _, value = added.partition("=")
    (problem,) = opened(f"{OWN}&{added}").problems
    near = {"ref": LEVERS["refresh"].label, "enrolment_year1": LEVERS["enrollment_year1"].label}
    remedy = say("link.meant", name=quoted(near[name])) if name in near else say("link.ask_for_another")
    assert problem == f"{say('link.unknown', name=quoted(name), values=quoted(value))} {remedy}"


# --- what is done to it -------------------------------------------------------------------------------------


def in_order(link: str) -> str:
    """The parameters in the order of their names; a place in the page stays at the end."""
    head, _, rest = link.partition("?")
    query, hash_sign, place = rest.partition("#")
    return f"{head}?{'&'.join(sorted(query.split('&')))}{hash_sign}{place}"


DONE = {
    "nothing": lambda x: x,
    "&amp;": lambda x: x.replace("&", "&amp;"),
    "&amp; twice": lambda x: x.replace("&", "&amp;amp;"),
    "a number for &": lambda x: x.replace("&", "&#38;"),
    "one &amp; only": lambda x: x[::-1].replace("&", ";pma&", 1)[::-1],
    "escaped as HTML": lambda x: x.replace("&", "&amp;").replace('"', "&quot;"),
    "angle brackets": lambda x: f"<{x}>",
    "a bracket behind": lambda x: f"({x})",
    "a full stop behind": lambda x: f"{x}.",
    "a comma behind": lambda x: f"{x},",
    "quotes": lambda x: f'"{x}"',
    "curled quotes": lambda x: f"\u201c{x}\u201d",
    "bracket, quote, full stop": lambda x: f'("{x}").',
    "Markdown": lambda x: f"[The plan]({x})",
    "stars": lambda x: f"**{x}**",
    "encoded behind": lambda x: f"{x}%29.",
    "a doubled ?": lambda x: x.replace("?", "??"),
    "a second ? for &": lambda x: f"{x}?fbclid=IwAR",
    "percent twice": lambda x: x.replace("%", "%25").replace(",", "%252C"),
    "all of it once more": lambda x: x.partition("?")[0] + "?" + quote(x.partition("?")[2], safe=""),
    "a place in the page": lambda x: f"{x}#:~:text=plan",
    "sorted": in_order,
    "blanks around": lambda x: f"  {x} \n",
    "a soft break": lambda x: x[:70] + "\u200b" + x[70:],
    "an invisible hyphen": lambda x: x[:75] + "\u00ad" + x[75:],
    "plus for blank": lambda x: x.replace("%20", "+"),
}
ONLY_WITH_FIGURE = {
    "a blank inside": lambda x: x.replace("cut_rate", "cut_ rate").replace("lumpy", "lum py"),
    "long dashes": lambda x: x.replace("-", "\u2013"),
    "mail's code for =": lambda x: x.replace("=", "=3D"),
    "capitals": lambda x: x.replace("from=us", "FROM=US"),
}
IN_A_TEXT = {
    "broken over lines": lambda x: x[:70] + "\n" + x[70:140] + "\r\n" + x[140:],
    "mail's soft line breaks": lambda x: x[:70] + "=\r\n" + x[70:140] + "=\r\n" + x[140:],
    "quoted in mail": lambda x: f"See\n> {x}\n",
    "its ? lost": lambda x: x.replace("?", ""),
    "the query alone": lambda x: x.partition("?")[2],
    "in a sentence": lambda x: f"Here is our plan ({x}), tell me what you think.",
    "in HTML": lambda x: f'<p>Our <a href="{x.replace("&", "&amp;")}">plan</a>?</p>',
    "among other links": lambda x: f"From https://school.example/?id=7 we get {x} today. https://b.example/",
    "checked by mail": lambda x: f"https://safe.example/?url={quote(x, safe='')}&data=05%7C01&reserved=0",
    "sent on": lambda x: f"https://search.example/url?q={quote(x, safe='')}&sa=D&usg=AOv",
}


@looped("done", [*DONE, *ONLY_WITH_FIGURE])
@looped("shown", [Showing(), SHOWN])
def test_a_shared_link_survives_what_is_done_to_it(shown, done):
    """The plan and how it is shown come back, without a word."""
    carried = {**DONE, **ONLY_WITH_FIGURE}[done](address_of(PLAN, BASE, shown))
    found = opened(carried)
    assert (found.plan, found.problems, found.showing, found.remarks) == (PLAN, (), shown, ()), carried
    if "#" not in carried:  # a browser cuts the address off there; then the figure does not fit
        assert on_the_page(carried) == found, carried


@looped("done", IN_A_TEXT)
def test_a_link_is_found_in_a_text(done):
    """A whole mail may be given; the check figure says which of its addresses is the plan."""
    found = opened(IN_A_TEXT[done](LINK))
    assert (found.plan, found.problems) == (PLAN, ())


@looped("done", DONE)
def test_an_address_without_a_figure_survives_what_changes_no_value(done):
    """The page's own address is shared too."""
    carried = DONE[done](
        f"{BASE}?from={HOME}&cut_rate=0,0.07,0.07,0,0&cut_first_year=1&cut_years=5&refresh=lumpy"
    )
    plan = from_preset(HOME).changed({"cut_rate": (0, 0.07, 0.07, 0, 0), "refresh": "lumpy"})
    found = opened(carried)
    assert (found.plan, found.problems) == (plan, ()), carried


@looped("name", ["St. Mary's.", "A & B (old)", "50% more?", "Sons, Inc.", "a=b", "#1", "100 %25", '"Q"'])
def test_a_name_keeps_what_looks_like_a_carriers_doing(name):
    """Full stops, ampersands and brackets of a school's name are its own."""
    plan = a_plan(name)
    for text in (address_of(plan, BASE), f"{address_of(plan, BASE)}&fbclid=1"):
        for found in (opened(text), on_the_page(text)):
            assert (found.plan, found.problems) == (plan, ())


def test_what_was_really_changed_is_still_noticed():
    """A digit, a lever less, a lever more: no repair makes the figure fit again."""
    for tampered in (
        LINK.replace("=520", "=530"),
        LINK.replace("&refresh=lumpy", ""),
        f"{LINK}&device_unit_cost=1",
    ):
        for added in ("", "&fbclid=1", ")."):
            assert any(says("link.changed").search(p) for p in opened(tampered + added).problems)


# --- whatever is done to it ---------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*DONE, *ADDED]), max_size=3),
    st.sampled_from([PLAN, a_plan("Zoë & Co. 小学校")]),
)
def test_any_few_of_these_together(doings, plan):
    """Up to three at once: the plan comes back in silence, or something is said; never another plan."""
    text = address_of(plan, BASE)
    for doing in doings:
        text = DONE[doing](text) if doing in DONE else f"{text}&{doing}"
    found = opened(text)
    assert found.problems or found.plan == plan, text
    if len(doings) < 2:
        assert found.plan == plan, text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120), st.integers(0, len(LINK)), st.integers(0, 12))
def test_any_text_within_a_link(text, at, lost):
    """It never raises; with a check figure either this very plan comes back, or a problem is told."""
    found = opened(LINK[:at] + text + LINK[at + lost :])
    assert found.plan == PLAN or found.problems or "c=" not in LINK[:at] + text + LINK[at + lost :]
