"""Where levers are set: sliders and fields, dates, locks, ways to begin."""
