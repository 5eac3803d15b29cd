from korgoo.closing.models.closures import Closure, FollowUp
from korgoo.closing.models.handovers import Assignment, Handover
from korgoo.closing.models.requests import PersonRequest
from korgoo.closing.models.retention import KeptFor

__all__ = ["Assignment", "Closure", "FollowUp", "Handover", "KeptFor", "PersonRequest"]
