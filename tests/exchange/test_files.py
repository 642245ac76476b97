"""Files of plans: complete, readable, exact; and every reason why a file cannot be used, at once."""

from __future__ import annotations

import json
import random
from pathlib import Path

import jsonschema
import pytest

from exchange import files
from exchange.files import Filed, history, reading, schema_text
from exchange.files.history import Dropped
from exchange.files.limits import FORMAT_VERSION, MOST_PLANS
from exchange.files.schema import schema
from exchange.own_school import LONGEST_NAME
from model import MODEL_VERSION
from model.evidence import DATA_VERSION, LEVERS, PRESETS
from model.plan.plan import begun_from, from_preset
from model.plan.released import newest
from model.plan.scenario import Scenario
from model.texts import say
from tests.exchange.plans import document, random_plan, reasons
from tests.first_versions import first_version
from tools.saying import says

HOME = first_version("us_elementary")
DOCS = Path(__file__).resolve().parents[2] / "docs"

# What five numbers mean is written only beside five numbers.
# Own lines are written where they are used.
WRITTEN = [k for k, x in LEVERS.items() if not (x.of or x.own)]


def opened(content: dict) -> files.Opened:
    return files.read(json.dumps(content).encode())


# --- out and back -------------------------------------------------------------------------------------------


def test_a_thousand_random_plans_come_back_through_a_file():
    """Any start, any plan, names and reasons, in files of ten: exactly the same, without a remark."""
    draw = random.Random(44)
    for _ in range(100):
        filed = []
        for n in range(10):
            key = draw.choice(sorted(PRESETS))
            plan = random_plan(draw, key, draw.choice((0, 3, 10, 69)), school=draw.choice((0, 6, 69)))
            filed.append(
                Filed(begun_from(key, plan.start, plan.now.named(f"Plan {n} – «é» 校")), f"Why not {n}?")
            )
        assert files.read(files.write(filed)) == files.Opened(tuple(filed), ())


def test_the_same_plans_give_the_same_bytes():
    """Written, read and written again: not one byte differs, so a comparison shows what was changed and no
    more.
    """
    plan = random_plan(random.Random(7), HOME, 30, school=10)
    once = files.write([plan])
    assert once == files.write([plan]) == files.write(files.read(once).plans)


def test_a_file_reads_well():
    """One lever a line in the order of the register, five yearly numbers on one line, whole numbers without a
    point.
    """
    start = Scenario.preset(HOME)
    plan = begun_from(HOME, start, start.changed(cut_rate=(0, 0.07, 0.07, 0, 0), refresh="lumpy"))
    lines = files.write([Filed(plan, "A cut for two years")]).decode().splitlines()
    assert '        "cut_rate": [0, 0.07, 0.07, 0, 0],' in lines
    assert '        "refresh": "lumpy",' in lines
    assert lines.count('        "enrollment_year1": 450,') == 2
    assert '      "reason": "A cut for two years",' in lines
    at = lines.index('      "now": {')
    assert [line.split('"')[1] for line in lines[at + 1 : at + 1 + len(WRITTEN)]] == WRITTEN
    changed = [
        a
        for a, b in zip(files.write([from_preset(HOME)]).decode().splitlines(), lines, strict=True)
        if a != b
    ]
    assert len(changed) == 5  # reason, rate, two of the window, refresh


def test_a_file_is_complete_and_says_what_made_it():
    """Every lever of start and plan, and the versions of format, model and data."""
    made = document()
    assert made["format"] == "school-sustainability-explorer/plan"
    assert (made["format_version"], made["model_version"], made["data_version"]) == (
        FORMAT_VERSION,
        MODEL_VERSION,
        DATA_VERSION,
    )
    (plan,) = made["plans"]
    assert list(plan) == ["name", "reason", "preset", "start", "now", "locked", "notes", "decisions"]
    assert list(plan["start"]) == list(plan["now"]) == WRITTEN
    assert plan["preset"] == "us_elementary.1"


@pytest.mark.parametrize("count", [0, MOST_PLANS + 1])
def test_a_file_holds_a_sensible_number_of_plans(count):
    """None at all, or more than a shelf holds, is refused before anything is written."""
    with pytest.raises(ValueError, match=f"1 to {MOST_PLANS} plans, not {count}"):
        files.write([from_preset(HOME)] * count)


# --- the published schema -----------------------------------------------------------------------------------


def test_the_schema_is_current():
    """docs/scenario-schema.json is what the register gives now."""
    same = (DOCS / "scenario-schema.json").read_text(encoding="utf-8") == schema_text()
    assert same, "docs/scenario-schema.json is not what the register says now. Run: make docs"


def test_written_files_fit_the_schema():
    """Every preset and a hundred random plans; the schema itself is sound."""
    jsonschema.Draft202012Validator.check_schema(schema())
    holds = jsonschema.Draft202012Validator(schema())
    draw = random.Random(3)
    plans = [from_preset(k) for k in PRESETS] + [random_plan(draw, HOME, 69, school=69) for _ in range(100)]
    assert list(holds.iter_errors(document(*plans))) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.pop("format"),
        lambda d: d.update(colour="red"),
        lambda d: d.update(plans=[]),
        lambda d: d["plans"][0].pop("reason"),
        lambda d: d["plans"][0]["now"].pop("refresh"),
        lambda d: d["plans"][0]["now"].pop("instructional_coaches"),
        lambda d: d["plans"][0]["now"].update(enrolment=450),
        lambda d: d["plans"][0]["now"].update(refresh="never"),
        lambda d: d["plans"][0]["now"].update(inflation=9),
        lambda d: d["plans"][0]["now"].update(cut_first_year=2.5),
        lambda d: d["plans"][0]["start"].update(inflation=[0.02, 0.02]),
        lambda d: d["plans"][0]["start"].update(hold_harmless=True),
    ],
)
def test_what_the_schema_refuses_is_refused_here(damage):
    """The schema and the reader agree on what is no file of plans."""
    content = document()
    damage(content)
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(content))
    assert reasons(content)


# --- what is remarked upon ----------------------------------------------------------------------------------


def test_a_lever_that_came_later_takes_its_default_and_is_named():
    """A file of data version 1 lacks the coaches: filled in, and one remark for each lever, however many
    plans.
    """
    content = document(from_preset(HOME), from_preset(first_version("us_high"))) | {"data_version": 1}
    for plan in content["plans"]:
        for part in ("start", "now"):
            del plan[part]["instructional_coaches"]
    found = opened(content)
    assert [p.now["instructional_coaches"] for p in found.plans] == [0, 0]
    (remark,) = found.remarks
    newer = says("plan_file.newer_setting", version=2)
    assert "(instructional_coaches)" in newer.search(remark)[0]
    assert "0 positions" in remark


def test_a_lever_that_was_there_must_be_there():
    """The same lever missing from a file of its own data version is a fault."""
    content = document()
    del content["plans"][0]["now"]["instructional_coaches"]
    (reason,) = reasons(content)
    assert says("plan_file.no_field", name="instructional_coaches").search(reason)
    assert ", now " in reason


def test_a_lever_that_was_dropped_is_left_out_and_named(monkeypatch):
    """A lever of the past is no unknown name: it is left out, with what that means for the plan."""
    monkeypatch.setattr(history, "DROPPED", {"chalk_per_pupil": Dropped(3, "plan_file.take_out")})
    content = document()
    content["plans"][0]["now"]["chalk_per_pupil"] = 4
    found = opened(content)
    assert found.plans[0].plan == from_preset(HOME)
    meaning = say("plan_file.take_out")  # stands for what it would mean
    assert found.remarks == (say("plan_file.dropped", setting="chalk_per_pupil", version=3, meaning=meaning),)


def test_another_version_of_model_data_or_preset_is_remarked():
    """The values are used as they stand, and each difference is one sentence."""
    content = document() | {"model_version": "0.8", "data_version": DATA_VERSION + 1}
    content["plans"][0]["preset"] = "us_elementary.99"
    found = opened(content)
    plan, meant = found.plans[0].plan, from_preset(HOME)
    assert (plan.start.values, plan.now, plan.facts) == (meant.start.values, meant.now, meant.facts)
    assert plan.origin == newest("us_elementary")
    assert len(found.remarks) == 3
    for part in (
        says("plan_file.other_model_version", given="0.8", here=MODEL_VERSION),
        says("plan_file.newer_data_version", given=DATA_VERSION + 1, here=DATA_VERSION),
        says(
            "plan_file.other_version",
            version=99,
            preset="us_elementary",
            here=PRESETS["us_elementary"].version,
        ),
    ):
        assert sum(bool(part.search(r)) for r in found.remarks) == 1


def test_a_name_that_cannot_be_shown_is_mended_and_remarked():
    """Control characters and direction marks go, a far too long name is cut; both are said."""
    content = document(from_preset(HOME), from_preset(HOME))
    content["plans"][0]["name"] = "A\u202eB\u0000C\nD"
    content["plans"][1]["name"] = "x" * 5_000
    found = opened(content)
    assert found.plans[0].name == "ABC D"
    assert len(found.plans[1].name) == LONGEST_NAME
    assert len(found.remarks) == 2
    assert all(says("plan_file.shortened", field="name").search(r) for r in found.remarks)


@pytest.mark.parametrize("name", ["=1+1", "<b>bold</b>", "@x", 'a "b"', "../../x", "", "Zoë 小学校 🏫"])
def test_any_other_name_stays_as_it_is(name):
    """Text is text: what it might mean elsewhere is for those who write it there."""
    plan = from_preset(HOME)
    filed = Filed(begun_from(HOME, plan.start, plan.now.named(name)), name)
    assert files.read(files.write([filed])) == files.Opened((filed,), ())


# --- older formats ------------------------------------------------------------------------------------------


def from_version_0(old):
    """A made-up past: one plan a file, whose values were called levers."""
    plan = {
        "name": old["title"],
        "reason": "",
        "preset": old["from"],
        "start": old["levers"],
        "now": old["levers"],
    }
    made = {k: old[k] for k in ("format", "model_version", "data_version")}
    return made | {"plans": [plan]}, ["It has no reason."]


def version_0() -> dict:
    new = document()
    plan = new.pop("plans")[0]
    return new | {"format_version": 0, "title": "Old", "from": plan["preset"], "levers": plan["now"]}


def test_an_older_format_is_brought_up_to_date(monkeypatch):
    """A step takes the old file to the next version; its remarks reach the reader, after those that name the
    versions.
    """
    monkeypatch.setattr(history, "STEPS", {**history.STEPS, 0: lambda d: _stamped(*from_version_0(d))})
    found = opened(version_0())
    assert found.plans[0].plan.now == Scenario.preset(HOME).named("Old")
    assert found.remarks == (
        say("plan_file.brought", version=0, next=1),
        say("plan_file.brought", version=1, next=2),
        "It has no reason.",
    )
    assert found.updated == {say("plan_file.brought", version=n, next=n + 1) for n in (0, 1)}


def _stamped(document, remarks):
    return document | {"format_version": 1}, remarks


@pytest.mark.parametrize("damage", ["title", "levers", "from"])
def test_a_damaged_file_of_an_older_format_is_refused(monkeypatch, damage):
    """A step that cannot find its way means a damaged file, not a fault of the program."""
    monkeypatch.setattr(history, "STEPS", {**history.STEPS, 0: lambda d: _stamped(*from_version_0(d))})
    old = version_0()
    del old[damage]
    assert reasons(old) == (say("plan_file.damaged", version=0),)


def test_steps_are_taken_one_after_the_other(monkeypatch):
    """Two versions back is two steps, in order."""
    now = FORMAT_VERSION
    monkeypatch.setattr(reading, "FORMAT_VERSION", now + 2)
    steps = {now: lambda d: (d, ["one to two"]), now + 1: lambda d: (d, ["two to three"])}
    monkeypatch.setattr(history, "STEPS", steps)
    found = opened(document())
    assert [r for r in found.remarks if r not in found.updated] == ["one to two", "two to three"]
