"""Opening a place to take files from loads none of the packages that write them: a click does."""

from __future__ import annotations

import subprocess
import sys

from tools.browser import ROOT

OPENED = """
import sys
from tests.app.screen import open_app, open_part
from views.places import PLACES
app = open_app()
for part in next(p for p in PLACES if p.key == "share").parts:
    app = open_part(app, part.key)
    assert app.get("download_button"), part.key
print(sorted({"typst", "pptx", "xlsxwriter"} & set(sys.modules)))
"""


def test_no_exporter_is_loaded_before_a_click():
    """In a process of its own, because other tests make files."""
    done = subprocess.run(
        [sys.executable, "-c", OPENED], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines()[-1] == "[]"
