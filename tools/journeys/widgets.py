"""What a browser reports of each kind of widget: its value when it appears, and after it was used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

_BLOCKS = ("tab_container", "popover", "expandable", "dialog")
# Of the kinds below: whose value is one text, and whose value is a list of options by number.
_TEXTS = ("text_input", "text_area")
_ONE_OF, _SOME_OF = ("selectbox", "radio"), ("multiselect", "button_group")


@dataclass(frozen=True, slots=True)
class Widget:
    """Something on the page that a reader can use."""

    kind: str
    proto: Any  # each kind has a message of its own
    fragment: str  # the part of the page that is redrawn alone when it is used; empty: all of it

    @property
    def id(self) -> str:
        return str(self.proto.id)

    @property
    def key(self) -> str:
        """The key that the page gave it, which ends its id."""
        return self.id.split("-", 2)[-1]

    @property
    def label(self) -> str:
        """Its label, or the title of a dialog."""
        return str(getattr(self.proto, "label", "") or getattr(self.proto, "title", ""))

    @property
    def form(self) -> str:
        return str(getattr(self.proto, "form_id", ""))


def widget_of(message: ForwardMsg) -> Widget | None:
    """The widget that a message puts on the page, if it is one."""
    delta = message.delta
    element: Any = delta.new_element if delta.HasField("new_element") else delta.add_block
    kind = element.WhichOneof("type")
    if kind is None or (delta.HasField("add_block") and kind not in _BLOCKS):
        return None
    proto = getattr(element, kind)
    if not getattr(proto, "id", ""):
        return None
    return Widget(kind, proto, delta.fragment_id)


def _options(widget: Widget) -> list[str]:
    return [x if isinstance(x, str) else x.content for x in widget.proto.options]


def _default(widget: Widget) -> str | None:
    """What a list to choose one from stands at, if at anything."""
    proto = widget.proto
    if proto.set_value:
        return str(proto.raw_value) if proto.HasField("raw_value") else None
    return _options(widget)[proto.default] if proto.HasField("default") and proto.options else None


def standing(widget: Widget) -> WidgetState | None:
    """Its state as the server drew it; None if the browser reports nothing before it is used."""
    state, proto, is_set = WidgetState(id=widget.id), widget.proto, getattr(widget.proto, "set_value", False)
    match widget.kind:
        case "slider":
            state.double_array_value.data.extend(proto.value if is_set else proto.default)
        case "number_input" if proto.HasField("value" if is_set else "default"):
            state.double_value = proto.value if is_set else proto.default
        case "checkbox":
            state.bool_value = proto.value if is_set else proto.default
        case "date_input":
            state.string_array_value.data.extend(proto.value if is_set else proto.default)
        case "bidi_component":
            state.json_value = "{}"
        case kind if kind in _TEXTS:
            state.string_value = proto.value if is_set else proto.default
        case kind if kind in _ONE_OF:
            chosen = _default(widget)
            if chosen is None:
                return None
            state.string_value = chosen
        case kind if kind in _SOME_OF:
            labels = proto.raw_values if is_set else [_options(widget)[i] for i in proto.default]
            state.string_array_value.data.extend(labels)
        case _:
            return None
    return state


def _option(widget: Widget, wanted: str) -> str:
    """The option of this label; a star stands for anything. Exactly one has to fit."""
    options = _options(widget)
    found = [wanted] if wanted in options else [x for x in options if fnmatchcase(x, wanted)]
    if len(found) != 1:
        raise LookupError(f"{widget.key} has {len(found)} options {wanted!r}: {options}")
    return found[0]


def used(widget: Widget, value: Any) -> WidgetState:
    """Its state after a reader has set it; options by their labels, as they are read on the page."""
    state = WidgetState(id=widget.id)
    match widget.kind:
        case "slider":
            state.double_array_value.data.append(value)
        case "number_input":
            if value is not None:
                state.double_value = value
        case "checkbox" | "popover" | "expandable":
            state.bool_value = value
        case "date_input":
            state.string_array_value.data.append(value)
        case "tab_container":
            state.string_value = value
        case kind if kind in _TEXTS:
            state.string_value = value
        case kind if kind in _ONE_OF:
            state.string_value = _option(widget, value)
        case kind if kind in _SOME_OF:
            wanted: Sequence[str] = [value] if isinstance(value, str) else value
            state.string_array_value.data.extend(_option(widget, x) for x in wanted)
        case kind:
            raise LookupError(f"{widget.key} is a {kind}, which has no value to set")
    return state
