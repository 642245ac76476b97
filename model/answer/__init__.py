"""The answer to a plan: its few numbers, and the same in words, for the page, for paper and for mail."""
