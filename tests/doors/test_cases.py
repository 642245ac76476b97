"""Inputs that people met, through every door that takes them, with the right value or the right refusal.

Each stands for a kind; the spellings themselves are in `spellings.py`.
"""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest

from commands.model_program import PROGRAM
from exchange import files, link
from exchange.files import Filed
from exchange.scenario_list import read_table
from model.evidence import LEVERS, Value
from model.plan.plan import from_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import say
from tests.doors.doors import DOORS, PRESET
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

NEW_START = first_version("new_start_grows_a_grade_a_year")
TEMPLATE = "100,200,300,400,400"
PATH = [100, 200, 300, 400, 400]


def run(*options: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = PROGRAM.main(["run", *options, "--format", "json"])
    return status, out.getvalue(), err.getvalue()


def pupils(now: Scenario) -> list[float]:
    return project([now]).row("enrollment")[1:]


# --- five enrollments mean the same through every door ----------------------------------------------------


def test_five_enrollments_at_the_command_line():
    """100, 200, 300, 400, 400 and not grown again; $883K are left over in Year 5."""
    status, out, err = run("--preset", NEW_START, "--set", f"enrollment_year1={TEMPLATE}")
    assert status == 0
    years = json.loads(out)[0]["years"][1:]
    assert [y["enrollment"] for y in years] == PATH
    assert round(years[4]["structural_result"] / 1e3) == 883
    growth = f"{LEVERS['enrollment_growth'].label} (enrollment_growth)"
    assert say("values.implied", setting=growth, value="0") in err


@looped("version", ["", ".1", ".2"])
def test_five_enrollments_in_an_address_typed_by_hand(version):
    found = link.opened(
        f"http://school.example/?from=new_start_grows_a_grade_a_year{version}&enrollment_year1={TEMPLATE}"
    )
    assert found.problems == ()
    assert pupils(found.plan.now) == PATH
    assert [r.text for r in found.remarks if "enrollment_growth" in r.text]


def test_five_enrollments_in_a_list():
    table = read_table(f'preset,enrollment_year1\n{NEW_START},"{TEMPLATE}"\n'.encode())
    assert table.problems == ()
    assert pupils(table.rows[0].scenario) == PATH
    assert [r for r in table.remarks if says("values.implied", value="0").search(r)]


def test_five_enrollments_in_a_file_beside_growth(tmp_path):
    """A file states every setting, so it is opened as it stands: 400 x 1.05^4 = 486, and that is said."""
    plan = from_preset(NEW_START)
    plan = plan.changed({"enrollment_year1": tuple(map(float, PATH)), "enrollment_growth": 0.05})
    saved = tmp_path / "plan.json"
    saved.write_bytes(files.write([Filed(plan)]))
    assert pupils(files.read(saved.read_bytes()).plans[0].now)[4] == 486
    status, _, err = run(str(saved))
    assert status == 0
    assert "(enrollment_year1)" in err
    assert "5.0%" in err


def test_five_cuts_mean_the_same_through_every_door():
    """Cut in Years 2 and 3, in a plan whose window for cuts is closed."""
    for name, door in DOORS.items():
        found = door("cut_rate", "0,7%,7%,0,0")
        assert found.value == (0, 0.07, 0.07, 0, 0), name
        assert [r for r in found.remarks if "cut" in r.lower()], name


# --- a setting that moves nothing says why ----------------------------------------------------------------


@looped(
    ("lever", "text", "closed"),
    [
        ("sustaining_grant", "200000", "sustaining_grant_years"),
        ("sustaining_grant", "200000,100000,0,0,0", "sustaining_grant_years"),
        ("cut_rate", "7%", "cut_years"),
        ("low_income_rate_per_pupil", "900", "low_income_share"),
    ],
)
def test_a_setting_that_moves_nothing_says_why(lever, text, closed):
    """At the command line and in a list; fields, links and files on the page have tests of their own."""
    for name in ("command", "list"):
        found = DOORS[name](lever, text)
        assert found.refusals == ()
        closes = f"{LEVERS[closed].label} ({closed})"
        assert any(closes in r for r in found.remarks), (name, found.remarks)


# --- lists as spreadsheets save them ----------------------------------------------------------------------

ROW: dict[str, Value] = {"enrollment_year1": 520.0, "public_funding_growth": 0.029}


@looped(
    "content",
    [
        "preset;enrollment_year1;public_funding_growth\r\nus_elementary.1;520;2,9%\r\n",
        "sep=;\r\npreset;enrollment_year1;public_funding_growth\r\nus_elementary.1;520;0,029\r\n",
        "preset\tenrollment_year1\tpublic_funding_growth\nus_elementary.1\t520\t2.9%\n",
        "preset,enrollment_year1,public_funding_growth,,\nus_elementary.1,520,2.9%,,\n,,,,\n",
        "Preset,Enrollment_Year1, Public_Funding_Growth \nus_elementary.1,520,2.9 %\n",
        "Our three plans,,\npreset,enrollment_year1,public_funding_growth\nus_elementary.1,520,2.9%\n",
    ],
)
@looped("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_read_as_it_was_saved(content, encoding):
    table = read_table(content.encode(encoding))
    assert table.problems == ()
    (row,) = table.rows
    assert {k: row.scenario[k] for k in ROW} == ROW


def test_remarks_on_a_list_stop_at_fifty_with_a_count():
    """Seventy rows with a decimal comma each."""
    rows = "".join(f"us_elementary;plan {i};15,{i:02}\n" for i in range(10, 80))
    table = read_table(f"preset;scenario;pupils_per_teacher\n{rows}".encode())
    assert len(table.rows) == 70
    assert len(table.remarks) == 51
    assert table.remarks[0].startswith(say("list.row_named", number=2, name="plan 10"))
    assert table.remarks[50] == say("list.more_remarks", count=20)


# --- strangers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", ["http://[", "javascript:alert(1)", "ftp://x/", "", "x"])
def test_a_bad_base_is_one_sentence(base, capsys):
    from commands.exchange_program import PROGRAM as EXCHANGE

    assert EXCHANGE.main(["link", "--preset", PRESET, "--base", base]) == 2
    seen = capsys.readouterr()
    assert seen.out == ""
    assert len(seen.err.strip().splitlines()) == 1


def test_a_ratio_of_next_to_nothing_is_refused_everywhere():
    """One counselor for each billionth of a student would cost more than there is money."""
    for name, door in DOORS.items():
        found = door("pupils_per_counselor", "1e-12")
        assert found.value is None, name
        assert any(says("values.too_small", least="1").search(r) for r in found.refusals), name


STEPS = "50000,50000,60000,60000,72000"
STEPS_READ = (50_000.0, 50_000.0, 60_000.0, 60_000.0, 72_000.0)


def test_the_steps_of_a_lease_are_each_years_own_dollars():
    """At the command line and in an address typed by hand, with nothing said of its growth."""
    status, out, _ = run("--preset", NEW_START, "--set", "rent_basis=lease", "--set", f"lease={STEPS}")
    assert status == 0
    leased = json.loads(out)[0]["years"][5]["other_nonpersonnel"]
    found = link.opened(f"http://school.example/?from={NEW_START}&rent_basis=lease&lease={STEPS}")
    assert found.problems == ()
    p = project([found.plan.now, found.plan.now.changed(lease=0)])
    assert p.row("occupancy")[1:] == list(STEPS_READ)
    assert leased == pytest.approx(p.cell("other_nonpersonnel", 5, 0))
    assert p.cell("other_nonpersonnel", 5, 0) - p.cell("other_nonpersonnel", 5, 1) == pytest.approx(72_000)
