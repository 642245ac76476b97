"""The futures of a plan: how they are drawn, their results, what is worth pinning. See `docs/ranges.md`."""
