"""The name that a reader gave a plan goes with it: the bar, the page for the board, files and their names."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from model.plan.plan import from_preset
from model.texts import say
from tests.app.screen import click, htmls, move, open_app, open_part, run
from tests.app.test_plans import keep
from tests.first_versions import first_version
from views.compare import kept_name
from views.share import downloads
from views.shell.today import today

CHANGED = say("compare.changed_since_saved", name="Budget 2027")


def saved(name="Budget 2027"):
    app = move(open_app(), "teacher_leaders", 6.0)
    return keep(open_part(app, "plans"), name)


def bar(app):
    return next(h for h in htmls(app) if 'class="bar"' in h)


def test_the_bar_and_the_page_for_the_board_say_it():
    app = saved()
    assert "<b>Budget 2027</b>" in bar(app)
    board = next(h for h in htmls(open_part(app, "board")) if "board-page" in h)
    assert "<h2>Budget 2027</h2><p>Elementary school, 450 students</p>" in board


def test_a_plan_that_was_moved_on_says_that_it_changed():
    app = saved()
    move(app, "teacher_leaders", 2.0)
    assert f"<b>{CHANGED}</b>" in bar(app)
    click(app, "undo")
    assert "<b>Budget 2027</b>" in bar(app)


def test_a_new_name_counts_at_once_and_a_saved_plan_opens_under_its_own():
    app = saved()
    app.text_input(key=next(x.key for x in app.text_input if x.key.startswith("name-"))).set_value("Plan <b>")
    run(app)
    click(app, next(b.key for b in app.button if b.key.startswith("rename-")))
    assert "<b>Plan &lt;b&gt;</b>" in bar(app)
    app.selectbox(key="preset").set_value("us_high")
    run(app)
    assert "Plan &lt;b&gt;" not in bar(app)
    click(app, next(b.key for b in app.button if b.key.startswith("open-")))
    assert "<b>Plan &lt;b&gt;</b>" in bar(app)


def test_files_carry_it_inside_and_in_their_own_names(monkeypatch):
    app, made = saved(), {}
    monkeypatch.setattr(
        downloads.st, "download_button", lambda _label, make, **told: made.update({told["file_name"]: make})
    )
    open_part(app, "manager")
    stem = f"budget-2027-elementary-school-450-students-{today().isoformat()}"
    assert list(made) == [f"{stem}.xlsx", f"{stem}.csv", f"{stem}.json"]
    book, table, plans = (make() for make in made.values())
    assert "<t>Budget 2027</t>" in ZipFile(BytesIO(book)).read("xl/sharedStrings.xml").decode()
    assert [p["name"] for p in json.loads(plans)["plans"]] == ["Budget 2027"]
    assert "Budget 2027" in table.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("name", "stem"),
    [("../../etc/passwd", "etc-passwd"), ("Año 2027: más", "año-2027-más"), ("***", "")],
)
def test_a_file_name_holds_letters_and_digits_alone(monkeypatch, name, stem):
    monkeypatch.setattr(kept_name, "name_of", lambda _: name)
    assert (
        kept_name.file_name(from_preset(first_version("us_high")), date(2026, 11, 26), "csv")
        == f"{stem}{'-' * bool(stem)}high-school-850-students-2026-11-26.csv"
    )
