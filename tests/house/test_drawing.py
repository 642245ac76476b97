"""What a property test draws follows from the seed and its name: alone or among others, at home or in CI."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALONE = "tests/properties/test_sides.py"
# They import the screen and the exchange, which the file alone does not, and draw words from the sources too.
OTHERS = ("tests/exchange/test_address.py", "tests/app/test_words.py")


@functools.cache
def run(seed: str | None, *tests: str, ci: bool = False) -> tuple[dict[str, str], str]:
    """What each test drew, and all that was printed."""
    outside = {k: v for k, v in os.environ.items() if k not in ("CI", "PYTEST_ADDOPTS")}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "tests.house.drawn", "-m", "hypothesis"),
            *([f"--hypothesis-seed={seed}"] if seed else []),
            *tests,
        ],
        cwd=ROOT,
        env=outside | ({"CI": "true"} if ci else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return dict(re.findall(r"^drawn (\S+) (\S+)$", done.stdout, re.MULTILINE)), done.stdout


def test_a_file_alone_draws_what_it_draws_among_others_and_home_what_ci_draws():
    """What others import, their order, a process's hashes, CI: none has a say. No two tests draw the same."""
    alone, _ = run("7", ALONE)
    among, _ = run("7", *OTHERS, ALONE, ci=True)
    assert len(alone) == len(set(alone.values())) == 3
    assert len(among) > len(alone)
    assert alone.items() <= among.items()


def test_without_a_seed_ci_too_takes_a_new_one_and_prints_it():
    test = f"{ALONE}::test_only_decisions_moved_leaves_the_start"
    drawn, printed = run(None, test, ci=True)
    (found,) = re.findall(r"--hypothesis-seed=(\d+)", printed)
    assert run(found, test)[0] == drawn
    assert run("7", ALONE)[0][test] != drawn[test]
