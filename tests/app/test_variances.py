"""The variance on the page: a statement whose differences add up, lines by size, and what is left out."""

from __future__ import annotations

import re

import pytest

from exchange.files import Filed
from model.explain.variance import variance
from model.lines.worksheet import BOOK
from model.plan.plan import begun_from, from_preset
from model.texts import say
from tests.app.screen import htmls, move, open_app, run
from tests.app.test_plans import keep, kept, opened
from tests.first_versions import first_version
from views.charts import plans as picture
from views.charts.palette import PALETTES
from views.compare import comparison_tables, variances

START = from_preset(first_version("us_elementary"))
MINUS = "\N{MINUS SIGN}"


def filed(name: str = "P", **changes) -> Filed:
    return Filed(begun_from(START.preset, START.start, START.now.changed(changes).named(name)))


def cents(text: str) -> int:
    return round(float(re.sub(r"[$,+]", "", text).replace(MINUS, "-")) * 100)


def rows(markup: str) -> dict[str, list[str]]:
    """The cells of every row by its name, of the first table."""
    first = markup.partition("</table>")[0]
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", first)[1:]:
        name, *cells = (re.sub("<[^>]*>", "", x) for x in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row))
        found[name] = cells
    return found


@pytest.mark.parametrize("period", variances.PERIODS)
@pytest.mark.parametrize("order", variances.ORDERS)
def test_what_is_shown_adds_up(period, order):
    """The last column in the digits shown: parts to the result and then net position, or all lines to it."""
    other = filed(
        pupils_per_teacher=16, enrollment_year1=437, startup_pd_per_teacher=1_000, sustaining_grant=20_000
    )
    shown = rows(variances.variance_tables(filed(), other, ("A", "B"), period, order))
    effects = {name: cents(cells[-1]) for name, cells in shown.items()}
    net = effects.pop("All revenue less all cost")
    if order == "sheet":
        names = list(effects)
        result = names.index("Yearly surplus or shortfall")
        assert sum(effects[n] for n in names[:result]) == effects["Yearly surplus or shortfall"]
        assert sum(effects[n] for n in names[result:]) == net
    else:
        assert sum(effects.values()) == net
        sizes = [abs(x) for x in effects.values()]
        assert sizes == sorted(sizes, reverse=True)
        assert 0 not in sizes


def test_lines_without_a_difference_are_left_out_and_counted():
    """One lever that moves one line: all others are left out, and the details name the one."""
    markup = variances.variance_tables(filed(), filed(teacher_leaders=6), ("A", "B"), "5", "sheet")
    whole = len(list(variance(filed().now, filed().now).leaves()))
    assert whole >= 25
    assert say("compare.left_out", count=whole - 1, all=whole) in markup
    inside = len(BOOK.parts("personnel"))
    assert say("compare.inside", line="Personnel", amount="+$12,174.00", count=1, all=inside) in markup
    assert "Teacher pay" not in markup
    assert f"{MINUS}$12,174.00" in markup


def test_the_same_plan_twice_says_so():
    markup = variances.variance_tables(filed(), filed(), ("A", "B"), "all", "sheet")
    assert say("compare.no_difference", period=say("compare.all_years")) in markup
    assert "<table>" not in markup
    same = variances.mattered_most(filed(), filed(), ("A", "B"))
    assert say("compare.most_same", one="A", other="B") in same


def test_a_difference_that_is_not_in_dollars_is_told_beside_it():
    """PD hours in time that is paid already: no dollar in the statement, but a line that differs."""
    other = filed(pd_hours_in_existing_time=60)
    markup = variances.variance_tables(filed(), other, ("A", "B"), "5", "sheet")
    assert say("compare.no_difference", period="Year 5") in markup
    assert "PD in paid time" in markup
    nothing = variances.mattered_most(filed(), other, ("A", "B"))
    assert say("compare.most_nothing", one="A", other="B") in nothing


def test_the_lever_that_matters_most_is_named_with_its_share():
    """Two levers: the larger one, and what both come to. Names are text."""
    said = variances.mattered_most(
        filed(), filed(teacher_leaders=6, pupils_per_teacher=16), ("<b>x</b>", "B")
    )
    root = variance(filed().now, filed(teacher_leaders=6, pupils_per_teacher=16).now)
    assert "<b>Students per teacher</b>" in said
    assert "&lt;b&gt;x" in said
    assert say("compare.most_of", count=2, amount=f"+${round(root.difference / 100):,}") in said


def test_any_two_of_the_compared_plans():
    """On the page: chosen plans and period; the same plan twice is answered with a word."""
    app = keep(opened(move(open_app(), "teacher_leaders", 6.0)), "Six")
    move(app, "teacher_leaders", 5.0)
    app.checkbox(key=f"compare-{kept(app)[0].key}").check()
    run(app)
    (table,) = [h for h in htmls(app) if say("compare.to_the_cent", period="Year 5") in h]
    # Six leaders to five: one leader is $6,087.00 in Year 5.
    assert f"{MINUS}$6,087.00" in table
    app.selectbox(key="variance-period").set_value("operating")
    run(app)
    years = say("compare.to_the_cent", period=say("compare.years_1_to_5"))
    assert any(years in h for h in htmls(app))
    app.selectbox(key="variance-of").set_value(1)
    run(app)
    assert any(say("compare.choose_two") in h for h in htmls(app))


def test_plans_of_one_name_are_told_apart():
    """A number behind each of them, whatever its capitals; other names stay as they are."""
    names = comparison_tables.names([filed("Plan A"), filed("plan a"), filed("B")])
    assert names == [
        say("compare.same_name", name="Plan A", number=1),
        say("compare.same_name", name="plan a", number=2),
        "B",
    ]


def test_a_plan_that_is_no_longer_compared_is_no_longer_chosen():
    """The choices go with the ticks: nothing fails when the third plan is unticked while it is chosen."""
    app = opened(open_app())
    for n in (5.0, 6.0):
        keep(move(app, "teacher_leaders", n), f"P{n:.0f}")
    for item in kept(app):
        app.checkbox(key=f"compare-{item.key}").check()
        run(app)
    app.selectbox(key="variance-of").set_value(2)
    run(app)
    app.checkbox(key=f"compare-{kept(app)[1].key}").uncheck()
    run(app)
    assert app.selectbox(key="variance-of").value == 0


# --- one picture each ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)
def test_each_picture_has_its_own_line_and_the_others_behind_it(palette):
    """The specification holds no number; every picture draws all plans, so all have one scale."""
    before = str(picture.spec_each(palette))
    each = picture.data_each(["x", "y", "z"], [[0, 1, 2, 3, 4, 5], [0, 9, 9, 9, 9, 9], [0, -7, 0, 0, 0, 0]])
    assert str(picture.spec_each(palette)) == before
    assert len(each) == 3
    for key, rows in zip("ABC", each, strict=True):
        own, others = (rows[x].column("usd").to_pylist() for x in ("lines", "others"))
        assert set(rows["lines"].column("key").to_pylist()) == {key}
        assert sorted(own + others) == sorted([1, 2, 3, 4, 5, 9, 9, 9, 9, 9, -7, 0, 0, 0, 0])
    assert each[0]["title"].to_pylist() == [
        {"key": "A", "text": "x", "figures": say("compare.picture_ends", first="+$1", last="+$5")}
    ]


def test_one_plan_alone_has_nothing_behind_it():
    (only,) = picture.data_each(["x"], [[0, 1, 2, 3, 4, 5]])
    assert only["others"].num_rows == 0
    assert only["others"].schema == only["lines"].schema


def test_side_by_side_draws_as_many_pictures_as_plans():
    app = keep(opened(open_app()), "One")
    app.checkbox(key=f"compare-{kept(app)[0].key}").check()
    run(app)
    charts = len(app.get("vega_lite_chart"))
    app.session_state["plans-picture"] = "each"
    run(app)
    assert len(app.get("vega_lite_chart")) == charts + 1
