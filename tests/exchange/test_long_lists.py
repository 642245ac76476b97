"""Reading a list by columns is reading it row by row: the same plans, remarks and faults, on any list."""

from __future__ import annotations

import csv
import io
import pickle  # noqa: TID251  # as between processes of this program
import random

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.list_text import LONGEST_ROW, ListRefused
from exchange.long_lists import printed
from exchange.long_lists.letters import letters_of
from exchange.long_lists.seen_names import SeenNames
from exchange.long_lists.source import opened
from exchange.long_lists.telling import Telling
from exchange.long_lists.work import CSV, Task, worked_out
from exchange.scenario_list import read_table
from model.evidence import LEVERS
from model.plan.named_presets import held_presets
from model.results.result_rows import unrounded
from model.results.results_text import results_text
from model.texts import quoted, say
from tests.looped import looped
from tools.fuzz import list_door

PRESETS = [p.name for p in held_presets()]
# Settings with remarks of their own beside those that any setting has.
TOLD = (
    *("enrollment_year1", "enrollment_growth", "building_size", "standing_devices", "refresh", "rent_basis"),
    *("hold_harmless", "staffing_count", "aid_deferred", "insurance_counted", "pension_counted", "pay_moves"),
    *("occupancy_per_pupil", "leased_students", "sustaining_grant", "enrollment_from", "retention", "lease"),
)
ODD = ("", " ", "much", "11.600", "1,200", "2,9", "7%", "1e-05", "$400", "-1", "9e99", "100,200,300,400,400")


def streamed(content: bytes, block: int = 7):
    """Output, remarks and problems of a list that is read in blocks."""
    source = opened(io.BytesIO(content))
    telling, out = Telling(source.columns, source.remarks), b""
    for found in source.blocks(block):
        done = worked_out(Task(source.columns, found, "run", CSV, "en", {}))
        telling.take(found, done)
        out += done.content
    telling.end()
    if source.fault:
        telling.fault(source.fault)
    return out, (*telling.new_remarks(), *telling.more_remarks()), telling.problems()


def agree(content: bytes, block: int = 7) -> None:
    """Both ways of reading come to the same."""
    table = read_table(content)
    try:
        out, remarks, problems = streamed(content, block)
    except ListRefused as refused:
        out, remarks, problems = b"", table.remarks, tuple(str(refused).split("\n"))
    names = [(r.name, r.preset) for r in table.rows]
    expected = results_text([r.scenario for r in table.rows], names, "csv") if names else ""
    assert out.decode() == expected.partition("\n")[2]
    assert problems == table.problems
    assert remarks == table.remarks


def cell(draw: random.Random, key: str) -> str:
    lever = LEVERS[key]
    if draw.random() < 0.1:
        return draw.choice(ODD)
    if lever.is_choice:
        return draw.choice(lever.choices)
    low, high = draw.choice((lever.usual or lever.bounds, lever.bounds))
    number = draw.choice((low, high, draw.uniform(low, high)))
    return str(round(number) if lever.is_whole or draw.random() < 0.3 else round(number, draw.randint(1, 5)))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_columns_and_rows_agree_on_lists_that_are_meant(draw):
    """Every preset and version, any settings, names of all kinds, blanks, and cells that are wrong."""
    keys = draw.sample(sorted(LEVERS), 3) + draw.sample(TOLD, 3)
    keys = list(dict.fromkeys(keys))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=draw.choice(("\n", "\r\n")))
    writer.writerow(["preset", "scenario", *keys])
    for _ in range(draw.randint(1, 25)):
        cells = ["" if draw.random() < 0.4 else cell(draw, k) for k in keys]
        name = draw.choice(("", "A", "a, b", 'say "b"', "two\nlines", "École"))
        writer.writerow([draw.choice(PRESETS), name, *cells, *([""] * draw.randint(0, 2))])
    agree(out.getvalue().encode(draw.choice(("utf-8", "utf-8-sig", "utf-16"))))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_columns_and_rows_agree_on_damaged_lists(draw):
    """What the fuzz program makes of lists: other separators and letters, cut and mixed up."""
    content = list_door.make(draw).content
    if len(content) < 20_000:  # the dear ones are for the fuzz program, which counts
        agree(content, block=1_000_000)


def test_remarks_come_in_the_order_of_a_list_that_is_read_at_once():
    """More rows with settings than wait for one another, and doubled names between them."""
    rows = [
        f"us_elementary,{'A' if n % 900 == 0 else ''},{'60%' if n % 700 == 5 else '3%'}" for n in range(4_500)
    ]
    agree("\n".join(("preset,scenario,inflation", *rows)).encode(), block=700)


@given(
    st.lists(
        st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from((0.0, -0.0, 1e10, 1e15, 1e-4))
    )
)
def test_numbers_are_printed_as_everywhere(numbers):
    table = pa.RecordBatch.from_arrays(
        [pa.array(["x"] * len(numbers)), pa.array(numbers, pa.float64())], ["a", "b"]
    )
    assert printed.lines(table).decode() == "".join(f"x,{unrounded(x)}\n" for x in numbers)


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)))))
def test_names_are_printed_as_a_writer_of_csv_does(names):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows((name, "1") for name in names)
    table = pa.RecordBatch.from_arrays(
        [pa.array(names, pa.string()), pa.array([1] * len(names), pa.int8())], ["a", "b"]
    )
    assert printed.lines(table).decode() == out.getvalue()


def test_nothing_is_blank_in_text():
    table = pa.RecordBatch.from_arrays(
        [pa.array([None, "x"], pa.string()), pa.array([1.5, None])], ["a", "b"]
    )
    assert printed.lines(table) == b",1.5\nx,\n"


@given(st.lists(st.lists(st.sampled_from(["", *"abcdefgh"]), max_size=6)))
def test_the_first_row_of_a_name_is_known(blocks):
    seen, first, number = SeenNames(), {}, 0
    for names in blocks:
        numbers = list(range(number + 2, number + 2 + len(names)))
        expected = {
            i: first[name]
            for i, (name, n) in enumerate(zip(names, numbers, strict=True))
            if name and first.setdefault(name, n) != n
        }
        assert seen.first_rows(names, numbers) == expected
        number += len(names)


@looped(
    ("content", "rows"),
    [
        (b"a\nb\nc", 3),
        (b"a\r\nb\r\n", 2),
        (b"a\rb\r", 2),
        (b'a\n"two\nlines"\nc\n', 3),
        ("a\nb\nc\n".encode("utf-16"), 3),
        (b"", 0),
        (b"x" * (1 << 20) + b"\r\n" + b"y", 2),
        (b"x" * ((1 << 20) - 1) + b"\r\n" + b"y", 2),
        (b'"' + b"\n" * (1 << 20) + b'"\nb', 2),
    ],
)
def test_rows_are_counted_before_they_are_read(content, rows):
    assert letters_of(io.BytesIO(content)).last_row == rows


def test_a_letter_of_windows_far_down_is_found_before_anything_is_written():
    body = "us_high,A\n" * 150_000
    content = f"preset,scenario\n{body}us_high,École\n".encode("cp1252")
    source = opened(io.BytesIO(content))
    assert source.remarks == (say("list.windows", line="150,002", letter=quoted("\u00c9")),)
    *_, last = (block for block in source.blocks(50_000))
    assert last.rows[-1] == ["us_high", "École"]


@looped(
    "content",
    [b"preset\n" + b"," * 3_000_000 + b"\nus_high\n", b"preset\n" + b"," * (LONGEST_ROW + 1) + b"x"],
)
def test_rows_of_any_length_are_read_alike(content):
    agree(content)


def test_counts_of_remarks_are_arrays_of_the_rows():
    """What comes back of a block is plain, so that another process may send it."""
    source = opened(io.BytesIO(b"preset,inflation\nus_high,40%\nus_high,9\nus_high,\n"))
    (block,) = source.blocks()
    done = worked_out(Task(source.columns, block, "run", CSV, "en", {}))
    assert done.good.tolist() == [0, 2]
    assert done.is_given.tolist() == [True, False]
    assert done.remarks.tolist() == [1, 0]
    assert pickle.loads(pickle.dumps(done)).content == done.content
    assert (len(done.wrong), done.more) == (1, 0)
