"""A plan and its values: what may be typed, what is locked, what is decided and what assumed, what is dated."""
