"""Files that cannot be used: every reason at once, in short sentences, and nothing else happens."""

from __future__ import annotations

from exchange import files
from exchange.files.faults import MOST_REASONS
from exchange.files.limits import FORMAT_VERSION, MOST_BYTES, MOST_PLANS
from model.plan.plan import from_preset
from model.plan.released import newest
from model.texts import counted, quoted, say
from tests.exchange.plans import document, reasons
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

HOME = first_version("us_elementary")


# --- what is refused ----------------------------------------------------------------------------------------


def test_everything_wrong_is_said_at_once():
    """Nine faults in two plans give nine sentences, each with its plan, its lever and a remedy."""
    content = document(from_preset(HOME), from_preset(first_version("us_high")))
    content["colour"] = "red"
    one, two = content["plans"]
    one["preset"] = "us_elementry.1"
    one["now"] |= {"inflation": 9, "refresh": "never", "teacher_leader": 3}
    del one["start"]["clerk_salary"]
    two["reason"] = 5
    two["now"] |= {"cut_rate": [0, 0.1], "teacher_salary": "much"}
    said = reasons(content)
    assert len(said) == 9
    parts = (
        says("plan_file.unknown_field", name=quoted("colour")),
        says("names.did_you_mean", name="us_elementary"),
        says("values.outside", given="9 (900.0%)"),
        says("values.not_a_choice", choices="smoothed, set_aside, or lumpy"),
        says("names.did_you_mean", name="teacher_leaders"),
        says("plan_file.no_field", name="clerk_salary"),
        says("plan_file.not_a_text", field="reason", given=5),
        says("values.one_or_five", count=2),
        says("values.not_a_number", given=quoted("much")),
    )
    for part in parts:
        assert sum(bool(part.search(s)) for s in said) == 1, part
    assert any("start" in s for s in said if parts[5].search(s))
    assert sum(s.startswith(f"{say('plan_file.plan', number=2)} (") for s in said) == 3


@looped(
    ("field", "value", "said"),
    [
        ("format", "another/plan", says("plan_file.not_of_plans")),
        ("format_version", FORMAT_VERSION + 1, says("plan_file.newer_format", newest=FORMAT_VERSION)),
        ("format_version", 10**30, says("plan_file.newer_format", newest=FORMAT_VERSION)),
        ("format_version", None, says("plan_file.no_format_version", given="null")),
        ("format_version", 0, says("plan_file.never_was", given=0)),
        ("format_version", -1, says("plan_file.never_was", given=-1)),
        ("format_version", True, says("plan_file.no_format_version", given="true")),
        ("format_version", "1", says("plan_file.no_format_version", given=quoted("1"))),
        ("data_version", 0, says("plan_file.no_data_version", given=0)),
        ("data_version", None, says("plan_file.no_data_version", given="null")),
        ("model_version", 1.0, says("plan_file.no_model_version", given=1.0)),
        ("model_version", "9" * 500, says("plan_file.no_model_version")),
        ("plans", {}, says("plan_file.not_plans", given="{…}")),
        ("plans", [], says("plan_file.no_plan")),
        ("plans", [5], says("plan_file.not_a_plan", number=1, given=5)),
        ("plans", [[]], says("plan_file.not_a_plan", number=1, given="[…]")),
        ("plans", [{}] * (MOST_PLANS + 1), says("plan_file.too_many_plans", count=201, most=200)),
    ],
)
def test_a_field_that_cannot_be_is_named(field, value, said):
    """One sentence, which names the field or the number."""
    (reason,) = reasons(document() | {field: value})
    assert said.search(reason)
    assert len(reason) < 200


@looped(
    ("preset", "said"),
    [
        ("us_elementary", says("plan_file.no_preset", given=quoted("us_elementary"))),
        (
            "us_elementary.one",
            says("plan_file.no_such_version", version=quoted("one"), here=str(newest("us_elementary"))),
        ),
        (5, says("plan_file.no_preset", given=5)),
        ("us_elementary.-1", says("plan_file.no_such_version", version=quoted("-1"))),
        ("nowhere.1", says("values.no_such_preset", name=quoted("nowhere"))),
    ],
)
def test_a_preset_that_cannot_be_is_named(preset, said):
    """Unknown, or without a version."""
    content = document()
    content["plans"][0]["preset"] = preset
    (reason,) = reasons(content)
    assert said.search(reason)


def test_many_faults_are_counted():
    """A hundred thousand unknown names are refused in a breath; the first fifty are named and the rest
    counted.
    """
    content = document()
    content["plans"][0]["now"] |= {f"lever_{n}": 1 for n in range(100_000)}
    said = reasons(content)
    assert len(said) <= MOST_REASONS + 1
    assert said[-1] == say("plan_file.more_faults", count=counted(99_950))


# --- text that is no plan -----------------------------------------------------------------------------------

GOOD = files.write([from_preset(HOME)])


@looped(
    ("content", "said"),
    [
        (b"", says("plan_file.empty")),
        (b" \n\t ", says("plan_file.empty")),
        (b"\xef\xbb\xbf", says("plan_file.empty")),
        (b"{", says("plan_file.not_json", line=1)),
        (GOOD[:-3], says("plan_file.not_json")),
        (GOOD[: len(GOOD) // 2], says("plan_file.not_json")),
        (GOOD + b"{}", says("plan_file.not_json")),
        (GOOD.decode().encode("utf-16"), says("plan_file.utf16")),
        (GOOD.decode().encode("utf-16-be"), says("plan_file.utf16")),
        (GOOD.decode().encode("utf-32"), says("plan_file.utf16")),
        (b"PK\x03\x04" + b"\x00" * 100, says("file_kind.packed")),
        (b"\x80\x04\x95", says("plan_file.not_utf8", byte=1)),
        (b"null", says("plan_file.not_of_plans")),
        (b"[]", says("plan_file.not_of_plans")),
        (b"{}", says("plan_file.not_of_plans")),
        (b'"x"', says("plan_file.not_of_plans")),
        (b"1e999", says("plan_file.not_of_plans")),
        (b"9" * 6_000, says("plan_file.not_of_plans")),
        (b"[" * 100_000, says("plan_file.too_deep")),
        (b'{"a":' * 100_000, says("plan_file.too_deep")),
        (b'{"a": NaN}', says("plan_file.not_a_number", word="NaN")),
        (b'{"a": -Infinity}', says("plan_file.not_a_number", word="-Infinity")),
        (b'{"a": 1, "a": 2}', says("plan_file.name_twice", name=quoted("a"))),
        (b'"' + b'\\"' * 100_000, says("plan_file.not_json")),
        (b'"\\ud800"', says("plan_file.not_of_plans")),
        (b"<html><script>alert(1)</script></html>", says("file_kind.page")),
        (b"=cmd|' /C calc'!A0", says("plan_file.not_json")),
        (GOOD + b" " * 10_000_000, says("plan_file.too_large", most=4)),
        (b"x" * (MOST_BYTES + 1), says("plan_file.too_large", most=4)),
    ],
)
def test_text_that_is_no_file_of_plans_is_refused(content, said):
    """One short sentence that says what it is instead."""
    (reason,) = reasons(content)
    assert said.search(reason)
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
    assert reasons(damaged) == (say("plan_file.name_twice", name=quoted("enrollment_year1")),)
