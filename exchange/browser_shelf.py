"""What a browser reports of the plans that it keeps: checked like an uploaded file, joined with a tab's own.

Every tab of a browser writes into the same store. Changes made in another tab arrive as a text by key.
Nothing is overwritten, and conflicting changes to one plan are reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from exchange import files, store, turns
from exchange.store import KEY, Kept, Shelf, new_key
from model.plan.scenario import without_keys
from model.sentences import Sentences
from model.texts import listed, quoted, say

# Characters of one kept plan; five numbers in every lever and a full notebook have half of that.
LONGEST_TEXT = 200_000
MOST_ENTRIES = 50  # two shelves


def read(reported: object) -> tuple[list[Kept], list[str]]:
    """The plans of texts by key, and what could not be used."""
    items: list[Kept] = []
    wrong = Sentences()
    entries: Mapping[Any, Any] = reported if isinstance(reported, Mapping) else {}
    if len(entries) > MOST_ENTRIES:
        wrong.add(say("store.too_many_entries", entries=f"{len(entries):,}", most=MOST_ENTRIES))
    for key, text in sorted(islice(entries.items(), MOST_ENTRIES), key=lambda e: str(e[0])[:20]):
        turns.piece_done()
        if not isinstance(key, str) or not KEY.fullmatch(key) or not isinstance(text, str):
            wrong.add(say("store.not_a_plan"))
        elif len(text) > LONGEST_TEXT:
            wrong.add(say("store.plan_too_long"))
        else:
            try:
                opened = files.read(text.encode(errors="replace"))
            except files.FileRefused as e:
                wrong.add(say("store.unreadable", reason=without_keys(e.reasons[0])))
            else:
                items.append(Kept(key, opened.plans[0]))
                # That its own entry was written in an older format is no news to a reader; its content is
                # unchanged.
                for remark in opened.remarks:
                    if remark not in opened.updated:
                        told = say("store.remark", name=opened.plans[0].name, remark=remark)
                        wrong.add(without_keys(told))
    return items, list(wrong.told("store.more_remarks"))


def named(reported: object) -> frozenset[str]:
    """The keys of what a browser reports: what it need not report again."""
    entries: Mapping[Any, Any] = reported if isinstance(reported, Mapping) else {}
    return frozenset(key for key in entries if isinstance(key, str))


def found(shelf: Shelf, reported: object) -> Shelf:
    """The shelf with the plans that the browser keeps and the tab did not know.

    Two plans of one name stay two, with a remark.
    """
    items, said = read(reported)
    new = [k for k in items if shelf.find(k.key) is None]
    free = max(store.MOST - len(shelf.plans), 0)
    if len(new) > free:
        left = listed(k.name for k in new[free:])
        said.append(say("store.not_shown", most=store.MOST, names=left))
    joined = shelf.holding(*new[:free])
    names = [k.name.casefold() for k in joined.plans]
    doubled = {k.name.casefold(): k.name for k in new[:free] if names.count(k.name.casefold()) > 1}
    said += [say("store.two_of_one_name", name=quoted(name)) for name in doubled.values()]
    return replace(joined, said=tuple(said) or shelf.said)


def question(reported: object) -> tuple[int, Mapping[Any, Any]]:
    """The number of the browser's question when entries differ, and the entries; empty without a question."""
    asked: Mapping[Any, Any] = reported if isinstance(reported, Mapping) else {}
    number, entries = asked.get("number"), asked.get("entries")
    whole = isinstance(number, int) and not isinstance(number, bool)
    return (number if whole and isinstance(number, int) else 0), entries if isinstance(
        entries, Mapping
    ) else {}


def differing(shelf: Shelf, entries: Mapping[Any, Any]) -> Shelf:
    """The shelf after a write that the browser did not make, because another tab had written first.

    `entries` holds by key what the browser keeps, None where another tab removed the plan. The browser's
    entry stays. What this tab did is reported, or, where nothing is left to go back to, kept as another plan.
    """
    items, said = read({k: v for k, v in entries.items() if v is not None})
    theirs = {k.key: k for k in items}
    for key in entries:
        mine = shelf.find(key) if isinstance(key, str) else None
        other = theirs.get(key)
        if other is not None:
            said.append(_changed_elsewhere(other, mine))
            shelf = shelf.holding(other)
        elif mine is not None:
            is_gone = entries[key] is None
            what = "store.deleted_meanwhile" if is_gone else "store.unreadable_meanwhile"
            said.append(say(what, name=quoted(mine.name)))
            shelf = shelf.without(key) if is_gone else shelf.letting_be(key)
            shelf = shelf.holding(replace(mine, key=new_key(shelf.plans)))
    return replace(shelf, said=tuple(said) or shelf.said)


def _changed_elsewhere(other: Kept, mine: Kept | None) -> str:
    if mine is None:
        return say("store.changed_while_deleted", name=quoted(other.name))
    was = {"mine": quoted(mine.name), "reason": quoted(mine.filed.reason)}
    return say("store.changed_in_both", name=quoted(other.name), **was)
