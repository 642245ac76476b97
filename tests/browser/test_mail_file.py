"""The file to mail, from disk and with the network off: what its sliders say is what the model says."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from exchange.files import Filed
from exchange.mail_file import MOST_SETTINGS, can_be_chosen
from exchange.mail_file.sliders import slider, way_of_writing
from model.evidence import LEVERS
from model.goals.places import places
from model.plan.notebook import Decision, Note, Notebook
from model.plan.plan import from_preset
from model.ranges.bands import ranges
from model.ranges.whose_counts import PLACE, whose
from model.results.projection import project
from model.results.rating import rate
from model.results.rating_in_words import if_things_change, on_paper, together
from model.results.verdicts import judge
from model.texts import say
from model.units import amount, money, money_short, number, percent, positions
from tests.browser.look import picture
from tests.browser.mailed_page import differences, mailed, opened, some_moves
from tests.exchange.plans import random_plan
from tests.hostile_texts import AWAY, FORMS, LINKS, PICTURES

PLANS = 4  # drawn at random, with twelve sliders each
PHONE = {"viewport": {"width": 360, "height": 740}}
DARK = {"color_scheme": "dark"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("mailed")


@pytest.fixture(scope="module")
def usual(folder):
    return mailed(from_preset("us_elementary"), folder / "usual.html", tested=None)


def test_two_hundred_places_are_the_models(browser, usual):
    """To the cent and to the letter, in one visit that asks for nothing but the file."""
    plan = from_preset("us_elementary")
    with opened(browser, usual) as here:
        count = here.page.locator("input").count()
        assert count == 9
        assert differences(here.page, plan, some_moves(random.Random(16), count, 200)) == []
        assert here.asked == [usual.as_uri()]
        assert here.faults == []


def test_places_of_plans_of_every_kind_are_the_models(browser, folder):
    """Five values a year, typed dollars that grow later, open positions, loans, choices, own lines."""
    draw = random.Random(2_026)
    for i in range(PLANS):
        plan = random_plan(draw, draw.choice(["us_elementary", "chicago_charter_k8", "us_high"]), 20 * i)
        able = can_be_chosen(plan)
        by_year = [k for k in able if isinstance(plan.now[k], tuple)][:4]
        keys = list(dict.fromkeys([*by_year, *draw.sample(able, MOST_SETTINGS)]))[:MOST_SETTINGS]
        file = mailed(plan, folder / f"drawn-{i}.html", keys)
        with opened(browser, file) as here:
            assert differences(here.page, plan, some_moves(draw, len(keys), 10)) == [], keys
            assert here.faults == []


def test_keys_move_a_slider_and_the_button_brings_the_plan_back(browser, usual):
    """The badge of the sent plan steps back meanwhile, and a changed rating is told once."""
    key = "pupils_per_teacher"
    with opened(browser, usual) as here:
        page = here.page
        texts = ("paper", "tested", "sentence", "headline", "year5")
        before = [page.locator(f"#{x}").text_content() for x in texts]
        page.evaluate(
            """() => { window.heard = []; const status = document.getElementById('told');
            new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true }) }"""
        )
        page.locator(f"#in-{key}").focus()
        for _ in range(12):
            page.keyboard.press("ArrowLeft")
        said = amount(13.9, LEVERS[key].unit)
        assert page.locator(f"#in-{key}").get_attribute("aria-valuetext") == said
        assert page.evaluate("values.pupils_per_teacher") == 13.9
        assert "aside" in page.locator("#tested-badge").get_attribute("class")
        page.locator("#told:not(:empty)").wait_for(state="attached")
        assert page.evaluate("heard") == [page.locator("#paper").text_content()]
        picture(page, "mail-moved")
        page.locator("#back").click()
        assert [page.locator(f"#{x}").text_content() for x in texts] == before
        assert page.locator("#back").is_disabled()
        assert here.faults == []


def test_a_sustainable_plan_says_both_in_one_badge_until_a_slider_moves(browser, folder):
    """A moved plan was not tested: then the first badge says what is on paper, the second what was sent."""
    plan = from_preset("us_elementary").changed({"base_rate_per_pupil": 15_000.0})
    rating = rate(
        judge(project([plan.now])), ranges(plan.now, place=whose(PLACE, plan.now, plan.facts)).chance
    )
    assert rating.is_sustainable
    with opened(browser, mailed(plan, folder / "sound.html", ["inflation"], tested=None)) as here:
        page = here.page
        assert page.locator("#paper").text_content() == together(rating)
        assert page.locator("#tested-badge").is_hidden()
        page.locator("#in-inflation").press("ArrowLeft")
        assert page.locator("#paper").text_content() == on_paper(rating)
        sent = say("mail.tested_sent", rating=if_things_change(rating))
        assert page.locator("#tested").inner_text() == sent
        page.locator("#in-inflation").press("ArrowRight")  # by hand to where it was
        assert page.locator("#paper").text_content() == together(rating)
        assert here.faults == []


def test_the_answer_stands_without_a_script(browser, usual):
    """As in the preview of a phone: every word and number is there, the sliders rest, and it says why."""
    with opened(browser, usual, java_script_enabled=False) as still, opened(browser, usual) as here:
        for part in (".badges", "#sentence", "#headline", "table", "form", ".sent", "footer"):
            one, other = (x.page.locator(part).text_content() for x in (still, here))
            assert one == other != "", part
        assert still.page.locator("noscript p").is_visible()
        assert not still.page.locator("input:enabled").count()


def test_numbers_are_written_as_everywhere(browser, usual):
    """Ends, halves, small and large ones, and every unit of a setting."""
    draw = random.Random(5)
    some = [0.0, 0.5, -0.5, 0.05, 0.15, 2.5, 999.5, 9_994_999.9, 9_995_000, 999_499.9, 999_500, 0.0045, 1e9]
    some += [draw.uniform(-1, 1) * 10 ** draw.randint(-3, 9) for _ in range(400)]
    some += [round(draw.uniform(-1, 1) * 10 ** draw.randint(0, 6), draw.randint(0, 3)) for _ in range(400)]
    ways = [money, money_short, percent, positions, number]
    levers = {x.unit: x for x in LEVERS.values() if not x.is_choice}
    values = {unit: _values(draw, x) for unit, x in levers.items()}
    with opened(browser, usual) as here:
        found = here.page.evaluate(
            "xs => xs.map(x => [money(x), moneyShort(x), percent(x), positions(x), number(x)])", some
        )
        assert found == [[f(x) for f in ways] for x in some]
        signed = here.page.evaluate("xs => xs.map(x => [money(x, true), moneyShort(x, true)])", some)
        assert signed == [[money(x, plus=True), money_short(x, plus=True)] for x in some]
        for unit, lever in levers.items():
            shown = here.page.evaluate(
                "([xs, way]) => xs.map(WRITE[way])", [values[unit], way_of_writing(lever)]
            )
            assert shown == [amount(x, unit, long=False) for x in values[unit]], unit


def _values(draw, lever):
    low, high = lever.bounds
    if lever.is_whole:
        return [float(draw.randint(int(low), int(min(high, 400)))) for _ in range(20)]
    return [low, high, *(round(draw.uniform(low, high), draw.randint(0, 4)) for _ in range(60))]


def test_sliders_stand_where_the_searches_of_the_product_do(browser, usual):
    """Every setting of a plan has the places that `model.goals.places` gives it, and begins at its own."""
    plan = from_preset("us_elementary")
    keys = can_be_chosen(plan)
    assert len(keys) > 80
    with opened(browser, usual) as here:
        found = here.page.evaluate("all => all.map(placesOf)", [slider(plan, k).as_json() for k in keys])
    for key, standing in zip(keys, found, strict=True):
        wanted = places(plan.now, key, dated=False)
        assert standing == list(wanted.values), key
        assert standing[slider(plan, key).at] == plan.now[key]


@pytest.mark.parametrize("media", [{}, DARK, PHONE, {**PHONE, **DARK}])
def test_nothing_is_found_and_nothing_is_wider_than_the_window(browser, usual, media):
    """By axe, at rest and moved."""
    with opened(browser, usual, **media) as here:
        for moved in (False, True):
            if moved:
                here.page.locator("input").first.focus()
                here.page.keyboard.press("End")
            found = Axe().run(here.page).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
            assert (
                here.page.evaluate("document.documentElement.scrollWidth") <= here.page.viewport_size["width"]
            )
            picture(here.page, f"mail-{len(media)}-{'dark' if 'color_scheme' in media else 'light'}-{moved}")


def test_it_prints_on_one_page(browser, usual):
    """Light, without sliders, also from a dark screen and after a move."""
    with opened(browser, usual, **DARK) as here:
        here.page.locator("input").nth(1).press("ArrowLeft")
        printed = PdfReader(BytesIO(here.page.pdf(format="Letter")))
        assert len(printed.pages) == 1
        words = " ".join(printed.pages[0].extract_text().split())
        assert here.page.locator("#headline").text_content() in words
        assert say("mail.settings") in words
        assert say("mail.try") not in words
        here.page.emulate_media(media="print")
        assert here.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not here.page.locator("input:visible, button:visible").count()


def test_hostile_words_are_words(browser, folder):
    """In the names of school, plan and own lines, in notes and decisions: nothing runs, nothing is asked."""
    ends = (
        "</script><script>alert(1)</script><!--",
        "@@script@@ {count} \\u003c &lt;",
        "'\"><style>*{}</style>",
    )
    told = (*PICTURES, *LINKS, *FORMS, *ends, "\u05d0\u0639 学 😀", "x" * 400)
    plan = from_preset("chicago_charter_k8")
    for i in range(0, len(told), 15):
        some = told[i : i + 15]
        name = " ".join(some)
        own = {"own_01_kind": "recurring_cost", "own_01_name": some[0][:40], "own_01_amount": 9_000.0}
        now = plan.now.changed(own).named(name)
        book = Notebook(
            tuple(Note("structural_result", t, x) for t, x in enumerate(some[:5], 1)),
            (Decision(date(2026, 1, 2), some[0], name, (), 0.0, 0.0),),
        )
        hostile = replace(plan, now=now, start=plan.start.named(name[::-1]))
        filed = Filed(hostile, notebook=book)
        keys = ["own_01_amount", "enrollment_year1"]
        file = mailed(
            filed, folder / f"hostile-{i}.html", keys, notes=True, base="https://plans.example.org/"
        )
        with opened(browser, file, **PHONE) as here:
            assert here.page.locator("h1").text_content() == name
            here.page.locator("input").first.press("ArrowRight")
            assert here.asked == [file.as_uri()]
            assert here.faults == []
            assert here.page.locator("script, style").count() == 3
            assert here.page.locator("img, iframe, video").count() == 0
            assert here.page.evaluate("document.documentElement.scrollWidth") <= 360
            links = [a.get_attribute("href") for a in here.page.locator("a").all()]
            assert all(AWAY not in x.split("?")[0] for x in links)
