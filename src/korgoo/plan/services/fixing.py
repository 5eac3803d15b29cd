"""Fix a consolidated report as it is, so that a council votes on figures that do not move."""

from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.plan import policies, selectors
from korgoo.plan.consolidation import adding, writing
from korgoo.plan.models import FixedReport

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def fix_report(code: str, key: str, title: str, *, actor: "Actor") -> FixedReport:
    """Keep the figures up to a period as they are now; later corrections show as a difference.

    Args:
        code: Of the plan.
        key: Of the period.
        title: What for.
        actor: Who fixes them.

    Raises:
        NotFound: No such plan or round, or not for this actor.
        Forbidden: The actor does not keep the plan.
    """
    programme = selectors.get_programme(code, actor=actor)
    policies.judge(actor, selectors.keeper_of(programme)).require()
    round_ = selectors.get_round(programme, key)
    before = [one for one in selectors.rounds(programme) if one.ends <= round_.ends]
    data = writing.to_data(adding.consolidate(selectors.gather(before)))
    row = FixedReport.objects.create(
        programme=programme,
        period=key,
        title=title,
        figures=data,
        digest=writing.digest_of(data),
        fixed_at=clock.now(),
        fixed_by_id=actor.user_id,
    )
    audit.record(Event.PLAN_FIGURES_FIXED, actor=actor, target=row, detail=row.digest)
    return row


def record_export(code: str, key: str, kind: str, *, actor: "Actor") -> None:
    """Leave a trace of figures that were taken away as a file."""
    audit.record(
        Event.PLAN_FIGURES_EXPORTED, actor=actor, target=f"plan.{code}", detail=f"{key} {kind}"
    )
