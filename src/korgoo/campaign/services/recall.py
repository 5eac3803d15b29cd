"""Members write down what people remembered when they were asked."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.campaign import policies, selectors
from korgoo.campaign.enums import PUBLIC, State
from korgoo.campaign.models import Recall, RecallMessage
from korgoo.campaign.services.facts import RecallFacts
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def record_recall(key: str, facts: RecallFacts, *, actor: "Actor") -> Recall:
    """Record how many were asked and how many remembered.

    Raises:
        NotFound: No such campaign for the actor.
        Forbidden: The actor logs nothing, or it was not launched yet.
        DomainError: The counts do not fit each other.
    """
    policies.may(actor, Permission.ACTIVITY_LOG).require()
    campaign = selectors.get_campaign(key, actor=actor)
    if State(campaign.state) not in PUBLIC:
        raise Forbidden(_("It was not launched yet: nobody can remember it."))
    policies.recall_counts(
        facts.asked,
        facts.remember,
        facts.acted,
        most_messages=max(facts.messages.values(), default=0),
    ).require()
    known = set(campaign.audiences.values_list("pk", flat=True))
    if not set(facts.messages) <= known:
        raise DomainError(_("One of the messages is not there any more. Open the page again."))
    row = Recall.objects.create(
        campaign=campaign,
        organisation_id=actor.organisation_id,
        region=facts.region,
        on=facts.on,
        how=facts.how,
        asked=facts.asked,
        remember=facts.remember,
        acted=facts.acted,
        at=clock.now(),
        by_id=actor.user_id,
    )
    RecallMessage.objects.bulk_create(
        RecallMessage(recall=row, audience_id=number, count=count)
        for number, count in facts.messages.items()
    )
    audit.record(Event.CAMPAIGN_RECALL_RECORDED, actor=actor, target=row, detail=facts.region)
    return row
