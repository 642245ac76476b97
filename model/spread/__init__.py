"""Work that is cut into blocks and carried by one process, several, or many machines; docs/scale.md.

    with carrier(workers) as executor:
        for result in in_order(executor, work, blocks):
            ...

Whatever carries the blocks, results are the same to the last bit and come in the order of the blocks.
"""

from model.spread.carriers import InThisProcess, carrier
from model.spread.ordered import in_order
from model.spread.refused import SpreadRefused

__all__ = ["InThisProcess", "SpreadRefused", "carrier", "in_order"]
