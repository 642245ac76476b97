"""Every place of a plan as it is read, by its name: first view, parts, dialogs, present mode, pages.

    python -m tests.app.read_places    write tests/golden/english.txt: the usual example in English

Whoever changes a text or a number writes the file anew, and reads in its difference what readers will see.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from exchange.showing import SCREENS
from tests.app.read_screen import texts
from tests.app.screen import (
    DEFAULT,
    click,
    hold_open,
    open_address,
    open_page,
    open_panel,
    open_part,
    run,
)
from views.dialogs import DIALOGS
from views.places import KEY, PLACES
from views.shell import today

GOLDEN = Path(__file__).parents[1] / "golden" / "english.txt"
HEAD = """\
The English of the usual example as it is read, place by place: one text a line, cells of a row between bars,
names that a screen reader says in brackets. Written by `make english` (python -m tests.app.read_places).
"""
ON_THAT_DAY = datetime(2026, 11, 26, tzinfo=UTC)
_LONG, _NAMED = 150, 50  # characters
Read = dict[str, list[str]]


def blocks(node: Any, ending: str) -> list[Any]:
    """Every container whose key ends so, in the order of the screen; not those within one."""
    if getattr(getattr(node, "proto", None), "id", "").endswith(ending):
        return [node]
    return [b for child in getattr(node, "children", {}).values() for b in blocks(child, ending)]


def dialog(app: AppTest, key: str) -> list[str]:
    """The texts of a dialog, opened for this run; closed again in the next."""
    hold_open(app, key)
    run(app)
    found = texts(app._tree[2])
    hold_open(app, "")
    return found


def first_view(app: AppTest) -> Read:
    """What stands above the row of places, and the settings beside it with all fields open."""
    shown = texts(app.main)
    open_panel(app)
    return {"Settings": texts(app.sidebar), "First view": shown[: shown.index(texts(row(app, KEY))[0])]}


def row(app: AppTest, widget: str) -> Any:
    """The row of places, or of the parts of one."""
    (found,) = (g for g in app.main.get("button_group") if g.key == widget)
    return found


def parts(app: AppTest) -> Read:
    """Every part of every place: its row, and what is below it."""
    found = {}
    for place in PLACES:
        for part in place.parts:
            open_part(app, part.key)
            (below,) = blocks(app.main, "-below")
            found[f"{place.key}: {part.key}"] = [*texts(row(app, place.widget)), *texts(below)]
    return found


def dialogs(app: AppTest) -> Read:
    """Every dialog; that of grades is filled as its button does."""
    click(open_part(app, "by_grade"), "grades-ask-tab")
    return {f"dialog: {d.key}": dialog(app, d.key) for d in DIALOGS}


def present(query: dict[str, str]) -> Read:
    """Every screen of present mode."""
    numbers = range(1, len(SCREENS) + 1)
    return {
        f"present: {SCREENS[n - 1]}": texts(open_address(**query, show="present", screen=str(n))._tree)
        for n in numbers
    }


def everything(**query: str) -> Read:
    """All places of the plan at an address, by their names."""
    app = open_address(**query)
    read = {**first_view(app), **parts(app), **dialogs(app), **present(query)}
    return {**read, "evidence": texts(open_page(app, "evidence").main)}


@cache
def usual_example() -> Read:
    """All places of the usual example, and the start, on a day that stays the same."""
    with patch.object(today, "datetime") as clock:
        clock.now.return_value = ON_THAT_DAY
        return {"Start": texts(open_address()._tree), **everything(**DEFAULT)}


def english() -> str:
    """The golden file as it has to be. A long line that has stood before is only named."""
    seen: set[str] = set()
    found = [HEAD]
    for name, lines in usual_example().items():
        found.append(f"\n== {name}\n")
        for line in lines:
            told = len(line) > _LONG and line in seen
            found.append(f"{line[:_NAMED]} ... as above\n" if told else f"{line}\n")
            seen.add(line)
    return "".join(found)


if __name__ == "__main__":
    GOLDEN.write_text(english(), encoding="utf-8")
