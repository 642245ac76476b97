"""Where settings are made: sliders and fields, dates, locks, ways to begin."""
