"""A program that spreads work without end, to be stopped from outside."""

from __future__ import annotations

import signal
import sys
from itertools import count

from model.spread import carrier, in_order
from tests.spread import work


def main() -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where whoever started it hears no Ctrl-C
    try:
        with carrier(2, {}) as executor:
            for done in in_order(executor, work.doubled, count()):
                if not done:
                    print("begun", flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
