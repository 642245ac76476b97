"""The first year month by month: when money comes and goes. `docs/months.md` has the method."""
