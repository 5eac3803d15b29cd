"""Parts of a plan are written, taken out, and get their results."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.campaign import policies, selectors
from korgoo.campaign.enums import Part, State
from korgoo.campaign.models import Audience, BudgetLine, Objective, Partner
from korgoo.campaign.services.campaigns import touch
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MODELS: dict[Part, type[models.Model]] = {
    Part.OBJECTIVE: Objective,
    Part.AUDIENCE: Audience,
    Part.PARTNER: Partner,
    Part.BUDGET: BudgetLine,
}
THERE_ALREADY = _("This organisation is a partner already. Change its part instead.")
STILL_COUNTED = _("A recall survey counts this message. It stays.")


@transaction.atomic
def write_part(
    key: str, part: Part, told: dict[str, Any], *, part_id: int | None = None, actor: "Actor"
) -> Any:
    """Add a part to a plan, or change one.

    Args:
        key: Of the campaign.
        part: Which kind.
        told: Its fields by name.
        part_id: Number of the one to change; None for a new one.
        actor: Who writes.

    Raises:
        NotFound: No such campaign or part for the actor.
        Forbidden: Another organisation keeps it, or it stands fast by now.
        DomainError: The organisation is a partner already.
    """
    campaign = selectors.get_own(key, actor=actor)
    policies.change_part(State(campaign.state), part).require()
    row = _part(campaign.pk, part, part_id) if part_id else MODELS[part](campaign=campaign)
    for name, value in told.items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if part is Part.PARTNER:
            raise DomainError(THERE_ALREADY) from error
        raise
    touch(campaign)
    audit.record(Event.CAMPAIGN_PART_WRITTEN, actor=actor, target=row, detail=part)
    return row


@transaction.atomic
def remove_part(key: str, part: Part, part_id: int, *, actor: "Actor") -> None:
    """Take a part out of a plan.

    Raises:
        NotFound: No such campaign or part for the actor.
        Forbidden: Another organisation keeps it, or it stands fast by now.
        DomainError: A recall survey counts this message.
    """
    campaign = selectors.get_own(key, actor=actor)
    policies.change_part(State(campaign.state), part).require()
    row = _part(campaign.pk, part, part_id)
    target = audit.label(row)
    try:
        row.delete()
    except models.ProtectedError as error:
        raise DomainError(STILL_COUNTED) from error
    touch(campaign)
    audit.record(Event.CAMPAIGN_PART_REMOVED, actor=actor, target=target, detail=part)


@transaction.atomic
def write_result(
    key: str, objective_id: int, *, result: Decimal, source: str, actor: "Actor"
) -> Objective:
    """Write what became of an objective. 0 is a result; nothing written is none.

    Raises:
        NotFound: No such campaign or objective for the actor.
        Forbidden: Another organisation keeps it, or it is not the time.
    """
    campaign = selectors.get_own(key, actor=actor)
    policies.write_results(State(campaign.state)).require()
    row: Objective = _part(campaign.pk, Part.OBJECTIVE, objective_id)
    row.result, row.result_source = result, source
    row.save(update_fields=["result", "result_source"])
    touch(campaign)
    audit.record(Event.CAMPAIGN_RESULT_WRITTEN, actor=actor, target=row)
    return row


@transaction.atomic
def write_spent(key: str, line_id: int, spent: Decimal, *, actor: "Actor") -> BudgetLine:
    """Write what was spent of a budget line.

    Raises:
        NotFound: No such campaign or line for the actor.
        Forbidden: Another organisation keeps it, or it is not the time.
    """
    campaign = selectors.get_own(key, actor=actor)
    policies.write_results(State(campaign.state)).require()
    row: BudgetLine = _part(campaign.pk, Part.BUDGET, line_id)
    row.spent = spent
    row.save(update_fields=["spent"])
    touch(campaign)
    audit.record(Event.CAMPAIGN_RESULT_WRITTEN, actor=actor, target=row)
    return row


def _part(campaign_id: Any, part: Part, part_id: int) -> Any:
    return selectors.get_part(MODELS[part], campaign_id, part_id)
