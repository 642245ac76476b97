"""Kept plans: what every store of plans promises, and the rules that hold in each of them.

A plan is put with the version that it was read at. Where the store holds another version by then, somebody
else has changed it: that is reported and nothing is overwritten.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from exchange import files
from exchange.files import Filed
from exchange.files.limits import LONGEST_REASON
from exchange.one_line import too_long
from exchange.own_school import LONGEST_NAME
from model.texts import quoted, say

MOST = 24  # plans of one store: as many as a person can still tell apart
KEY = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan in a store. Its key sorts by the time at which it was first kept."""

    key: str
    filed: Filed

    @property
    def name(self) -> str:
        return self.filed.name

    @property
    def text(self) -> str:
        """The plan as a file of one."""
        return files.write([self.filed]).decode()

    @property
    def version(self) -> str:
        """A checksum that tells two states of a plan apart: the same in every store, and after a restart."""
        return hashlib.blake2b(self.text.encode(), digest_size=16).hexdigest()


class NotKept(ValueError):  # noqa: N818  # the plan is refused; the program has no error
    """A plan that cannot be kept as it is. `problems` lists everything wrong, each as a sentence."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class Conflict(NotKept):
    """The store holds another version than the one that was read.

    `here` is what it holds; None where it holds none.
    """

    def __init__(self, read: Kept, here: Kept | None) -> None:
        self.here = here
        super().__init__(
            [_conflict(quoted(read.name), here, is_renamed=here is not None and here.name != read.name)]
        )


def _conflict(name: str, here: Kept | None, *, is_renamed: bool) -> str:
    if here is None:
        return say("store.deleted_elsewhere", name=name)
    if is_renamed:
        return say("store.renamed_elsewhere", name=name, now=quoted(here.name))
    return say("store.changed_elsewhere", name=name)


class PlanStore(Protocol):
    """A place where plans are kept."""

    def list(self) -> tuple[Kept, ...]:
        """Every plan, oldest first."""

    def get(self, key: str) -> Kept:
        """One plan. Raises `KeyError` where there is none by that key."""

    def put(self, filed: Filed, read: Kept | None = None) -> Kept:
        """Keep a new plan, or another state of the one that was read. The kept plan has no `id`.

        Raises `NotKept` for an invalid name or reason and for a full store, and `Conflict` where the plan is
        no longer what was read; then nothing has changed.
        """

    def remove(self, read: Kept) -> None:
        """Remove a plan as it was read. Raises `Conflict` where it is another by now.

        Removing a plan that is already gone is not an error.
        """


def new_key(others: Iterable[Kept]) -> str:
    """A key that no other plan has, later than all others: plans kept at the same time stay in order."""
    latest = max((int(k.key[:12], 16) for k in others), default=0)
    return f"{max(time.time_ns() // 1_000_000, latest + 1):012x}{secrets.token_hex(2)}"


def proper(filed: Filed) -> Filed:
    """A plan as it is kept: name and reason without blanks around them, and without an `id`."""
    return Filed(filed.plan.named(filed.name.strip()), filed.reason.strip(), filed.notebook)


def faults(filed: Filed, others: Collection[Kept], *, new: bool) -> list[str]:
    """What is wrong with a plan that is to be kept beside others."""
    name, reason = filed.name.strip(), filed.reason.strip()
    problems = []
    if not name:
        problems.append(say("store.needs_name"))
    elif name.casefold() in {k.name.casefold() for k in others}:
        problems.append(say("store.name_taken", name=quoted(name)))
    problems += too_long("store.name_too_long", name, LONGEST_NAME)
    problems += too_long("store.reason_too_long", reason, LONGEST_REASON)
    if new and len(others) >= MOST:
        problems.append(say("store.full", most=MOST))
    return problems


@dataclass(frozen=True, slots=True)
class Shelf:
    """The state of a store: its plans, the keys of removed ones, and messages about it."""

    plans: tuple[Kept, ...] = ()
    gone: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    def find(self, key: str) -> Kept | None:
        return next((k for k in self.plans if k.key == key), None)

    def holding(self, *kept: Kept) -> Shelf:
        """The shelf with these plans, each in place of the one of its key; a removed key is back."""
        new = {k.key: k for k in (*self.plans, *kept)}
        return replace(
            self,
            plans=tuple(new[key] for key in sorted(new)),
            gone=tuple(key for key in self.gone if key not in new),
        )

    def letting_be(self, key: str) -> Shelf:
        """The shelf without one plan, which stays in the browser."""
        return replace(self, plans=tuple(k for k in self.plans if k.key != key))

    def without(self, key: str) -> Shelf:
        """The shelf without one plan, which is known to be removed."""
        gone = self.gone if key in self.gone else (*self.gone, key)
        return replace(self.letting_be(key), gone=gone)


class ShelfStore(ABC):
    """The rules of a store over one `Shelf`. `load` and `save` say where that is."""

    @abstractmethod
    def load(self) -> Shelf:
        """The present state."""

    @abstractmethod
    def save(self, shelf: Shelf) -> None:
        """Replace the state."""

    def list(self) -> tuple[Kept, ...]:
        return self.load().plans

    def get(self, key: str) -> Kept:
        found = self.load().find(key)
        if found is None:
            raise KeyError(key)
        return found

    def put(self, filed: Filed, read: Kept | None = None) -> Kept:
        shelf = self.load()
        if read is not None:
            self._as_read(shelf, read)
        others = [k for k in shelf.plans if read is None or k.key != read.key]
        if problems := faults(filed, others, new=read is None):
            raise NotKept(problems)
        kept = Kept(new_key(others) if read is None else read.key, proper(filed))
        self.save(shelf.holding(kept))
        return kept

    def remove(self, read: Kept) -> None:
        shelf = self.load()
        if shelf.find(read.key) is None:
            return
        self._as_read(shelf, read)
        self.save(shelf.without(read.key))

    @staticmethod
    def _as_read(shelf: Shelf, read: Kept) -> None:
        here = shelf.find(read.key)
        if here is None or here.version != read.version:
            raise Conflict(read, here)


class MemoryStore(ShelfStore):
    """Plans that are kept as long as the program runs."""

    def __init__(self) -> None:
        self._shelf = Shelf()

    def load(self) -> Shelf:
        return self._shelf

    def save(self, shelf: Shelf) -> None:
        self._shelf = shelf
