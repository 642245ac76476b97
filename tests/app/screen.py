"""The page without a browser: open it, move what is on it, read the plan back from the address it wrote."""

from __future__ import annotations

import io
import re
from pathlib import Path
from unittest.mock import patch

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from exchange.address import read
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.units import plain
from views.places import KEY, PLACE_OF
from views.shell import history, opened_dialog

APP = Path(__file__).parents[2] / "app.py"
FRONT = (
    "enrollment_year1",
    "enrollment_growth",
    "pupils_per_teacher",
    "teacher_leaders",
    "recurring_pd_per_teacher",
    "startup_pd_per_teacher",
    "device_unit_cost",
    "software_per_pupil",
)
PANELS = ("enrollment", "by_grade", "staffing", "pd", "it", "funding", "startup", "debt", "other")


def as_read(markdown: str) -> str:
    """What a reader sees of plain text that was made safe for Markdown."""
    return re.sub(r"\\(?=[\W_])", "", markdown).replace("\u2060", "")


DEFAULT = {"from": "us_elementary.1"}  # a bare address has no plan: it shows the start


def open_app(**query: str | list[str]) -> AppTest:
    """The page, run once, at an address with this query; without one, at that of the usual example."""
    return open_address(**(query or DEFAULT))


def open_address(**query: str | list[str]) -> AppTest:
    """The page, run once, at an address with just this query, which may be none."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return run(app)


def run(app: AppTest) -> AppTest:
    """Run the page; what it raises is the test's failure."""
    app.run()
    assert not app.exception, app.exception
    return app


def go_back(app: AppTest, **query: str) -> AppTest:
    """The page at an address of before, as the browser's Back or Forward button brings it."""
    app.query_params = {name: [value] for name, value in query.items()}
    with patch.object(history, "came_back", return_value=True):
        return run(app)


def address(app: AppTest) -> dict[str, str]:
    return {name: value[-1] if isinstance(value, list) else value for name, value in app.query_params.items()}


def plan(app: AppTest) -> Plan:
    """The plan that the address holds, so that what is tested is what a reload would bring back."""
    opened = read({name: [value] for name, value in address(app).items()}, "us_elementary")
    assert opened.problems == ()
    return opened.plan


def now(app: AppTest) -> Scenario:
    return plan(app).now


def move(app: AppTest, lever: str, shown: float) -> AppTest:
    """Move the slider of a front lever."""
    app.sidebar.slider(key=f"lever-{lever}").set_value(shown)
    return run(app)


def open_panel(app: AppTest, *panels: str) -> AppTest:
    """Open groups of levers, as a click on them does."""
    app.session_state["panels"] = list(panels or PANELS)
    return run(app)


def type_in(app: AppTest, lever: str, typed: float | str) -> AppTest:
    """Type into the field of a lever: a text, or a number in the units that the field shows."""
    text = typed if isinstance(typed, str) else plain(typed)
    app.text_input(key=f"exact-{lever}").set_value(text)
    return run(app)


def answer(app: AppTest, lever: str, label: str) -> AppTest:
    """Press the answer of this label to the question about what was typed for a lever."""
    (button,) = [
        b for b in app.button if as_read(b.label) == label and b.key.startswith(f"answer-exact-{lever}-")
    ]
    button.click()
    return run(app)


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def open_part(app: AppTest, key: str) -> AppTest:
    """Open a part by its key in the table of places, as a click on its place and one on it do."""
    app.session_state[KEY] = PLACE_OF[key].key
    app.session_state[PLACE_OF[key].widget] = key
    return run(app)


def open_page(app: AppTest, path: str) -> AppTest:
    """Go to the page at a path, as a click in the navigation does; the page at no path is the first one."""
    (app._page_hash,) = (k for k, p in app._registered_pages.items() if p["url_pathname"] == path)
    return run(app)


def hold_open(app: AppTest, key: str) -> None:
    """Let the dialog of this key be open in the next run, too."""
    app.session_state[opened_dialog._opened.key] = opened_dialog._Opened(key)


def list_changes(app: AppTest) -> AppTest:
    """Open the list of what differs from the starting plan, as a click on its button does."""
    app.session_state["changes"] = True
    return run(app)


def choose(app: AppTest, preset: str) -> AppTest:
    app.selectbox(key="preset").set_value(preset)
    return run(app)


def htmls(app: AppTest) -> list[str]:
    """Every block of HTML on the page but the style sheet, as it is read."""
    return [h.value.replace("\u2060", "") for h in app.get("html") if "<style>" not in h.value]


def said(app: AppTest) -> str:
    """The verdict and the key figures, as markup."""
    (found,) = [h for h in htmls(app) if 'id="verdict"' in h]
    return found


def texts_drawn(app: AppTest) -> set[str]:
    """Every text in the rows of the last picture on the page."""
    sets = app.get("vega_lite_chart")[-1].proto.datasets
    tables = [pa.ipc.open_stream(io.BytesIO(d.data.data)).read_all().to_pydict() for d in sets]
    return {str(x) for t in tables for column in t.values() for x in column}
