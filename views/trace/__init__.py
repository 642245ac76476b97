"""Where a number comes from, notes on numbers, and the pages of evidence."""
