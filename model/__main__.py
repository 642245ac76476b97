"""`python -m model`: the cost model from a shell."""

import sys

from model.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
