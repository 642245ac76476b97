"""What a reader finds on a page that was run without a browser: its texts in order, one a line.

Read are the labels, helps and choices of widgets, the text of markup with the names that a screen reader
says, and the words of charts. What is drawn only in the browser from a table of numbers is not there.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

import pyarrow as pa

BETWEEN = " | "  # cells of one row
_SPOKEN = ("aria-label", "title", "alt", "placeholder")
_INLINE = {"span", "b", "i", "em", "strong", "a", "abbr", "sup", "sub", "small", "code", "mark", "output"}
_CELLS = {"td", "th", "dt", "dd", "small"}  # what stands beside something and is a text of its own
_UNREAD = {"style", "script"}
_EMPTY = {"img", "br", "hr", "input", "meta", "link", "col", "wbr", "path", "rect", "line", "circle", "use"}
# Of a widget what is read, in the order of the screen.
_WORDS = ("label", "body", "caption", "help")
_LITERAL = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_SHOWN = {"title", "text", "description", "labels"}  # of a chart's specification


class _Lines(HTMLParser):
    """The lines of a piece of markup: a block is one, the cells of a row are one."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self._unread = 0  # how deep within what nobody reads
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        unread = tag in _UNREAD or "hidden" in named
        if tag not in _EMPTY:
            self._open.append((tag, unread))
            self._unread += unread
        self._between(tag)
        if "data-live" in named:  # a text that follows a moving setting stands by itself
            self.lines[-1] += BETWEEN
        if not self._unread:
            self.lines += [f"({value})" for name in _SPOKEN if (value := named.get(name))]
            self.lines += [""] if any(named.get(name) for name in _SPOKEN) else []

    def handle_endtag(self, tag: str) -> None:
        while self._open and any(tag == name for name, _ in self._open):
            name, unread = self._open.pop()
            self._unread -= unread
            if name == tag:
                break
        self._between(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.lines[-1] += data

    def _between(self, tag: str) -> None:
        if tag in _CELLS:
            self.lines[-1] += BETWEEN
        elif tag == "span":
            self.lines[-1] += " "
        elif tag not in _INLINE:
            self.lines.append("")


def of_markup(markup: str) -> list[str]:
    """The lines of a piece of markup as they are read, names for a screen reader in brackets."""
    parser = _Lines()
    parser.feed(markup)
    parser.close()
    joined = (BETWEEN.join(filter(None, map(_one_line, x.split(BETWEEN)))) for x in parser.lines)
    return [x for x in joined if x]


def _one_line(text: str) -> str:
    return re.sub(r" (?=[,.;:)])", "", " ".join(text.replace("\u2060", "").split()))


def of_markdown(text: str) -> list[str]:
    """The lines of a text that the framework reads as Markdown, without its signs."""
    found = re.sub(r":material/\w+:", "", text)
    found = re.sub(r"(?<!\\)!?\[((?:[^\[\]\\]|\\.)*)\]\([^()]*\)", r"\1", found)
    found = re.sub(r"(?m)^\s*(?:[*-]|#{1,6}) ", "\x00", found)
    found = re.sub(r"(?<!\\)[*`]", "", found)
    found = re.sub(r"\\(?=[\W_])", "", found).replace("\u2060", "")
    found = re.sub(r"\n(?![\n|]|\x00)", " ", found)  # lines of one paragraph
    return [x for x in map(_one_line, found.replace("\x00", "").splitlines()) if x]


def of_chart(proto: Any) -> list[str]:
    """The words of a chart: of its axes and legends, and of its rows."""
    said = [f"({proto.alt})", *_of_specification(json.loads(proto.spec))]
    for rows in proto.datasets:
        table = pa.ipc.open_stream(io.BytesIO(rows.data.data)).read_all()
        said += [x for column in table.to_pydict().values() for x in column if isinstance(x, str)]
    return list(dict.fromkeys(x for x in map(_one_line, said) if _is_read(x)))


def _is_read(text: str) -> bool:
    """No name of a field or of a mark: `cost`, `fund_balance 3`."""
    return bool(re.search(r"[^\W\d_]{2}", text)) and not re.fullmatch(r"[a-z][a-z_-]*( \d)?", text)


def _of_specification(part: Any, name: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            if key not in ("datasets", "config"):
                yield from _of_specification(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _of_specification(value, name)
    elif isinstance(part, str):
        if name in _SHOWN:
            yield part
        elif name in ("expr", "labelExpr", "calculate"):
            yield from ("".join(m.groups("")) for m in _LITERAL.finditer(part))


def texts(block: Any) -> list[str]:
    """Every text of a block of a page and of what it holds, in the order of the screen."""
    return list(_texts(block))


def _texts(node: Any) -> Iterator[str]:
    proto = getattr(node, "proto", None)
    children = getattr(node, "children", None)
    if children is not None:
        for name in ("dialog", "expandable", "popover", "tab"):
            if hasattr(proto, "HasField") and proto is not None and _has(proto, name):
                block = getattr(proto, name)
                yield from of_markdown(getattr(block, "title", "") or block.label)
        for child in children.values():
            yield from _texts(child)
    elif node.type == "html":
        yield from of_markup(node.value)
    elif node.type == "bidi_component":
        yield from _sentences(json.loads(proto.json or "null"))
    elif node.type == "vega_lite_chart":
        yield from of_chart(proto)
    elif proto is not None:
        yield from _of_widget(proto)


def _sentences(given: Any) -> Iterator[str]:
    """Of what a component is given, texts of several words: it shows them when it has to."""
    if isinstance(given, str):
        yield from [given] if re.search(r"\w \w", given) and "{" not in given else []
    elif isinstance(given, dict | list):
        for part in given.values() if isinstance(given, dict) else given:
            yield from _sentences(part)


def _has(proto: Any, name: str) -> bool:
    return name in proto.DESCRIPTOR.fields_by_name and bool(proto.HasField(name))


def _of_widget(proto: Any) -> Iterator[str]:
    fields = proto.DESCRIPTOR.fields_by_name
    for name in _WORDS:
        if name in fields and isinstance(text := getattr(proto, name), str):
            yield from of_markdown(text)
    if "placeholder" in fields and _is_read(proto.placeholder):  # in most fields it is the number of the plan
        yield from of_markdown(proto.placeholder)
    options = [x if isinstance(x, str) else x.content for x in getattr(proto, "options", ())]
    yield from [BETWEEN.join(x for text in options for x in of_markdown(text))] if options else []


def cells(lines: Iterable[str]) -> list[str]:
    """Each text by itself, as prose is counted: the cells of a row apart, no brackets around names."""
    return [x.removeprefix("(").removesuffix(")") for line in lines for x in line.split(BETWEEN)]
