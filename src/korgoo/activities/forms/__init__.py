from korgoo.activities.forms.activities import ActivityForm, CancelForm, PlanForm
from korgoo.activities.forms.lists import ListForm
from korgoo.activities.forms.media import LessonForm, PlacementForm
from korgoo.activities.forms.photos import PhotoForm

__all__ = [
    "ActivityForm",
    "CancelForm",
    "LessonForm",
    "ListForm",
    "PhotoForm",
    "PlacementForm",
    "PlanForm",
]
