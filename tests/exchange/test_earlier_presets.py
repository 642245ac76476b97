"""A preset has a newer version: what named the earlier one still means it, at every door."""

from __future__ import annotations

import json
from types import MappingProxyType

import pytest

from commands.model_program import main
from exchange import address, files, link
from exchange.files import Filed
from exchange.python_code import as_python
from exchange.scenario_list import read_table
from exchange.workbook.plans import sheets_of
from model.evidence import DATA, PRESETS, EvidenceError, load_earlier_presets
from model.plan import named_presets
from model.plan.facts import of_preset
from model.plan.plan import begun_from, from_preset
from model.plan.scenario import Scenario
from model.texts import say
from tests.app.screen import choose, now, open_app, plan

HOME = "us_elementary"
NEWEST = f"{HOME}.{PRESETS[HOME].version}"
EARLIER = f"{HOME}.7"  # with three teacher leaders, where the newest has four


@pytest.fixture(autouse=True)
def held(monkeypatch):
    """A version 7 is held beside the newest."""
    values = MappingProxyType({**PRESETS[HOME].values, "teacher_leaders": 3.0})
    old = PRESETS[HOME]._replace(version=7, values=values, grades=(1, 4), is_earlier=True)
    monkeypatch.setattr(named_presets, "earlier_presets", lambda: {EARLIER: old})


def test_the_key_alone_is_the_newest_version():
    """With its version it is the earlier one, with its own values, and its own grades."""
    assert Scenario.preset(HOME)["teacher_leaders"] == 4
    assert Scenario.preset(EARLIER)["teacher_leaders"] == 3
    assert (of_preset(EARLIER).lowest_grade, of_preset(HOME).lowest_grade) == (1, 0)
    assert (from_preset(EARLIER).preset, from_preset(HOME).preset) == (EARLIER, HOME)
    assert not from_preset(EARLIER).is_own_school


def test_a_link_keeps_its_version():
    """What differs from that version is stated, and the address still names it."""
    found = link.opened(f"https://school.example/?from={EARLIER}&enrollment_year1=520")
    assert found.problems == ()
    assert (found.plan.start["teacher_leaders"], found.plan.now["enrollment_year1"]) == (3, 520)
    assert address.write(found.plan) == {"from": EARLIER, "enrollment_year1": "520"}
    assert found.plan.school == PRESETS[HOME].label


def test_a_file_keeps_its_version_without_a_remark():
    """It is held, so there is nothing to tell."""
    content = files.write([Filed(from_preset(EARLIER))])
    assert json.loads(content)["plans"][0]["preset"] == EARLIER
    read = files.read(content)
    assert (read.plans[0].plan, read.remarks) == (from_preset(EARLIER), ())


def test_a_list_names_a_version():
    """A row with and one without, and one that names a version nobody has."""
    table = read_table(f"preset,inflation\n{HOME},0.02\nUS elementary.7,0.02\n{HOME}.6,0.02\n".encode())
    assert [(r.preset, r.scenario["teacher_leaders"]) for r in table.rows] == [(HOME, 4), (EARLIER, 3)]
    (problem,) = table.problems
    assert say("values.no_such_version", preset=HOME, version="“6”", held=f"{NEWEST} or {EARLIER}") in problem


def test_commands_take_a_version(capsys):
    """They print the name as it was given; the list of presets shows the earlier one last."""
    assert main(["run", "--preset", EARLIER, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["preset"] == EARLIER
    assert main(["presets"]) == 0
    names = [line.split("  ")[0].strip() for line in capsys.readouterr().out.splitlines()]
    assert names == [*PRESETS, EARLIER]


def test_python_and_workbook_know_where_the_plan_began():
    """Lines of Python always name the version: they are kept in scripts."""
    plan_of_it = from_preset(EARLIER).changed({"inflation": 0.03})
    assert f"Scenario.preset('{EARLIER}')" in as_python(plan_of_it)
    assert "'teacher_leaders'" not in as_python(plan_of_it)
    assert f"Scenario.preset('{NEWEST}')" in as_python(from_preset(HOME))
    assert sheets_of([Filed(plan_of_it)])[0].preset == PRESETS[HOME].label


def test_the_page_says_that_there_is_a_newer_one():
    """The list of examples holds the earlier version only while the plan began from it."""
    app = open_app(**{"from": EARLIER})
    box = app.selectbox(key="preset")
    name = say("settings.earlier_version", preset=PRESETS[HOME].label, version=7)
    assert (box.value, box.options.count(name)) == (EARLIER, 1)
    assert now(app)["teacher_leaders"] == 3
    assert not plan(app).is_own_school
    choose(app, HOME)
    assert (now(app)["teacher_leaders"], plan(app).preset) == (4, HOME)
    assert name not in app.selectbox(key="preset").options


def test_a_school_of_ones_own_keeps_what_it_was_compared_with():
    """It began from the earlier version, and only what differs from that is its own."""
    began = begun_from(EARLIER, Scenario.preset(EARLIER).changed(enrollment_year1=333))
    assert {k for k, way in began.came_from().items() if way == "typed"} == {"enrollment_year1"}
    query = address.write(began)
    assert (query["from"], query["start.enrollment_year1"]) == (EARLIER, "333")
    assert [k for k in query if k.startswith("start.")] == ["start.enrollment_year1"]


# --- where they lie -----------------------------------------------------------------------------------------


def problems_with(folder, kept: str, **fields) -> tuple[str, ...]:
    """What is said of one earlier version in a folder of this name, with other fields."""
    content = {**json.loads((DATA / "presets" / f"{HOME}.json").read_text(encoding="utf-8")), **fields}
    (folder / kept).mkdir()
    (folder / kept / f"{content['key']}.json").write_text(json.dumps(content), encoding="utf-8")
    newest = {HOME: PRESETS[HOME]._replace(version=3)}
    try:
        load_earlier_presets(newest, folder)
    except EvidenceError as e:
        return e.problems
    return ()


@pytest.mark.parametrize(
    ("kept", "fields", "said"),
    [
        ("version_2", {"version": 2}, None),
        ("version_1", {"version": 2}, "Put the file in version_2."),
        ("version_3", {"version": 3}, "3 is not before that of now, 3"),
        ("version_1", {"version": 1, "key": "us_elementary_old"}, "no preset of now is 'us_elementary_old'"),
        ("version_1", {"version": 1, "family": "usa"}, "family: 'usa' is unknown"),
    ],
)
def test_an_earlier_version_lies_where_its_number_says(tmp_path, kept, fields, said):
    """In the folder of its version, under the key of a preset of now, with a lower number."""
    found = problems_with(tmp_path, kept, **fields)
    assert [said in problem for problem in found] == ([] if said is None else [True])
