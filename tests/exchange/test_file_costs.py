"""What reading a file of plans may cost: bounded before the work is done, whatever is in it."""

from __future__ import annotations

import json
import re
import tracemalloc

import pytest

from exchange import files
from exchange.files.limits import DEEPEST, MOST_BYTES, MOST_TEXTS, MOST_VALUES
from model.evidence import LEVERS
from model.plan.plan import from_preset
from model.texts import counted, quoted, say
from tests.exchange.plans import document, reasons
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

HOME = first_version("us_elementary")
FULL = MOST_BYTES - 10


def of(change, plans=1):
    """A file of so many plans, each changed in the same way."""
    content = document()
    change(content["plans"][0])
    content["plans"] *= plans
    return json.dumps(content).encode()


UNKNOWN = {f"lever_{i}": 1 for i in range(100)}
DEAR = {
    "20 plans with 100 unknown names": of(lambda p: p.update(start={}, now=UNKNOWN), 20),
    "200 plans with 100 unknown names": of(lambda p: p.update(start={}, now=UNKNOWN), 200),
    "100,000 locks": of(lambda p: p.update(locked={f"l{i}": 1 for i in range(100_000)})),
    "5 bad numbers in every lever of 170 plans": of(
        lambda p: p.update(start={k: [9e99] * 5 for k in LEVERS}, now={}), 170
    ),
    "yearly texts in every lever of 150 plans": of(
        lambda p: p.update(start={k: ["1.600"] * 5 for k in LEVERS}, now={}), 150
    ),
    "notes of 900 fields": of(lambda p: p.update(notes=[{f"k{i}": 1 for i in range(500)}] * 100)),
    "names of 100,000 letters": of(lambda p: p["now"].update({"n" * 100_000 + str(i): 1 for i in range(18)})),
    "empty objects": b"[" + b"{}," * (FULL // 3) + b"{}]",
    "empty texts": b"[" + b'"",' * (FULL // 3) + b'""]',
    "one name": b"{" + b'"a":1,' * (FULL // 6) + b'"a":1}',
    "quotation marks": b'"' * FULL,
    "backslashes": b'"' + b'\\"' * (FULL // 2),
    "brackets": b"[" * FULL,
    "closing brackets": b"]" * FULL,
    "line ends": b"\n" * (FULL - 1) + b"x",
}


@pytest.mark.parametrize("name", DEAR)
def test_the_dearest_files_are_refused_in_few_words_and_little_memory(name):
    """Little beyond the values that JSON makes of 4 MB. What they take is told by the fuzz program."""
    said = reasons(DEAR[name])
    assert len(said) <= 51
    assert sum(map(len, said)) < 20_000
    tracemalloc.start()
    try:
        reasons(DEAR[name])
        assert tracemalloc.get_traced_memory()[1] < 60e6
    finally:
        tracemalloc.stop()


def test_the_nearest_name_is_looked_for_fifty_times_at_most(monkeypatch):
    """200 plans with a hundred unknown names each: what is said is compared, what is counted is not."""
    compared = []
    monkeypatch.setattr(
        "exchange.files.faults.did_you_mean", lambda word, *_rest: compared.append(word) or "Take it out."
    )
    content = document()
    content["plans"][0]["now"] |= UNKNOWN
    content["plans"] *= 200
    said = reasons(content)
    assert len(compared) == 50
    more = int(re.search(r"[\d,]+", said[-1])[0].replace(",", ""))
    assert said[-1] == say("plan_file.more_faults", count=counted(more))
    assert 1_000 <= more < 2_000  # after a thousand faults no further plan is looked at


@looped(
    ("content", "said"),
    [
        (b"[" * (DEEPEST + 1), says("plan_file.too_deep", most=DEEPEST)),
        (b"[" + b"1," * MOST_VALUES + b"1]", says("plan_file.too_many_values", most="300,000")),
        (b'"' * (MOST_VALUES + 1), says("plan_file.too_many_marks", most="300,000")),
        (b'["' + b"[" * 50 + b'"]', says("plan_file.not_of_plans")),  # brackets within a text are no brackets
        (b'["' + b"," * (MOST_VALUES + 9) + b'"]', says("plan_file.not_of_plans")),
    ],
)
def test_depth_and_values_are_counted_outside_of_texts(content, said):
    (reason,) = reasons(content)
    assert said.search(reason)


def _read_as(given, value):
    return says("plan_file.text_read_as", given=given, value=value)


@looped(
    ("key", "text", "value", "remark"),
    [
        ("base_rate_per_pupil", "11,700", 11_700, _read_as(quoted("11,700"), "$11,700")),
        ("base_rate_per_pupil", "$11 700", 11_700, _read_as(quoted("$11 700"), "$11,700")),
        ("inflation", "2,9%", 0.029, _read_as(quoted("2,9%"), "2.9%")),
        ("refresh", "Lumpy", "lumpy", _read_as(quoted("Lumpy"), LEVERS["refresh"].choice_label("lumpy"))),
        ("base_rate_per_pupil", "11.700", 11.7, says("values.if_you_mean", value="$11,700", typed="11700")),
        ("cut_rate", [0, "7%", "7%", 0, 0], (0, 0.07, 0.07, 0, 0), _read_as(quoted("7%"), "7.0%")),
    ],
)
def test_a_text_for_a_number_is_read_as_everywhere_and_told(key, text, value, remark):
    """This tool writes numbers; a program or a person may write texts. What was made of one is said."""
    content = document()
    content["plans"][0]["now"][key] = text
    found = files.read(json.dumps(content).encode())
    assert found.plans[0].now[key] == value
    (said,) = found.remarks
    plan = say("plan_file.titled", place=say("plan_file.plan", number=1), title=from_preset(HOME).name[:40])
    assert said.startswith(say("plan_file.side", place=plan, field="now"))
    assert remark.search(said)


def test_more_texts_than_a_person_types_are_not_read(monkeypatch):
    monkeypatch.setattr("model.sentences.MOST", 100_000)
    content = document()
    content["plans"][0]["now"] |= {k: ["1%"] * 5 for k, x in LEVERS.items() if x.per_year and not x.is_choice}
    content["plans"] *= MOST_TEXTS // 100
    too_many = says("plan_file.too_many_texts", most=f"{MOST_TEXTS:,}")
    assert any(too_many.search(r) for r in reasons(content))


def test_a_file_that_was_written_here_is_never_too_much():
    """200 plans, the most that a file holds."""
    content = files.write([from_preset(HOME)] * 200)
    assert len(files.read(content).plans) == 200
