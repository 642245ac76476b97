"""Where a number comes from and what changed it: traces, changes and their shares, two plans line by line."""
