"""What cannot be in an address is named, counts for nothing, and never changes a plan in silence."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import carriers
from exchange.address import LONGEST, Opened, read, write
from model.evidence import LEVERS, PRESETS
from model.plan.plan import Plan, from_preset
from model.plan.released import newest
from model.plan.scenario import Scenario
from model.texts import listed, quoted, say
from tests.exchange.test_address import HOME, through_a_browser
from tests.looped import looped
from tools.saying import says


def opened(query: str) -> Opened:
    return read(parse_qs(query, keep_blank_values=True), HOME)


# --- what strangers type ------------------------------------------------------------------------------------

NO_NUMBERS = [
    "NaN",
    "nan",
    "inf",
    "-Infinity",
    "1e999",
    "-1e999",
    "1e308",
    "9" * 400,
    "",
    "%20",
    "٤٥٠",
    "４５０",
    "¹²",
    "4_5_0",
    "0x1F4",
    "450;DROP",
    "<script>alert(1)</script>",
    "True",
    "[450]",
    "__class__",
    "450,450",
    "450,450,450,450,450,450",
    "450,nan,450,450,450",
    "-1",
    "5001",
    "%00",
    "\N{MINUS SIGN}5",
]


@looped("typed", NO_NUMBERS)
@looped("name", ["enrollment_year1", "start.enrollment_year1"])
def test_a_value_that_cannot_be_is_named_and_not_used(name, typed):
    """An impossible value is refused with the lever's label; the rest of the address is still read."""
    found = opened(f"from={HOME}&teacher_leaders=6&{name}={typed}")
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"{LEVERS['enrollment_year1'].label} (enrollment_year1)")
    assert len(found.problems[0]) < 600
    assert found.plan.now["enrollment_year1"] == found.plan.start["enrollment_year1"] == 450
    assert found.plan.now["teacher_leaders"] == 6


@looped("lever", LEVERS)
def test_no_lever_takes_what_is_not_a_value(lever):
    """Every lever refuses nothing, NaN, infinity, digits of other scripts and markup, and is named."""
    for typed in ("", "nan", "1e999", "٣", "<b>", "__class__", "9" * 400):
        found = opened(urlencode({lever: typed}))
        assert len(found.problems) == 1, typed
        assert f"({lever})" in found.problems[0]
        assert found.plan == from_preset(HOME)


@looped(
    "name",
    [
        "enrolment_year1",
        "__class__",
        "__init__.__globals__",
        "<img src=x onerror=alert(1)>",
        "start.",
        "start.start.enrollment_year1",
        "start.from",
        "From",
        "ENROLLMENT_YEAR1",
        "\N{ZERO WIDTH SPACE}refresh",
        "",
        "preset",
    ],
)
def test_an_unknown_name_is_named(name):
    """A name that is no lever is a problem, because a mistyped lever must not vanish; the plan stays the
    preset.
    """
    found = opened(urlencode({name: "520"}))
    (problem,) = found.problems
    assert says("link.unknown", name=quoted(name), values=quoted("520")).match(problem)
    assert says("link.meant").search(problem) or problem.endswith(say("link.ask_for_another"))
    assert "docs/" not in problem
    assert found.plan == from_preset(HOME)


def test_a_doubled_name_counts_for_nothing():
    """Two values for one name are not guessed between: the name is reported and neither is used."""
    found = opened(f"from={HOME}&enrollment_year1=520&enrollment_year1=300&teacher_leaders=6")
    (problem,) = found.problems
    name = f"{LEVERS['enrollment_year1'].label} (enrollment_year1)"
    assert problem == say("link.doubled", name=name, count=2, values=listed([quoted("520"), quoted("300")]))
    assert found.plan.now == Scenario.preset(HOME).changed(teacher_leaders=6)


@looped("preset", ["", "us_elementari.1", "../../etc/passwd", ".1", "<b>", "__class__", "x" * 5000])
def test_an_unknown_preset_is_named(preset):
    """An address that starts from no preset of ours says so, briefly, and falls back on the usual one."""
    found = opened(urlencode({"from": preset}))
    (problem,) = found.problems
    assert says("link.no_preset", given=quoted(preset[:60])).match(problem)
    assert len(problem) < 160
    assert not any(key in problem for key in PRESETS)  # who opens a link has never seen a key
    assert found.plan == from_preset(HOME)


@looped("version", ["99", "0", "1.1", "-1", "one", "9" * 5000])
def test_another_version_of_a_preset_is_not_taken_for_ours(version):
    """An address made with another version of a preset says both versions: its plan may have meant other
    values.
    """
    (problem,) = opened(urlencode({"from": f"us_elementary.{version}"})).problems
    assert problem == say(
        "link.other_version",
        version=quoted(version[:20]),
        preset=PRESETS["us_elementary"].label,
        here=newest("us_elementary").version,
    )


def test_an_address_that_is_far_too_long_is_not_read():
    """More characters than an address has are refused in one sentence, whatever they hold, and nothing of
    them is used.
    """
    for query in (
        {"enrollment_year1": ["520"], "x": ["y" * LONGEST]},
        {"x" * (LONGEST + 1): ["1"]},
        {"x": ["1"] * 40_000},
    ):
        found = read(query, HOME)
        (problem,) = found.problems
        too_many = say("link.too_many_parts", parts="40,000", most=f"{carriers.MOST_PARTS:,}")
        too_long = says("link.too_many_characters", most=f"{LONGEST:,}")
        assert problem == too_many or too_long.fullmatch(problem)
        assert found.plan == from_preset(HOME)


def test_everything_wrong_is_named_at_once():
    """Five faults of five kinds give five sentences, in one reading."""
    found = opened("from=nowhere.1&enrollment_year1=nan&colour=red&refresh=never&it=1&it=2")
    assert len(found.problems) == 5
    for part in ("nowhere", "(enrollment_year1)", "colour", "(refresh)"):
        assert sum(part in p for p in found.problems) == 1, part
    twice = says("link.unknown", name=quoted("it"), values=listed([quoted("1"), quoted("2")]))
    assert sum(bool(twice.search(p)) for p in found.problems) == 1


NAMES = st.one_of(
    st.sampled_from([*LEVERS, "from"]), st.sampled_from(list(LEVERS)).map("start.{}".format), st.text()
)
TEXTS = st.one_of(
    st.text(),
    st.sampled_from(["nan", "inf", "1e999", "450", "2.7%", "0,0,0,0,0", "us_elementary.1", "lumpy", "yes"]),
    st.floats().map(repr),
)


BETWEEN = "?&="  # signs that end a name or a value of an address


@settings(max_examples=300)
@given(st.dictionaries(NAMES, st.lists(TEXTS, min_size=1, max_size=3), max_size=8))
def test_no_address_ever_raises_or_changes_a_plan_in_silence(query):
    """Whatever is typed: no exception, and each name is either used exactly or spoken of in a problem."""
    found = read(query, HOME)
    again = through_a_browser(found.plan)
    assert again.problems == ()  # what came out of it is a plan like any other
    assert (again.plan.start.values, again.plan.now.values) == (
        found.plan.start.values,
        found.plan.now.values,
    )
    changed = {**write(found.plan)}
    changed.pop("from")
    implied = {r.lever for r in found.remarks}
    assert {k.removeprefix("start.") for k in changed} <= {k.removeprefix("start.") for k in query} | implied
    silent = [
        name
        for name, typed in query.items()
        if name != "from"
        and not carriers.is_carriers(name)
        and any(
            x.strip(f"{carriers.AROUND}{BETWEEN}") for x in (name, *typed)
        )  # a quote or a bracket by itself is a carrier's, and a sign between parameters holds nothing
        and not _spoken(name.removeprefix("start."), typed, found.problems)
        and not (
            len(set(typed)) == 1
            and _taken(found.plan, name, typed[0].rstrip(" \t\r\n<>\"'`]}|*,.;!").lstrip(" |;,"))
        )
    ]
    assert not silent


def _spoken(name: str, typed: list[str], problems: tuple[str, ...]) -> bool:
    """Whether problems tell of a name in full or of its parts, or of its values where it is signs alone."""
    if any(name[:60] in p or quoted(name[:60]) in p for p in problems):
        return True
    told = [x for x in re.split("[?&=]", name) if x] or [x for x in typed if x]
    return all(any(x[:60] in p or quoted(x[:60]) in p for p in problems) for x in told)


def _taken(plan: Plan, name: str, typed: str) -> bool:
    """Whether the plan holds what was typed for a lever, read without the code under test."""
    key = name.removeprefix("start.")
    held = (plan.start if name.startswith("start.") else plan.now)[key]
    if isinstance(held, str):
        return {"true": "yes", "false": "no"}.get(
            typed.strip().lower(), typed.strip().lower().replace(" ", "_")
        ) == held
    parts = typed.replace(",", " ").replace(";", " ").split()
    numbers = [float(p.removesuffix("%") + "e-2") if p.endswith("%") else float(p) for p in parts]
    return list(held) == numbers if isinstance(held, tuple) else numbers == [held]
