"""The first year month by month: when money comes in and goes out. `docs/months.md` has the method."""
