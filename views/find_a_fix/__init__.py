"""What it would take to reach a goal, what matters most, what can be traded."""
