"""`python -m exchange`: plans as files, links and tables, from a shell."""

import sys

from commands.exchange_program import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
