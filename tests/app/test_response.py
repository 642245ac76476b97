"""The response table says what a rerun would say: to the last digit, for every lever, at every place."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import LEVERS, PRESETS
from model.plan.plan import begun_from, from_preset
from model.ranges.bands import ranges
from model.results.projection import project
from tests.app.unpacked import unpacked
from tests.first_versions import first_version
from views import charts
from views.answer import answer_bar, panel
from views.answer.drawn import drawn
from views.answer.likely import likely
from views.levers.controls import FIRST, of_panel
from views.live.replayed import standing
from views.live.response import Response, pack, positions, respond
from views.markup.plain_text import held_together
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


def assert_packed(table):
    """Unpacked it is the table, to the last bit and letter."""
    found = unpacked(pack(table))
    assert found.head["lever"] == table.lever
    assert found.head["positions"] == list(table.positions)
    assert found.head["signatures"] == list(table.signatures)
    assert {slot: found.texts(slot) for slot in found.head["texts"]} == {
        slot: [held_together(text) for text in column] for slot, column in table.texts.items()
    }
    assert found.rows.keys() == table.rows.keys()
    for chart, datasets in table.rows.items():
        assert found.rows[chart].keys() == datasets.keys()
        for dataset, fields in datasets.items():
            assert found.rows[chart][dataset].keys() == fields.keys()
            for field, column in fields.items():
                there, is_number = found.rows[chart][dataset][field], column.dtype.kind == "f"
                assert np.array_equal(there, column, equal_nan=is_number), (chart, dataset, field)
    return found


def test_the_packed_table_is_the_table():
    plan = from_preset(first_version("us_middle"))
    found = assert_packed(respond(plan, "teacher_leaders", [0.0, 4.0, 9.5], charts.NAMES))
    assert found.head["signatures"][1] == of_plan(plan)
    assert found.rows["result"]["bars"]["usd"].shape == (3, 5)
    # At the one place of a lever its rows are those that Python drew.
    assert_packed(respond(plan, "teacher_leaders", [4.0], charts.NAMES))


@pytest.mark.parametrize("names", [(), ("result",), charts.NAMES])
def test_what_stands_is_packed_as_any_table(names):
    """One place without texts; without pictures nothing but its signature is left."""
    plan = from_preset(first_version("us_middle"))
    found = assert_packed(standing(plan, drawn(plan), names))
    assert found.head["texts"] == {}
    assert tuple(found.rows) == names
    assert (found.numbers > 0) == bool(names)


def test_numbers_arrive_to_the_last_bit():
    """Fields of any height, with gaps, the same at every place, equal to each other or one and the same."""
    odd = np.array([[np.nan, 0.1, -1e300], [5e-324, 0.1, 1e300]])
    shared = np.array([[7.0], [8.0]])
    words = np.array([["a", "\N{MINUS SIGN}$1", "a"], ["", "\N{MINUS SIGN}$1", "a"]], dtype=object)
    fields = {
        "odd": odd,
        "equal": odd.copy(),
        "everywhere": np.broadcast_to([[1.5, 2.5]], (2, 2)),
        "one": shared,
        "the_same": shared,
        "words": words,
    }
    rows = {"picture": {"first": fields, "second": {"again": shared}}}
    found = assert_packed(Response("lever", [0.0, 1.0], [3, 4], {}, rows))
    assert found.numbers == 2 * (3 + 3 + 2 + 1)
    # A text that is the same everywhere is there once.
    assert found.head["fields"]["picture"]["first"]["words"] == [
        ["a", "", "\N{MINUS SIGN}$1"],
        [[0, 1], 2, 0],
    ]
    begins = {field: at for (_, _, field), at in found.begins.items()}
    assert begins["one"] == begins["the_same"] == begins["again"]
    assert len({begins[field] for field in ("odd", "equal", "everywhere", "one")}) == 4


def test_fields_that_are_the_same_are_sent_once():
    """A band that keeps its space and is not drawn lies on the plan's own line with all its ends."""
    plan = from_preset(first_version("us_middle"))
    shown = likely(ranges(plan.now), project([plan.now]))
    table = respond(plan, "teacher_leaders", [0.0, 4.0, 9.5], ("sustainability",), shown)
    begins = {(dataset, field): at for (_, dataset, field), at in assert_packed(table).begins.items()}
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
    table = respond(plan, "pupils_per_teacher", [14.0, 15.1, 17.0], charts.NAMES)
    texts, bare = rerun(plan)
    assert {s: c[1] for s, c in table.texts.items()} == texts
    for name in charts.NAMES:
        for dataset, fields in table.rows[name].items():
            for field, column in fields.items():
                own = bare[name][dataset][field][0]
                assert np.array_equal(column[1], own, equal_nan=column.dtype.kind == "f"), (name, field)
    bars = table.rows["result"]["bars"]
    assert bars["moved"].any(axis=1).tolist() == [True, False, True]
    assert not bars["was"][1].any()
    assert (bars["was"][0] == bars["was"][2]).all()
    assert (bars["was"][0] == bars["usd"][1]).all()
