"""What decides on the numbers of a run: program, data, numpy, and how this machine rounds.

Sender and workers must agree on all of it, or a table would mix the numbers of two models.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model import MODEL_VERSION
from model.evidence import DATA

_HOUSE = DATA.parent
_SHOWN = 10  # letters of a digest


class Stamp(NamedTuple):
    """The version, the digests of the program's files and of the data, numpy's version, and a digest of the
    last digits of what numpy works out here.
    """

    version: str
    program: str
    data: str
    numpy: str
    rounding: str


@cache
def stamp() -> Stamp:
    """Of this process, as it was when first asked."""
    program = (p for room in ("exchange", "model") for p in (_HOUSE / room).rglob("*.py"))
    data = (p for p in DATA.rglob("*") if p.suffix in (".csv", ".json", ".po"))
    return Stamp(MODEL_VERSION, _digest(program), _digest(data), np.__version__, _rounding())


def _digest(files: Iterable[Path]) -> str:
    """Of names and contents. A checkout on Windows may end lines in its own way."""
    from hashlib import sha256  # loaded by nothing else that a command needs

    found = sha256()
    for name, file in sorted((p.relative_to(_HOUSE).as_posix(), p) for p in files):
        found.update(name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()[:_SHOWN]


def _rounding() -> str:
    """numpy works out some functions with what the processor has, so that last digits differ by machine."""
    from hashlib import sha256

    x = np.arange(1.0, 2001.0) / 997
    square = x[:81].reshape(9, 9)
    lower = np.linalg.cholesky(square @ square.T + np.eye(9))
    results = (np.exp(-x), np.expm1(x / 10), np.log(x), np.log1p(x), lower @ x[:1800].reshape(9, 200))
    return sha256(b"".join(r.tobytes() for r in results)).hexdigest()[:_SHOWN]
