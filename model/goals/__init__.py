"""What it would take to reach a goal, what matters most, and what may be traded for what. `docs/goals.md` has
the method.
"""
