"""The pictures: one specification for every plan, and rows whose places were worked out by hand."""

from __future__ import annotations

import itertools
import json
import math
import re
from typing import Any

import altair as alt
import numpy as np
import pytest

from model.results.marks import Mark
from model.texts import say, speaking
from model.texts.catalog import PSEUDO
from model.year_names import year_name, year_names
from tests.app.plans import CASES, PAIRS, SOUND, Plan, beside, plan
from tests.looped import looped
from views import charts
from views.charts.frame import TINY, year_axis
from views.charts.palette import LIGHT, PALETTES
from views.charts.rows import Beside, split_at_crossings

EACH = looped("name", charts.NAMES)
ASKED = Beside(compares=True)
THEMES = looped("palette", PALETTES.values())


def rows(name: str, dataset: str, one: Plan, start: Plan | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = charts.data(name, one, start, ASKED)[dataset].to_pylist()
    return found


def named(one: Plan, start: Plan | None = None, name: str = "sustainability") -> list[dict[str, Any]]:
    """The rows that say something beside the curves."""
    return [r for r in rows(name, "texts", one, start) if r["text"]]


def line(key: str, one: Plan, start: Plan | None = None, name: str = "sustainability") -> dict[float, float]:
    both = [*rows(name, "lines", one, start), *rows(name, "ghosts", one, start)]
    return {r["t"]: r["usd"] for r in both if r["key"] == key and r["usd"] is not None}


@EACH
@THEMES
def test_the_specification_is_the_same_for_every_plan(name: str, palette: Any) -> None:
    before = json.dumps(charts.spec(name, palette))
    for one, start in PAIRS:
        charts.data(name, one, start, ASKED)
        assert json.dumps(charts.spec(name, palette)) == before
    alt.Chart.from_dict(json.loads(before))  # raises if it is not Vega-Lite
    assert "datasets" not in json.loads(before)


@EACH
def test_every_table_the_specification_asks_for_is_there_and_no_other(name: str) -> None:
    asked = set(re.findall(r'"data": \{"name": "(\w+)"\}', json.dumps(charts.spec(name, LIGHT))))
    assert asked == set(charts.data(name, SOUND, None))


@EACH
def test_a_picture_draws_no_moving_field_past_the_live_element(name: str) -> None:
    """What may move is drawn by its name with _now; a channel with the row's own value would stand still."""
    spec = charts.spec(name, LIGHT)
    assert {"name": "live", "bind": {"element": f"#live-{name}", "event": "input"}} in spec["params"]
    two = charts.batch(name, {k: np.array([v] * 2) for k, v in SOUND.items()})
    seen = set()
    for group in spec["layer"]:
        dataset = group.get("data", spec.get("data"))["name"]
        moving = {field for field, values in two[dataset].items() if len(values) == 2}
        assert {f"{f}_now" for f in moving} <= {step["as"] for step in group["transform"]}
        drawn = json.dumps(group["layer"])
        asked = set(re.findall(r'"field": "(\w+)"', drawn)) | set(re.findall(r"datum\.(\w+)", drawn))
        assert not asked & moving, dataset
        seen.add(dataset)
    assert seen == set(two)


@EACH
def test_rows_keep_their_shape_and_hold_only_numbers(name: str) -> None:
    first = charts.data(name, SOUND, SOUND, ASKED)
    for one, start in PAIRS:
        for key, table in charts.data(name, one, start, ASKED, sig=7).items():
            assert table.schema == first[key].schema
            assert table.num_rows == first[key].num_rows
            assert table["i"].to_pylist() == list(range(table.num_rows))
            assert set(table["sig"].to_pylist()) == {7}
            for row in table.to_pylist():
                # Only a line may pause; anything else would be drawn at zero.
                paused = key in ("lines", "ghosts") and row["usd"] is None
                assert all(
                    isinstance(v, str) or (paused and k == "usd") or math.isfinite(v) for k, v in row.items()
                ), (key, row)


@EACH
def test_money_is_drawn_in_whole_dollars_and_per_pupil_in_cents(name: str) -> None:
    cents = 100 if name == "per_pupil" else 1
    for one, start in PAIRS:
        for table in charts.batch(name, one, start, ASKED).values():
            for field in {"usd", "top", "was", "place", "cost", "over", "under", "end"} & set(table):
                values = table[field][np.isfinite(table[field])]
                assert (np.round(values * cents) / cents == values).all()
                assert not np.signbit(values[values == 0]).any()


@EACH
@THEMES
def test_colours_come_from_the_palette(name: str, palette: Any) -> None:
    used = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", json.dumps(charts.spec(name, palette))))
    assert used <= {v for v in vars(palette).values() if isinstance(v, str)}


@looped("name", ["sustainability", "per_pupil", "composition"])
@looped("case", CASES)
def test_labels_at_the_line_ends_stand_apart_and_inside(name: str, case: str) -> None:
    for start in (None, SOUND):
        labels = rows(name, "labels" if name == "composition" else "texts", CASES[case], start)
        low, high = (r["end"] for r in rows(name, "ends", CASES[case], start))
        places = sorted(r["place"] for r in labels if r["text"] and r.get("role") != "note")
        height = charts.spec(name, LIGHT)["height"]
        for below, above in itertools.pairwise(places):
            assert (above - below) / (high - low) * height >= 1.15 * LIGHT.size
        assert all(low < p < high for p in places)


def test_crossing_points_lie_on_both_lines() -> None:
    revenue, cost = np.array([[100.0, 110, 120, 130, 140]]), np.array([[130.0, 100, 100, 160, 130]])
    t, a, b = (x[0] for x in split_at_crossings(revenue, cost))
    # Year 1 to 2: 100 + 10w = 130 - 30w, w = 0.75. Year 3 to 4: 120 + 10w = 100 + 60w, w = 0.4.
    # Year 4 to 5: 130 + 10w = 160 - 30w, w = 0.75. Year 2 to 3 they do not meet: half-way.
    assert list(t) == pytest.approx([1, 1.75, 2, 2.5, 3, 3.4, 4, 4.75, 5])
    assert list(a) == pytest.approx([100, 107.5, 110, 115, 120, 124, 130, 137.5, 140])
    assert list(b) == pytest.approx([130, 107.5, 100, 100, 100, 124, 160, 137.5, 130])


def test_the_shaded_area_is_the_gap() -> None:
    """From $100 left over in Year 1 to $300 short in Year 2, then even by Year 3: three triangles.

    The lines meet a quarter of the way: left over 100 x 0.25 / 2 = 12.5;
    short 300 x 0.75 / 2 + 300 x 1 / 2 = 262.5.
    """
    one = plan([1000.0] * 5, [900.0, 1300, 1000, 1000, 1000])
    shade = rows("sustainability", "shade", one)
    over = under = 0.0
    for a, b in itertools.pairwise(shade):
        step = b["t"] - a["t"]
        over += step * (a["over"] - a["cost"] + b["over"] - b["cost"]) / 2
        under += step * (a["cost"] - a["under"] + b["cost"] - b["under"]) / 2
    assert over == pytest.approx(12.5)
    assert under == pytest.approx(262.5)


def test_the_gap_is_named() -> None:
    assert named(SOUND)[-1]["text"] == say("charts.left_over", amount="$10K")
    short = named(plan([5e6] * 5, [5e6] * 4 + [5_059_021.0]))[-1]
    assert (short["text"], short["short"], short["key"]) == (
        say("charts.short", amount="$59K"),
        "\N{MINUS SIGN}$59K",
        "cost",
    )
    assert named(CASES["equal"])[-1]["text"] == say("charts.even")


def test_lines_that_coincide_share_one_label() -> None:
    assert [r["text"] for r in named(CASES["equal"])] == [
        say("charts.both_amount", amount="$5M"),
        say("charts.even"),
    ]
    texts = [r["text"] for r in named(CASES["huge gap"])]
    assert texts == [
        say("charts.funding_amount", amount="$5M"),
        say("charts.cost_amount", amount="$1M"),
        say("charts.left_over", amount="$4M"),
    ]


def test_grants_and_one_time_cost_are_drawn_only_where_they_differ() -> None:
    grants = line("with_grants", SOUND)
    assert grants == {1: 5.09e6, 1.5: 5.14e6, 2: 5.19e6, 2.5: 5.195e6, 3: 5.2e6}
    assert list(line("total", SOUND)) == [1, 1.5, 2, 2.5, 3]
    notes = [r["text"] for r in named(SOUND) if r["role"] == "note"]
    assert notes == [say("charts.with_grants"), say("charts.with_once")]
    assert not line("with_grants", CASES["equal"])
    assert not line("total", CASES["equal"])


def test_only_lines_of_the_starting_plan_that_moved_are_ghosts() -> None:
    dearer = plan(SOUND["public_revenue"][1:], [c + 50_000 for c in SOUND["recurring_cost"][1:]])
    assert not line("was_revenue", dearer, SOUND)
    assert line("was_cost", dearer, SOUND) == dict(zip(range(1, 6), SOUND["recurring_cost"][1:], strict=True))
    assert not line("was_cost", SOUND, SOUND)
    ghost = [(r["text"], r["short"]) for r in named(dearer, SOUND) if r["key"] == "ghost"]
    assert ghost == [(say("charts.start_cost"), say("charts.start_short"))]
    assert [r["moved"] for r in rows("result", "bars", dearer, SOUND)] == [1] * 5
    assert [r["moved"] for r in rows("result", "bars", SOUND, SOUND)] == [0] * 5
    assert rows("result", "bars", dearer, SOUND)[0]["note"] == say("charts.gray_marks")
    assert not any(r["note"] for r in rows("result", "bars", SOUND, SOUND))


def third(one: Plan, start: Plan, assumed: Plan) -> dict[str, list[str]]:
    """Names and drawn lines of the start under the plan's assumptions."""
    tables = charts.data("sustainability", one, start, Beside(assumed, compares=True))
    called = (say("charts.assumed_funding"), say("charts.assumed_cost"))
    names = [r["text"] for r in tables["texts"].to_pylist() if r["text"] in called]
    drawn = {
        r["key"]
        for r in tables["ghosts"].to_pylist()
        if r["key"].startswith("assumed") and r["usd"] is not None
    }
    return {"names": names, "drawn": sorted(drawn)}


def test_a_third_curve_is_drawn_only_where_it_is_neither_the_plan_nor_its_start() -> None:
    """Pay rises by $50,000 (assumed), a teacher fewer saves $90,000 (decided): three costs, one revenue."""
    revenue, cost = SOUND["public_revenue"][1:], SOUND["recurring_cost"][1:]
    dearer = plan(revenue, [c + 50_000 for c in cost])
    decided = plan(revenue, [c - 40_000 for c in cost])
    assert third(decided, SOUND, dearer) == {"names": [say("charts.assumed_cost")], "drawn": ["assumed_cost"]}
    assert third(dearer, SOUND, dearer) == {
        "names": [],
        "drawn": [],
    }  # only assumptions moved: the plan itself
    assert third(decided, SOUND, SOUND) == {
        "names": [],
        "drawn": [],
    }  # only decisions moved: the start itself


def test_marks_stand_on_the_curve_that_they_move() -> None:
    own = (Mark(3, "grants have ended", on_revenue=True), Mark(4, "a role begins", on_revenue=False))
    tables = charts.data("sustainability", SOUND, None, Beside(None, (own,)))
    seen = [(r["t"], r["usd"]) for r in tables["marks"].to_pylist() if r["seen"]]
    assert seen == [(3, 5_200_000), (4, 5_250_000)]
    told = {r["year"]: r["happens"] for r in tables["years"].to_pylist()}
    assert told == {
        **dict.fromkeys(year_names(), ""), year_name(3): "grants have ended.", year_name(4): "a role begins.",
    }  # fmt: skip


def test_other_lines_are_drawn_only_where_the_reader_asks_for_them() -> None:
    """Costs of the start and revenue under other assumptions differ: two lines more, if asked for."""
    dearer = plan(SOUND["public_revenue"][1:], [c + 50_000 for c in SOUND["recurring_cost"][1:]])
    assumed = plan([r - 30_000 for r in SOUND["public_revenue"][1:]], SOUND["recurring_cost"][1:])
    for name in ("sustainability", "per_pupil"):
        for asked in (False, True):
            tables = charts.data(name, dearer, SOUND, Beside(assumed, compares=asked))
            drawn = {r["key"] for r in tables["ghosts"].to_pylist() if r["usd"] is not None}
            ghosts = {r["text"] for r in tables["texts"].to_pylist() if r["key"] == "ghost" and r["text"]}
            others = {"was_cost", "assumed_revenue"} if asked else set()
            assert drawn == others
            assert bool(tables["ghosts"].num_rows) == asked
            named = {say("charts.start_cost"), say("charts.assumed_funding")} if asked else set()
            assert ghosts == named


@EACH
def test_a_language_reaches_every_word(name: str) -> None:
    """In the made-up language every title and every text with a word stands in brackets; English has none."""

    def words() -> list[str]:
        spec = json.dumps(charts.spec(name, LIGHT), ensure_ascii=False)
        tables = charts.data(name, CASES["crosses twice"], SOUND, beside("crosses twice"))
        found = [charts.alt(name), *re.findall(r'"title": "([^"]+)"', spec)]
        for table in tables.values():
            for field in {"text", "short", "name", "brief", "year", "note"} & set(table.column_names):
                found += [x for x in table[field].to_pylist() if re.search("[^\\W\\d]{2}", x)]
        return found

    with speaking(PSEUDO):
        assert [x for x in words() if not x.startswith("[")] == []
    assert [x for x in words() if x.startswith("[")] == []


def test_years_with_long_names_are_numbers_sooner():
    """Five names of six letters need twenty type sizes, and longer ones, as made-up words are, need more."""

    def needed():
        axis = year_axis(LIGHT, range(1, 6)).to_dict()
        return int(re.search(r"width < (\d+)", axis["labelExpr"])[1]) / LIGHT.size

    assert needed() == TINY == 20
    with speaking(PSEUDO):
        assert needed() > 30
