"""Routes by which a school may go on paying its teacher leaders when the grant is gone: the study's open
question.
"""

from model.routes.compared import ROUTES, Asked, Compared, Route, compare

__all__ = ["ROUTES", "Asked", "Compared", "Route", "compare"]
