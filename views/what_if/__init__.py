"""What may happen to a plan: events, and the range of possible futures."""
