from korgoo.assistance.forms.assessing import AssessmentForm
from korgoo.assistance.forms.conferring import BestInterestForm, ConferenceForm, GuardianForm
from korgoo.assistance.forms.planning import (
    GivenForm,
    GoalsForm,
    MoveForm,
    PlanForm,
    ReviewForm,
)

__all__ = [
    "AssessmentForm",
    "BestInterestForm",
    "ConferenceForm",
    "GivenForm",
    "GoalsForm",
    "GuardianForm",
    "MoveForm",
    "PlanForm",
    "ReviewForm",
]
