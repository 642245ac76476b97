"""Addresses that somebody typed: they mean what a command means, and none of them takes long."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import address
from exchange.link import opened
from model.evidence import LEVERS
from model.evidence.own_lines import FIRST, LAST
from model.plan.plan import from_preset
from model.texts import quoted, say
from tests.first_versions import first_version
from tests.looped import looped
from tests.strategies import values
from tools.saying import says

HOME = first_version("us_elementary")


# --- one meaning --------------------------------------------------------------------------------------------


def test_a_typed_address_means_what_a_command_means():
    """Five numbers of enrollment set growth aside, and say so; 100 200 300 400 400 is what is typed."""
    key = "new_start_grows_a_grade_a_year"
    found = opened(f"?from={key}.1&enrollment_year1=100,200,300,400,400")
    assert found.problems == ()
    assert found.plan.now["enrollment_year1"] == (100, 200, 300, 400, 400)
    assert found.plan.now["enrollment_growth"] == 0
    (remark,) = found.remarks
    assert remark.lever == "enrollment_growth"
    assert says("values.implied", value="0").search(remark.text)
    own = address.write(found.plan)
    assert own["enrollment_growth"] == "0"
    assert address.read({k: [v] for k, v in own.items()}, HOME) == replace(found, remarks=())


def test_an_address_states_what_five_numbers_would_set_otherwise():
    """Five numbers and growth as at the start: the page's address gives both back exactly."""
    key = "new_start_grows_a_grade_a_year"
    start = from_preset(key).start
    growth = start["enrollment_growth"]
    assert growth != 0
    plan = from_preset(key).changed(
        {"enrollment_year1": (100, 200, 300, 400, 400), "enrollment_growth": growth}
    )
    query = address.write(plan)
    assert float(query["enrollment_growth"]) == growth
    found = address.read({k: [v] for k, v in query.items()}, HOME)
    assert (found.plan, found.problems, found.remarks) == (plan, (), ())


def test_five_cuts_open_the_window():
    """A cut from year 2 on for two years, and five cuts: Years 1 to 5 from now on, told at both settings."""
    found = opened(f"?from={HOME}&cut_rate=0,0.07,0.07,0,0")
    assert (found.plan.now["cut_first_year"], found.plan.now["cut_years"]) == (1, 5)
    before = from_preset(HOME).start
    told = {k for k in ("cut_first_year", "cut_years") if before[k] != found.plan.now[k]}
    assert {r.lever for r in found.remarks} == told


# --- cost ---------------------------------------------------------------------------------------------------


@looped(
    "query",
    [
        {f"unknown_{i}": ["1"] for i in range(1_500)},
        {f"u{i}": ["1", "2"] for i in range(900)},
        {"x" * 19_000: ["1"]},
        {"enrolment" * 2_000: ["1"]},
        {"c": ["123456"], "a&" * 9_000: ["1"]},
        {"c": ["123456"], **{f"amp;u{i}": ["&amp;" * 3] for i in range(700)}},
        {"c": ["x" * 19_000]},
        {"locked": ["a.b," * 4_900]},
        {"locked": ["".join(f"lever{i}.x," for i in range(1_700))]},
        {"came_from": ["".join(f"lever{i}.x," for i in range(1_700))]},
        {"screens": ["".join(f"s{i}," for i in range(2_700))]},
        {"levers": ["a," * 9_000], "screens": ["b," * 900]},
        {"came_from": ["inflation.typed," * 1_200]},
        {"enrollment_year1": ["1," * 9_000]},
        {"name": ["\u202e" * 19_000]},
        {"a": [str(i) for i in range(3_000)]},
        {"x": ["y" * 3_000_000]},
        {"c": ["1"], "u": ["%2525" * 3_900]},
        {"c": ["1"], "u": ["?" * 18_000], "v": ["&amp;" * 200]},
        {"c": ["1"], "u": ["https://a.example/?" + "=&" * 900] * 10},
    ],
)
def test_of_no_address_much_is_said(query):
    """Whatever is in it, at most fifty messages and a count; what it takes is told by the fuzz program."""
    found = address.read(query, HOME)
    assert 0 < len(found.problems) <= 51
    assert all(len(p) < 600 for p in found.problems)


def test_fifty_messages_and_a_count():
    """Nine hundred unknown names: fifty are told with the nearest name, and that there are 850 more."""
    found = address.read({f"enrollment_year{i}": ["5"] for i in range(100, 1000)}, HOME)
    assert len(found.problems) == 51
    assert say("link.meant", name=quoted(LEVERS["enrollment_year1"].label)) in found.problems[0]
    assert found.problems[-1] == say("link.more_problems", count=850)


# --- what comes out and what was said is all that went in ---------------------------------------------------


# The years of an own line have to fit its kind: what does not is refused and told (test_own_lines.py).
ANY = sorted(k for k, x in LEVERS.items() if not (x.own and x.field in (FIRST, LAST)))


@settings(max_examples=150, deadline=None)
@given(
    st.data(),
    st.lists(st.sampled_from(ANY), max_size=6, unique=True),
    st.lists(
        st.sampled_from(["colour", "enrolment_year1", "x y", "__class__", "ref"]), max_size=3, unique=True
    ),
    st.lists(st.sampled_from(["fbclid", "utm_source", "mc_cid", "_hsenc", "embed"]), max_size=3, unique=True),
    st.sampled_from(["{}", "<{}>", "({})", '"{}"', "{}.", "{}#top"]),
)
def test_everything_in_an_address_is_used_or_told(data, levers, unknown, added, carried):
    """Levers are in the plan with their values, unknown names told with theirs, carriers' are passed by."""
    meant = {k: data.draw(values(LEVERS[k])) for k in levers}
    query = [
        *((k, address.text(v)) for k, v in meant.items()),
        *((k, "7a") for k in unknown),
        *((k, "1") for k in added),
    ]
    text = carried.format(f"https://a.example/?from={HOME}&{urlencode(data.draw(st.permutations(query)))}")
    found = opened(text)
    implied = {r.lever for r in found.remarks}
    before = from_preset(HOME)
    assert found.plan.start == before.start
    for key, value in found.plan.now.values.items():
        if key in meant:
            assert value == meant[key]
        else:
            assert value == before.now[key] or key in implied
    told = [name for name in unknown if any(quoted(name) in p and "“7a" in p for p in found.problems)]
    assert told == unknown
    assert len(found.problems) == len(unknown)
