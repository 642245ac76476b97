"""Writing a file of plans: every value, one lever a line in register order, the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from exchange.files.filed import Filed
from exchange.files.limits import MOST_PLANS
from exchange.files.plan_fields import FILE
from model.evidence import Value
from model.plan.plan import Plan


def write(plans: Iterable[Plan | Filed]) -> bytes:
    """A file of the given plans. Raises `ValueError` for none, or for more than a file may hold."""
    filed = [p if isinstance(p, Filed) else Filed(p) for p in plans]
    if not 1 <= len(filed) <= MOST_PLANS:
        raise ValueError(f"A file holds 1 to {MOST_PLANS} plans, not {len(filed)}.")
    return (_json(FILE.write(filed), 0) + "\n").encode()


def _json(x: object, depth: int) -> str:
    """JSON with one name a line. Five yearly numbers stay on one line, so that file comparisons read well."""
    if isinstance(x, Mapping) and not x:
        return "{}"
    if isinstance(x, Mapping):
        lines = [f"{_json(str(k), 0)}: {_json(v, depth + 1)}" for k, v in x.items()]
        return _block("{", lines, "}", depth)
    if isinstance(x, list) and not x:
        return "[]"
    if isinstance(x, list):
        return _block("[", [_json(v, depth + 1) for v in x], "]", depth)
    if isinstance(x, tuple):
        return f"[{', '.join(_number(v) for v in x)}]"
    return _number(x) if isinstance(x, float) else json.dumps(x, ensure_ascii=False)


def _block(begin: str, lines: Sequence[str], end: str, depth: int) -> str:
    pad = "  " * (depth + 1)
    body = ",\n".join(pad + line for line in lines)
    return f"{begin}\n{body}\n{'  ' * depth}{end}"


def _number(x: Value) -> str:
    assert isinstance(x, float)
    return repr(int(x)) if x == int(x) and abs(x) < 1e15 else repr(x)
