"""What a programme leaves open when a case is to be closed."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import ngettext_lazy

from korgoo.assistance.enums import ItemState
from korgoo.assistance.models import ConferenceTask, ProgrammeItem
from korgoo.casework.obstacles import Obstacle

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

OPEN = (ItemState.PLANNED, ItemState.AGREED, ItemState.UNDER_WAY)


def items(case_id: UUID, *, actor: "Actor") -> list[Obstacle]:
    """Help that is planned or under way, and decisions of conferences that nobody carried out."""
    planned = ProgrammeItem.objects.filter(programme__case_id=case_id, state__in=OPEN).count()
    tasks = ConferenceTask.objects.filter(
        conference__case_id=case_id, done_at__isnull=True
    ).count()
    help_words = ngettext_lazy(
        "%(count)s item of the programme is not done.",
        "%(count)s items of the programme are not done.",
        "count",
    )
    task_words = ngettext_lazy(
        "%(count)s decision of a case conference is not carried out.",
        "%(count)s decisions of a case conference are not carried out.",
        "count",
    )
    found = [("open-items", help_words, planned), ("open-tasks", task_words, tasks)]
    return [Obstacle(code, words % {"count": count}) for code, words, count in found if count]
