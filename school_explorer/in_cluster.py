"""For scheduler and workers of a cluster: with `--preload school_explorer.in_cluster` they find the program.

Where it was installed it lies within this package, and tasks ask for `model`; docs/scale.md.
"""

import sys

from school_explorer.house import HOUSE

sys.path.insert(0, str(HOUSE))  # in front of any other package of the same names
