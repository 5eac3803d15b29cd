"""The register of partners in other countries, and of the keys that two members compared by phone."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.safe_return import envelopes, policies, selectors
from korgoo.safe_return.models import Partner, PartnerKey

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class NewPartner:
    """What is known of a partner. ``mandates``: what it does there, ``consular`` or ``serve``."""

    name: str
    country: str
    mandates: frozenset[str]


@transaction.atomic
def add_partner(new: NewPartner, *, actor: "Actor") -> Partner:
    """Add a partner, so that a person can agree that it is asked.

    Raises:
        NotFound: The actor has nothing to do with partners.
        DomainError: A partner of this name is there already.
    """
    _enter(actor)
    organisation_id = access.add_foreign(new.name, new.mandates, actor=actor)
    row = Partner.objects.create(
        organisation_id=organisation_id,
        country=new.country,
        added_at=clock.now(),
        added_by_id=actor.user_id,
    )
    audit.record(Event.PARTNER_ADDED, actor=actor, target=row)
    return row


@transaction.atomic
def add_key(
    partner_id: int,
    public: bytes,
    *,
    heard: str,
    valid_from: date,
    valid_to: date | None = None,
    actor: "Actor",
) -> PartnerKey:
    """Add a partner's public key after comparing its fingerprint by phone, as the first member.

    Nothing is sealed to it before a second member has compared it, too.

    Args:
        partner_id: The partner.
        public: 32 bytes.
        heard: The fingerprint as the partner read it out.
        valid_from: First day.
        valid_to: Last day; None: until it is retired.
        actor: The first member.

    Raises:
        NotFound: No such partner, or not for this member.
        DomainError: What was heard is not its fingerprint, or the key stands in the register.
    """
    partner = selectors.get_partner(partner_id, actor=actor)
    _compare(public, heard)
    same = PartnerKey.objects.filter(
        partner=partner, organisation_id=actor.organisation_id, retired_at__isnull=True
    )
    if any(bytes(row.public) == public for row in same):
        raise DomainError(_("This key stands in the register already."))
    row = PartnerKey.objects.create(
        partner=partner,
        organisation_id=actor.organisation_id,
        public=public,
        valid_from=valid_from,
        valid_to=valid_to,
        added_at=clock.now(),
        added_by_id=actor.user_id,
    )
    audit.record(Event.PARTNER_KEY_ADDED, actor=actor, target=row)
    return row


@transaction.atomic
def check_key(key_id: int, *, heard: str, actor: "Actor") -> PartnerKey:
    """Compare a key by phone as the second member; from now on packages can be sealed to it.

    Args:
        key_id: In the own register.
        heard: The fingerprint as the partner read it out, in a call of one's own.
        actor: Another member than the first.

    Raises:
        NotFound: No such key in the own register.
        Forbidden: The actor was the first, or it was compared twice.
        DomainError: What was heard is not its fingerprint.
    """
    row = selectors.get_key(key_id, actor=actor, lock=True)
    policies.check_again(actor, row).require()
    _compare(bytes(row.public), heard)
    row.second_at, row.second_by_id = clock.now(), actor.user_id
    row.save(update_fields=["second_at", "second_by_id"])
    audit.record(Event.PARTNER_KEY_CHECKED, actor=actor, target=row)
    return row


@transaction.atomic
def retire_key(key_id: int, *, actor: "Actor") -> PartnerKey:
    """Stop using a key: it was lost, stolen or replaced. Files sealed to it before stay what they are.

    Raises:
        NotFound: No such key in the own register.
        DomainError: It is not used any more.
    """
    row = selectors.get_key(key_id, actor=actor, lock=True)
    if row.retired_at is not None:
        raise DomainError(_("This key is not used any more."))
    row.retired_at = clock.now()
    row.save(update_fields=["retired_at"])
    audit.record(Event.PARTNER_KEY_RETIRED, actor=actor, target=row)
    return row


def _enter(actor: "Actor") -> None:
    if not policy.may_enter(actor, Permission.RETURN_PARTNER):
        raise NotFound(selectors.NO_SUCH_PARTNER)


def _compare(public: bytes, heard: str) -> None:
    if not envelopes.is_heard(public, heard):
        raise DomainError(
            _(
                "What you heard is not the fingerprint of this key. Compare once more; if it differs "
                "again, do not use the key: somebody may have changed it."
            )
        )
