"""The page for the board: one sheet whatever the plan, tagged, with the figures and words of the screen."""

from __future__ import annotations

import io
import random
from datetime import date

import segno
from PIL import Image

from exchange import link
from exchange.files import Filed
from exchange.handout import board_pdf
from exchange.handout.plan_content import assumptions_content
from exchange.handout.writing import pictures
from exchange.stamp import HERE as VERSION
from model.answer.answer_in_words import flags, headline, sentence
from model.answer.key_figures import key_figures
from model.answer.numbers import view_numbers
from model.evidence import LEVERS
from model.explain.decided import decided
from model.plan.notebook import EMPTY
from model.plan.plan import from_preset
from model.ranges.bands import ranges
from model.ranges.whose_counts import PLACE, whose
from model.results.horizon_in_words import after_year_5
from model.results.projection import project
from model.results.rating import Untested, rate
from model.results.rating_in_words import both_sides, if_things_change, on_paper, together
from model.stress.board import board
from model.stress.board_in_words import counts
from model.texts import counted, say, speaking
from model.texts.catalog import PSEUDO
from model.units import money, percent
from tests.exchange.plans import random_plan
from tests.first_versions import KEYS, first_version
from tests.handout.papers import BASE, DAY, content, paper, squeezed, text
from tests.looped import looped
from tools.many_handouts import picture_height

HOME = from_preset(first_version("us_elementary"))
MOVED = HOME.changed({"teacher_leaders": 6.0, "startup_grants": 200_000.0})


@looped("key, sheet", [(k, s) for k in KEYS for s in ("letter", "a4")])
def test_every_example_is_one_tagged_sheet_that_says_what_the_screen_says(key, sheet):
    plan = from_preset(key)
    read = paper(plan, paper=sheet)
    assert len(read.pages) == 1
    size = {"letter": (612, 792), "a4": (595, 842)}[sheet]
    assert [round(float(x)) for x in read.pages[0].mediabox[2:]] == list(size)
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == plan.name
    said = text(read)
    v = view_numbers(project([plan.now]), plan.facts)[0]
    chance = ranges(plan.now, (), whose(PLACE, plan.now, plan.facts)).chance
    r = rate(v.verdict, chance)
    badges = [together(r)] if r.is_sustainable else [on_paper(r), if_things_change(r)]
    notes = [*flags(v), *after_year_5(v.horizon)]
    figures = [x for f in key_figures(v) for x in (f.label, f.value, f.beside)]
    years = [money(x) for x in (*v.results[1:], *v.balances)]
    for part in (*badges, sentence(v), both_sides(chance), *notes, headline(v), *figures, *years, VERSION):
        assert squeezed(part) in said, part
    if sheet == "letter":  # the lower one
        assert picture_height(content(plan)) > 45


def test_random_plans_are_one_sheet_with_room_for_the_picture():
    """Many changes, own schools, decisions, a long reason: lists give up rows, and say how many."""
    draw = random.Random(4)
    for n, changes in enumerate((0, 3, 12, 25, 40)):
        plan = random_plan(draw, draw.choice(KEYS), changes, school=20 * (n % 2), screen=n != 2)
        book = decided(EMPTY, plan.start, plan.now, DAY, "The board", "Because we said so. " * 9)
        filed = Filed(plan.named("A plan with a name as long as names come"), "A reason. " * 12, book)
        how = {"paper": ("letter", "a4")[n % 2], "decisions": n > 1}
        assert len(paper(filed, **how).pages) == 1
        assert picture_height(content(filed, **how)) > 30


def test_a_language_of_longer_words_is_one_sheet_with_room_for_the_picture():
    """The made-up language is 40 percent longer than English; what does not fit is set smaller."""
    plan = random_plan(random.Random(2), "chicago_charter_k8", 14, screen=True)
    book = decided(EMPTY, plan.start, plan.now, DAY, "The board", "Because we said so. " * 9)
    filed = Filed(plan, "A reason. " * 12, book)
    with speaking(PSEUDO):
        assert len(paper(filed, decisions=True).pages) == 1
        assert picture_height(content(filed, decisions=True)) >= 40


def test_the_start_up_column_is_a_sum():
    """Savings $50K + grants $340K - start-up $342K = $48K, and $200K of grants leave 48 - 140 = -$92K."""
    for plan, grants, left in ((HOME, "$340K", "$48K"), (MOVED, "$200K", "−$92K")):
        rows = content(plan)["curve"]["startup"]
        assert [r["amount"] for r in rows] == ["$50K", grants, "$342K", left]


def test_changes_stand_with_what_they_do_and_a_cut_list_says_the_rest():
    """Two leaders more cost 2 x $6,000 x 1.0145 = $12,174 in Year 5, where grants at the start are gone."""
    held = content(MOVED)["changes"]
    assert [row[2] for row in held["rows"]] == ["−$12,174", "$0"]
    assert held["more"] == [
        say("handout.more_changes", count=2, amount="−$12,174"),
        say("handout.more_changes", count=1, amount="$0"),
        "",
    ]
    assert held["lead"] == say("handout.from_start", start="+$35,966", now="+$23,792")
    assert squeezed("−$12,174") in text(paper(MOVED))


def test_the_events_are_the_worst_first_and_those_that_apply():
    rows = content(HOME)["events"]["rows"]
    tones = [r["tone"] for r in rows]
    assert tones == sorted(tones, key=("bad", "warn", "good").index)
    assert all(squeezed(cell) in text(paper(HOME)) for cell in rows[0]["cells"])
    # Nothing of what may happen is told of an event here, so the head says that it is rated on paper.
    assert content(HOME)["events"]["head"][1] == say("rating.row_paper")


def test_five_assumptions_have_a_source_that_fits_their_value():
    """A value that the plan has changed is the plan's own; a documented one names and links its document."""
    held = content(HOME.changed({"inflation": 0.05}))["assumptions"]["rows"]
    assert len(held) == 5
    by_value = {r["cells"][1]: r for r in held}
    assert by_value["5.0%"]["cells"][2] == say("handout.set_in_plan")
    assert by_value["5.0%"]["url"] == ""
    assert any(r["url"].startswith("http") for r in held)


def test_the_code_on_the_sheet_is_that_of_the_link():
    """Every square of the drawn page is looked at: dark where the code of the link is dark."""
    held = content(MOVED)
    address = held["open"]["link"]
    assert link.opened(address).plan.now.values == MOVED.now.values
    (drawn,) = pictures("board.typ", held, pixels=300)
    page = Image.open(io.BytesIO(drawn)).convert("L")
    matrix = segno.make_qr(address, error="l", mask=2).matrix
    squares, millimeter = len(matrix) + 8, 300 / 25.4
    side = held["open"]["wide"] * millimeter / squares
    left, top = page.width - 15 * millimeter - squares * side, 10 * millimeter
    wrong = [
        (row, column)
        for row, line in enumerate(matrix)
        for column, dark in enumerate(line)
        if (page.getpixel((int(left + (column + 4.5) * side), int(top + (row + 4.5) * side))) < 128) != dark
    ]
    assert wrong == []


def test_who_reaches_the_link_stands_beside_it_and_no_address_is_no_link():
    said = text(paper(HOME, base="http://127.0.0.1:8501/"))
    assert squeezed(say("link.this_computer", host="127.0.0.1")) in said
    scan = squeezed(say("handout.scan"))
    assert scan not in said, "a code that no phone can open"
    assert scan in text(paper(HOME, base=BASE))
    assert squeezed(say("handout.open")) not in text(paper(HOME, base=""))


def test_decisions_go_to_the_board_only_if_asked():
    book = decided(EMPTY, MOVED.start, MOVED.now, date(2026, 9, 3), "Ana Ruiz", "Leaders hold the team.")
    filed = Filed(MOVED, notebook=book)
    told = [squeezed(x) for x in ("Ana Ruiz", "Leaders hold the team.", "Sep 3, 2026")]
    asked, usual = text(paper(filed, decisions=True)), text(paper(filed))
    assert all(x in asked for x in told)
    assert not any(x in usual for x in told)


def test_the_page_says_what_the_screen_says_where_futures_are_off_or_held():
    off = text(paper(HOME, futures=Untested.OFF))
    assert squeezed(say("rating.off")) in off
    assert squeezed(say("handout.band")) not in off
    held = ranges(HOME.now, ("funding", "pay"))
    assert squeezed(both_sides(held.chance)) in text(paper(HOME, futures=held))


def test_a_brief_has_a_second_page_with_the_budget_and_what_matters_most():
    read = paper(MOVED, brief=True)
    assert len(read.pages) == 2
    p = project([MOVED.now])
    second = squeezed(read.pages[1].extract_text())
    assert all(
        money(p.cell(line, t)) in second for line in ("total_revenue", "total_cost") for t in range(1, 6)
    )
    settings = content(MOVED, brief=True)["brief"]["settings"]["rows"]
    assert len(settings) == 24
    assert all(squeezed(r["cells"][0]) in second for r in settings)


def test_the_same_plan_on_the_same_day_is_the_same_file():
    filed = Filed(HOME)
    first = board_pdf(filed, today=DAY, base=BASE)
    assert first == board_pdf(filed, today=DAY, base=BASE)
    assert first != board_pdf(filed, today=date(2026, 11, 27), base=BASE)


def test_a_long_list_of_what_happens_is_cut_and_counted():
    """Four settings that move in each of Years 2 to 5 are sixteen events: those shown and those counted."""
    steps = ("teacher_leaders", "counselor_positions", "clerk_positions", "principal_positions")
    plan = HOME.changed(dict.fromkeys(steps, (1.0, 2.0, 3.0, 4.0, 5.0)))
    happens = content(plan)["curve"]["happens"]
    shown = happens.count("→")
    assert 0 < shown < 16
    more = say("handout.happens_more", count=16 - shown)
    assert happens.endswith(more)
    assert squeezed(more) in text(paper(plan))


def test_that_nobody_joins_a_grade_is_no_assumption_worth_a_row():
    """By grade, the growth of funding and pay stand there, and not five grades that nobody joins."""
    grades = {f"grade_{g}_year1": 60.0 for g in "k12345"} | {"entering_pupils": 60.0, "top_grade": 5.0}
    plan = from_preset("us_elementary").changed({"enrollment_from": "by_grade", **grades})
    told = {row["cells"][0] for row in assumptions_content(plan, 5)["rows"]}
    assert not told & {LEVERS[f"joining_{g}"].label for g in range(1, 13)}
    assert {LEVERS[k].label for k in ("public_funding_growth", "salary_growth", "entering_pupils")} <= told


def test_five_values_that_go_up_and_down_show_how_far():
    """A column has room for two of them: where they come back, first and last would say nothing."""
    key = "salary_growth"
    for values, said in (
        ((0.02, 0.03, 0.04, 0.03, 0.02), ("handout.least_to_most", 0.02, 0.04)),
        ((0.02, 0.02, 0.03, 0.03, 0.04), ("handout.first_to_last", 0.02, 0.04)),
        ((0.04, 0.03, 0.03, 0.02, 0.02), ("handout.first_to_last", 0.04, 0.02)),
    ):
        plan = from_preset("us_elementary").changed({key: values})
        shown = {row["cells"][0]: row["cells"][1] for row in assumptions_content(plan, 5)["rows"]}
        first, last = (percent(x) for x in said[1:])
        assert shown[LEVERS[key].label] == say(said[0], first=first, last=last)


def test_events_that_cannot_be_worked_out_are_counted_as_on_the_screen():
    """Of a school of 10 some events leave too few students: 5 are rated, 3 not, 1 does nothing."""
    plan = from_preset("us_elementary").changed({"enrollment_year1": 10.0})
    told = content(plan)["events"]["lead"]
    assert told == " ".join(
        (say("handout.events_no_balance", count=counted(8), all=9), say("events.unknown", count=counted(3)))
    )
    assert counts(board(plan.now)).startswith(say("events.apply", count=counted(8), all=9))
