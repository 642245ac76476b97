"""The tab of plans: what each change did, keeping plans, and laying them side by side."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from exchange import browser_shelf, files, store
from model.evidence import LEVERS
from model.plan.plan import begun_from, from_preset
from model.texts import say
from tests.app.screen import click, htmls, move, now, open_app, open_part, plan, run
from tests.first_versions import first_version
from views.charts import plans as picture
from views.charts.palette import PALETTES
from views.compare import comparison_tables, shelf

MINUS = "\N{MINUS SIGN}"


def opened(app):
    return open_part(app, "plans")


def keep(app, name, reason=""):
    app.text_input(key="keep-name").set_value(name)
    app.text_input(key="keep-reason").set_value(reason)
    run(app)
    return click(app, "keep-plan")


def kept(app):
    return app.session_state[shelf.tab.key].shelf.plans if shelf.tab.key in app.session_state else ()


def errors(app):
    return " ".join(e.value for e in app.error)


def test_a_plan_without_a_typed_name_takes_the_one_that_the_empty_field_shows():
    """Plan A, then C where B was typed by hand; a name of blanks is none."""
    app = opened(open_app())
    assert app.text_input(key="keep-name").placeholder == "Plan A"
    click(app, "keep-plan")
    keep(app, "plan b")
    assert app.text_input(key="keep-name").placeholder == "Plan C"
    move(app, "teacher_leaders", 6.0)
    keep(app, "  ")
    assert [k.name for k in kept(app)] == ["Plan A", "plan b", "Plan C"]
    assert errors(app) == ""


def test_a_plan_is_kept_opened_again_and_taken_off():
    """Kept under its name with its reason; the screen goes on; opening it brings its numbers back, and Undo
    those before it.
    """
    app = keep(opened(move(open_app(), "teacher_leaders", 6.0)), "Six leaders", "More help")
    (item,) = kept(app)
    assert (item.name, item.filed.reason, item.filed.now["teacher_leaders"]) == (
        "Six leaders",
        "More help",
        6,
    )
    assert app.text_input(key="keep-name").value == ""
    move(app, "teacher_leaders", 2.0)
    click(app, f"open-{item.key}")
    assert now(app)["teacher_leaders"] == 6
    assert plan(app).is_changed
    click(app, "undo")
    assert now(app)["teacher_leaders"] == 2
    click(app, f"remove-{item.key}")
    assert kept(app) == ()
    assert item.key in app.session_state[shelf.tab.key].shelf.gone


def test_a_name_that_is_taken_is_refused_and_nothing_is_lost():
    """No plan is written over; what was typed stays."""
    app = keep(keep(opened(open_app()), "Plan A"), "plan a", "a reason")
    assert "is a plan called" in errors(app)
    assert [k.name for k in kept(app)] == ["Plan A"]
    assert app.text_input(key="keep-reason").value == "a reason"


def test_another_name_and_a_copy():
    """Renamed in place; a copy has a name of its own and the same numbers."""
    app = keep(opened(move(open_app(), "teacher_leaders", 6.0)), "First")
    (item,) = kept(app)
    app.text_input(key=f"name-{item.key}").set_value("Second")
    run(app)
    click(app, f"rename-{item.key}")
    assert [k.name for k in kept(app)] == ["Second"]
    click(app, f"copy-{item.key}")
    assert [k.name for k in kept(app)] == ["Second", say("compare.copy_name", name="Second", number=1)]
    assert kept(app)[0].filed.now.values == kept(app)[1].filed.now.values
    app.text_input(key=f"name-{kept(app)[1].key}").set_value("second")
    run(app)
    click(app, f"rename-{kept(app)[1].key}")
    assert "called “second” already" in errors(app)


@pytest.mark.parametrize("press", ["rename", "remove"])
def test_a_kept_plan_that_changed_since_it_was_drawn_is_not_written_over(press):
    """Another tab changed it between drawing and pressing: that is said, and its plan stays there."""
    app = keep(opened(open_app()), "Plan A")
    (item,) = kept(app)
    theirs = replace(item, filed=files.Filed(item.filed.plan.named("Of the other tab"), "their reason"))
    app.session_state[shelf.tab.key] = replace(app.session_state[shelf.tab.key], shelf=store.Shelf((theirs,)))
    app.text_input(key=f"name-{item.key}").set_value("Mine")
    app.button(key=f"{press}-{item.key}").click()
    run(app)
    assert kept(app) == (theirs,)
    assert "“Plan A” was changed elsewhere since it was shown here" in errors(app)


def test_side_by_side_lists_exactly_the_levers_that_differ():
    """Two plans that differ in two levers: those two rows and no other, a picture of both, at most three
    beside the screen.
    """
    app = opened(open_app())
    for n in range(4):
        keep(move(app, "teacher_leaders", 2.0 + n), f"P{n}")
    move(app, "software_per_pupil", 100.0)
    for item in kept(app)[:3]:
        app.checkbox(key=f"compare-{item.key}").check()
        run(app)
    assert app.checkbox(key=f"compare-{kept(app)[3].key}").disabled
    caption = say("compare.differ", count=2, all=sum(not (x.of or x.own) for x in LEVERS.values()))
    (table,) = [h for h in htmls(app) if caption in h]
    differ = table.split(caption)[-1]
    assert re.findall(r'<th scope="row"[^>]*>([^<]*)<', differ.partition("</table>")[0]) == [
        "Teacher leaders",
        "Software licenses per student",
    ]
    columns = re.findall(r'<th scope="col"[^>]*>([^<]*)<', differ)[1:5]
    assert columns == [say("compare.plan_on_screen"), "P0", "P1", "P2"]


def test_markup_in_a_name_is_text():
    """A name or a reason that looks like markup is shown as it was typed."""
    bad = "<img src=x onerror=alert(1)>"
    app = keep(opened(open_app()), bad, bad)
    app.checkbox(key=f"compare-{kept(app)[0].key}").check()
    run(app)
    shown = [h for h in htmls(app) if "&lt;img" in h]
    assert len(shown) == 4  # the bar, the shelf, the tables, the sentence of the lever that matters most
    assert not any("<img" in h for h in htmls(app))


def test_all_plans_of_a_file_find_a_place(monkeypatch):
    """The first is open and all are kept; one whose name is there is named, not dropped in silence."""
    start = from_preset(first_version("us_elementary"))
    plans = [
        begun_from(start.preset, start.start, start.now.changed(teacher_leaders=n).named(f"P{n}"))
        for n in (2, 3)
    ]
    app = keep(opened(open_app()), "P3")
    open_part(app, "open")
    app.file_uploader(key="plan-file").set_value(("p.json", files.write(plans), "application/json"))
    run(app)
    assert now(app)["teacher_leaders"] == 2
    assert sorted(k.name for k in kept(app)) == ["P2", "P3"]
    assert "Not saved" in " ".join(i.value for i in app.info)
    assert "P3" in " ".join(i.value for i in app.info)


# --- what the browser tells
# ------------------------------------------------------------------------------------------


GOOD = files.write([from_preset(first_version("us_elementary"))]).decode()


@pytest.mark.parametrize(
    "told",
    [
        {"0123456789abcdef": "{"},
        {"0123456789abcdef": "x" * 200_000},
        {"0123456789abcdef": 7},
        {"../../etc": GOOD},
        {7: GOOD},
        {"0123456789ABCDEF": GOOD},
        {"0123456789abcdef": GOOD.replace("450", "NaN")},
        {"0123456789abcdef": "\ud800"},
    ],
)
def test_what_a_browser_keeps_is_checked_like_a_file(told):
    """Nothing that is not a plan comes onto the shelf, and it is said."""
    items, wrong = browser_shelf.read(told)
    assert items == []
    assert len(wrong) == 1


@pytest.mark.parametrize("told", [None, [], "x", 5, {}])
def test_a_browser_that_tells_nothing_changes_nothing(told):
    assert browser_shelf.read(told) == ([], [])


def test_a_kept_plan_comes_back_as_it_was():
    """Every value, the name and the reason, through the text that the browser keeps."""
    start = from_preset(first_version("us_high"))
    filed = files.Filed(
        begun_from(start.preset, start.start, start.now.changed(teacher_leaders=3).named("Café")), "why"
    )
    ((item,), wrong) = browser_shelf.read({"0123456789abcdef": files.write([filed]).decode()})
    assert wrong == []
    assert (item.name, item.filed.reason, item.filed.now.values) == ("Café", "why", filed.now.values)


def test_a_plan_of_an_older_version_comes_back_without_a_word():
    """Kept before there were notes: the same plan, and nothing to read about it."""
    old = json.loads(GOOD) | {"format_version": 1}
    for field in ("notes", "decisions"):
        del old["plans"][0][field]
    ((item,), wrong) = browser_shelf.read({"0123456789abcdef": json.dumps(old)})
    assert item.filed == files.read(GOOD.encode()).plans[0]
    assert wrong == []


def test_a_full_shelf_says_so(monkeypatch):
    """One more than fits is refused with what to do."""
    monkeypatch.setattr(store, "MOST", 1)
    app = keep(keep(opened(open_app()), "one"), "two")
    assert say("store.full", most=1) in errors(app)
    assert [k.name for k in kept(app)] == ["one"]


def test_what_finds_no_room_is_named(monkeypatch):
    """Two plans in the browser and room for one: the one that is not shown is said by its name."""
    start = from_preset(first_version("us_elementary"))
    told = {
        f"{n:016x}": files.write([begun_from(start.preset, start.start, start.now.named(f"P{n}"))]).decode()
        for n in (1, 2)
    }
    monkeypatch.setattr(store, "MOST", 1)
    monkeypatch.setattr("streamlit.session_state", {"shelf-store": {"found": told}})
    monkeypatch.setattr(shelf.history, "mark_due", lambda: None)
    shelf._on_found()
    assert [k.name for k in shelf.kept()] == ["P1"]
    assert "not shown: P2" in " ".join(shelf.remarks())


# --- the picture
# -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)
def test_the_picture_is_the_same_for_every_plan(palette):
    """No number is in the specification; names and results are in the rows, and labels of equal lines do not
    overlap.
    """
    before = str(picture.spec(palette))
    rows = picture.data(["x", "y"], [[0, 1, 2, 3, 4, 1_000], [0, 5, 5, 5, 5, 1_000]])
    assert str(picture.spec(palette)) == before
    places = rows["ends"].column("place").to_pylist()
    assert abs(places[0] - places[1]) >= 1_000 * 2.7 / 16 * 0.99
    assert rows["ends"].column("text").to_pylist() == ["x", "y"]
    assert rows["ends"].column("amount").to_pylist() == ["+$1K", "+$1K"]
    assert rows["lines"].num_rows == 10


def test_a_charter_beside_a_district_school_has_one_name_for_savings():
    """One name for one thing, so that plans of both kinds share the row."""
    table = comparison_tables.outcomes_table(
        [files.Filed(from_preset(k)) for k in map(first_version, ("us_elementary", "chicago_charter_k8"))]
    )
    assert f">{say('answer.savings')}<" in table
