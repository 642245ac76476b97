"""The layers of the model: each folder may look down, never up or around; and no two files anywhere wait for
each other.

Read from the source, without importing it. docs/architecture.md says what each layer is for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# From the ground up. A folder or file may import those of the rows above it here, and its own.
LAYERS = (
    ("model.texts",),  # every text that is said, by key
    (
        "model.ready_to_run",
        "model.years",
        "model.forms",
        "model.nearest",
        "model.read_only",
        "model.refused",
        "model.sentences",
        "model.units",
    ),  # small facts that everything else shares
    ("model.year_names", "model.unit_labels"),  # the years as they are called, labels with their unit
    ("model.book", "model.evidence"),  # the engine, and the figures; neither knows of the other
    ("model.spread",),  # blocks of any work, carried by several processes or machines
    ("model.lines",),  # this product's equations
    ("model.plan",),  # a plan's values
    ("model.results",),  # what a plan comes to
    ("model.explain",),  # why it comes to that
    ("model.grades",),  # students by grade, which some of the questions count in one number
    ("model.goals", "model.routes", "model.ranges", "model.stress", "model.months"),  # the questions
    ("model.answer",),  # the answer to a plan, in few numbers and in words
    ("model.starts",),  # ways to begin
    ("model.projection", "model.scenario", "model.tables"),  # names that released lines of Python import
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
WHOLE = ("model", "exchange", "commands", "views")  # folders in which no files may import in a circle


def layer_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_at_start(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of what is imported when the file is; a function's own imports come later."""
    todo: list[ast.stmt] = list(tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            todo += [x for x in ast.iter_child_nodes(node) if isinstance(x, ast.stmt)]


def looks_up(module: str, source: str) -> list[str]:
    """Every import of a file that does not run downwards."""
    own = layer_of(module)
    found = []
    for node in ast.walk(ast.parse(source)):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [a.name for a in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            other = layer_of(name)
            if other in LEVEL and other != own and LEVEL[other] >= LEVEL[own]:
                found.append(f"{module} imports {name}: {own} may import only what lies below it in LAYERS.")
    return found


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield module_of(path), path.read_text(encoding="utf-8")


def in_a_circle(files: Mapping[str, str]) -> list[str]:
    """Files that import each other in a circle, in its order; none where there is no circle."""
    waits: dict[str, set[str]] = {}
    for module, source in files.items():
        names = {name for _, name in imports_at_start(ast.parse(source))}
        # `from a.b import c` is the file a.b.c where there is one, and otherwise the file a.b.
        asked = {n if n in files else n.rpartition(".")[0] for n in names}
        waits[module] = {n for n in asked if n in files and n != module}
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as e:
        return list(e.args[1])
    return []


def test_every_folder_of_the_model_has_a_layer():
    inside = {layer_of(m) for m, _ in sources("model")} - {"model", "model.__main__"}
    assert inside == set(LEVEL), "Give a new folder its row in LAYERS, and take out one that is gone."


def test_each_layer_imports_only_what_lies_below_it():
    files = [(m, s) for m, s in sources("model") if layer_of(m) in LEVEL]
    found = [offence for module, source in files for offence in looks_up(module, source)]
    assert not found, "\n" + "\n".join(found)


def test_no_files_import_each_other_in_a_circle():
    assert in_a_circle(dict(sources(*WHOLE))) == []


def test_the_engine_knows_no_line_and_no_lever_by_name():
    """Nothing in `model/book` is a text, an argument or a name that is the key of a line or lever."""
    from model.evidence import LEVERS
    from model.lines.worksheet import BOOK

    known = {*BOOK.lines, *LEVERS}
    found = [
        f"{module} line {node.lineno}: {word!r}"
        for module, source in sources("model/book")
        for node in ast.walk(ast.parse(source))
        for word in words_of(node)
        if word in known
    ]
    assert not found, "\n" + "\n".join(found)


def words_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
            return [name]
    return []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("model.book.book", "from model.evidence import LEVERS"),
        ("model.evidence.levers", "from model.book.terms import Array"),
        ("model.plan.dating", "from model.results.projection import project"),
        ("model.results.marks", "def f():\n    import model.explain.trace"),
        ("model.goals.goal", "from model.routes.positions import POSITIONS"),
        ("model.explain.changes", "from model.grades.cohorts import steps"),
    ],
)
def test_a_look_upwards_is_found(module, source):
    assert len(looks_up(module, source)) == 1


def test_a_look_downwards_passes():
    assert (
        looks_up("model.goals.goal", "from model.book.terms import Array\nimport model.explain.trace") == []
    )
    assert looks_up("model.goals.goal", "import numpy as np\nfrom model.goals.ways import Way") == []


def test_a_circle_is_found():
    files = {
        "a": "from b.c import d",
        "b.c": "if True:\n    import e",
        "e": "from a import f",
        "g": "import a",
    }
    assert set(in_a_circle(files)) == {"a", "b.c", "e"}
    files["e"] = "def later():\n    from a import f"
    assert in_a_circle(files) == []
