"""`python -m model`: the cost model from a shell."""

import sys

from commands.model_program import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
