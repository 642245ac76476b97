"""The app without its live layer: the same script and page, but every answer is a rerun."""

import runpy

from tools.browser import ROOT
from views.live import live

live.live = lambda *_args, **_options: None
runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
