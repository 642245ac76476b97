"""The file to mail: its size, its policy, what is in it and what is not, and which settings it takes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from exchange.files import Filed
from exchange.heading import version
from exchange.mail_file import MOST_SETTINGS, can_be_chosen, most_that_matter, page_to_mail
from model.evidence import LEVERS, PRESETS
from model.plan.locks import kind_label
from model.plan.notebook import Decision, Note, Notebook
from model.plan.plan import from_preset
from model.plan.scenario import ScenarioError
from model.results.rating import Untested
from model.texts import counted, say, speaking
from tests.looped import looped

DAY = date(2026, 11, 26)
MOST_BYTES = 60_000
HOME = "us_elementary"


def page(plan, **more):
    filed = plan if isinstance(plan, Filed) else Filed(plan)
    return page_to_mail(filed, **{"today": DAY, "tested": Untested.OFF, **more}).decode()


def data(text):
    """What the script reads."""
    return json.loads(re.search(r'<script id="data"[^>]*>(.*?)</script>', text, re.DOTALL)[1])


def hashed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@looped("preset", list(PRESETS))
def test_a_file_is_small_and_the_same_each_time(preset):
    """With notes off; and with twelve sliders, which is the most."""
    plan = from_preset(preset)
    twelve = [*most_that_matter(plan)]
    twelve += [k for k in can_be_chosen(plan) if k not in twelve][: MOST_SETTINGS - len(twelve)]
    usual = page_to_mail(Filed(plan), today=DAY)
    assert len(usual) < len(page(plan, settings=twelve).encode()) < MOST_BYTES
    assert usual == page_to_mail(Filed(plan), today=DAY)


def test_its_policy_lets_in_its_own_script_and_style_and_nothing_else():
    text = page(from_preset(HOME))
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert set(policy.split("; ")) == {
        "default-src 'none'",
        f"script-src {hashed(script)}",
        f"style-src {hashed(style)}",
        "form-action 'none'",
        "base-uri 'none'",
    }
    assert not re.search(
        r'\son[a-z]+="|\sstyle="|\ssrc="|url\(|@import|innerHTML|https?://(?!www.w3.org/2000)', text
    )


def test_it_says_whose_it_is_and_when_it_was_made():
    plan = from_preset(HOME)
    named = replace(plan, now=plan.now.named("Plan B"))
    text = page(named)
    assert "<h1>Plan B</h1>" in text
    assert "<title>Plan B</title>" in text
    assert plan.school in text
    assert version() in text
    assert '<html lang="en">' in text


def test_a_link_leads_to_the_full_tool_only_where_others_can_go():
    plan = from_preset(HOME)
    for here in (
        "",
        "http://127.0.0.1:8501/",
        "http://localhost:8501/",
        "http://[::1]:8501",
        "http://0.0.0.0/",
    ):
        assert "<a " not in page(plan, base=here)
    for there in ("https://plans.example.org/", "http://school.local:8501/"):
        (link,) = re.findall(r'<a href="([^"]*)"', page(plan, base=there))
        assert link.startswith(f"{there}?c=")


def test_notes_and_decisions_go_along_only_when_asked():
    book = Notebook(
        (Note("recurring_cost", 3, "Ask the district about this"),),
        (Decision(date(2026, 5, 4), "Ada B", "We keep the coach", (), 0.0, 0.0),),
    )
    filed = Filed(from_preset(HOME), notebook=book)
    words = ("Ask the district", "Ada B", "We keep the coach")
    assert not any(x in page(filed) for x in words)
    assert all(x in page(filed, notes=True) for x in words)


def test_a_locked_setting_is_fixed():
    """It is no slider, named or not, and stands with its reason."""
    plan = replace(from_preset(HOME), locks=(("teacher_salary", "mandate"),))
    assert "teacher_salary" not in most_that_matter(plan)
    text = page(plan, settings=["teacher_salary", "salary_growth"])
    assert [s["key"] for s in data(text)["sliders"]] == ["salary_growth"]
    assert kind_label("mandate") in text


def test_the_nine_that_matter_most_are_there_unless_others_are_named():
    """What the plan has none of is not offered: this one employs no aides beyond its classes."""
    plan = from_preset(HOME)
    nine = most_that_matter(plan)
    assert len(nine) == 9
    assert "paraprofessional_positions" not in nine
    assert [s["key"] for s in data(page(plan))["sliders"]] == list(nine)
    assert data(page(plan, settings=["inflation"]))["values"] == {"inflation": plan.now["inflation"]}
    assert data(page(plan, settings=[]))["sliders"] == []


@looped(
    "settings, key, said",
    [
        (["teachr_salary"], "teachr_salary", None),
        (["refresh"], "refresh", "mail.is_choice"),
        (["inflation", "inflation"], "inflation", "mail.twice"),
        (["entering_pupils"], "entering_pupils", "mail.moves_nothing"),
        (["leased_area"], "leased_area", "mail.moves_nothing"),
    ],
)
def test_what_cannot_be_a_slider_is_refused(settings, key, said):
    with pytest.raises(ScenarioError) as refused:
        page(from_preset(HOME), settings=settings)
    (problem,) = refused.value.problems
    assert problem.lever == key
    if said:
        assert str(problem) == say(said, setting=f"{LEVERS[key].label} ({key})")
    else:
        assert "teacher_salary" in str(problem)


def test_thirteen_sliders_are_too_many():
    plan = from_preset(HOME)
    with pytest.raises(ScenarioError) as refused:
        page(plan, settings=can_be_chosen(plan)[: MOST_SETTINGS + 1])
    assert str(refused.value) == say("mail.too_many", most=MOST_SETTINGS, given=MOST_SETTINGS + 1)


def test_the_chance_is_that_of_the_sent_plan_and_is_told_only_where_it_was_tested():
    plan = from_preset(HOME)
    assert data(page(plan))["ui"]["tone"] == "open"
    tested = data(page(plan, tested=None))["ui"]
    assert tested["tone"] != "open"
    assert tested["testedSent"] == say("mail.tested_sent", rating=tested["tested"])


def test_one_number_in_the_place_of_five_typed_ones_grows():
    """As on the page of the product: the mark that says what five numbers meant goes back with them."""
    five = {"teacher_salary": (9e4, 9e4, 9e4, 9e4, 8e4), "teacher_salary_each_year": "as_typed"}
    plan = from_preset(HOME).changed(five)
    held = data(page(plan, settings=["teacher_salary", "salary_growth"]))
    assert held["sliders"][0]["beside"] == {"teacher_salary_each_year": "grows"}
    assert held["values"]["teacher_salary_each_year"] == "as_typed"
    carried = {"key": "teacher_salary", "mark": "teacher_salary_each_year", "growth": "salary_growth"}
    assert held["carried"] == [carried]
    assert data(page(plan, settings=["inflation"]))["carried"] == []


def test_its_messages_are_those_of_the_language_of_now():
    """Every message is taken from the catalog with its places for values, and its forms by their count."""
    for spoken in ("en", "qps", "keys"):
        with speaking(spoken):
            held = data(page(from_preset(HOME)))
            assert held["texts"]["rating.balances"] == say("rating.balances")
            for count in ("0", "1", "1.5", "2", "7"):
                text = held["texts"]["units.students"]
                if isinstance(text, list):
                    number = int(count) if count.isdecimal() else 2
                    text = text[1 + int(held["rules"][text[0]][number])]
                assert text.format(count=count) == say("units.students", count=counted(count))
