"""Ways for a school to keep paying its teacher leaders when the grant ends: the study's open question."""

from model.routes.compared import ROUTES, Asked, Compared, Route, compare

__all__ = ["ROUTES", "Asked", "Compared", "Route", "compare"]
