"""Take it along: what leaves is the page's plan; what is brought back is checked before anything changes."""

from __future__ import annotations

import io
import json

import pandas as pd
import pytest
from markupsafe import escape

from exchange import files, link
from exchange import table_files as tables
from exchange.heading import made
from exchange.python_code import as_python
from model.evidence import LEVERS
from model.plan.plan import from_preset
from model.texts import counted, quoted, say
from tests.app.screen import address, as_read, htmls, move, now, open_app, open_part, plan, run
from tests.first_versions import first_version
from views.share import downloads, page_link
from views.shell.today import today


def opened(app, part="take"):
    return open_part(app, part)


def test_the_link_shown_opens_this_plan():
    """The link on the page gives the plan back, and says what year 5 came to."""
    app = opened(move(open_app(), "teacher_leaders", 6.0))
    shown = app.code[0].value
    found = link.opened(shown)
    assert found.problems == ()
    assert found.plan.now.values == plan(app).now.values
    assert "teacher_leaders=6" in shown
    # 2 leaders x $6,000 x 1.0145 = $12,174 less than $35,966 in year 5.
    assert "r=23792" in shown


def test_the_lines_of_python_are_those_of_the_plan():
    """They name the changed lever and nothing else."""
    app = opened(move(open_app(), "teacher_leaders", 6.0), "manager")
    assert app.code[0].value.strip() == as_python(plan(app)).strip()
    assert "'teacher_leaders': 6" in app.code[0].value


def test_a_plan_file_comes_back_as_it_was():
    """Saved, then brought to a fresh page: every value is there, and Undo goes back to what was open."""
    saved = move(open_app(**{"from": "us_high.1"}), "software_per_pupil", 100.0)
    content = files.write([plan(saved)])
    app = opened(open_app(), "open")
    before = address(app)
    app.file_uploader[0].upload("plan.json", content, "application/json")
    run(app)
    assert now(app).values == plan(saved).now.values
    assert address(app) == address(saved)
    app.button(key="undo").click()
    run(app)
    assert address(app) == before


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": "other"}', b"=1+1", "{}".encode("utf-16")])
def test_a_file_that_cannot_be_is_refused_in_words(content):
    """Nothing changes, and the reasons are on the page."""
    app = opened(move(open_app(), "teacher_leaders", 5.0), "open")
    before = address(app)
    app.file_uploader[0].upload("plan.json", content, "application/json")
    run(app)
    assert address(app) == before
    assert [e.value for e in app.error]


def test_the_table_holds_every_line_and_year():
    """As many rows as lines and years; year-5 structural result to the cent."""
    csv = tables.tidy_csv([from_preset(first_version("us_elementary"))])

    table = pd.read_csv(io.StringIO(csv))
    row = table[(table["line"] == "structural_result") & (table["year"] == 5)]
    assert round(float(row["value"].iloc[0])) == 35_966
    assert table.groupby("line")["year"].count().eq(6).all()


def test_an_upload_tells_what_was_made_of_it_without_keys():
    """A text for a number, and five enrollments with growth beside them in the plan that is kept."""
    plan_1 = from_preset(first_version("us_elementary"))
    five = plan_1.changed({"enrollment_year1": (100, 200, 300, 400, 400), "enrollment_growth": 0.05})
    content = json.loads(files.write([plan_1.named("One"), five.named("Grown")]))
    content["plans"][0]["now"]["base_rate_per_pupil"] = "11,900"
    app = opened(open_app(), "open")
    app.file_uploader[0].upload("plan.json", json.dumps(content).encode(), "application/json")
    run(app)
    assert now(app)["base_rate_per_pupil"] == 11_900
    said = " ".join(i.value for i in app.info)
    label = LEVERS["base_rate_per_pupil"].label
    text = say("plan_file.text_read_as", setting=label, given=quoted("11,900"), value="$11,900")
    assert as_read(text) in as_read(said)
    other = say("values.setting_of", setting=LEVERS["enrollment_growth"].label, value="5.0%")
    again = say("values.changed_further", setting=LEVERS["enrollment_year1"].label, others=other, count=1)
    assert f"Grown: {again}" in as_read(said)
    assert "base_rate_per_pupil" not in said


def test_an_upload_of_many_faults_shows_fifty_and_a_count():
    content = json.loads(files.write([from_preset(first_version("us_elementary"))]))
    content["plans"][0]["now"] |= {f"lever_{i}": 1 for i in range(100)}
    app = opened(open_app(), "open")
    app.file_uploader[0].upload("plan.json", json.dumps(content).encode(), "application/json")
    run(app)
    shown = [e.value for e in app.error]
    assert len(shown) == 51
    assert shown[-1] == say("plan_file.more_faults", count=50)


def pages(monkeypatch, url: str) -> tuple[str, str, str]:
    """The board's page, what stands above it, and the part for a colleague, opened at an address."""
    monkeypatch.setattr(page_link, "_HERE", url)
    app = opened(open_app(), "board")
    board = htmls(app)
    page = next(h for h in board if "board-page" in h)
    above = " ".join(h for h in board if "data-print" in h)
    opened(app, "take")
    assert app.code[0].value.startswith(url)
    return page, above, " ".join(htmls(app))


def test_nothing_is_offered_to_scan_that_nobody_else_can_reach(monkeypatch):
    """At 127.0.0.1 there is no code on the page or the paper; why, and the plan file, stand with the link."""
    page, above, colleague = pages(monkeypatch, "http://127.0.0.1:8501/")
    why = say("link.this_computer", host="127.0.0.1")
    assert "<img" not in page.partition("<footer>")[2]
    assert escape(why) in above
    assert say("share.code_of_link") not in colleague
    app = opened(open_app(), "take")
    assert as_read(why) in [as_read(w.value) for w in app.warning]
    assert say("share.no_code") in [as_read(c.value) for c in app.caption]
    assert "take-json" in {b.key for b in app.get("download_button")}


@pytest.mark.parametrize(
    ("url", "warned"), [("https://school.example/", False), ("http://192.168.1.20:8501/", True)]
)
def test_a_link_that_others_reach_has_its_code_beside_it(monkeypatch, url, warned):
    """In a school's own network it says for whom it works, and the code stays: phones are in it too."""
    page, above, colleague = pages(monkeypatch, url)
    assert say("board.scan") in page
    assert say("share.code_of_link") in page
    assert say("board.no_code") not in above
    assert say("share.code_of_link") in colleague
    reach = say("link.this_network", host="192.168.1.20")
    assert (escape(reach) in page) is warned


def test_every_file_and_page_says_the_students_of_now(monkeypatch):
    """An example of 450 students with 395 in its plan: bar, paper, board page, names of files."""
    names = []
    monkeypatch.setattr(
        downloads.st, "download_button", lambda _label, _make, **told: names.append(told["file_name"])
    )
    app = opened(open_app(**{"from": "us_elementary.1", "enrollment_year1": "395"}), "manager")
    assert all("elementary-school-395-students-2" in n for n in names)
    assert len(names) == 3
    shown = htmls(opened(app, "board"))
    board = next(h for h in shown if "board-page" in h)
    bar = next(h for h in shown if 'class="bar"' in h)
    for place in (board, bar):
        assert "Elementary school, 395 students" in place
        assert say("heading.students_before", count=counted("395"), before="450") in place
        assert made(today()) in place
        assert "450 students" not in place


def test_no_label_is_read_out_with_its_marks():
    """A label in bold would be the name of its widget with two asterisks on each side."""
    app = open_app()
    labels = [as_read(w.label) for kind in ("toggle", "checkbox", "slider", "button") for w in app.get(kind)]
    assert as_read(f"{say('cases.switch')} {say('cases.switch_note')}") in labels
    assert not [label for label in labels if "*" in label]
