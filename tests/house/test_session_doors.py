"""Only the shell of the views touches the session and the address, read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.test_imports import sources

# Streamlit's own ways past views/shell/drawing.py.
DRAWING = "views/shell/drawing.py"
DRAWN = {"st.fragment", "st.dialog", "streamlit.fragment", "streamlit.dialog"}
# What reaches the session and the address, and the only files that may.
_SLOTS = frozenset({"views/shell/session.py", "views/shell/widgets.py"})
SESSION = {
    "session_state": _SLOTS,
    "query_params": frozenset({"views/shell/history.py", "views/shell/spoken.py"}),
    "experimental_get_query_params": frozenset(),
    "experimental_set_query_params": frozenset(),
}


def session_offences(file: str, source: str) -> list[str]:
    """Reaching around `views/shell/`: to the session, to the address, to the way of drawing."""
    found = []
    tree = ast.parse(source)
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.alias(name=name):
                pass
            case _:
                name = ""
        if name in SESSION and file not in SESSION[name]:
            found.append(
                f"{file}:{node.lineno} uses {name}: views/shell/ alone touches session state and the address. What a feature "
                "holds is in a slot of its own (views/shell/session.py), a widget is read by views/shell/widgets.py."
            )
        if isinstance(node, ast.Attribute) and ast.unparse(node) in DRAWN and file != DRAWING:
            found.append(
                f"{file}:{node.lineno} uses {ast.unparse(node)}: views/shell/drawing.py makes fragments and dialogs, so that "
                "all of them draw alone as pages do."
            )
        if isinstance(node, ast.keyword) and node.arg == "bind" and "import streamlit" in source:
            found.append(
                f"{file}:{node.value.lineno} binds a widget to the address: streamlit drops defaults and bad values "
                "there without a word. A link is made and read in exchange/."
            )
    return found + [f"{file}:{line} {why}" for line, why in _foreign_slots(tree)]


def _foreign_slots(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Slots that are not keyed by a type of their own module: two features could meet in one."""
    own = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Slot", "session.Slot"}:
            kind = ast.unparse(node.args[0]) if node.args else ""
            if kind not in own:
                yield (
                    node.lineno,
                    f"makes a slot of {kind or 'nothing'}: declare its type in the same module.",
                )


def test_only_the_shell_touches_the_session_and_the_address():
    found = [offence for file, source in sources() for offence in session_offences(file, source)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "import streamlit as st\nst.session_state['a'] = 1",
        "from streamlit import query_params",
        "import streamlit as st\nst.slider('a', bind='query-params')",
        "import streamlit as st\n@st.fragment\ndef f(): ...",
        "import streamlit as st\n@st.dialog('A')\ndef f(): ...",
        "from views.shell.session import Slot\nheld = Slot(dict)",
        "from views.shell import session\nfrom model.goals.maps import Map\nheld = session.Slot(Map)",
    ],
)
def test_a_side_door_to_the_session_is_found(source):
    assert len(session_offences("views/levers/controls.py", source)) == 1


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("views/shell/widgets.py", "import streamlit as st\nst.session_state['a'] = 1"),
        ("views/shell/history.py", "from streamlit import query_params"),
        ("views/shell/drawing.py", "import streamlit as st\n@st.fragment\ndef f(): ..."),
    ],
)
def test_the_door_itself_passes(file, source):
    assert session_offences(file, source) == []
    assert len(session_offences("views/shell/toolbar.py", source)) == 1


def test_a_slot_of_a_type_of_its_own_passes():
    source = "from views.shell.session import Slot\nclass Held: ...\nheld = Slot(Held)"
    assert session_offences("views/levers/controls.py", source) == []
