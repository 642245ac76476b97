"""The app without its live layer: the same script and page, and nothing is mounted that answers before a
rerun does.
"""

import runpy

from tools.browser import ROOT
from views.live import live

live.live = lambda *_args, **_options: None
runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
