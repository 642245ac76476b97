"""Where a number comes from and what moved it: traces, changes, shares of changes, two plans line by line."""
