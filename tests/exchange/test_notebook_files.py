"""Notes and decisions in a file: they come back as they were, in any number, and what is wrong with them is
said.
"""

from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import files
from exchange.files import Filed
from exchange.files.faults import FileRefused
from exchange.files.limits import LONGEST_NOTE, MOST_NOTEBOOK, MOST_NOTES
from exchange.files.notebook_fields import notebook_text, read_notebook, too_much
from exchange.files.schema import schema
from exchange.one_line import clean
from model.evidence import LEVERS
from model.explain.decided import decided
from model.plan.notebook import Move, Note, Notebook
from model.plan.plan import begun_from, from_preset
from model.plan.scenario import Scenario
from model.texts import quoted, say
from tests.exchange.plans import document, reasons
from tests.first_versions import first_version
from tests.looped import looped
from tests.strategies import scenarios
from tools.saying import says

START = from_preset(first_version("us_elementary"))
AFTER = START.now.changed(teacher_leaders=6, public_funding_growth=(0, 0.02, 0.02, 0.01, 0.01))
DAY = date(2026, 11, 25)
RECORD = decided(
    Notebook(
        (
            Note("structural_result", 5, "Ask the district.", "$35,965.63"),
            Note("teacher_leaders", None, "=HYPERLINK(1)", "4 positions"),
            Note("cut_tolerance", None, "<script>alert(1)</script>", "4.1%"),
        )
    ),
    START.start,
    AFTER,
    DAY,
    "The board",
    "More help for new teachers",
)
FILED = Filed(begun_from(START.preset, START.start, AFTER.named("Six")), "why", RECORD)


def test_they_come_back_as_they_were():
    """Texts, places, days, moves with five yearly numbers, dollars: equal after writing and reading, and to
    the schema.
    """
    written = files.write([FILED])
    assert files.read(written) == files.Opened((FILED,), ())
    jsonschema.validate(json.loads(written), schema())


def test_a_file_of_the_first_format_has_none():
    """Version 1 knew none: the file opens, and that it was brought up to date is said."""
    old = document()
    old["format_version"] = 1
    for plan in old["plans"]:
        del plan["notes"], plan["decisions"]
    found = files.read(json.dumps(old).encode())
    assert found.plans[0].notebook.is_empty
    assert found.remarks == (say("plan_file.brought", version=1, next=2),)


def test_what_the_first_format_did_not_have_is_kept_and_told():
    """Notes, decisions and locks in a file that calls itself version 1: read like those of version 2."""
    found = files.read(json.dumps(document(FILED) | {"format_version": 1}).encode())
    assert found.plans == (FILED,)
    assert found.remarks == (
        say("plan_file.brought", version=1, next=2),
        say("plan_file.newer_field", name="notes"),
        say("plan_file.newer_field", name="decisions"),
    )


@looped(
    ("field", "value", "said"),
    [
        ("notes", 17, says("plan_file.not_a_list", field="notes", given=17)),
        ("decisions", {"a": 1}, says("plan_file.not_a_list", field="decisions", given="{…}")),
        ("locked", {"nurse": "mandate"}, says("values.lock_of_no_setting", name=quoted("nurse"))),
        ("locked", 5, says("plan_file.no_locks", given=5)),
        ("comments", "x", says("plan_file.unknown_field", name=quoted("comments"))),
    ],
)
def test_what_the_first_format_did_not_have_is_checked(field, value, said):
    old = document() | {"format_version": 1}
    old["plans"][0][field] = value
    (reason,) = reasons(old)
    assert said.search(reason)


def test_notes_that_would_be_lost_are_all_told_or_the_file_is_refused():
    """Each note on a number that is not here is told with its text; sixty are more than can be told."""
    for many in (40, 60):
        content = document()
        content["plans"][0]["notes"] = [NOTE | {"on": f"gone_{n}", "text": f"text {n}"} for n in range(many)]
        if many == 40:
            remarks = files.read(json.dumps(content).encode()).remarks
            for n in range(many):
                gone = says(
                    "plan_file.yearly_note_left_out", name=quoted(f"gone_{n}"), year=5, text=f"text {n}"
                )
                assert sum(bool(gone.fullmatch(r)) for r in remarks) == 1
        else:
            (reason,) = reasons(content)
            assert reason == say("plan_file.too_many_left_out", count=60)


def test_a_damaged_first_format_is_refused():
    old = document() | {"format_version": 1, "plans": 5}
    assert reasons(old) == (say("plan_file.damaged", version=1),)


def made(field, *items):
    content = document(FILED)
    content["plans"][0][field] = list(items)
    return content


NOTE = {"on": "structural_result", "year": 5, "text": "x", "stood": ""}
DECISION = {"day": "2026-11-25", "who": "", "why": "x", "before": 0, "after": 1.5, "moves": []}
MOVE = {"lever": "teacher_leaders", "from": 4, "to": 6, "effect": -1}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (made("notes", 5), says("plan_file.entry_not_an_object", number=1, field="notes", given=5)),
        (made("notes", NOTE, NOTE), says("plan_file.two_notes", name=quoted("structural_result"))),
        (made("notes", NOTE | {"text": ""}), says("plan_file.says_nothing", field="text")),
        (made("notes", NOTE | {"text": 5}), says("plan_file.not_a_text", field="text", given=5)),
        (made("notes", NOTE | {"year": True}), says("plan_file.no_place", given="true")),
        (made("notes", NOTE | {"on": None}), says("plan_file.no_place", given="null")),
        (made("notes", NOTE | {"colour": "red"}), says("plan_file.unknown_field", name=quoted("colour"))),
        (
            made("notes", {"on": "fund_balance", "year": 1, "stood": ""}),
            says("plan_file.no_field", name="text"),
        ),
        (made("notes", *[NOTE] * (MOST_NOTES + 1)), says("plan_file.too_many_entries", most=MOST_NOTES)),
        (made("decisions", DECISION | {"day": "yesterday"}), says("plan_file.not_a_day", field="day")),
        (made("decisions", DECISION | {"day": "2026-02-30"}), says("plan_file.not_a_day", field="day")),
        (made("decisions", DECISION | {"day": 20261125}), says("plan_file.not_a_day", field="day")),
        (made("decisions", DECISION | {"after": "much"}), says("plan_file.not_dollars", field="after")),
        (made("decisions", DECISION | {"after": True}), says("plan_file.not_dollars", field="after")),
        (
            made("decisions", DECISION | {"before": 1e300}),
            says("plan_file.not_dollars", field="before", given="1e+300"),
        ),
        (
            made("decisions", DECISION | {"moves": {}}),
            says("plan_file.not_a_list", field="moves", given="{…}"),
        ),
        (
            made("decisions", DECISION | {"moves": [MOVE | {"lever": "leaders"}]}),
            says("plan_file.no_setting", given=quoted("leaders")),
        ),
        (
            made("decisions", DECISION | {"moves": [MOVE | {"lever": 5}]}),
            says("plan_file.no_setting_name", given=5),
        ),
        (
            made("decisions", DECISION | {"moves": [MOVE | {"to": 10**9}]}),
            says("values.outside", given=10**9),
        ),
        (made("decisions", DECISION | {"moves": [MOVE | {"to": True}]}), says("values.not_a_number")),
    ],
)
def test_what_is_wrong_is_said(content, said):
    """In one sentence that names the plan and the entry."""
    (reason,) = reasons(content)
    assert said.search(reason)
    assert say("plan_file.titled", place=say("plan_file.plan", number=1), title="Six") in reason


def test_a_note_on_a_number_that_is_no_more_is_told_with_its_text():
    """Nothing that somebody wrote disappears without being shown."""
    found = files.read(json.dumps(made("notes", NOTE | {"on": "old_line", "text": "keep me"})).encode())
    assert found.plans[0].notebook.notes == ()
    assert says("plan_file.yearly_note_left_out", name=quoted("old_line"), text="keep me").search(
        found.remarks[0]
    )


def test_too_much_is_refused_in_a_file_and_before_it_is_written():
    """One more byte than a plan may carry."""
    notes = [Note("fund_balance", y, "x" * LONGEST_NOTE) for y in range(6)]
    notes += [Note(k, None, "é" * LONGEST_NOTE) for k in list(START.now.values)[:60]]
    big = Notebook(tuple(notes))
    assert len(notebook_text(big).encode()) > MOST_NOTEBOOK
    assert says("plan_file.notebook_too_large", most=f"{MOST_NOTEBOOK:,}").search(too_much(big)[0])
    assert too_much(Notebook(tuple(notes[:6]))) == []
    with pytest.raises(FileRefused):
        read_notebook(notebook_text(big).encode())


def test_a_full_shelf_still_fits_into_one_file():
    """24 plans, each with five numbers in every lever, the longest name and reason, as many notes as fit."""
    five = {
        k: (x.least_above_zero + 1 / 3,) * 5
        if x.per_year
        and not x.is_choice
        and not x.is_whole
        and x.bounds
        and x.bounds[0] <= x.least_above_zero + 1 / 3 <= x.bounds[1]
        else x.default
        for k, x in LEVERS.items()
    }
    now = Scenario.of(five, "é" * 200)
    notes = []
    for k in five:
        notes.append(Note(k, None, "é" * 150, "x" * 50))
        if too_much(Notebook(tuple(notes))):
            notes.pop()
            break
    full = Filed(begun_from(START.preset, now, now), "é" * 2_000, Notebook(tuple(notes)))
    assert len(files.read(files.write([full] * 24)).plans) == 24


TEXTS = st.text(max_size=80).map(lambda t: clean(t, 80))


@settings(max_examples=40, deadline=None)
@given(scenarios(every=True), scenarios(every=True), TEXTS, TEXTS, st.dates())
def test_any_decision_comes_back(start, now, who, why, day):
    """Whatever was moved: read again, the log is the same to the last cent."""
    record = decided(Notebook(), start, now, day, who, why)
    if any(abs(x) > 1e15 for d in record.decisions for x in (d.before, d.after)) or too_much(record):
        return
    assert read_notebook(notebook_text(record).encode()) == (record, ())


def test_a_move_is_told_from_a_copy():
    """Equal in every value: a record is its values."""
    assert Move("teacher_leaders", 4.0, 6.0, -1.0) == Move("teacher_leaders", 4, 6, -1)
