"""Share links: short, exact, and held to what they said when they were made."""

from __future__ import annotations

import random
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree as ET

import pytest

from exchange import address, link, stamp
from exchange.link import LinkTooLong, address_of, moved_in_words, opened, qr_svg
from exchange.showing import Showing
from model.evidence import PRESETS
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import quoted, say
from tests.exchange.plans import random_plan
from tests.first_versions import first_version
from tools.saying import says

BASE = "https://explorer.example.org/"
HOME = first_version("us_elementary")


def changed(**values) -> Plan:
    start = Scenario.preset(HOME)
    return begun_from(HOME, start, start.changed(values))


def parts(made: str) -> dict[str, str]:
    return dict(parse_qsl(made.partition("?")[2], keep_blank_values=True))


# --- what a link holds --------------------------------------------------------------------------------------


def test_a_link_can_be_read_by_eye():
    """The check figure, the preset with its version, model and data, year 5 in whole dollars, then what was
    changed.
    """
    made = address_of(changed(enrollment_year1=520, cut_rate=(0, 0.07, 0.07, 0, 0)), BASE)
    check, rest = made.partition("&")[0], made.partition("&")[2]
    assert check.startswith(f"{BASE}?c=")
    year_5 = project([opened(made).plan.now]).cell("structural_result", 5)
    assert rest == (
        f"from=us_elementary.1&v={stamp.HERE}&r={year_5:.0f}"
        "&enrollment_year1=520&cut_rate=0,0.07,0.07,0,0&cut_first_year=1&cut_years=5"
    )


def test_the_pages_own_address_stays_short():
    """What the address bar holds has no stamp: it would be out of date with the next move."""
    assert not set(stamp.NAMES) & set(address.write(changed(enrollment_year1=520)))


def test_a_link_may_open_in_present_mode():
    """How a room sees the plan travels with it and does not touch the check figure."""
    plan, shown = changed(enrollment_year1=520), Showing(on=True, screen=2, look="dark")
    found = opened(address_of(plan, BASE, shown))
    assert (found.plan, found.showing, found.problems) == (plan, shown, ())
    assert parts(address_of(plan, BASE, shown))["c"] == parts(address_of(plan, BASE))["c"]


@pytest.mark.parametrize("base", [BASE, "http://10.0.0.7:8501", "https://a.example/plans/?old=1#top"])
def test_the_link_leads_to_where_the_page_is(base):
    """Host and path are those of the page; what the page's address held beside them is not taken along."""
    made = address_of(changed(teacher_leaders=6), base)
    assert "old" not in made
    assert "#" not in made
    assert made.startswith(base.partition("?")[0].rstrip("/"))
    assert opened(made).plan == changed(teacher_leaders=6)


def test_ten_changed_levers_stay_under_four_hundred_characters():
    """Five hundred plans with ten levers moved as sliders move them, at an address of usual length."""
    draw = random.Random(10)
    plans = [random_plan(draw, draw.choice(sorted(PRESETS)), 10, screen=True) for _ in range(500)]
    assert max(len(address_of(p, "https://explorer.district.example.org/")) for p in plans) < 400


def test_a_link_that_would_be_too_long_names_the_file():
    """No link over 2,000 characters is ever made; the message says how long it would be and what to do
    instead.
    """
    plan = random_plan(random.Random(1), HOME, 69)
    with pytest.raises(LinkTooLong, match=says("link.too_long", most="2,000")):
        address_of(plan, BASE)


def test_a_thousand_random_plans_come_back_through_their_links():
    """Any start, any plan, any number of changed levers: exactly the same, or no link at all and the page's
    address.
    """
    draw, made = random.Random(4), 0
    for _ in range(1000):
        plan = random_plan(
            draw, draw.choice(sorted(PRESETS)), draw.choice((0, 3, 10, 30, 69)), school=draw.choice((0, 0, 6))
        )
        try:
            text = address_of(plan, BASE)
            made += 1
        except LinkTooLong:
            text = f"{BASE}?{urlencode(address.write(plan))}"
        found = opened(text, "us_high")
        assert (found.plan, found.problems, found.moved) == (plan, (), None)
    assert made > 600


# --- what a link says of its making -------------------------------------------------------------------------


def older(**values: str) -> str:
    """A link as an older model would have made it."""
    query = {"from": f"{HOME}", "v": "0.9.1", "r": "36100", **values}
    return f"{BASE}?{urlencode({'c': stamp._check_figure(query), **query})}"


def test_a_number_that_moved_is_told_with_both_numbers():
    """A link of an older model opens without a question and says what year 5 came to then and now."""
    found = opened(older())
    assert found.problems == ()
    assert found.plan == from_preset(HOME)
    assert found.made_with == "0.9.1"
    assert [round(x) for x in found.moved] == [36_100, 35_966]
    told = say("link.moved", made_with="0.9.1", here=stamp.HERE, old="$36,100", new="$35,966")
    assert moved_in_words(found) == told


def test_a_number_that_stayed_is_not_told():
    """An older model with the same number, or one a dollar off in the rounding, is no news."""
    for same in ("35966", "35967"):
        found = opened(older(r=same))
        assert (found.problems, found.moved, moved_in_words(found)) == ((), None, "")


def test_the_same_model_cannot_give_another_number():
    """A result that does not fit, without a check figure and from this very model, is a problem and names
    both.
    """
    for made_with in ({"v": stamp.HERE}, {}):
        found = opened(f"{BASE}?{urlencode({'from': f'{HOME}', 'r': '36100', **made_with})}")
        (problem,) = found.problems
        assert problem == say("link.other_result", said="$36,100", found="$35,966")
        assert found.moved is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"v": "9.0.1"}, "link.newer"),
        ({"v": "one"}, "link.no_version"),
        ({"v": ""}, "link.no_version"),
        ({"v": "1.0.٢"}, "link.no_version"),
        ({"v": "1.0.2<b>"}, "link.no_version"),
        ({"r": "many"}, "link.no_result"),
        ({"r": ""}, "link.no_result"),
        ({"r": "1e3"}, "link.no_result"),
        ({"r": "9" * 400}, "link.no_result"),
    ],
)
def test_a_stamp_that_cannot_be_is_named(wrong, said):
    """A version or a result that is none is one problem; the plan is still offered."""
    (problem,) = opened(older(**wrong)).problems
    assert says(said).search(problem)
    assert len(problem) < 150
    assert opened(older(**wrong)).plan == from_preset(HOME)


def test_a_link_that_was_cut_off_is_noticed_wherever_it_was_cut():
    """Every shorter form of a link is a problem, but for the bare address, which holds no plan."""
    made = address_of(changed(enrollment_year1=520, teacher_leaders=12, startup_grants=250_000), BASE)
    for end in range(len(f"{BASE}?c"), len(made)):
        assert opened(made[:end]).problems, made[:end]


def test_a_changed_letter_or_a_lost_part_is_noticed():
    """One value another, or one lever missing: the check figure does not fit, and the page will ask."""
    made = address_of(changed(enrollment_year1=520, teacher_leaders=12, startup_grants=250_000), BASE)
    for tampered in (
        made.replace("=520", "=530"),
        made.replace("&teacher_leaders=12", ""),
        made.replace("us_elementary", "us_middle"),
        made.replace("startup_grants=250000", "startup_grants=150000"),
    ):
        check = parts(made)["c"]
        (problem,) = opened(tampered).problems
        assert problem == say("link.changed", check=quoted(check))


def test_the_order_of_the_parts_does_not_matter():
    """A mail program that sorts an address does no harm."""
    plan = changed(enrollment_year1=520, teacher_leaders=12)
    found = opened(f"{BASE}?{urlencode(sorted(parts(address_of(plan, BASE)).items()))}")
    assert (found.plan, found.problems) == (plan, ())


# --- presets of the past ------------------------------------------------------------------------------------


def test_a_version_that_is_not_held_is_said():
    """The usual version is offered, and both versions are named."""
    key, here = "us_elementary", PRESETS["us_elementary"].version
    (problem,) = opened(f"{BASE}?from={key}.99").problems
    assert problem == say("link.other_version", version=quoted("99"), preset=PRESETS[key].label, here=here)


# --- what is no link ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["http://[", "?" + "a=1&" * 2_000, "x" * 30_000, "http://a/?from=%ff%fe"])
def test_what_is_no_link_says_so(text):
    """One sentence, the usual preset, no exception."""
    found = opened(text)
    assert len(found.problems) == 1
    assert found.plan == from_preset(PRESETS["us_elementary"].name)


# --- the picture code ---------------------------------------------------------------------------------------


SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_code_is_an_image_with_its_quiet_border():
    """Well-formed, named for a screen reader, dark on white so that it is read in the dark scheme too."""
    svg = qr_svg(address_of(changed(enrollment_year1=520), BASE))
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"  # without its namespace no browser draws it as an image
    assert root.find(f"{SVG}title").text == say("link.code")
    ground, code = root.findall(f"{SVG}path")
    assert (ground.get("fill"), code.get("stroke")) == ("#fff", "#000")
    assert code.get("d").startswith("M4 4.5")


def test_the_longest_link_still_makes_a_code():
    """Two thousand characters fit, and what is drawn depends on the text alone."""
    assert "<svg" in qr_svg("x" * link.LONGEST)
    assert qr_svg("a") == qr_svg("a") != qr_svg("b")


def test_no_text_becomes_markup_in_the_code():
    """The picture holds squares, not the text."""
    assert "script" not in qr_svg("<script>alert(1)</script>")
