"""The plan as it was sent, in the address of the reader's copy: exact, checked, and in no shared link."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

from exchange import address, link
from model.plan.plan import from_preset
from model.texts import say
from tests.first_versions import first_version
from tests.looped import looped

HOME = first_version("us_elementary")
SENT = from_preset(HOME).changed({"enrollment_year1": 520.0, "teacher_leaders": (6.0, 6.0, 4.0, 4.0, 4.0)})
COPY = SENT.changed({"enrollment_year1": 500.0})


def _read(query):
    return address.read(parse_qs(urlencode(query), keep_blank_values=True), HOME)


def test_the_address_of_a_copy_says_what_was_sent():
    query = address.write(COPY, sent=SENT)
    assert query["enrollment_year1"] == "500"
    assert query["sent"] == "enrollment_year1:520~teacher_leaders:6,6,4,4,4"
    opened = _read(query)
    assert (opened.problems, opened.plan, opened.sent) == ((), COPY, SENT)


def test_a_sent_plan_that_was_the_start_and_one_with_a_locked_setting():
    begun = from_preset(HOME)
    assert address.write(COPY, sent=begun)["sent"] == "start"
    assert _read(address.write(COPY, sent=begun)).sent == begun
    locked = address.read({"locked": ["teacher_leaders.mandate"], "enrollment_year1": ["510"]}, HOME).plan
    assert _read(address.write(COPY, sent=locked)).sent == locked


def test_a_shared_link_carries_its_own_plan_only():
    shared = parse_qs(urlsplit(link.address_of(COPY, "http://127.0.0.1:8501/")).query)
    assert "sent" not in shared
    assert address.read(shared, HOME).sent is None
    also = {**shared, "sent": ["enrollment_year1:1"]}  # its check figure says that this is no part of it
    assert (address.read(also, HOME).problems, address.read(also, HOME).sent) == ((), None)


@looped(
    "stood",
    [
        "",
        "x",
        "enrollment_year1",
        "enrollment_year1:-5",
        "enrollment_year1:520~enrollment_year1:520",
        "from:us_high.1",
        "start.enrollment_year1:40",
        "sent:start",
        "show:present",
        "teacher_leaders:<script>alert(1)</script>",
        "![x](//evil.example/p)",
        "~" * 5_000,
    ],
)
def test_what_is_no_plan_is_refused_by_name_and_the_copy_stands(stood):
    opened = _read({**address.write(COPY), "sent": stood})
    assert opened.problems == (say("link.no_sent_plan", given=repr(stood[:60])),)
    assert (opened.plan, opened.sent) == (COPY, None)


def test_two_of_them_are_asked_about():
    opened = address.read({k: [v] for k, v in address.write(COPY).items()} | {"sent": ["start", "x:1"]}, HOME)
    assert opened.doubled == {"sent": ("start", "x:1")}


def test_it_is_left_out_before_the_address_becomes_too_long(monkeypatch):
    monkeypatch.setattr(address, "LONGEST", 60)
    assert "sent" not in address.write(COPY, sent=SENT)
