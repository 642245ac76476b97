"""`python -m exchange`: plans as files, links and tables, from a shell."""

import gc
import signal
import sys

from model.ready_to_run import MODEL, stop_unless_ready

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while all of it is loaded ends it without a word
    stop_unless_ready(MODEL)
    gc.disable()  # of what is loaded nothing is thrown away, and looking for it takes long; see program.py
    # Only now: an older Python could not even read it.
    from commands.exchange_program import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
