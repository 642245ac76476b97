"""Memory that a run has freed stays with the server for the next run.

The cases of a plan are arrays of some megabytes, held for some milliseconds in every run. To ask the system
for that memory anew each time can take a quarter of the run.
"""

import numpy as np

_LARGEST = 16_000_000  # bytes; glibc takes no larger piece as a sign


def keep() -> None:
    """Call once. glibc keeps twice as much free memory as the largest piece that was ever freed: see
    M_MMAP_THRESHOLD in mallopt(3). Such a piece is never written to, so it costs nothing. Elsewhere this
    changes nothing.
    """
    np.empty(_LARGEST, dtype=np.uint8)
