"""Hostile and damaged input for every door: `python -m tools.fuzz files --runs 10000 --seed 1`.

It counts crashes, changes that nobody was told of, time, memory, and how many messages say what is wrong,
with which value, and what to do about it. docs/testing.md says how to read its report.
"""
