from korgoo.assistance.models.assessments import Assessment
from korgoo.assistance.models.children import BestInterestDecision, ChildSafeguard
from korgoo.assistance.models.conferences import Conference, ConferencePart, ConferenceTask
from korgoo.assistance.models.programmes import Programme, ProgrammeItem, ServiceGiven

__all__ = [
    "Assessment",
    "BestInterestDecision",
    "ChildSafeguard",
    "Conference",
    "ConferencePart",
    "ConferenceTask",
    "Programme",
    "ProgrammeItem",
    "ServiceGiven",
]
