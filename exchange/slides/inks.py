"""The colors of slides and pictures: those of the screen."""

from __future__ import annotations

INK, MUTED, PAPER, PANEL, GRID = "#1b2733", "#5b6875", "#ffffff", "#f4f6f8", "#e6eaee"
REVENUE, COST, SURPLUS, DEFICIT, WARNING = "#0b4f8a", "#b3480f", "#2a7fb8", "#d9650f", "#7a5400"
TONES = {"good": REVENUE, "warn": WARNING, "bad": COST, "open": MUTED}
