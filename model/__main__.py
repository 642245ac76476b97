"""`python -m model`: the cost model from a shell."""

import sys

from model.ready_to_run import MODEL, stop_unless_ready

if __name__ == "__main__":
    stop_unless_ready(MODEL)
    # Only now: an older Python could not even read it.
    from commands.model_program import main

    sys.exit(main(sys.argv[1:]))
