"""The cost model: five years, one school, numpy and the standard library only."""

# Goes up whenever any plan gives another number than before: see docs/files-and-links.md.
MODEL_VERSION = "1.0"
