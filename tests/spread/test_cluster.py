"""A Dask cluster, started here, gives the same numbers as one process and as a pool."""

from __future__ import annotations

import socket

import pytest
from distributed import LocalCluster

from benchmarks.made_up_schools import made_up_schools
from model.plan.scenario import ScenarioError
from model.ranges.of_many import ranges_of_many
from model.spread import SpreadRefused, carrier, dask_cluster, in_order
from model.spread import carried as carried_module
from model.spread.stamp import stamp
from model.texts import speaking
from tests.spread import work
from tests.spread.bits import bits, totals

pytestmark = pytest.mark.alone  # a scheduler and two workers
NAME = "DASK_SCHEDULER_ADDRESS"
ANY_PORT = "127.0.0.1:0"  # none would be the usual one, which may be taken


@pytest.fixture(scope="module")
def address():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=ANY_PORT
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def dask(address, monkeypatch):
    """What a command gets where the variable is set."""
    monkeypatch.setenv(NAME, address)
    with carrier() as executor:
        yield executor


def test_the_variable_alone_leads_to_the_cluster(dask):
    assert type(dask).__module__.startswith("distributed")
    assert dask.workers == 2
    assert list(in_order(dask, work.doubled, range(40))) == [2 * n for n in range(40)]


def test_totals_are_the_same_to_the_bit_whatever_carries_them(dask):
    schools = made_up_schools(60)
    found = {"dask": list(ranges_of_many(dask, schools))}
    for name, workers in (("serial", 1), ("pool", 2)):
        with carrier(workers, {}) as executor:
            found[name] = list(ranges_of_many(executor, schools))
    assert totals(found["dask"]) == totals(found["pool"]) == totals(found["serial"])
    for one, other, third in zip(*found.values(), strict=True):
        assert bits(one) == bits(other) == bits(third)
    found["dask"][0].result5[0] = 0.0  # and can be written into like any


def test_what_the_work_raises_comes_through(dask):
    with pytest.raises(ScenarioError) as refused:
        list(in_order(dask, work.refuses_three, range(40)))
    assert [p.lever for p in refused.value.problems] == ["coaches", "teacher_leaders"]


def test_closing_leaves_the_cluster_as_good_as_before(dask):
    endless = in_order(dask, work.process, iter(int, 1))
    next(endless)
    endless.close()
    assert list(in_order(dask, work.doubled, range(3))) == [0, 2, 4]


def test_workers_of_another_version_do_nothing(dask, monkeypatch):
    monkeypatch.setattr(carried_module, "stamp", lambda: stamp()._replace(data="another"))
    with speaking("keys"), pytest.raises(SpreadRefused, match=r"spread\.other_version"):
        list(in_order(dask, work.doubled, range(3)))


def test_a_cluster_without_workers_is_refused(monkeypatch):
    monkeypatch.setattr(dask_cluster, "PATIENCE", 1.0)
    with (
        LocalCluster(n_workers=0, dashboard_address=ANY_PORT) as cluster,
        speaking("keys"),
        pytest.raises(SpreadRefused, match=r"spread\.no_workers"),
        carrier(2, {NAME: cluster.scheduler_address}),
    ):
        pass


def test_a_scheduler_that_does_not_answer_is_refused(monkeypatch):
    monkeypatch.setattr(dask_cluster, "PATIENCE", 0.5)
    with socket.socket() as held:  # a port at which nobody listens
        held.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{held.getsockname()[1]}"
        with pytest.raises(SpreadRefused) as refused, carrier(None, {NAME: address}):
            pass
    assert address in str(refused.value)
    assert NAME in str(refused.value)


@pytest.mark.parametrize("address", ["nonsense", "foo://127.0.0.1:8786", "tcp://127.0.0.1"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(SpreadRefused) as refused, carrier(None, {NAME: address}):
        pass
    assert address in str(refused.value)


def test_without_the_extra_the_package_to_install_is_named(monkeypatch):
    monkeypatch.setattr(dask_cluster, "find_spec", lambda _: None)
    with pytest.raises(SpreadRefused) as refused, carrier(None, {NAME: "tcp://127.0.0.1:8786"}):
        pass
    assert "pip install distributed" in str(refused.value)
