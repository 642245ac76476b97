"""What charts can do and the library cannot say, written into their XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exchange.slides.lettering import Box

if TYPE_CHECKING:
    from pptx.chart.chart import Chart

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_BESIDE = "r"
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def plot_within(chart: Chart, inside: Box) -> None:
    """Where the plot lies in its chart, without axes, in parts of the chart."""
    area: Any = chart.element.find(f".//{{{_C}}}plotArea")
    for old in area.findall(f"{{{_C}}}layout"):
        area.remove(old)
    places = {"x": inside.left, "y": inside.top, "w": inside.wide, "h": inside.high}
    area.insert(0, _layout(places, layoutTarget="inner", xMode="edge", yMode="edge"))


def from_edge_to_edge(chart: Chart) -> None:
    """Lines begin and end at the edges of the plot, not half a year within."""
    axis: Any = chart.element.find(f".//{{{_C}}}valAx")
    for old in axis.findall(f"{{{_C}}}crossBetween"):
        axis.remove(old)
    axis.find(f"{{{_C}}}crosses").addnext(_made("crossBetween", val="midCat"))


def labels_of(chart: Chart) -> list[Any]:
    """The labels of single points that the chart has, series by series."""
    return list(chart.element.iterfind(f".//{{{_C}}}ser/{{{_C}}}dLbls/{{{_C}}}dLbl"))


def name_and_value(label: Any, form: str, shift: float) -> None:
    """The name of the series above the value, right of the point, moved down by a part of the chart."""
    _write(label, form, shows=("showVal", "showSerName"), place=_BESIDE, shift=shift)


def value_alone(label: Any, form: str) -> None:
    """The value of the point, where the label stands."""
    _write(label, form, shows=("showVal",))


def _write(one: Any, form: str, *, shows: tuple[str, ...], place: str = "", shift: float = 0.0) -> None:
    one.find(f".//{{{_A}}}bodyPr").set("wrap", "none")  # else a name of two words is broken
    # A program that reads the file refuses children in another order than this.
    first = one.find(f"{{{_C}}}idx")
    first.addnext(_made("numFmt", formatCode=form, sourceLinked="0"))
    if shift:
        first.addnext(_layout({"x": 0.0, "y": round(shift, 4)}))
    if place:
        label_place = one.find(f"{{{_C}}}dLblPos")
        if label_place is None:
            label_place = _made("dLblPos")
            one.find(f"{{{_C}}}txPr").addnext(label_place)
        label_place.set("val", place)
    for name in _SHOWN:
        one.find(f"{{{_C}}}{name}").set("val", "1" if name in shows else "0")
    if len(shows) > 1:
        between = _made("separator")
        between.text = "\n"
        one.find(f"{{{_C}}}{_SHOWN[-1]}").addnext(between)


def _layout(places: dict[str, float], **modes: str) -> Any:
    layout, inner = _made("layout"), _made("manualLayout")
    layout.append(inner)
    for name, mode in modes.items():
        inner.append(_made(name, val=mode))
    for name, x in places.items():
        inner.append(_made(name, val=f"{x:g}"))
    return layout


def _made(name: str, **attributes: str) -> Any:
    from pptx.oxml import parse_xml

    made = parse_xml(f'<c:{name} xmlns:c="{_C}"/>')
    for key, text in attributes.items():
        made.set(key, text)
    return made
