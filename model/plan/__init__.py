"""A plan and its values: what may be typed, what is locked, decided, assumed, dated; and its notebook."""
