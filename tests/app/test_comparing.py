"""The switch that draws the lines of the start beside the plan's: what did I do, what did the world do?"""

from __future__ import annotations

from io import BytesIO

import pyarrow as pa

from tests.app.screen import click, move, open_app, run
from views.curves import comparing


def others(app) -> set[str]:
    """The lines of the start that the first picture draws."""
    (proto,) = [c.proto for c in app.get("vega_lite_chart")][:1]
    (ghosts,) = [d.data.data for d in proto.datasets if d.name == "ghosts"]
    rows = pa.ipc.open_stream(BytesIO(ghosts)).read_all().to_pylist()
    return {r["key"] for r in rows if r["usd"] is not None}


def test_the_lines_of_the_start_are_drawn_for_who_asks():
    """Without a change there is no switch. It lasts over further changes, and is off until it is pressed."""
    app = open_app()
    assert comparing.KEY not in [t.key for t in app.toggle]
    move(app, "pupils_per_teacher", 17.0)
    assert others(app) == set()
    app.toggle(key=comparing.KEY).set_value(True)
    run(app)
    assert others(app) == {"was_cost"}  # larger classes cost less and bring in the same
    move(app, "enrollment_year1", 500)
    # The world brought more students; the decision moved no revenue, so both revenues are one line.
    assert others(app) == {"was_revenue", "was_cost", "assumed_cost"}
    click(app, "undo")
    click(app, "undo")
    assert comparing.KEY not in [t.key for t in app.toggle]
    assert others(app) == set()
