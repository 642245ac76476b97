"""More than ten thousand damaged files and links: nothing crashes, nothing runs, and no plan changes in
silence.
"""

from __future__ import annotations

import json
import random
from urllib.parse import parse_qs

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import files, link
from exchange.files import Filed, FileRefused
from model.evidence import LEVERS, PRESETS
from model.evidence.growing import GROWS
from model.plan.own_lines import OF_NUMBER
from model.plan.plan import begun_from
from tests.exchange.plans import random_plan
from tools.fuzz.damage import NASTY, damaged
from tools.fuzz.spelled import could_mean

# --- files --------------------------------------------------------------------------------------------------


def is_told(document: dict, found: files.Opened) -> bool:
    """Whether every plan holds exactly what the file says; what it does not say must be remarked upon."""
    raw = document["plans"]
    return len(raw) == len(found.plans) and all(
        _same(part, scenario, found.remarks)
        for one, plan in zip(raw, found.plans, strict=True)
        for part, scenario in ((one["start"], plan.start), (one["now"], plan.now))
    )


def _same(given: dict, scenario, remarks) -> bool:
    held = {k: list(v) if isinstance(v, tuple) else v for k, v in scenario.values.items()}
    silent = [
        k
        for k in held
        if k not in given
        and not _goes_without_saying(k, held, given)
        and not any(_names(r, k) for r in remarks)
    ]
    return not silent and all(
        k in held and (_is_held(v, held[k]) or _is_told_as_text(k, v, held[k], remarks))
        for k, v in given.items()
    )


def _goes_without_saying(key: str, held, given) -> bool:
    """What five numbers mean is not said where there are not five, nor an own line that is not there."""
    if LEVERS[key].own:
        return held[key] == LEVERS[key].default and not given.keys() & set(OF_NUMBER[LEVERS[key].own])
    return LEVERS[key].of != "" and not isinstance(held[LEVERS[key].of], list) and held[key] == GROWS


def _names(remark: str, key: str) -> bool:
    return (key if LEVERS[key].of else f"({key})") in remark


def _is_held(given, held) -> bool:
    return held == given and not isinstance(given, bool)


def _is_told_as_text(key: str, given, held, remarks) -> bool:
    """A text where a number stands, or several in a list: what it can mean is held, and that is remarked."""
    if not any(f"({key})" in r and "read as" in r for r in remarks):
        return False
    one, many = (held, given) if isinstance(held, list) and isinstance(given, list) else ([held], [given])
    return len(one) == len(many) and all(
        _is_held(g, h) or (isinstance(g, str) and could_mean(g, tuple(h) if isinstance(h, list) else h))
        for g, h in zip(many, one, strict=True)
    )


def tried(content: bytes) -> files.Opened | None:
    """The plans, or None for a file that was refused with reasons; anything else is a fault."""
    try:
        return files.read(content)
    except FileRefused as refused:
        reasons = refused.reasons
    assert reasons
    assert all(r and len(r) < 500 for r in reasons)
    return None


def test_six_thousand_damaged_files():
    """Each is refused with reasons, or its plans are exactly what the file says."""
    draw, opened = random.Random(20), 0
    plans = [random_plan(draw, k, 12, school=2) for k in sorted(PRESETS)]
    good = [files.write([Filed(p, "Because.")]).decode() for p in plans]
    for _ in range(6_000):
        text = damaged(draw, draw.choice(good))
        found = tried(text.encode("utf-8", "surrogatepass"))
        if found:
            opened += 1
            assert is_told(json.loads(text), found), text
    assert opened > 300  # a changed digit within the bounds is a good file of another plan


def test_a_thousand_files_of_damaged_bytes():
    """Single bits turned and bytes lost, which breaks the text itself as well."""
    draw = random.Random(21)
    good = files.write(
        [
            Filed(begun_from(p.preset, p.start, p.now.named("Zoë 小学校")), "é")
            for p in [random_plan(draw, "us_high", 9)]
        ]
    )
    for _ in range(1_000):
        content = bytearray(good)
        for _ in range(draw.choice((1, 2, 8))):
            content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
        if draw.random() < 0.2:
            del content[draw.randrange(len(content)) :]
        found = tried(bytes(content))
        assert found is None or is_told(json.loads(bytes(content)), found)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(NASTY),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=10) | st.sampled_from(list(LEVERS)), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
PLACES = [
    "format_version",
    "model_version",
    "data_version",
    "plans",
    "name",
    "reason",
    "preset",
    "start",
    "now",
    *LEVERS,
]


@settings(max_examples=300)
@given(st.sampled_from(PLACES), JSON, st.booleans())
def test_any_value_in_any_place(place, value, in_now):
    """Whatever JSON stands in whichever place: refused, or held as it stands."""
    document = json.loads(files.write([random_plan(random.Random(5), "us_middle", 5)]))
    plan = document["plans"][0]
    part = plan["now" if in_now else "start"]
    for holder in (document, plan, part):
        if place in holder:
            holder[place] = value
            break
    found = tried(json.dumps(document).encode())
    assert found is None or is_told(document, found)


@settings(max_examples=300)
@given(JSON | st.binary(max_size=200) | st.text(max_size=200))
def test_anything_at_all_is_refused(content):
    """A file that is none of ours is refused, whatever it is."""
    bare = content if isinstance(content, bytes) else json.dumps(content).encode()
    assert tried(bare) is None


# --- links --------------------------------------------------------------------------------------------------


def test_four_thousand_damaged_links():
    """Each opens as the plan it was, or says what is wrong with it: a good link of another plan cannot be had
    by damage.
    """
    draw, whole = random.Random(22), 0
    plans = [random_plan(draw, k, 8, school=draw.choice((0, 3)), screen=True) for k in sorted(PRESETS)]
    good = [(p, link.address_of(p, "https://a.example/")) for p in plans]
    for _ in range(4_000):
        plan, made = draw.choice(good)
        text = damaged(draw, made)
        found = link.opened(text)
        assert all(p and len(p) < 600 for p in found.problems)
        if found.problems:
            continue
        if "c" in parse_qs(text.partition("#")[0].partition("?")[2]):
            whole += 1
            assert found.plan == plan, text
        else:  # nothing of the plan is left, or it is an address without a stamp, as the page's own
            assert link.opened(link.address_of(found.plan, "https://a.example/")).plan == found.plan
    assert whole > 5


@settings(max_examples=300)
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*NASTY, *LEVERS, "&", "=", "?from="]), max_size=12).map("".join)
)
def test_any_text_as_a_link(text):
    """No exception, and what comes out is a plan like any other."""
    found = link.opened(f"?{text}")
    assert link.opened(link.address_of(found.plan, "https://a.example/")).plan == found.plan
