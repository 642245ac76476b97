"""Two records side by side: each journey and step the same, or the lines that differ."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

_WIDE = 220  # characters of a line that are shown


def _parts(path: Path) -> dict[str, list[str]]:
    """A record by its steps. Headings that occur twice are distinguished by the number in them."""
    parts: dict[str, list[str]] = {}
    here = parts.setdefault("", [])
    for line in path.read_text(encoding="utf-8").split("\n") if path.exists() else ():
        if line.startswith("## "):
            here = parts.setdefault(line, [])
        here.append(line)
    return parts


def _messages(lines: list[str]) -> list[tuple[str, ...]]:
    """A step's messages without their numbers, so that one message more does not make all others differ."""
    messages: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("### "):
            messages.append([f"### {line.split(' ', 2)[2]}"])
        else:
            messages[-1].append(line)
    return [tuple(m) for m in messages]


def _differences(one: list[str], other: list[str]) -> Iterator[str]:
    """Only the messages that differ, each as a unified diff with a little around it."""
    a, b = _messages(one), _messages(other)
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        left = [line for message in a[i:j] for line in message]
        right = [line for message in b[k:m] for line in message]
        yield f"      messages {i}-{j} / {k}-{m}"
        for line in islice(difflib.unified_diff(left, right, n=2, lineterm=""), 2, None):
            yield f"      {line[:_WIDE]}"


def compare(one: Path, other: Path, most: int) -> int:
    """Print it. Gives 0 if the records are the same, else 1."""
    names = sorted({p.name for d in (one, other) for p in d.glob("*.txt")})
    if not names:
        print("Neither folder holds a record.")
        return 1
    differ = 0
    for name in names:
        if (one / name).exists() and (other / name).exists() and _same(one / name, other / name):
            print(f"{name}: same")
            continue
        a, b = _parts(one / name), _parts(other / name)
        steps = list(dict.fromkeys([*a, *b]))
        wrong = [s for s in steps if a.get(s) != b.get(s)]
        differ += len(wrong)
        print(f"{name}: {len(wrong)} of {len(steps)} parts differ")
        for step in steps:
            if step not in wrong:
                print(f"   same   {step or '(heading)'}")
                continue
            print(f"   DIFFER {step or '(heading)'}" + _missing(step in a, step in b))
            found = list(_differences(a.get(step, []), b.get(step, [])))
            print("\n".join(found[:most]))
            if len(found) > most:
                print(f"      … {len(found) - most} lines more")
    print("The same." if not differ else f"{differ} parts differ.")
    return int(differ > 0)


def _missing(in_one: bool, in_other: bool) -> str:
    return "" if in_one and in_other else " (only in the first)" if in_one else " (only in the second)"


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()
