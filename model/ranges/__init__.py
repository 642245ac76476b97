"""The futures of a plan: how they are drawn, what they come to, what is worth pinning down. `docs/ranges.md`
has the method.
"""
