"""A file of plans that is named at the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from commands.named_files import PLANS, content_of
from commands.refusals import print_remark
from exchange import files
from exchange.files import Filed
from exchange.files.limits import MOST_BYTES


def plans_in(path: Path) -> Sequence[Filed]:
    """The plans of a file; what there is to know of the file itself is printed.

    Raises `CannotUse` or `FileRefused`.
    """
    found = files.read(content_of(path, MOST_BYTES, PLANS))
    for remark in found.remarks:
        print_remark(remark)
    return found.plans
