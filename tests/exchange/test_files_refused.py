"""Files that cannot be used: every reason at once, in short sentences, and nothing else happens."""

from __future__ import annotations

from exchange import files
from exchange.files.faults import MOST_REASONS
from exchange.files.limits import FORMAT_VERSION, MOST_BYTES, MOST_PLANS
from model.plan.plan import from_preset
from tests.exchange.plans import document, reasons
from tests.looped import looped

HOME = "us_elementary"


# --- what is refused ----------------------------------------------------------------------------------------


def test_everything_wrong_is_said_at_once():
    """Nine faults in two plans give nine sentences, each with its plan, its lever and a remedy."""
    content = document(from_preset(HOME), from_preset("us_high"))
    content["colour"] = "red"
    one, two = content["plans"]
    one["preset"] = "us_elementry.1"
    one["now"] |= {"inflation": 9, "refresh": "never", "teacher_leader": 3}
    del one["start"]["clerk_salary"]
    two["reason"] = 5
    two["now"] |= {"cut_rate": [0, 0.1], "teacher_salary": "much"}
    said = reasons(content)
    assert len(said) == 9
    for part in (
        "'colour'",
        "Did you mean us_elementary?",
        "(inflation): 9 (900.0%) is outside",
        "Choose smoothed or lumpy",
        "'teacher_leader', which is unknown. Did you mean teacher_leaders?",
        'start has no "clerk_salary"',
        '"reason" is 5, which is not a text',
        "2 values given",
        "'much' is not a number",
    ):
        assert sum(part in s for s in said) == 1, part
    assert sum(s.startswith("Plan 2 (") for s in said) == 3


@looped(
    ("field", "value", "said"),
    [
        ("format", "another/plan", "not a file of plans"),
        ("format_version", FORMAT_VERSION + 1, f"reads up to {FORMAT_VERSION}"),
        ("format_version", 10**30, f"reads up to {FORMAT_VERSION}"),
        ("format_version", None, "is null, which is not a whole number"),
        ("format_version", 0, "format version 0, which never was"),
        ("format_version", -1, "format version -1, which never was"),
        ("format_version", True, "not a whole number"),
        ("format_version", "1", "not a whole number"),
        ("data_version", 0, "not a whole number from 1 up"),
        ("data_version", None, "not a whole number from 1 up"),
        ("model_version", 1.0, "is 1.0, which is not a version"),
        ("model_version", "9" * 500, "not a version"),
        ("plans", {}, "is an object in braces. Write a list of plans"),
        ("plans", [], "no plan"),
        ("plans", [5], "Plan 1 is 5, which is not a plan"),
        ("plans", [[]], "Plan 1 is a list, which is not a plan"),
        ("plans", [{}] * (MOST_PLANS + 1), "at most 200"),
    ],
)
def test_a_field_that_cannot_be_is_named(field, value, said):
    """One sentence, which names the field or the number."""
    (reason,) = reasons(document() | {field: value})
    assert said in reason
    assert len(reason) < 200


@looped(
    ("preset", "said"),
    [
        ("us_elementary", "with its version"),
        ("us_elementary.one", "'one', which us_elementary never had. Write \"us_elementary.1\""),
        (5, "with its version"),
        ("us_elementary.-1", "which us_elementary never had"),
        ("nowhere.1", "no preset called"),
    ],
)
def test_a_preset_that_cannot_be_is_named(preset, said):
    """Unknown, or without a version."""
    content = document()
    content["plans"][0]["preset"] = preset
    (reason,) = reasons(content)
    assert said in reason


def test_many_faults_are_counted():
    """A hundred thousand unknown names are refused in a breath; the first fifty are named and the rest
    counted.
    """
    content = document()
    content["plans"][0]["now"] |= {f"lever_{n}": 1 for n in range(100_000)}
    said = reasons(content)
    assert len(said) <= MOST_REASONS + 1
    assert "99,950 more unknown names" in " ".join(said) or "more faults" in said[-1]


# --- text that is no plan -----------------------------------------------------------------------------------

GOOD = files.write([from_preset(HOME)])


@looped(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"{", "not JSON: line 1"),
        (GOOD[:-3], "not JSON"),
        (GOOD[: len(GOOD) // 2], "not JSON"),
        (GOOD + b"{}", "not JSON"),
        (GOOD.decode().encode("utf-16"), "UTF-16"),
        (GOOD.decode().encode("utf-16-be"), "UTF-16"),
        (GOOD.decode().encode("utf-32"), "UTF-16"),
        (b"PK\x03\x04" + b"\x00" * 100, "not JSON"),
        (b"\x80\x04\x95", "not UTF-8 text (byte 1)"),
        (b"null", "not a file of plans"),
        (b"[]", "not a file of plans"),
        (b"{}", "not a file of plans"),
        (b'"x"', "not a file of plans"),
        (b"1e999", "not a file of plans"),
        (b"9" * 6_000, "not a file of plans"),
        (b"[" * 100_000, "nests brackets"),
        (b'{"a":' * 100_000, "nests brackets"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"a": 1, "a": 2}', "'a' stands twice"),
        (b'"' + b'\\"' * 100_000, "not JSON"),
        (b'"\\ud800"', "not a file of plans"),
        (b"<html><script>alert(1)</script></html>", "not JSON"),
        (b"=cmd|' /C calc'!A0", "not JSON"),
        (GOOD + b" " * 10_000_000, "at most 2 MB"),
        (b"x" * (MOST_BYTES + 1), "at most 2 MB"),
    ],
)
def test_text_that_is_no_file_of_plans_is_refused(content, said):
    """One short sentence that says what it is instead."""
    (reason,) = reasons(content)
    assert said in reason
    assert len(reason) < 170


def test_a_mark_at_the_beginning_does_no_harm():
    """Some editors begin a UTF-8 file with a mark."""
    assert files.read(b"\xef\xbb\xbf" + GOOD) == files.read(GOOD)


@looped(
    "text", ["NaN", "Infinity", "1e999", "-1e999", "9" * 400, "9" * 6000, "1e-400", "null", "true", '"450 apples"', '""', "{}", "[]",
             "[450]", "[450,450,450,450,450,450]", "[450,450,450,450,null]", "[[450],450,450,450,450]", '"=1+1"', "-1", "5001"]
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_with_its_lever(text):
    """Whatever stands for the enrollment: refused in few words, never with another number in its place."""
    damaged = GOOD.replace(b'"enrollment_year1": 450', b'"enrollment_year1": ' + text.encode(), 1)
    said = reasons(damaged)
    assert all(len(s) < 300 for s in said)
    assert "enrollment_year1" in said[0] or text in said[0]


def test_doubled_levers_are_refused():
    """Which of the two was meant is not for us to say."""
    damaged = GOOD.replace(b'"enrollment_year1": 450', b'"enrollment_year1": 450, "enrollment_year1": 520')
    assert reasons(damaged) == ("The name 'enrollment_year1' stands twice in one place. Keep one.",)
