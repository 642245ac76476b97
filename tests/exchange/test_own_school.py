"""A school of one's own: its name, its facts and where its values came from travel in the address, a link and
a file.

And they are not written where they follow from the preset, so that links and files of presets stay as they
are.
"""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

import jsonschema
import pytest

from exchange import address, files, link
from exchange.files import Filed, schema_text
from exchange.own_school import of_no_preset
from model.evidence import LEVERS, PRESETS
from model.plan.facts import Facts, of_preset
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario
from model.texts import listed, quoted, say
from tests.exchange.plans import document, reasons
from tests.first_versions import first_version
from tools.saying import says

BASE_URL = "http://127.0.0.1:8501/"
HOME = first_version("us_elementary")
START = Scenario.preset(HOME).changed(base_rate_per_pupil=11_900).named("Lincoln Elementary – «é» 校 & more")
TYPED = begun_from(HOME, START)
CHARTER = Facts("charter", 5, 8)
IMPORTED = Plan(
    of_no_preset().changed(enrollment_year1=333).named("Ours"),
    of_no_preset().changed(enrollment_year1=333, teacher_leaders=5).named("Ours"),
    CHARTER,
    stated=(("enrollment_year1", "imported"), ("base_rate_per_pupil", "own_budget")),
)
PLANS = {
    "a name": TYPED,
    "a name, changed and locked": replace(
        TYPED.changed({"teacher_leaders": 6}), locks=(("inflation", "central"),)
    ),
    "a charter that began from a district preset": replace(TYPED, facts=CHARTER),
    "a preset that serves other grades": replace(
        from_preset(first_version("us_high")), facts=Facts("district", 7, 12)
    ),
    "only the lowest grade differs": replace(
        from_preset(first_version("us_high")), facts=Facts("district", 8, 12)
    ),
    "a preset under another name": begun_from(HOME, Scenario.preset(HOME).named("My school")),
    "values that say where they came from": replace(TYPED, stated=(("base_rate_per_pupil", "own_budget"),)),
    "no preset at all": IMPORTED,
    "no preset and nothing but defaults": Plan(of_no_preset().named("x"), of_no_preset().named("x"), CHARTER),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_everything_comes_back_through_address_link_and_file(plan):
    """After a reload of the page, from a share link, from a plan file: equal in every part."""
    query = parse_qs(urlencode(address.write(plan)), keep_blank_values=True, strict_parsing=True)
    assert address.read(query, "us_middle") == address.Opened(plan, ())
    opened = link.opened(link.address_of(plan, BASE_URL))
    assert (opened.plan, opened.problems) == (plan, ())
    filed = Filed(plan.named("Plan A"), "why")
    written = files.write([filed])
    assert files.read(written) == files.Opened((filed,), ())
    jsonschema.validate(json.loads(written), json.loads(schema_text()))


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_says_nothing_of_its_school(preset):
    """Its facts and its name follow; a plan from it says no more than what was moved."""
    moved = from_preset(preset).changed({"teacher_leaders": 5.5})
    assert set(address.write(moved)) == {"from", "teacher_leaders"}
    assert not {"school", "came_from"} & set(document(moved)["plans"][0])


def test_a_typed_in_school_says_only_what_does_not_follow():
    """A school named by its size is named again by its size; one with a name of its own carries it."""
    by_size = begun_from(HOME, START.named("A school like mine: 450 students"))
    assert set(address.write(by_size)) == {"from", "start.base_rate_per_pupil"}
    assert address.write(TYPED)["name"] == START.name
    assert document(TYPED)["plans"][0]["school"] == {"name": START.name}
    high = replace(from_preset(first_version("us_high")), facts=Facts("charter", 8, 12))
    assert address.write(high) == {"from": "us_high.1", "kind": "charter", "grades": "8-12"}
    assert document(high)["plans"][0]["school"] == {"kind": "charter", "lowest_grade": 8, "top_grade": 12}


def test_a_link_of_locked_levers_fits_its_check_figure():
    """What is locked, and whose school it is, is part of what a link is checked by: a change is noticed."""
    plan = replace(TYPED, locks=(("teacher_leaders", "mandate"),), facts=CHARTER)
    made = link.address_of(plan, BASE_URL)
    assert link.opened(made).problems == ()
    for before, after in (
        ("mandate", "central"),
        ("charter", "district"),
        ("Lincoln", "Kennedy"),
        ("5-8", "5-7"),
    ):
        assert before in made
        (problem,) = link.opened(made.replace(before, after)).problems
        assert says("link.changed").search(problem)


# --- what strangers write -----------------------------------------------------------------------------------


def opened(**query: str) -> address.Opened:
    return address.read({k: [v] for k, v in query.items()}, HOME)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            {"kind": "private"},
            says("values.kind_of_school", given=quoted("private"), kinds="district or charter"),
        ),
        ({"kind": ""}, says("values.kind_of_school", given=quoted(""))),
        ({"grades": "5"}, says("link.grades", given=quoted("5"))),
        ({"grades": "5-"}, says("link.grades")),
        ({"grades": "0-5-8"}, says("link.grades")),
        ({"grades": "k-5"}, says("link.grades")),
        ({"grades": "-1-5"}, says("link.grades")),
        ({"grades": "٣-5"}, says("link.grades")),
        ({"grades": "5-2"}, says("values.grades_turned", lowest=5, top=2)),
        ({"grades": "0-13"}, says("values.grades_served", least=0, most=12)),
        ({"grades": "9" * 5_000 + "-12"}, says("link.grades")),
        ({"name": "A\u202eB"}, says("link.name_shortened")),
        ({"name": "A\nB"}, says("link.name_shortened")),
        ({"name": "x" * 201}, says("link.name_shortened", most=200)),
        (
            {"came_from": "enrollment_year1.hearsay"},
            says("values.origin_of_no_kind", given=quoted("hearsay")),
        ),
        ({"came_from": "pupils.typed"}, says("values.origin_of_no_setting", name=quoted("pupils"))),
        (
            {"came_from": "inflation.typed,inflation.imported"},
            says(
                "link.two_origins",
                name=quoted("inflation"),
                words=listed([quoted("typed"), quoted("imported")]),
            ),
        ),
        ({"from": "none"}, says("plan_file.no_school")),
        ({"from": "none", "kind": "charter"}, says("plan_file.no_school")),
        ({"from": "none.1"}, says("link.no_preset", given=quoted("none.1"))),
    ],
)
def test_what_cannot_be_is_said_and_not_taken(query, said):
    """One sentence; the school is the preset's, or the usual one; its name is one line that can be shown."""
    found = opened(**query)
    (problem,) = found.problems
    assert said.search(problem)
    assert len(problem) < 250
    school = found.plan.school
    assert 0 < len(school) <= 200
    assert school.isprintable()
    assert found.plan.facts in (of_preset(HOME), Facts("district", 0, 12))


@pytest.mark.parametrize(
    "name", ["=1+1", "<b>bold</b>", "@x", "../../x", "%2e%2e", "a&kind=charter", "none", "🏫"]
)
def test_a_name_is_text(name):
    """Whatever it might mean elsewhere, it comes back letter by letter, and it changes nothing else."""
    plan = begun_from(HOME, START.named(name))
    found = link.opened(link.address_of(plan, BASE_URL))
    assert (found.plan, found.problems) == (plan, ())


def test_a_link_is_never_too_long_for_a_name():
    """The longest name of four-byte letters and nothing else: a link refuses to be made rather than to be
    cut.
    """
    plan = begun_from(HOME, START.named("🏫" * 200))
    with pytest.raises(link.LinkTooLong):
        link.address_of(plan, BASE_URL)
    assert files.read(files.write([plan])).plans[0].plan == plan


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"school": 5}, says("plan_file.not_an_object", field="school", given=5)),
        ({"school": {"name": 5}}, says("plan_file.not_a_text", field="name", given=5)),
        ({"school": {"kind": "private"}}, says("values.kind_of_school", given=quoted("private"))),
        ({"school": {"kind": None}}, says("plan_file.no_kind", given="null")),
        ({"school": {"lowest_grade": True}}, says("plan_file.no_grade", given="true", low=0, high=12)),
        ({"school": {"top_grade": 13}}, says("values.grades_served", least=0, most=12)),
        ({"school": {"top_grade": 10**30}}, says("values.grades_served", least=0, most=12)),
        ({"school": {"lowest_grade": 9}}, says("values.grades_turned", lowest=9, top=5)),
        ({"school": {"kinds": "charter"}}, says("names.did_you_mean", name="kind")),
        ({"came_from": []}, says("plan_file.no_origins", given="[…]")),
        ({"came_from": {"inflation": 5}}, says("values.origin_of_no_kind", given=quoted("5"))),
        ({"preset": None}, says("plan_file.no_school")),
    ],
)
def test_what_cannot_be_in_a_file_is_refused(part, said):
    content = document()
    content["plans"][0] |= part
    (reason,) = reasons(content)
    assert said.search(reason)
    assert reason.startswith(say("plan_file.plan", number=1))


def test_a_school_name_that_cannot_be_shown_is_mended_and_remarked():
    content = document()
    content["plans"][0]["school"] = {"name": "A\u202eB" + "x" * 300}
    found = files.read(json.dumps(content).encode())
    assert len(found.plans[0].plan.school) == 200
    assert found.plans[0].plan.school.startswith("ABx")
    assert len(found.remarks) == 1


def test_every_value_may_say_where_it_came_from_and_the_address_still_fits():
    plan = replace(IMPORTED, stated=tuple((k, "own_budget") for k in LEVERS))
    query = address.write(plan)
    assert sum(len(k) + len(v) for k, v in query.items()) < address.LONGEST
    assert address.read({k: [v] for k, v in query.items()}, HOME).plan == plan
