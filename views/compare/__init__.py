"""Plans beside each other: what each change did, saved plans, the log of decisions."""
