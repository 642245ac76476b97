"""Ways to begin a plan: a school like the reader's own, and stories."""
