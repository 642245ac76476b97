"""The response table says what a rerun would say: to the last digit, for every lever, at every place."""

from __future__ import annotations

import json
import struct
import zlib

import numpy as np
import pytest

from model.evidence import LEVERS, PRESETS
from model.plan.plan import begun_from, from_preset
from model.ranges.bands import ranges
from model.results.projection import project
from tests.first_versions import first_version
from views import charts
from views.answer import answer_bar, panel
from views.answer.drawn import drawn
from views.answer.likely import likely
from views.levers.controls import FIRST, of_panel
from views.live.response import pack, positions, respond
from views.shell.scale import from_screen, to_screen
from views.shell.signature import of_plan

FRONT = [x.key for p in FIRST for x in of_panel(p, "front")]
NUMERIC = [k for k, x in LEVERS.items() if not x.is_choice]
STATES = 500


def places(lever, shown):
    low, high, step = (to_screen(LEVERS[lever], x) for x in (*LEVERS[lever].usual, LEVERS[lever].step))
    return positions(min(low, shown), max(high, shown), step, shown)


def moved(plan, lever, value):
    return begun_from(plan.preset, plan.start, plan.now.changed({lever: value}))


def random_plan(rng):
    """A preset with a few levers set anywhere in their usual range; sometimes with a start of its own."""
    plan = from_preset(str(rng.choice(list(PRESETS))))
    scenario = plan.now.changed(some(rng))
    start = scenario if rng.random() < 0.5 else plan.start
    return begun_from(plan.preset, start, scenario.changed(some(rng)) if rng.random() < 0.7 else start)


def some(rng):
    changes = {}
    for key in rng.choice(list(LEVERS), size=5, replace=False):
        lever = LEVERS[str(key)]
        if lever.is_choice:
            changes[lever.key] = str(rng.choice(lever.choices))
        else:
            steps = int((lever.usual[1] - lever.usual[0]) / lever.step)
            value = lever.usual[0] + lever.step * int(rng.integers(0, steps + 1))
            changes[lever.key] = float(np.floor(value)) if lever.is_whole else round(value, 10)
    return changes


def rerun(plan, compares=False):
    """What a rerun of the page draws and says for a plan."""
    page = drawn(plan, compares=compares)
    costs = page.projection.row("recurring_cost", 0)
    texts = {**panel.slots(page.numbers), **answer_bar.shapes(page.numbers.results, costs)}
    return texts, {n: charts.batch(n, *page.pictured) for n in charts.NAMES}


def test_every_lever_at_random_places_in_500_random_states():
    """Texts are equal, rows bit by bit: what was shown while the lever moved is what Python then sends."""
    rng = np.random.default_rng(20_261_123)
    for i in range(STATES):
        plan, lever = random_plan(rng), NUMERIC[i % len(NUMERIC)]
        ends = (
            to_screen(LEVERS[lever], LEVERS[lever].usual[0]),
            to_screen(LEVERS[lever], LEVERS[lever].usual[1]),
        )
        shown = sorted({*ends, float(rng.choice(places(lever, ends[0])))})
        asked = bool(i % 2)  # whether the lines of the start are drawn too
        table = respond(plan, lever, shown, charts.NAMES, compares=asked)
        at = int(rng.integers(0, len(shown)))
        then = moved(plan, lever, from_screen(LEVERS[lever], shown[at]))
        texts, rows = rerun(then, asked)
        assert table.signatures[at] == of_plan(then), lever
        assert {slot: column[at] for slot, column in table.texts.items()} == texts, lever
        for name, datasets in rows.items():
            for dataset, fields in datasets.items():
                for field, column in fields.items():
                    kept = table.rows[name][dataset].get(field)
                    ahead = column[0] if kept is None else kept[at]
                    where = (lever, name, dataset, field)
                    if column.dtype.kind == "f":
                        assert np.array_equal(ahead, column[0], equal_nan=True), where
                    else:
                        assert ahead.tolist() == column[0].tolist(), where


@pytest.mark.parametrize("lever", FRONT)
def test_a_table_holds_every_place_of_its_slider(lever):
    """The ends, every step between and the place where the plan stands, even off the grid."""
    shown = to_screen(LEVERS[lever], from_preset(first_version("us_elementary")).now.number(lever))
    low, high, step = (to_screen(LEVERS[lever], x) for x in (*LEVERS[lever].usual, LEVERS[lever].step))
    found = positions(low, high, step, shown + step / 3)
    assert found == sorted(found)
    assert shown + step / 3 in found
    assert {low, round(low + step, 10), high} <= set(found)
    assert len(found) == round((high - low) / step) + 2


def test_the_packed_table_is_the_table():
    """What the browser unpacks: length, head, padded to eight, then each field by position and row."""
    plan = from_preset(first_version("us_middle"))
    table = respond(plan, "teacher_leaders", [0.0, 4.0, 9.5], ("sustainability", "result"))
    raw = zlib.decompress(pack(table))
    (length,) = struct.unpack_from("<I", raw)
    assert (4 + length) % 8 == 0
    head = json.loads(raw[4 : 4 + length])
    floats = np.frombuffer(raw, "<f8", offset=4 + length)
    assert head["lever"] == "teacher_leaders"
    assert head["positions"] == [0.0, 4.0, 9.5]
    assert head["signatures"][1] == of_plan(plan)
    for chart, dataset, field, rows, at in head["numbers"]:
        block = floats[at : at + 3 * rows].reshape(3, rows)
        assert np.array_equal(block, table.rows[chart][dataset][field], equal_nan=True)
    for chart, dataset, field, rows, (texts, numbers) in head["words"]:
        block = np.array([texts[n] for n in numbers], dtype=object).reshape(3, rows)
        assert block.tolist() == table.rows[chart][dataset][field].tolist()
    for slot, (texts, numbers) in head["texts"].items():
        assert [texts[n] for n in numbers] == list(table.texts[slot])


def test_fields_that_are_the_same_are_sent_once():
    """A band that keeps its space and is not drawn lies on the plan's own line with all its ends."""
    plan = from_preset(first_version("us_middle"))
    shown = likely(ranges(plan.now), project([plan.now]))
    table = respond(plan, "teacher_leaders", [0.0, 4.0, 9.5], ("sustainability",), shown)
    raw = zlib.decompress(pack(table))
    head = json.loads(raw[4 : 4 + struct.unpack_from("<I", raw)[0]])
    begins = {(dataset, field): at for _, dataset, field, _, at in head["numbers"]}
    assert len({begins["band", end] for end in ("low", "low_half", "high_half", "high")}) == 1
    apart = [name for name in begins if name[0] != "band"]
    assert len({begins[name] for name in apart}) == len(apart)


def test_signatures_name_plans():
    """Another value, another start or another preset is another signature; the same plan has the same one."""
    plan = from_preset(first_version("us_elementary"))
    other = moved(plan, "inflation", 0.03)
    seen = {
        of_plan(plan),
        of_plan(other),
        of_plan(begun_from(plan.preset, other.now, plan.now)),
        of_plan(begun_from(plan.preset, other.now, other.now)),
        of_plan(from_preset(first_version("us_middle"))),
    }
    assert len(seen) == 5
    assert of_plan(moved(other, "inflation", 0.027)) == of_plan(plan)
    assert all(0 <= s < 2**48 for s in seen)


def test_without_a_ghost_where_plan_and_start_are_the_same():
    """The starting plan is drawn gray wherever it differs, and not at the one place where it does not."""
    plan = from_preset(first_version("us_elementary"))
    table = respond(plan, "pupils_per_teacher", [15.0, 15.1, 15.2], ("sustainability",))
    texts, bare = rerun(plan)
    assert {s: c[1] for s, c in table.texts.items()} == texts
    for dataset, fields in table.rows["sustainability"].items():
        for field, column in fields.items():
            assert np.array_equal(
                column[1], bare["sustainability"][dataset][field][0], equal_nan=column.dtype.kind == "f"
            )
