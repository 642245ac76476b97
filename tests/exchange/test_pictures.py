"""Pictures of a plan: each says by itself what it is, and is drawn from the model's numbers."""

from __future__ import annotations

import itertools
import struct
import xml.etree.ElementTree as ET

import pytest

from exchange.files import Filed
from exchange.heading import made as made_on
from exchange.pictures import FORMS, PICTURES, picture, pictures_of
from exchange.pictures.cases_content import cases_content
from exchange.pictures.columns_content import columns_content
from exchange.pictures.moved_content import MOST, moved_content
from model.answer.numbers import view_numbers
from model.explain.ledger import ledger
from model.plan.plan import from_preset
from model.ranges.bands import QUANTILES, ranges
from model.results.projection import project
from model.results.rating import Untested
from model.texts import say
from model.units import money
from tests.exchange.decks import DAY, NAMES, changed, renamed
from tests.looped import looped

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def plan():
    return renamed(changed(), "Lincoln School", "Plan B")


@pytest.fixture(scope="module")
def futures(plan):
    return ranges(plan.now)


def drawn(key, plan, form="svg", futures=Untested.OFF):
    return picture(key, Filed(plan), form, today=DAY, futures=futures)


def test_each_picture_is_1600_pixels_wide(plan, futures):
    """The width stands in the first part of a PNG."""
    for key in PICTURES:
        made = drawn(key, plan, "png", futures)
        assert made[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = struct.unpack(">II", made[16:24])
        assert width == 1600
        assert 500 <= height <= 1600


def test_each_picture_says_whose_it_is_of_when_and_made_with_what(plan, futures):
    """In the drawing, where letters are outlines, and in the title for who does not see it."""
    for key, row in PICTURES.items():
        root = ET.fromstring(drawn(key, plan, futures=futures))
        title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        for said in (row.label, "Plan B", "Lincoln School", "450", made_on(DAY)):
            assert said in title.text
        result = project([plan.now]).cell("structural_result", 5)
        if key != "savings":
            assert money(abs(result)) in description.text
        assert root.get("role") == "img"
        assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (
            title.get("id"),
            description.get("id"),
        )
        # No typeface is asked for, and nothing outside.
        assert not [x for x in root.iter() if x.tag in (f"{SVG}text", f"{SVG}script", f"{SVG}image")]
        links = [v for x in root.iter() for k, v in x.attrib.items() if k.endswith("href")]
        assert all(v.startswith("#") for v in links)


def test_which_pictures_a_plan_has(plan):
    """Nothing moved a plan that was not changed, and without futures none are drawn."""
    assert pictures_of(plan) == ("curve", "result", "savings", "cases", "year5")
    assert pictures_of(from_preset("us_elementary")) == ("curve", "result", "savings", "cases")
    assert pictures_of(plan, has_futures=False) == ("curve", "result", "savings", "year5")
    for key in ("cases", "nothing"):
        with pytest.raises(KeyError):
            drawn(key, plan)
    with pytest.raises(KeyError):
        drawn("year5", from_preset("us_elementary"))


def test_the_same_plan_on_the_same_day_is_the_same_picture(plan):
    for form in FORMS:
        assert drawn("result", plan, form) == drawn("result", plan, form)


@looped("name", NAMES)
def test_any_name_is_a_text(name):
    """The file is well formed, and the name is no markup in it."""
    plan = renamed(changed(), name, name)
    root = ET.fromstring(drawn("year5", plan))
    assert not root.findall(f".//{SVG}title/*")
    assert "450" in root.find(f"{SVG}title").text


def test_columns_are_the_model_s(plan, futures):
    """Every year's dollars, and between which two 8 of 10 futures land; zero is on the scale."""
    p = project([plan.now])
    for line, years in (("structural_result", range(1, 6)), ("fund_balance", range(6))):
        found = columns_content(line, years, p, futures)
        assert [c["value"] for c in found["columns"]] == [round(p.cell(line, t)) for t in years]
        low, high = (futures.bands[line][QUANTILES.index(q)] for q in (0.1, 0.9))
        assert [r["low"] for r in found["range"]] == [round(low[t]) for t in years]
        assert [r["high"] for r in found["range"]] == [round(high[t]) for t in years]
        assert found["low"] <= 0 <= found["high"]
        assert columns_content(line, years, p, None)["range"] is None


def test_the_futures_are_the_model_s(plan, futures):
    found = cases_content(project([plan.now]), futures)
    bands = futures.bands["structural_result"][:, 1:]
    drawn_as = [found["wide"]["low"], found["half"]["low"], found["half"]["high"], found["wide"]["high"]]
    for band, q in zip(drawn_as, (0.1, 0.25, 0.75, 0.9), strict=True):
        assert band == [round(x) for x in bands[QUANTILES.index(q)]]
    assert any(t["at"] == 0 for t in found["ticks"])
    assert 3 <= len(found["ticks"]) <= 9


def test_what_moved_year_5_leads_from_the_start_to_the_plan(plan):
    """Each bar begins where the one above ended; the first and the last are the two results."""
    rows = moved_content(plan)["rows"]
    start, now = (round(project([x]).cell("structural_result", 5)) for x in (plan.start, plan.now))
    assert (rows[0]["to"], rows[-1]["to"]) == (start, now)
    for above, below in itertools.pairwise(rows[:-1]):
        assert below["from"] == above["to"]
    assert rows[-2]["to"] == now
    assert [r["name"] for r in rows[1:-1]] == [e.label for e in ledger(plan.start, plan.now).entries]


def test_many_changes_share_a_last_bar():
    """Eleven changes: seven bars, and one for the four that moved least."""
    plan = from_preset("us_elementary")
    keys = ("pupils_per_teacher", "teacher_salary", "benefit_rate", "base_rate_per_pupil", "device_unit_cost")
    keys += ("software_per_pupil", "recurring_pd_per_teacher", "startup_pd_per_teacher", "inflation")
    for key in (*keys, "opening_fund_balance", "startup_grants"):
        plan = plan.changed({key: plan.now.number(key) * 1.02})
    rows = moved_content(plan)["rows"]
    assert len(rows) == MOST + 2
    assert rows[-2]["name"] == say("pictures.other_changes", count=4)
    assert rows[-2]["to"] == round(project([plan.now]).cell("structural_result", 5))


def test_the_curve_is_that_of_the_page_for_the_board(plan):
    """It is drawn from the same content; its numbers in words are those of the page."""
    from exchange.handout.curve_content import curve_content

    p = project([plan.now])
    content = curve_content(p, view_numbers(p, plan.facts)[0])
    assert ET.fromstring(drawn("curve", plan)).find(f"{SVG}desc").text == content["alt"]
