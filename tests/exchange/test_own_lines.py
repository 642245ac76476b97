"""Own lines through every door: file, link, address, list and command line give the plan that was sent."""

from __future__ import annotations

import pytest

from commands.model_program import main
from exchange import address, files
from exchange.files import Filed
from exchange.link import LinkTooLong, address_of, opened
from exchange.scenario_list import read_table
from model.evidence import LEVERS, Value
from model.plan.plan import Plan, begun_from
from model.plan.scenario import Scenario
from model.plan.taken import news, take
from model.texts import say
from tests.first_versions import first_version
from tests.hostile_texts import FORMS, LINKS, MATHEMATICS, PICTURES
from tests.looped import looped

SCHOOL = first_version("us_elementary")
KINDS = LEVERS["own_01_kind"].choices[1:]
BASES = LEVERS["own_01_basis"].choices


def begun(changes: dict[str, Value]) -> Plan:
    return begun_from(SCHOOL, Scenario.preset(SCHOOL)).changed(changes)


def twenty(**more: Value) -> Plan:
    """A line of every kind and basis, each with a name of its own."""
    given: dict[str, Value] = {}
    for n in range(1, 21):
        said: dict[str, Value] = {
            "kind": KINDS[n % len(KINDS)],
            "basis": BASES[n % len(BASES)],
            "amount": (100.0 * n, 2.5, 0.0, 7.0, 1e6) if n == 7 else 1_000.0 * n,
            "share": 0.001 * n,
            "growth": 0.0 if n == 7 else 0.01,
            "first_year": 1.0 + n % 3,
            "last_year": 3.0 + n % 3,
            "name": f"Line no. {n}",
            **more,
        }
        given |= {f"own_{n:02d}_{k}": v for k, v in said.items()}
    return begun(given)


def back_from_a_file(plan: Plan) -> Plan:
    found = files.read(files.write([Filed(plan)]))
    return found.plans[0].plan


def back_from_the_address(plan: Plan) -> Plan:
    found = address.read({k: [v] for k, v in address.write(plan).items()}, "us_elementary")
    assert found.problems == ()
    return found.plan


def test_twenty_lines_come_back_as_they_are():
    """Every setting and every name, from a file and from the address."""
    plan = twenty()
    for back in (back_from_a_file(plan), back_from_the_address(plan)):
        assert back.now.values == plan.now.values
        assert back.now.names == plan.now.names
        assert back.start == plan.start


def test_a_few_lines_fit_in_a_link():
    """Five lines with a name, from the link that is sent. All twenty in full are refused with a remedy."""
    plan = begun(
        {
            f"own_{n:02d}_{k}": v
            for n in range(1, 6)
            for k, v in (("kind", "recurring_cost"), ("amount", 25_000.0), ("name", f"Line {n}"))
        }
    )
    found = opened(address_of(plan, "http://127.0.0.1:8501/"))
    assert found.problems == ()
    assert (found.plan.now.values, found.plan.now.names) == (plan.now.values, plan.now.names)
    with pytest.raises(LinkTooLong):
        address_of(twenty(), "http://127.0.0.1:8501/")


def test_a_plan_without_own_lines_says_nothing_of_them():
    """Neither its file nor its address knows the word."""
    plan = begun({"teacher_leaders": 6.0})
    assert b"own_" not in files.write([Filed(plan)])
    assert not any("own_" in k for k in address.write(plan))


@looped("name", [*PICTURES, *LINKS, *MATHEMATICS, *FORMS, "=1+1", "<r>x</r>", "~a:b%41&c=d", "'\"\\"])
def test_a_name_is_text_and_comes_back_as_it_is(name):
    """Whatever a name tries to be; one that is too long is refused with its length."""
    kept = " ".join(name.split())
    if len(kept) > 60:
        with pytest.raises(Exception, match=str(len(name))):
            begun({"own_01_kind": "recurring_cost", "own_01_name": name})
        return
    plan = begun({"own_01_kind": "recurring_cost", "own_01_amount": 1.0, "own_01_name": name})
    assert plan.now.names == ((1, kept),)
    for back in (back_from_a_file(plan), back_from_the_address(plan)):
        assert back.now.names == plan.now.names
    found = opened(address_of(plan, "http://127.0.0.1:8501/"))
    assert found.plan.now.names == plan.now.names
    query = address.write(begun({}), sent=plan)
    found = address.read({k: [v] for k, v in query.items()}, "us_elementary")
    assert found.sent is not None
    assert found.sent.now.names == plan.now.names


def test_years_that_do_not_fit_are_told_at_every_door(tmp_path, capsys):
    """The last year before the first: one sentence each, and the years stay as they were."""
    said = {"own_01_kind": "recurring_cost", "own_01_first_year": "4", "own_01_last_year": "2"}
    found = address.read({"from": ["us_elementary.1"]} | {k: [v] for k, v in said.items()}, "us_elementary")
    assert len(found.problems) == 1
    assert found.plan.now == found.plan.start
    table = read_table(f"preset,{','.join(said)}\nus_elementary,{','.join(said.values())}\n".encode())
    assert (len(table.rows), len(table.problems)) == (0, 1)
    options = [x for k, v in said.items() for x in ("--set", f"{k}={v}")]
    assert main(["run", "--preset", "us_elementary", *options]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    good = files.write([Filed(begun({"own_01_kind": "recurring_cost", "own_01_last_year": 2.0}))])
    bad = good.replace(b'"own_01_first_year": 1', b'"own_01_first_year": 4')
    assert bad != good
    with pytest.raises(files.FileRefused) as refused:
        files.read(bad)
    assert len(refused.value.reasons) == 1


def test_a_list_may_name_lines():
    """Its columns are the keys of settings, and of names."""
    table = read_table(
        b"preset,own_01_kind,own_01_amount,own_01_name\n"
        b'us_elementary,recurring_cost,"$50,000",Bus\n'
        b"us_elementary,Gifts; fees or grants every year,1,\n"
    )
    (row,) = table.rows
    assert row.scenario.names == ((1, "Bus"),)
    assert row.scenario["own_01_amount"] == 50_000
    assert len(table.problems) == 1


def test_a_link_that_makes_a_line_come_once_keeps_its_years():
    """A one-time cost of every year is an unusual thing, and comes back as it was meant."""
    plan = begun({"own_01_kind": "one_time_cost", "own_01_amount": 5.0, "own_01_last_year": 5.0})
    assert back_from_the_address(plan).now == plan.now
    once = begun({"own_01_kind": "one_time_cost", "own_01_amount": 5.0})
    assert once.now["own_01_last_year"] == 1
    assert back_from_the_address(once).now == once.now


def test_the_command_line_explains_a_line_by_its_name(capsys):
    """The name stands where the line does; its key is in brackets."""
    options = ["own_03_kind=recurring_cost", "own_03_amount=50000", "own_03_name=After school"]
    assert (
        main(
            [
                *("explain", "--preset", "us_elementary", "--line", "own_03_recurring_cost", "--year", "3"),
                *(x for o in options for x in ("--set", o)),
            ]
        )
        == 0
    )
    out = capsys.readouterr().out
    assert out.splitlines()[2].startswith("After school (own_03_recurring_cost)")


def test_five_amounts_of_a_new_line_say_nothing_of_growth_that_is_0_already(capsys):
    """A new line has no growth, so nothing is set aside. Growth that is there is told where it goes."""
    five = "1; 2; 3; 4; 5"
    header = "preset,own_01_kind,own_01_amount,enrollment_year1"
    row = f"us_elementary,recurring_cost,{five},400; 410; 420; 430; 440"
    table = read_table(f"{header}\n{row}\n".encode())
    growth = say("values.implied", setting=f"{LEVERS['own_01_growth'].label} (own_01_growth)", value="0")
    assert table.rows[0].scenario["own_01_amount"] == (1, 2, 3, 4, 5)
    assert not any(growth in r for r in table.remarks)
    assert any("(enrollment_growth)" in r for r in table.remarks)
    said = ["--set", "own_01_kind=recurring_cost", "--set", f"own_01_amount={five}"]
    assert main(["run", "--preset", "us_elementary", *said]) == 0
    assert growth not in capsys.readouterr().err
    plan = begun({"own_01_kind": "recurring_cost", "own_01_amount": 7.0, "own_01_growth": 0.03})
    taken = take([("own_01_amount", five)])
    assert [r.text for r in news(taken.remarks, plan.now.values, plan.now.changed(taken.changes).values)] == [
        growth
    ]
