"""Present mode: one screen at a time for a room."""
