"""A message of the server as lines of text, without what is random or bound to a path."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from google.protobuf.descriptor import FieldDescriptor  # type: ignore[import-untyped]
from google.protobuf.message import Message  # type: ignore[import-untyped]

_ID = re.compile(
    r"(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"
)
_LEFT_OUT = {
    "ForwardMsg.hash",
    "RunIdentity.script_run_id",
    "NewSession.script_run_id",
    "Initialize.session_id",
    "Initialize.environment_info",
    "Initialize.user_info",
}
_LONG = 100  # characters: what is longer is broken into lines, so that a difference can be read


class Plain:
    """Converts the messages of one journey into text. Ids are numbered, so each journey needs its own."""

    def __init__(self, app: Path) -> None:
        self._app = str(app)
        self._ids: dict[str, str] = {}

    def text(self, text: str) -> str:
        """A text with its ids numbered and without the path of the checkout."""
        return _ID.sub(self._number, text.replace(self._app, "<app>"))

    def _number(self, found: re.Match[str]) -> str:
        kind = "uuid " if "-" in found[0] else "#"
        count = sum(x.startswith(kind) for x in self._ids.values())
        return self._ids.setdefault(found[0], f"{kind}{count + 1}")

    def lines(self, message: Message, depth: int = 1) -> Iterator[str]:
        """Every field that is set, in the order of the format."""
        pad = "  " * depth
        for field, value in message.ListFields():
            if f"{message.DESCRIPTOR.name}.{field.name}" in _LEFT_OUT:
                continue
            is_map = field.message_type is not None and field.message_type.GetOptions().map_entry
            if is_map:
                pairs = [(f"{field.name}[{k}]", value[k]) for k in sorted(value)]
            elif field.is_repeated:
                pairs = [(f"{field.name}[{i}]", x) for i, x in enumerate(value)]
            else:
                pairs = [(field.name, value)]
            for name, one in pairs:
                if isinstance(one, Message):
                    yield f"{pad}{name}:"
                    yield from self.lines(one, depth + 1)
                else:
                    yield from self._value(pad, name, one, field)

    def _value(self, pad: str, name: str, value: object, field: FieldDescriptor) -> Iterator[str]:
        if isinstance(value, bytes):
            yield f"{pad}{name}: {digest(value)}"
            yield from (f"{pad}  {row}" for row in _rows(value))
        elif isinstance(value, str) and len(value) > _LONG:
            yield f"{pad}{name}:"
            yield from (f"{pad}  |{part}" for part in _broken(self.text(value)))
        elif isinstance(value, str):
            yield f"{pad}{name}: {json.dumps(self.text(value), ensure_ascii=False)}"
        elif field.enum_type is not None and isinstance(value, int):
            yield f"{pad}{name}: {field.enum_type.values_by_number[value].name}"
        else:
            yield f"{pad}{name}: {value!r}"


def digest(content: bytes) -> str:
    return f"{len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}"


def _broken(text: str) -> list[str]:
    """In lines, each end of a line of its own shown as ⏎, between tags, and between members of JSON."""
    text = text.replace("\r", "␍").replace("\n", "⏎\n")
    if text[:1] in "{[":
        return re.sub(r'(?<=[,{\[])(?=["{\[])', "\n", text).split("\n")
    return re.sub(r"(?<=>)(?=<)", "\n", text).split("\n")


def _rows(content: bytes) -> Iterator[str]:
    """The rows, if these bytes are an Arrow table; the head, if they are what the live layer is sent."""
    try:
        table = pa.ipc.open_stream(io.BytesIO(content)).read_all()
    except (pa.ArrowInvalid, OSError):
        length = int.from_bytes(content[:4], "little")
        if 0 < length <= len(content) - 4 and content[4:5] == b"{":
            yield from (f"|{part}" for part in _broken(content[4 : 4 + length].decode(errors="replace")))
        return
    yield f"|{table.schema.names} {[str(t) for t in table.schema.types]}"
    yield from (f"|{list(row.values())!r}" for row in table.to_pylist())
