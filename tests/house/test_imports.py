"""Imports run one way: app -> views -> exchange -> model, commands -> exchange -> model.

docs/architecture.md says what each folder is for.

Read from the source, without importing it, so it holds for code that no test runs.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("model", "exchange", "views", "commands", "school_explorer")
OURS = {"app", *ROOMS, "tools", "tests", "benchmarks"}


@dataclass(frozen=True)
class Rule:
    """Files (all patterns that fit apply), what they may import, and why. A module stands for all in it.

    `stdlib` and `others` are the standard library and the packages of requirements.txt.
    """

    files: str
    may: frozenset[str]
    why: str
    never: frozenset[str] = frozenset()


RULES = (
    Rule(
        "model/*",
        frozenset({"model", "numpy", "stdlib"}),
        "the model runs from a shell, in a test and in another program: numpy and the standard library only, and what "
        "a person types is read in commands/",
        never=frozenset({"argparse"}),
    ),
    Rule(
        "model/lines/*",
        frozenset(
            {
                "model.book.family",
                "model.book.vocabulary",
                "model.years",
                "collections.abc",
                "typing",
                "__future__",
            }
        ),
        "an equation is written in the words of model.book.vocabulary alone; otherwise it cannot be read out as a formula, "
        "and one family must not lean on another but through the names of lines",
    ),
    Rule(
        "exchange/*",
        frozenset({"exchange", "model", "stdlib", "others"}),
        "what enters and leaves is the same with and without a screen, and what a person types is read in commands/",
        never=frozenset({"argparse", "streamlit"}),
    ),
    Rule(
        "views/*",
        frozenset({"views", "exchange", "model", "stdlib", "others"}),
        "the screen is the top floor: nothing but app.py stands above it, and tools and tests look in from outside",
    ),
    Rule(
        "views/shell/*",
        frozenset(
            {
                "views.shell",
                "views.charts.palette",
                "views.markup.plain_text",
                "exchange",
                "model",
                "stdlib",
                "others",
            }
        ),
        "what surrounds every page knows none of them: a new feature leans on the shell and changes nothing in it",
    ),
    *(
        Rule(
            files,
            frozenset({"views", "exchange", "model", "stdlib", "others"}),
            "charts, view numbers and colours are functions of numbers: tests and exports use them without a page",
            never=frozenset({"streamlit"}),
        )
        for files in ("views/charts/*", "views/markup/*", "views/answer/*")
    ),
    Rule(
        "commands/*",
        frozenset({"commands", "exchange", "model", "stdlib"}),
        "a command reads what it is given, asks the model and prints; the screen is another way to the same",
    ),
    *(
        Rule(
            files,
            frozenset({"benchmarks", "tools", "views", "exchange", "model", "stdlib", "others"}),
            "nothing but model/__main__.py and exchange/__main__.py imports a command: what two places need is no command",
        )
        for files in ("tools/*", "benchmarks/*")
    ),
    Rule(
        "school_explorer/*",
        frozenset(
            {
                "school_explorer",
                "commands.started",
                "commands.streams",
                "model.MODEL_VERSION",
                "model.ready_to_run",
                "model.texts",
                "streamlit",
                "stdlib",
            }
        ),
        "it starts the page and the programs, and knows nothing of what they do",
    ),
    Rule(
        "app.py",
        frozenset({"views", "model.ready_to_run", "streamlit", "stdlib"}),
        "app.py is page set-up and navigation, and whether the rest can be loaded",
    ),
)
# Files that may reach beyond their rule, each for one reason.
EXEMPT = {
    # The bar of a long list, on a terminal alone: nothing else of the commands leans on a package.
    ("commands/progress.py", "tqdm"),
    # It only lists the families; it holds no equation.
    ("model/lines/__init__.py", "model.lines"),
    # It puts the families in order over the levers of the register.
    ("model/lines/worksheet.py", "model"),
    # It declares a factor for every setting of data/growing.csv.
    ("model/lines/growth.py", "model.evidence"),
    # It declares the lines that a school names itself for each of the twenty in their table.
    ("model/lines/own.py", "model.evidence.own_lines"),
    ("model/lines/own_used.py", "model.evidence.own_lines"),
    ("model/lines/own_used.py", "model.lines.own"),
    ("model/lines/own_used.py", "functools"),
    # What these lines come to with all positions filled stands in a file of its own.
    ("model/lines/own_when_filled.py", "model.evidence.own_lines"),
    ("model/lines/own_when_filled.py", "model.lines.own"),
    ("model/lines/own_used.py", "model.lines.own_when_filled"),
    # Its lines by grade span stand in a file of their own.
    ("model/lines/revenue.py", "model.lines.grade_spans"),
    # What a dollar of pay costs with benefits, and how average pay moves, stand in files of their own.
    ("model/lines/staffing.py", "model.lines.benefits"),
    ("model/lines/growth.py", "model.lines.pay_movement"),
    # It reads the kinds of positions off the book.
    ("model/lines/positions.py", "model"),
    ("model/lines/positions.py", "dataclasses"),
    ("model/lines/positions.py", "types"),
    # The catalogs of texts, the lists and dates of a language are Babel's.
    ("model/texts/catalog.py", "babel"),
    ("model/texts/listed.py", "babel"),
    # A cluster of many machines is Dask's, an extra that is imported only where one is asked for.
    ("model/spread/dask_cluster.py", "distributed"),
    # `python -m model` and `python -m exchange` are kept by these two.
    ("model/__main__.py", "commands.model_program"),
    ("exchange/__main__.py", "commands.exchange_program"),
    # It types commands, as a person does.
    ("tools/fuzz/command_door.py", "commands.model_program"),
    ("tools/fuzz/command_door.py", "commands.exchange_program"),
}


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything a file imports; `from a import b` is a.b, maybe a name in a."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def kind(name: str) -> str:
    top = name.partition(".")[0]
    if top in OURS:
        return "ours"
    return "stdlib" if top in sys.stdlib_module_names else "others"


def within(name: str, modules: frozenset[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def import_offences(file: str, source: str) -> list[str]:
    tree = ast.parse(source)
    found = []
    for rule in (r for r in RULES if fnmatch(file, r.files)):
        for line, name in imported(tree):
            if any(file == f and within(name, frozenset({m})) for f, m in EXEMPT):
                continue
            allowed = within(name, rule.may) or kind(name) in rule.may
            # A relative import hides which folder it reaches into.
            if not allowed or name.startswith(".") or within(name, rule.never):
                found.append(f"{file}:{line} imports {name}: {rule.why}.")
    return found


def sources() -> Iterator[tuple[str, str]]:
    files = [
        ROOT / "app.py",
        *(
            path
            for folder in (*ROOMS, "tools", "benchmarks")
            for path in sorted((ROOT / folder).rglob("*.py"))
        ),
    ]
    for path in files:
        if path.exists():
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_imports_run_one_way():
    found = [offence for file, source in sources() for offence in import_offences(file, source)]
    assert not found, "\n" + "\n".join(found)


def test_no_files_import_each_other_in_a_circle():
    """Also not for a type alone: two files that need each other are one, or lack a third."""
    texts = {file.removesuffix(".py").replace("/", "."): text for file, text in sources()}
    needs = {
        name: {
            found
            for _, wanted in imported(ast.parse(text))
            # `from a import b` names the module a.b, or b in the module a.
            for found in (wanted if wanted in texts else wanted.rpartition(".")[0],)
            if found in texts and found != name
        }
        for name, text in texts.items()
    }
    list(TopologicalSorter(needs).static_order())  # raises CycleError with the files of a circle


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("model/plan/scenario.py", "import pandas"),
        ("model/plan/scenario.py", "from views.charts.palette import LIGHT"),
        ("model/deep/down.py", "def f():\n    import streamlit"),
        ("model/lines/it.py", "import numpy as np"),
        ("model/lines/it.py", "from model.lines.pd import pd"),
        ("model/lines/it.py", "from model import projection"),
        ("exchange/link.py", "import views.shell.history"),
        ("exchange/link.py", "import streamlit as st"),
        ("exchange/link.py", "import argparse"),
        ("model/plan/scenario.py", "from commands.program import Command"),
        ("views/levers/controls.py", "from commands.model_verbs.run import run"),
        ("tools/browser.py", "from commands.reference import model_page"),
        ("views/levers/controls.py", "from tools.browser import serve"),
        ("views/shell/toolbar.py", "from views.levers import dating"),
        ("views/charts/curves.py", "import streamlit as st"),
        ("views/answer/drawn.py", "from streamlit import cache_data"),
        ("app.py", "from model.plan.scenario import Scenario"),
        ("views/levers/controls.py", "from . import moving"),
    ],
)
def test_a_wrong_import_is_found(file, source):
    assert len(import_offences(file, source)) >= 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("model/plan/scenario.py", "import numpy as np\nfrom model.book.book import Book\nimport math"),
        (
            "model/lines/it.py",
            "from model.book.family import Family\nfrom model.book.vocabulary import when",
        ),
        ("model/lines/__init__.py", "from model.lines.it import it"),
        ("views/charts/curves.py", "import altair as alt\nfrom model.units import money"),
        ("app.py", "import streamlit as st\nfrom views.pages import plan"),
    ],
)
def test_a_right_import_passes(file, source):
    assert import_offences(file, source) == []
