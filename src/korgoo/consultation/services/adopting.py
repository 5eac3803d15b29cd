"""Adoption by two persons: one proposes, another confirms, and the draft is in force."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.consultation import policies, selectors, subjects
from korgoo.consultation.errors import Obstructed
from korgoo.consultation.models import Adoption
from korgoo.consultation.services import notices
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.consultation.models import Consultation
    from korgoo.consultation.standing import Standing

OBSTRUCTED = _("Something stands in the way of adoption. Its page says what.")


@transaction.atomic
def propose(
    consultation_id: UUID, *, legal_basis: str, takes_effect: date, actor: "Actor"
) -> Adoption:
    """Propose that a draft be adopted; from now on it may not change.

    Args:
        consultation_id: Which consultation.
        legal_basis: By what right, in words.
        takes_effect: First day in force, today or later.
        actor: The first person.

    Raises:
        NotFound: No such consultation.
        Forbidden: The actor's role does not include it, or their organisation does not decide on
            this draft, or adoption was proposed before.
        Obstructed: Comments are open or unanswered, or the draft is not ready.
        DomainError: The day lies in the past, or the legal basis is missing.
    """
    row = selectors.get_consultation(consultation_id, actor=actor, lock=True)
    standing = selectors.standing_of(row, actor=actor)
    policies.propose(actor, standing).require()
    _check(standing, takes_effect)
    if not legal_basis:
        raise DomainError(_("Say by what right the draft is adopted."))
    adoption = Adoption.objects.create(
        consultation=row,
        legal_basis=legal_basis,
        takes_effect=takes_effect,
        proposed_by_id=actor.user_id,
        proposed_at=clock.now(),
        organisation_id=actor.organisation_id,
    )
    audit.record(Event.ADOPTION_PROPOSED, actor=actor, target=adoption)
    return adoption


@transaction.atomic
def confirm(adoption_id: UUID, *, actor: "Actor") -> Adoption:
    """Confirm an adoption as the second person: the draft is adopted, everybody is told.

    All of it happens or nothing: what the draft's own mission raises undoes the confirmation.

    Raises:
        NotFound: No such proposal, or the actor decides on none.
        Forbidden: The actor proposed it, or their organisation does not decide on this draft, or
            it was confirmed or taken back meanwhile.
        Obstructed: The day of effect has passed, or the draft is not ready any more.
    """
    adoption, row = _take(adoption_id, actor=actor)
    standing = selectors.standing_of(row, actor=actor)
    policies.confirm(actor, adoption, standing.decision).require()
    _check(standing, adoption.takes_effect)
    subject = subjects.subject(row.kind)
    # Asked first: once the draft is in force, nothing differs from it any more.
    notice = subject.notice(row.subject_id)
    _sign(adoption, actor)
    subject.adopt(
        row.subject_id,
        legal_basis=adoption.legal_basis,
        takes_effect=adoption.takes_effect,
        actor=actor,
    )
    row.closed_at = clock.now()
    row.save(update_fields=["closed_at"])
    notices.send(adoption, notice, actor=actor)
    audit.record(Event.CONSULTATION_CLOSED, actor=actor, target=row)
    audit.record(Event.ADOPTION_CONFIRMED, actor=actor, target=adoption)
    return adoption


@transaction.atomic
def withdraw(adoption_id: UUID, *, actor: "Actor") -> Adoption:
    """Take a proposed adoption back: the draft may change again, and be proposed anew.

    Raises:
        NotFound: No such proposal, or the actor decides on none.
        Forbidden: It was confirmed or taken back meanwhile.
    """
    adoption, _row = _take(adoption_id, actor=actor)
    policies.withdraw(actor, adoption).require()
    adoption.withdrawn_by_id, adoption.withdrawn_at = actor.user_id, clock.now()
    adoption.save(update_fields=["withdrawn_by_id", "withdrawn_at"])
    audit.record(Event.ADOPTION_WITHDRAWN, actor=actor, target=adoption)
    return adoption


def _take(adoption_id: UUID, *, actor: "Actor") -> "tuple[Adoption, Consultation]":
    """Lock the consultation of an adoption, and read the adoption as it is then."""
    consultation_id = selectors.get_adoption(adoption_id, actor=actor).consultation_id
    row = selectors.get_consultation(consultation_id, actor=actor, lock=True)
    return selectors.get_adoption(adoption_id, actor=actor), row


def _check(standing: "Standing", takes_effect: date) -> None:
    if selectors.obstacles_of(standing, takes_effect=takes_effect):
        raise Obstructed(OBSTRUCTED)


def _sign(adoption: Adoption, actor: "Actor") -> None:
    adoption.confirmed_by_id, adoption.confirmed_at = actor.user_id, clock.now()
    adoption.confirming_organisation_id = actor.organisation_id
    adoption.save(update_fields=["confirmed_by_id", "confirmed_at", "confirming_organisation_id"])
