"""Text that is no literal reaches the framework's Markdown through `plain` alone.

The rule is checked in the source of the page: whatever is drawn as Markdown must be a literal, words of a
constant, or text that went through `views/markup/plain_text.py`. Markup has a type of its own, see
`views/shell/page_markup.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "views").rglob("*.py"), ROOT / "app.py"])

BODY = ("warning", "info", "error", "success", "write", "markdown", "caption", "toast")
HEADING = ("title", "header", "subheader")
LABELED = (
    *("button", "download_button", "form_submit_button", "link_button", "page_link", "checkbox", "toggle"),
    *("radio", "pills", "segmented_control", "selectbox", "multiselect", "slider", "select_slider"),
    *("number_input", "text_input", "text_area", "date_input", "file_uploader", "expander", "popover"),
    *("metric", "status", "spinner", "tabs", "dialog", "badge", "form"),
)
MARKDOWN_OPTIONS = ("radio", "pills", "segmented_control")  # a selectbox shows its options as plain text
NAMED = ("help", "label", "body", "captions", "delta", "value_label")
MADE_PLAIN = ("plain", "plain_name", "plain_list")
COUNTS = ("len",)

ALLOWED = {
    ("views/pages/evidence.py", "register.changelog()"): "this project's own page, written in Markdown",
    ("views/students/pupils_side.py", "p.cell(seen.line, year, scenario)"): "a number given to `Seen.write`",
}
"""What else may be drawn, by file and expression, each with its reason."""


PARTS = {
    ast.JoinedStr: lambda x: [p.value if isinstance(p, ast.FormattedValue) else p for p in x.values],
    ast.GeneratorExp: lambda x: [x.elt],
    ast.ListComp: lambda x: [x.elt],
    ast.List: lambda x: x.elts,
    ast.Tuple: lambda x: x.elts,
    ast.IfExp: lambda x: [x.body, x.orelse],
    ast.BoolOp: lambda x: x.values,
    ast.BinOp: lambda x: [x.left, x.right],
    ast.Subscript: lambda x: [x.value],
    ast.Starred: lambda x: [x.value],
    ast.Dict: lambda x: x.values,
}
"""What an expression is made of: it is our own where all of these are."""


class Words:
    """Whether an expression can hold only words of this project, within one file."""

    def __init__(self, tree: ast.Module, file: str) -> None:
        self.file = file
        self.modules = {
            a.asname or a.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for a in node.names
        } - {"st"}
        self.given: dict[str, list[ast.expr]] = {}
        self.functions = {n.name: n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self.given.setdefault(target.id, []).append(node.value)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                self.given.setdefault(node.target.id, []).append(node.value)

    def are_own(self, x: ast.expr, deep: int = 0) -> bool:
        if isinstance(x, ast.Constant) or (self.file, ast.unparse(x)) in ALLOWED:
            return True
        if isinstance(x, ast.Call):
            return self._called(x, deep)
        if isinstance(x, ast.Name | ast.Attribute):
            name = x.id if isinstance(x, ast.Name) else x.attr
            # In capitals it is a constant of this project.
            return name.isupper() or (
                deep < 4 and name in self.given and all(self.are_own(g, deep + 1) for g in self.given[name])
            )
        parts = PARTS.get(type(x))
        return parts is not None and all(self.are_own(part, deep) for part in parts(x))

    def _called(self, x: ast.Call, deep: int) -> bool:
        match x.func, x.args:
            case ast.Name(id=name), _ if name in (*MADE_PLAIN, *COUNTS):
                return True
            case ast.Name(id="sorted" | "list" | "tuple"), [some]:
                return self.are_own(some, deep)
            case ast.Attribute(value=ast.Constant(), attr="join"), [some]:
                return self.are_own(some, deep)
            case ast.Name(id=name), _ if name in self.functions:
                return self.gives_own(self.functions[name], deep)
        return False

    def gives_own(self, function: ast.FunctionDef, deep: int) -> bool:
        returned = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value]
        return deep < 4 and bool(returned) and all(self.are_own(r, deep + 1) for r in returned)

    def format_own(self, x: ast.expr) -> bool:
        match x:
            case ast.Lambda(body=given):
                return self.are_own(given)
            case ast.Name(id=name) if name in self.functions:
                return self.gives_own(self.functions[name], 0)
            case ast.Name(id=name):
                return name in MADE_PLAIN
            case ast.Attribute(value=ast.Constant(), attr="format"):
                return True  # of a number; a text has a function of its own
            case ast.Attribute(value=of, attr="get" | "__getitem__"):
                return self.are_own(of)
        return (self.file, ast.unparse(x)) in ALLOWED


def drawn(words: Words, tree: ast.Module) -> Iterator[tuple[int, ast.expr, bool]]:
    """Every expression that the framework reads as Markdown: its line, itself, and whether it is our own."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name, on = node.func.attr, node.func.value
        if name not in (*BODY, *HEADING, *LABELED):
            continue
        if isinstance(on, ast.Name) and on.id in words.modules and on.id != "st":
            continue
        read = list(node.args if name in (*BODY, "metric") else node.args[:1])
        read += [k.value for k in node.keywords if k.arg in NAMED]
        formats = [k.value for k in node.keywords if k.arg == "format_func"]
        if name in MARKDOWN_OPTIONS:
            if formats:
                yield from ((f.lineno, f, words.format_own(f)) for f in formats)
            else:
                read += node.args[1:2] + [k.value for k in node.keywords if k.arg == "options"]
        yield from ((x.lineno, x, words.are_own(x)) for x in read)


def faults_of(source: str, file: str) -> list[str]:
    tree = ast.parse(source)
    return [
        f"{file}:{line}: {ast.unparse(x)} is drawn as Markdown. Put plain(...) around what is no literal."
        for line, x, own in drawn(Words(tree, file), tree)
        if not own
    ]


def test_what_is_drawn_as_markdown_is_plain_or_our_own():
    """Every label, help, caption and box of the page, and every option that is drawn as Markdown."""
    faults = [f for path in FILES for f in faults_of(path.read_text("utf-8"), str(path.relative_to(ROOT)))]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize(
    "line",
    [
        "st.warning(problem)",
        "st.error(f'x {problem}')",
        "st.button('a', help=lever.help)",
        "box.caption(' '.join(lines))",
        "st.pills('a', names)",
        "st.pills('a', keys, format_func=lambda k: names[k])",
        "st.subheader(plan.name)",
        "st.expander(family.label)",
        "st.write('a' if x else y)",
    ],
)
def test_a_text_that_is_not_plain_is_found(line):
    """The rule finds what somebody else wrote, in each of these places."""
    assert faults_of(line, "views/x.py")


@pytest.mark.parametrize(
    "line",
    [
        "st.warning(plain(problem))",
        "st.error(f'x {plain(problem)} {len(y)}')",
        "st.selectbox('a', names)",
        "st.pills('a', keys, format_func=lambda k: plain(names[k]))",
        "words = 'a'\nst.write(words if x else 'b')",
        "def f(x):\n    return plain(x)\nst.caption(f(y))",
    ],
)
def test_a_text_that_is_plain_is_let_through(line):
    """Literals, plain text, and what is made of them."""
    assert not faults_of(line, "views/x.py")


def test_every_allowance_is_used_and_has_a_reason():
    """An allowance that nothing needs any more goes."""
    sources = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in FILES}
    for (file, expression), reason in ALLOWED.items():
        assert reason
        assert any(
            isinstance(n, ast.expr) and ast.unparse(n) == expression
            for n in ast.walk(ast.parse(sources[file]))
        ), expression
