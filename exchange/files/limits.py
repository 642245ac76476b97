"""What a file of plans is called, and how large it and each part of it may be."""

from __future__ import annotations

FORMAT = "school-sustainability-explorer/plan"
FORMAT_VERSION = 2

MOST_BYTES = 3_000_000
MOST_PLANS = 200
MOST_VALUES = 300_000  # 200 plans, every lever twice with five numbers, and notebooks that fill the 3 MB
MOST_TEXTS = 2_000  # numbers written as texts: one plan typed by hand has a thousand
ENOUGH_FAULTS = 1_000  # after which no further plan is looked at
DEEPEST = 8  # brackets within brackets; the five yearly numbers of a decision's move lie eight deep
LONGEST_REASON = 2_000  # characters; the longest name is in exchange/own_school.py
LONGEST_NOTE, LONGEST_STOOD = 500, 200
LONGEST_WHO, LONGEST_WHY = 80, 1_000
MOST_NOTES = MOST_DECISIONS = 100  # of one plan
MOST_NOTEBOOK = 30_000  # bytes of one plan's notebook, so that a full shelf still fits into one file
LARGEST = 1e15  # dollars
MODEL_WORDS = 20  # characters of a model version
