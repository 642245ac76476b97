"""What was installed shares its work out, too, also where another project has packages of the same names."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager

import pytest

PROGRAM = """
import sys
from school_explorer.house import HOUSE
sys.path.insert(0, str(HOUSE))
from model.plan.scenario import Scenario
from model.ranges.of_many import ranges_of_many
from model.spread import SpreadRefused, carrier
from model.texts import speaking

schools = [Scenario.preset("us_elementary").changed(enrollment_year1=400.0 + n) for n in range(20)]
try:
    with speaking("keys"), carrier(int(sys.argv[1])) as executor:
        print(type(executor).__name__, [r.whole for r in ranges_of_many(executor, schools)])
except SpreadRefused as e:
    print(e)
"""


def told(installed, workers, **environ):
    """What the program prints with so many workers: what carried the work, and the counts."""
    command = [sys.executable, "-c", PROGRAM, str(workers)]
    run = subprocess.run(
        command,
        cwd=installed.elsewhere,
        env=installed.environ | environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip().partition(" ")


def test_a_pool_finds_the_program_within_the_wheel(installed):
    one, two = told(installed, 1), told(installed, 2)
    assert (one[0], two[0]) == ("InThisProcess", "Pool")
    assert one[2] == two[2]
    assert len(one[2].split(",")) == 20


@contextmanager
def cluster(installed, *options):
    """A scheduler and a worker, as docs/scale.md starts them. Gives the scheduler's address."""
    dask = [sys.executable, "-m", "dask"]
    more = {"cwd": installed.elsewhere, "env": installed.environ, "stderr": subprocess.PIPE, "text": True}
    where = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    with subprocess.Popen([*dask, "scheduler", *where, *options], **more) as scheduler:
        try:
            said = next(line for line in scheduler.stderr if "Scheduler at:" in line)
            address = said.split()[-1]
            one = ["--nworkers", "1", "--nthreads", "1", "--no-dashboard"]
            with subprocess.Popen([*dask, "worker", address, *one, *options], **more) as worker:
                try:
                    next(line for line in worker.stderr if "Registered to:" in line)
                    yield address
                finally:
                    worker.terminate()
                    worker.communicate(timeout=60)
        finally:
            scheduler.terminate()
            scheduler.communicate(timeout=60)


@pytest.mark.alone  # a scheduler and a worker, twice
@pytest.mark.unix  # Windows ends a program without a chance to end its own
def test_a_cluster_finds_the_program_within_the_wheel(installed):
    with cluster(installed, "--preload", "school_explorer.in_cluster") as address:
        found = told(installed, 1, DASK_SCHEDULER_ADDRESS=address)
    assert found[0] == "ClientExecutor"
    assert found[2] == told(installed, 1)[2]
    with cluster(installed) as address:
        assert told(installed, 1, DASK_SCHEDULER_ADDRESS=address)[0] == "spread.not_there"
