"""Plans compared: what each change did, saved plans, the log of decisions."""
