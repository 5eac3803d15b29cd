"""A decision is proposed by one member, with its composition, findings and sealed reasons."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.determination import policies, sealed, selectors
from korgoo.determination.enums import (
    Conflict,
    DecisionState,
    Finding,
    Function,
    Outcome,
    Rule,
)
from korgoo.determination.models import BodyMember, Proceeding
from korgoo.determination.services.moves import seat, take, trace
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.api import StatusCard


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits: a member of the body with an account, or somebody of an organisation without one."""

    function: Function
    organisation_id: int
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one member proposes to decide. ``seats`` are the others; ``function`` is the proposer's."""

    function: Function
    seats: tuple[Seat, ...]
    rule: Rule
    act: Finding
    means: Finding
    purpose: Finding
    outcome: Outcome
    materials: tuple[str, ...]
    reasons: str
    valid_until: date | None = None


@transaction.atomic
def propose(case_id: UUID, proposal: Proposal, *, actor: "Actor") -> Proceeding:
    """Propose a decision on the status; who proposes says with it that no interest is in the way.

    Args:
        case_id: A case in which the actor's body takes part, or its own.
        proposal: Composition, findings, outcome, reasons.
        actor: A member of a body that may decide.

    Raises:
        NotFound: No such case for this body.
        DomainError: The body works on one already, or the parts do not fit together.
    """
    card = casework.status_card(case_id, actor=actor, permission=Permission.DETERMINATION_MAKE)
    casework.hold_for_job(case_id)
    if selectors.open_one(case_id, body_id=actor.organisation_id):
        raise DomainError(_("Your body works on a decision in this case already. Go on with it."))
    row = Proceeding(case_id=case_id, body_id=actor.organisation_id)
    row.status_before = card.protection
    _fill(row, proposal, card, actor)
    row.save(force_insert=True)
    _seat_all(row, proposal, actor)
    _seal(row, proposal, card, actor)
    trace(Event.DETERMINATION_PROPOSED, row, actor=actor)
    return row


@transaction.atomic
def revise(proceeding_id: UUID, proposal: Proposal, *, actor: "Actor") -> Proceeding:
    """Change what is proposed; a review that was given falls, and every seat is asked anew.

    Raises:
        NotFound: Not a decision of the actor's body.
        Forbidden: It was decided meanwhile, or the actor does not sit or stepped aside.
    """
    row = take(proceeding_id, actor=actor)
    policies.revise(actor, row, list(row.members.all())).require()
    card = casework.status_card(row.case_id, actor=actor, permission=Permission.DETERMINATION_MAKE)
    row.state, row.reviewed_at, row.reviewed_by_id = DecisionState.PROPOSED, None, None
    _fill(row, proposal, card, actor)
    row.save()
    aside = frozenset(row.members.filter(conflict=Conflict.HAS).values_list("user_id", flat=True))
    row.members.all().delete()
    _seat_all(row, proposal, actor, aside=aside)
    _seal(row, proposal, card, actor)
    trace(Event.DETERMINATION_PROPOSED, row, actor=actor)
    return row


@transaction.atomic
def open_reasons(proceeding_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Open why it was decided so, for the body or the owner. Leaves an audit row.

    Returns:
        ``reasons`` and ``dissent``; empty when nothing was written.

    Raises:
        NotFound: Not for this reader.
    """
    row = selectors.get_proceeding(
        proceeding_id, actor=actor, permission=Permission.DETERMINATION_VIEW
    )
    if not selectors.may_read_reasons(row, actor=actor):
        raise NotFound(selectors.NO_SUCH)
    return sealed.read(row, actor=actor)


def _fill(row: Proceeding, proposal: Proposal, card: "StatusCard", actor: "Actor") -> None:
    rule = policies.rule_for(is_child=card.is_child, chosen=proposal.rule)
    means = policies.means_for(rule, proposal.means)
    fit = policies.findings_fit(rule, proposal.act, means, proposal.purpose, proposal.outcome)
    if not fit:
        raise DomainError(fit.reason)
    row.rule, row.act, row.means, row.purpose = rule, proposal.act, means, proposal.purpose
    row.outcome, row.valid_until = proposal.outcome, proposal.valid_until
    row.materials = list(proposal.materials)
    row.parts_opened = access.parts_opened(
        f"casework.Case:{row.case_id}", organisation_id=actor.organisation_id
    )
    row.proposed_at, row.proposed_by_id = clock.now(), actor.user_id


def _seat_all(
    row: Proceeding,
    proposal: Proposal,
    actor: "Actor",
    *,
    aside: frozenset[int | None] = frozenset(),
) -> None:
    """Seat the proposer and the others; who stepped aside before does not sit again."""
    others = [s for s in proposal.seats if s.user_id is None or s.user_id not in aside]
    verdict = policies.composition([proposal.function, *(s.function for s in others)])
    if not verdict:
        raise DomainError(verdict.reason)
    colleagues = dict(access.list_colleagues(actor=actor))
    if any(s.user_id is not None and s.user_id not in colleagues for s in others):
        raise NotFound(_("We found no such member."))
    own = Seat(proposal.function, actor.organisation_id, actor.user_id)
    for one in (own, *others):
        BodyMember.objects.create(
            proceeding=row,
            function=one.function,
            organisation_id=one.organisation_id,
            user_id=one.user_id,
        )
    mine = seat(row, row.members.get(user_id=actor.user_id).pk)
    mine.conflict, mine.said_at, mine.recorded_by_id = Conflict.NONE, clock.now(), actor.user_id
    mine.save()


def _seal(row: Proceeding, proposal: Proposal, card: "StatusCard", actor: "Actor") -> None:
    payload = {"reasons": proposal.reasons.strip(), "dissent": []}
    sealed.write(row, payload, owner_id=card.owner_id, actor=actor)
