"""`school-explorer`, also `python -m school_explorer`: starts the page, or one of the two programs.

Nothing here stumbles over a Python older than the one that is needed: that is said by the house.
"""

import runpy
import signal
import sys

from school_explorer.house import HOUSE

PROGRAMS = ("model", "exchange")


def main() -> None:
    """What was typed. A program stays in the folder of whoever typed it, with the files that are named."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while all of it is loaded ends it without a word
    sys.path.insert(0, str(HOUSE))  # in front of any other package of the same names
    from commands.started import called

    if sys.argv[1:2] and sys.argv[1] in PROGRAMS:
        program = sys.argv.pop(1)
        with called("school-explorer"):
            runpy.run_module(program, run_name="__main__", alter_sys=True)
        return
    from model.ready_to_run import APP, stop_unless_ready

    stop_unless_ready(APP)
    # Only now: an older Python could not even read it.
    from school_explorer.page import start

    start(sys.argv[1:])


if __name__ == "__main__":
    main()
