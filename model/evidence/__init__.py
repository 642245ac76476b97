"""Every figure of the product with its source, read from the files in `data/`.

These are levers, sources, presets, shocks, the twin, findings, standards and six schools. What every answer
rests on is read once, when this module is imported; the rest is read once, when it is first asked for. A file
with a fault is refused as a whole, and the message lists everything wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from model.evidence.growing import Growing, load_growing, with_marks
from model.evidence.levers import PANELS, Lever, load_levers, newest_version, panel_label
from model.evidence.own_lines import load_own_lines
from model.evidence.progression import Progression, load_progression
from model.evidence.reading import DATA, EvidenceError, Range
from model.evidence.schools import Preset, School, Value, load_presets, load_six_schools
from model.evidence.sources import Source, load_sources
from model.evidence.spreads import Spread, load_enrollment_spreads, load_funding_spreads
from model.evidence.uncertainty import (
    Correlation,
    Uncertainty,
    load_correlations,
    load_uncertainty,
)

if TYPE_CHECKING:
    from model.evidence.earlier_presets import load_earlier_presets
    from model.evidence.findings import Finding, load_findings
    from model.evidence.shocks import Shock, Traditional, load_stress, load_twin
    from model.evidence.standards import Standard, load_standards
    from model.evidence.timing import Calendar, load_timing

__all__ = [
    "CALENDARS",
    "CORRELATIONS",
    "DATA",
    "DATA_VERSION",
    "FINDINGS",
    "FUNDING",
    "GROWING",
    "LEVERS",
    "PANELS",
    "PRESETS",
    "PROGRESSION",
    "SIX_SCHOOLS",
    "SOURCES",
    "SPREADS",
    "STANDARDS",
    "STRESS",
    "TWIN",
    "UNCERTAIN",
    "Calendar",
    "Correlation",
    "EvidenceError",
    "Finding",
    "Growing",
    "Lever",
    "Preset",
    "Progression",
    "Range",
    "School",
    "Shock",
    "Source",
    "Spread",
    "Standard",
    "Traditional",
    "Uncertainty",
    "Value",
    "load_correlations",
    "load_earlier_presets",
    "load_enrollment_spreads",
    "load_findings",
    "load_funding_spreads",
    "load_growing",
    "load_levers",
    "load_presets",
    "load_progression",
    "load_six_schools",
    "load_sources",
    "load_standards",
    "load_stress",
    "load_timing",
    "load_twin",
    "load_uncertainty",
    "panel_label",
]

SOURCES: Mapping[str, Source] = load_sources()
_TYPED: Mapping[str, Lever] = load_levers(sources=SOURCES)
GROWING: Mapping[str, Growing] = load_growing(_TYPED)
LEVERS: Mapping[str, Lever] = MappingProxyType({**with_marks(_TYPED, GROWING), **load_own_lines(SOURCES)})
DATA_VERSION: int = newest_version(LEVERS)
PRESETS: Mapping[str, Preset] = load_presets(levers=LEVERS)
UNCERTAIN: Mapping[str, Uncertainty] = load_uncertainty(LEVERS, SOURCES)
CORRELATIONS: Mapping[str, Correlation] = load_correlations(UNCERTAIN, SOURCES)
SPREADS: Mapping[str, Spread] = load_enrollment_spreads(SOURCES)
FUNDING: Mapping[str, Spread] = load_funding_spreads(SOURCES)
PROGRESSION: Mapping[int, Progression] = load_progression(SOURCES)

# What only some questions ask for.
SIX_SCHOOLS: Mapping[str, School]
STRESS: Mapping[str, Shock]
TWIN: Mapping[str, Traditional]
FINDINGS: Mapping[str, Finding]
CALENDARS: Mapping[str, Calendar]
STANDARDS: Mapping[str, Standard]

_READ_LATER: Mapping[str, Callable[[], object]] = {
    "SIX_SCHOOLS": lambda: load_six_schools(levers=LEVERS),
    "STRESS": lambda: _later("load_stress")(levers=LEVERS, sources=SOURCES),
    "TWIN": lambda: _later("load_twin")(levers=LEVERS, sources=SOURCES),
    "FINDINGS": lambda: _later("load_findings")(sources=SOURCES),
    "CALENDARS": lambda: _later("load_timing")(sources=SOURCES),
    "STANDARDS": lambda: _later("load_standards")(sources=SOURCES),
}
_STANDS_IN: Mapping[str, str] = {
    "load_earlier_presets": "earlier_presets",
    "Finding": "findings",
    "load_findings": "findings",
    "Shock": "shocks",
    "Traditional": "shocks",
    "load_stress": "shocks",
    "load_twin": "shocks",
    "Standard": "standards",
    "load_standards": "standards",
    "Calendar": "timing",
    "load_timing": "timing",
}


def _later(name: str) -> Any:
    return getattr(import_module(f"{__name__}.{_STANDS_IN[name]}"), name)


if not TYPE_CHECKING:  # a checker is to know every name, and to refuse any other

    def __getattr__(name: str) -> object:
        """What is read or loaded when it is first asked for, and then kept."""
        if name in _READ_LATER:
            return globals().setdefault(name, _READ_LATER[name]())
        if name in _STANDS_IN:
            return globals().setdefault(name, _later(name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
