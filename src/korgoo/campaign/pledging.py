"""Promises of partners: written down among the commitments, shown beside the plan."""

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from korgoo.access.enums import Permission
from korgoo.campaign import policies, selectors
from korgoo.campaign.cards import card_of
from korgoo.campaign.enums import OPEN_TO_PARTS, State
from korgoo.commitments import api as commitments
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.campaign.models import Campaign

KIND = "campaign"


def may_promise(row: "Campaign", actor: "Actor") -> bool:
    """Tell whether the actor may write a promise down: while the plan is open, for one's own house."""
    is_open = State(row.state) in OPEN_TO_PARTS
    return is_open and bool(policies.may(actor, Permission.COMMITMENT_MAKE))


def promise(
    key: str, *, promiser_id: int, what: str, beneficiary: str, due_on: date | None, actor: "Actor"
) -> commitments.CommitmentCard:
    """Write down what an organisation promised for a campaign.

    Args:
        key: Of the campaign.
        promiser_id: Who promised: the actor's own organisation; any other only for who keeps it.
        what: What is promised.
        beneficiary: To whom, in words.
        due_on: The last day; None when no day was named.
        actor: Who writes it down.

    Raises:
        NotFound: There is no such campaign for the actor.
        Forbidden: The actor makes no promises, the campaign is over, or it is another's promise.
        CannotPromise: Something is missing, or a day makes no sense.
    """
    row = selectors.get_campaign(key, actor=actor)
    policies.may(actor, Permission.COMMITMENT_MAKE).require()
    policies.pledge(
        State(row.state),
        is_own=promiser_id == actor.organisation_id,
        keeps=bool(policies.keep(actor, keeper_id=row.keeper_id)),
    ).require()
    origin = commitments.Origin(
        KIND, row.key, card_of(row).name, reverse("campaign:page", args=[row.key])
    )
    return commitments.record(
        promiser_id=promiser_id,
        beneficiary=beneficiary,
        what=what,
        due_on=due_on,
        origin=origin,
        actor=actor,
    )


def keeps(actor: "Actor", key: str) -> bool:
    """Tell whether the actor's house keeps the campaign in which something was promised."""
    row = _known(actor, key)
    return row is not None and bool(policies.keep(actor, keeper_id=row.keeper_id))


def reads(actor: "Actor", key: str) -> bool:
    """Tell whether the actor may know of promises made there: of those to a campaign they may know."""
    return _known(actor, key) is not None


def _known(actor: "Actor", key: str) -> "Campaign | None":
    try:
        return selectors.get_campaign(key, actor=actor)
    except NotFound:
        return None
