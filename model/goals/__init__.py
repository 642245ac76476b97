"""What it takes to reach a goal, what matters most, what can be traded. `docs/goals.md` has the method."""
