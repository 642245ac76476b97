"""Every figure of the product with its source, read from the files in `data/`.

These are levers, sources, presets, shocks, the twin, findings, standards and six schools. The files are read
once, when this module is imported. A file with a fault is refused as a whole, and the message lists
everything wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from model.evidence.earlier_presets import load_earlier_presets
from model.evidence.findings import Finding, load_findings
from model.evidence.growing import Growing, load_growing, with_marks
from model.evidence.levers import PANELS, Lever, load_levers, newest_version, panel_label
from model.evidence.own_lines import load_own_lines
from model.evidence.progression import Progression, load_progression
from model.evidence.reading import DATA, EvidenceError, Range
from model.evidence.schools import Preset, School, Value, load_presets, load_six_schools
from model.evidence.shocks import Shock, Traditional, load_stress, load_twin
from model.evidence.sources import Source, load_sources
from model.evidence.spreads import Spread, load_enrollment_spreads, load_funding_spreads
from model.evidence.standards import Standard, load_standards
from model.evidence.timing import Calendar, load_timing
from model.evidence.uncertainty import (
    Correlation,
    Uncertainty,
    load_correlations,
    load_uncertainty,
)

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
SIX_SCHOOLS: Mapping[str, School] = load_six_schools(levers=LEVERS)
STRESS: Mapping[str, Shock] = load_stress(levers=LEVERS, sources=SOURCES)
TWIN: Mapping[str, Traditional] = load_twin(levers=LEVERS, sources=SOURCES)
FINDINGS: Mapping[str, Finding] = load_findings(sources=SOURCES)
CALENDARS: Mapping[str, Calendar] = load_timing(sources=SOURCES)
UNCERTAIN: Mapping[str, Uncertainty] = load_uncertainty(LEVERS, SOURCES)
CORRELATIONS: Mapping[str, Correlation] = load_correlations(UNCERTAIN, SOURCES)
SPREADS: Mapping[str, Spread] = load_enrollment_spreads(SOURCES)
FUNDING: Mapping[str, Spread] = load_funding_spreads(SOURCES)
STANDARDS: Mapping[str, Standard] = load_standards(SOURCES)
PROGRESSION: Mapping[int, Progression] = load_progression(SOURCES)
