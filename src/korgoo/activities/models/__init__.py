from korgoo.activities.models.activities import (
    Activity,
    ActivityCount,
    ActivityMark,
    ActivityMaterial,
    ActivityOrganiser,
)
from korgoo.activities.models.lists import ActivityList
from korgoo.activities.models.media import Lesson, Placement
from korgoo.activities.models.photos import ActivityPhoto

__all__ = [
    "Activity",
    "ActivityCount",
    "ActivityList",
    "ActivityMark",
    "ActivityMaterial",
    "ActivityOrganiser",
    "ActivityPhoto",
    "Lesson",
    "Placement",
]
