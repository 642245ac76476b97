"""What holds for every test: how random examples are drawn, and the marks of the folders that are slow.

At home and in CI examples are drawn in one way. What a test draws follows from the seed and the test's own
name, and from nothing else: not from the tests beside it, their order, or what an earlier run has found. So
a red run is red again with `pytest --hypothesis-seed=N`, on any machine, the whole suite or one test alone.
"""

from __future__ import annotations

import functools
import secrets
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, seed, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants, _constants_from_source

HERE = Path(__file__).parent
ROOT = HERE.parent
SOURCES = ("app.py", "commands", "exchange", "model", "views")

settings.register_profile(
    "drawn",
    # Not of the profile that is loaded, which is another one where CI is set.
    settings.get_profile("default"),
    # A shared machine is slow now and then; the time of one example says nothing.
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # What failed once is drawn again by its seed. What is to be tried each time is an `@example`.
    database=None,
)
settings.load_profile("drawn")


@functools.cache
def constants_of_the_sources() -> Constants:
    """The numbers and words that stand in the sources, some of which Hypothesis draws.

    It would read them from the modules that happen to be imported, so a file alone would draw other examples
    than among others. Here they are those of all sources. `tests/house/test_drawing.py` fails where
    Hypothesis no longer asks for them.
    """
    found = Constants()
    for source in SOURCES:
        for file in (ROOT / source).rglob("*.py") if (ROOT / source).is_dir() else [ROOT / source]:
            found |= _constants_from_source(file.read_bytes(), limit=True)
    return providers._local_constants | found  # empty so far, but sorted: the order is part of what is drawn


providers._get_local_constants = constants_of_the_sources


@pytest.hookimpl(tryfirst=True)  # before Hypothesis looks for its seed
def pytest_configure(config):
    given = getattr(config, "workerinput", {}).get("seed") or config.option.hypothesis_seed
    config.option.hypothesis_seed = given or str(secrets.randbelow(1_000_000_000))


@pytest.hookimpl(optionalhook=True)  # pytest-xdist calls it, where that is installed
def pytest_configure_node(node):
    """Every process that runs a part of the tests draws with the one seed that is printed."""
    node.workerinput["seed"] = node.config.option.hypothesis_seed


def pytest_report_header(config):
    return f"random examples: seed {config.option.hypothesis_seed}, {_again(config)}"


def pytest_terminal_summary(terminalreporter, config):
    # Without the header (-q), or far below it, this is where a reader of a red run looks.
    if terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
        terminalreporter.write_line(
            f"Random examples were drawn with seed {config.option.hypothesis_seed}; {_again(config)}"
        )


def _again(config) -> str:
    return f"again: .venv/bin/pytest --hypothesis-seed={config.option.hypothesis_seed}"


def pytest_runtest_setup(item):
    """Each test has a seed of its own, or tests that draw from the same schools would all meet the same."""
    if is_hypothesis_test(getattr(item, "obj", None)):
        test = getattr(item.obj, "__func__", item.obj)
        seed(f"{item.config.option.hypothesis_seed} {item.nodeid}")(test)


def pytest_collection_modifyitems(items):
    """A test's folder is its mark: `pytest -m "not browser"` is the quick round."""
    for item in items:
        if sys.platform == "win32" and item.get_closest_marker("unix"):
            item.add_marker(pytest.mark.skip(reason="Windows has nothing of the kind"))
        for room in ("app", "browser"):
            if (HERE / room) in item.path.parents:
                item.add_marker(getattr(pytest.mark, room))
        if (HERE / "browser") in item.path.parents:
            # A busy machine draws a page too late now and then. What is broken fails three times.
            item.add_marker(pytest.mark.flaky(reruns=2))
