"""The floor: the page's charts and texts without framework and server, fed from a precomputed table.

The drawing library is the copy that Streamlit ships, so all pages draw with the same one.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import streamlit
from markupsafe import Markup

from benchmarks import expected
from views import charts
from views.answer import panel
from views.answer.drawn import drawn
from views.charts.palette import LIGHT
from views.live import live
from views.markup.plain_text import held_together

_HERE = Path(__file__).with_suffix(".html")
_STATIC = Path(streamlit.__file__).parent / "static" / "static"


def _rows(rows: Any) -> dict[str, dict[str, list[Any]]]:
    """Dataset -> field -> values, as JSON writes them: what draws nothing is null."""
    return {
        d: {f: [None if x != x else x for x in column[0].tolist()] for f, column in fields.items()}  # noqa: PLR0124
        for d, fields in rows.items()
    }


def page() -> dict[str, Any]:
    """What the page's script loads: charts with their first rows, and the table of the slider that moves."""
    places = expected.places()
    texts: list[dict[str, str]] = []
    rows: list[dict[str, Any]] = []
    for place in places:
        plan = expected.plan_at(place)
        one = drawn(plan)
        texts.append(expected.slots(one.numbers))
        rows.append({name: _rows(charts.batch(name, *one.pictured)) for name in charts.NAMES})
    now = expected.start().now.number(expected.LEVER)
    first = rows[places.index(now)]
    return {
        "charts": [
            {
                **charts.spec(name, LIGHT),
                "datasets": {d: _records(fields) for d, fields in first[name].items()},
            }
            for name in charts.NAMES
        ],
        "table": {
            "low": places[0],
            "high": places[-1],
            "step": places[1] - places[0],
            "value": now,
            "places": places,
            "charts": rows,
            "texts": {slot: [t[slot] for t in texts] for slot in texts[0]},
        },
    }


def _records(fields: dict[str, list[Any]]) -> list[dict[str, Any]]:
    columns = {"sig": [-1] * len(next(iter(fields.values()))), **fields}
    columns["i"] = list(range(len(columns["sig"])))
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def html() -> str:
    start = expected.start()
    numbers = drawn(start).numbers
    words = live.anchor() + panel.verdict(numbers) + panel.figures(numbers)
    words += Markup("<h2>{}</h2>").format(panel.title(numbers))
    loader = next((_STATIC / "js").glob("loadVegaEmbed.*.js")).name
    text = _HERE.read_text(encoding="utf-8")
    for name, value in (("WIDGET", expected.WIDGET), ("PANEL", held_together(words)), ("LOADER", loader)):
        text = text.replace(name, value)
    return text


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def log_message(self, *_: Any) -> None:
        pass


@contextlib.contextmanager
def serve() -> Iterator[str]:
    """Hand the page's files out for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "index.html").write_text(html(), encoding="utf-8")
        (home / "page.json").write_text(json.dumps(page(), allow_nan=False), encoding="utf-8")
        (home / "static").symlink_to(_STATIC)
        files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
        threading.Thread(target=files.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{files.server_address[1]}"
        finally:
            files.shutdown()
            files.server_close()
