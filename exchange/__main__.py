"""`python -m exchange`: what leaves the house, from a shell."""

import sys

from exchange.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
