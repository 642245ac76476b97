"""Every figure the house rests on, with its source: levers, sources, presets, shocks, findings, six schools.

The files in `data/` are read once, when this module is imported. A file with a fault is refused as a whole,
and the refusal lists everything that is wrong with it, so one round of mending is enough.
"""

from __future__ import annotations

from collections.abc import Mapping

from model.evidence.findings import Finding, Shock, load_findings, load_stress
from model.evidence.levers import Lever, Source, load_levers, load_sources, newest_version
from model.evidence.reading import DATA, EvidenceError, Range
from model.evidence.schools import Preset, School, Value, load_presets, load_six_schools
from model.evidence.uncertainty import (
    Correlation,
    Spread,
    Uncertainty,
    load_correlations,
    load_spreads,
    load_uncertainty,
)

__all__ = [
    "CORRELATIONS",
    "DATA",
    "DATA_VERSION",
    "FINDINGS",
    "LEVERS",
    "PRESETS",
    "SIX_SCHOOLS",
    "SOURCES",
    "SPREADS",
    "STRESS",
    "UNCERTAIN",
    "Correlation",
    "EvidenceError",
    "Finding",
    "Lever",
    "Preset",
    "Range",
    "School",
    "Shock",
    "Source",
    "Spread",
    "Uncertainty",
    "Value",
    "load_correlations",
    "load_findings",
    "load_levers",
    "load_presets",
    "load_six_schools",
    "load_sources",
    "load_spreads",
    "load_stress",
    "load_uncertainty",
]

SOURCES: Mapping[str, Source] = load_sources()
LEVERS: Mapping[str, Lever] = load_levers(sources=SOURCES)
DATA_VERSION: int = newest_version(LEVERS)
PRESETS: Mapping[str, Preset] = load_presets(levers=LEVERS)
SIX_SCHOOLS: Mapping[str, School] = load_six_schools(levers=LEVERS)
STRESS: Mapping[str, Shock] = load_stress(sources=SOURCES)
FINDINGS: Mapping[str, Finding] = load_findings(sources=SOURCES)
UNCERTAIN: Mapping[str, Uncertainty] = load_uncertainty(LEVERS, SOURCES)
CORRELATIONS: Mapping[str, Correlation] = load_correlations(UNCERTAIN, SOURCES)
SPREADS: Mapping[str, Spread] = load_spreads(SOURCES)
