"""The bench's own helpers: they tell two plans apart when they wait, and leave the page's rest alone."""

from __future__ import annotations

import asyncio
import contextlib
import math
import random
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from benchmarks import (
    bench,
    crowd,
    engine,
    engine_worker,
    expected,
    floor,
    lists,
    measure,
    process,
    report,
    spread,
    start,
)
from benchmarks.pages import ALL, FLOOR, OURS, Served
from benchmarks.session import Session
from benchmarks.timing import figure, p95, pair


@pytest.fixture(scope="module")
def words():
    return expected.of_app()


def needed(chart):
    return tuple(tuple(ways) for ways in chart)


def test_every_chart_says_something_else_at_the_next_place(words):
    """Otherwise a stale picture could pass for a redraw."""
    for one, other in pairwise(words.values()):
        assert len(one["charts"]) == 5
        for chart, after in zip(one["charts"], other["charts"], strict=True):
            assert set(needed(chart)) - set(needed(after))


def test_no_place_asks_for_an_empty_word(words):
    for place in words.values():
        assert all(way.strip("|") for chart in place["charts"] for ways in chart for way in ways)


def test_the_start_is_one_of_the_places(words):
    assert expected.key(expected.start().now.number(expected.LEVER)) in words


def test_the_plain_page_is_told_apart_by_its_titles():
    titles = [tuple(map(needed, place["charts"])) for place in expected.of_plain().values()]
    assert all(one != other for one, other in pairwise(titles))


def test_the_floor_draws_what_the_page_draws():
    page = floor.page()
    assert [sorted(c["datasets"]) for c in page["charts"]] == [
        sorted(c) for c in page["table"]["charts"][0].values()
    ]
    assert len(page["table"]["charts"]) == len(page["table"]["places"])
    assert 'data-live="sentence"' in floor.html()


def test_figures():
    assert p95(list(range(1, 101))) == 95
    assert figure(None) == figure(math.nan) == pair([]) == "–"
    assert pair([1.0, 2.0, 30.0]) == "2 / 30"


def test_the_table_has_a_column_for_each_page():
    shown = [Served(kind, "http://127.0.0.1:1", None) for kind in ALL]
    shown[0].add(measure.KEY, 20.0, 30.0)
    floor = shown[[s.kind for s in shown].index(FLOOR)]
    floor.add(measure.KEY, 15.0)
    shown[0].add(measure.TALL, 25.0)
    floor.add(measure.TALL, 20.0)
    lines = report.page_table(shown).splitlines()
    assert {line.count("|") for line in lines} == {len(ALL) + 2}
    assert "| 25 / 30 |" in lines[2]
    assert "| 2.00 |" in lines[3]  # 30 / 15
    assert "| 25 / 25 |" in lines[5]
    assert "| 1.25 |" in lines[6]  # 25 / 20


def test_the_engine_is_held_against_before_and_against_numpy_by_hand():
    one, other = engine.Case("one", "plans 1 two", 1, "hand 1 two"), engine.Case("other", "futures", 1)
    before, now, hand = (engine.Side(x, report.PLACE, {}) for x in (engine.BEFORE, engine.NOW, engine.HAND))
    for side, times in ((before, (8.0, 10.0, 90.0)), (now, (2.0, 3.0, 3.0)), (hand, (1.0, 2.0, 5.0))):
        side.taken[one] = list(times)
        side.first[one] = 40.0
    before.taken[other], now.taken[other] = [4.0], [1.0]
    now.held[one] = 30.0
    lines = engine.table([before, now, hand], [one, other], [one]).splitlines()
    assert lines[2] == "| one, ms | 10.00 | 3.00 | 2.00 | 0.30 | 1.50 | 40.0 | 40.0 |"
    assert lines[3] == "| other, ms | 4.00 | 1.00 | – | 0.25 | – | – | – |"
    assert "| – | 30 | – | – | – |" in lines[4]
    assert {line.count("|") for line in engine.table([now, hand], [one], [one]).splitlines()} == {6}


def test_the_sides_of_the_engine_are_asked_in_turn(monkeypatch):
    asked = []

    @contextlib.contextmanager
    def at_work(side, case):
        yield lambda times: asked.append((side.name, times)) or 1.0

    monkeypatch.setattr(engine.Side, "at_work", at_work)
    sides = engine.sides(report.PLACE.parent, keep=False)
    engine.measure(sides, engine.Case("one", "plans 1 all", 7), 3, random.Random(1))
    assert [times for _, times in asked] == [1, 7, 1, 7] + [7] * 6
    assert all(
        {a[0], b[0]} == {engine.BEFORE, engine.NOW} for a, b in zip(asked[4::2], asked[5::2], strict=True)
    )
    assert [len(side.taken.get(case, ())) for side in sides for case in side.taken] == [3, 3]


def test_every_case_of_the_engine_can_be_done():
    for case in engine.TIMED:
        for asked in filter(None, (case.asks, case.hand)):
            engine_worker.case(re.sub(r"\d{4,}", "20", asked))()


def test_what_stands_around_the_marks_is_kept():
    start, end = report.marks("bench")
    text = f"before\n{start}\nold\n{end}\nafter\n"
    assert report.put_between(text, "bench", "new") == f"before\n{start}\nnew\n{end}\nafter\n"
    with pytest.raises(ValueError, match="missing"):
        report.put_between("nothing", "bench", "new")


def test_the_table_of_lists():
    """Medians of three runs: 4 s for 100 rows are 25 a second; what only one checkout can has a dash."""
    now = [lists.Run(0.5, whole, 2.0, 190.0) for whole in (3.0, 4.0, 50.0)]
    before = [lists.Run(7.0, 8.0, 8.0, 2_353.0)]
    found = lists.table(100, {"now": now, "before": before}, 1_000, lists.Run(1.0, 26.1, 20.0, 268.0))
    assert found.splitlines()[2:] == [
        "| 100 rows, s | 4.0 | 8.0 |",
        "| … of processor time | 2.0 | 8.0 |",
        "| rows a second | 25 | 12 |",
        "| first byte, s | 0.50 | 7.00 |",
        "| peak memory, MB | 190 | 2,353 |",
        "| 1,000 rows to Parquet, s (peak, MB) | 26.1 (268) | – |",
    ]


def test_the_table_of_starts():
    found = {start.NUMPY: [[69.0], [115.0]]}
    for i, what in enumerate(start.COMMANDS):
        found |= {f"{what}, now": [[10.0 * i], [20.0]], f"{what}, before": [[100.0], [200.0, 240.0, 999.0]]}
    lines = start.table(found, ("now", "before")).splitlines()[2:]
    assert lines[0] == "| Python with numpy | 69 (115) | 69 (115) |"
    assert [line.split(" | ", 1)[1] for line in lines[1:]] == [
        f"{10 * i} (20) | 100 (240) |" for i in range(3)
    ]


def test_the_table_of_shared_work():
    """Round by round: 3 of 4 s and 1 of 2 s are 0.75 and 0.5, in the middle 0.62."""
    one = spread.Way("one process", None, 0.05, [4.0, 2.0], [4.0, 2.0], [4.0, 2.0])
    two = spread.Way("pool of two", None, 0.77, [3.0, 1.0], [4.0, 3.0], [2.0, 1.0])
    lines = spread.table([one, two]).splitlines()[2:]
    assert lines[0] == "| one process | 0.05 | 3.00 | 1.00 | 1.00 | 1.00 |"
    assert lines[1] == "| pool of two | 0.77 | 2.00 | 0.62 | 1.25 | 0.50 |"


@pytest.mark.parametrize("left_out", ["--goes", "--starts", "--rows", "--schools"])
def test_the_bench_does_all_that_needs_no_page_but_what_is_left_out(monkeypatch, left_out):
    """Each part is told once, under its name; 0 leaves it out; `--print-only` writes nothing."""
    parts = {"--goes": engine, "--starts": start, "--rows": lists, "--schools": spread}
    written, printed = [], []
    for option, part in parts.items():
        monkeypatch.setattr(
            part, "measured", lambda *_, option=option, **_more: printed.append(option) or option
        )
    monkeypatch.setattr(report, "write", lambda name, text: written.append((name, text)))
    monkeypatch.setattr(bench, "chromium_path", lambda: "chromium")
    monkeypatch.setattr(process, "stop_in_order", lambda: None)
    words = ["bench", "--rounds", "0", "--people", "--goes", "2", left_out, "0"]
    names = {"--starts": "start", "--rows": "lists", "--schools": "spread"}
    expected = [("engine", "--goes"), ("engine with memory kept", "--goes")]
    expected += [(name, option) for option, name in names.items()]
    expected = [one for one in expected if one[1] != left_out]
    monkeypatch.setattr("sys.argv", words)
    bench.main()
    assert written == expected
    monkeypatch.setattr("sys.argv", [*words, "--print-only"])
    bench.main()
    assert written == expected
    assert printed == [option for _, option in expected] * 2


def test_the_document_has_the_marks():
    text = report.PLACE.read_text(encoding="utf-8")
    of_their_own = (lists.TABLE, spread.TABLE, start.TABLE)
    for name in ("bench", "crowd", *engine.TABLES.values(), *of_their_own, "load"):
        assert all(mark in text for mark in report.marks(name))


def test_the_load_speaks_to_this_machine_alone():
    with pytest.raises(ValueError, match="this machine"):
        crowd.run("http://example.org:80", 1, 1)


def test_another_machines_process_is_not_found():
    assert process.of_port("http://127.0.0.1:1") is None
    assert process.cpu_ms(None) is None
    assert process.memory_mb(None) is None


def test_a_session_without_the_live_layer_touches_nothing():
    session = Session(None, 0)
    session._sliders["x-lever-inflation"] = None
    # In a thread: after a browser test this one may have a loop of its own.
    with ThreadPoolExecutor(1) as own:
        assert own.submit(asyncio.run, session.touch()).result() is None
    assert OURS.live
