"""Many people at one server: each moves a lever once a second and now and then another one.

python -m benchmarks.load [--sessions 40] [--minutes 10] [--every 1.0]   starts the app, prints and writes the
result
python -m benchmarks.load --servers 2 ...                                the same for `make room`, one machine
each
python -m benchmarks.load --url http://127.0.0.1:PORT --seconds 20 ...   loads a running server; prints JSON

Limited in number and time, and only against this machine. Visitors and server share the processors.
"""

from __future__ import annotations

import argparse
import dataclasses
import json

from benchmarks import process, report
from benchmarks.crowd import MOST_MINUTES, MOST_SESSIONS, long_run, run
from benchmarks.pages import OURS


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sessions", type=int, default=40, help=f"people, at most {MOST_SESSIONS}")
    parser.add_argument("--minutes", type=float, default=10, help=f"at most {MOST_MINUTES}")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two moves of one person")
    parser.add_argument("--servers", type=int, default=1, help="behind one address, as `make room` has them")
    parser.add_argument(
        "--apart", action="store_true", help="with --url: each visitor from an address of its own"
    )
    parser.add_argument("--url", help="a server of this machine that runs already")
    parser.add_argument("--seconds", type=float, default=20, help="with --url: how long")
    report.add_print_only(parser)
    args = parser.parse_args()
    process.stop_in_order()
    if args.url:
        print(
            json.dumps(
                dataclasses.asdict(run(args.url, args.sessions, args.seconds, args.every, apart=args.apart))
            )
        )
        return
    minutes = min(args.minutes, MOST_MINUTES)
    result, memory = long_run(OURS, min(args.sessions, MOST_SESSIONS), minutes, args.every, args.servers)
    text = report.long_table(result, memory, args.every, args.servers)
    report.tell("load" if args.servers == 1 else "room", text, args)


if __name__ == "__main__":
    main()
