"""Whether the reader went back or forward in the browser: only then does the plan follow the address."""

from __future__ import annotations

from streamlit.runtime.scriptrunner import get_script_run_ctx


def came_back() -> bool:
    """Whether the browser's Back or Forward button asked for this run.

    Every run comes with an address: the one that the browser had when it asked. After quick moves that is the
    address of some moves ago, and following it would take them back.
    """
    context = get_script_run_ctx(suppress_warning=True)
    return bool(context and context.is_history_navigation)
