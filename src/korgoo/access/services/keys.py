from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, keyring, selectors
from korgoo.access.enums import KEY_HOLDING_ROLES, Event
from korgoo.access.models import (
    KeyRequest,
    MemberKey,
    Organisation,
    OrganisationKey,
    OrganisationKeyWrap,
    User,
)
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import (
    CannotOpen,
    PrivateKey,
    from_printed,
    new_private_key,
    to_printed,
)

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def found_organisation_key(organisation: Organisation, member_key: MemberKey) -> str:
    """Make an organisation's key and its printed recovery key, for the first key holder.

    Part of enrolment, which records it.

    Returns:
        The recovery key as printed. It is kept nowhere else.
    """
    private, recovery = new_private_key(), new_private_key()
    key = OrganisationKey.objects.create(
        organisation=organisation,
        public=private.public,
        recovery_public=recovery.public,
        recovery_wrap=_recovery_wrap(private, recovery, organisation.pk),
        created_at=clock.now(),
    )
    _give(private, key, member_key)
    for colleague in _waiting_colleagues(organisation, besides=member_key.user_id):
        ask_for_key(colleague, organisation, issued_by_id=None)
    actor = selectors.actor_for(member_key.user, None)
    audit.record(Event.KEY_CREATED, actor=actor, target=key)
    return to_printed(recovery)


def ask_for_key(user: User, organisation: Organisation, *, issued_by_id: int | None) -> None:
    """Let a member's key wait for a colleague's approval; part of a deed that records itself.

    Nothing is asked when the member has no key yet, waits already or holds the organisation's key,
    or when the organisation has none.
    """
    member_key = MemberKey.objects.filter(user=user, retired_at__isnull=True).first()
    if (
        member_key is None
        or not OrganisationKey.objects.filter(organisation=organisation).exists()
    ):
        return
    waits = KeyRequest.objects.filter(
        member_key=member_key, organisation=organisation, decided_at__isnull=True
    )
    holds = member_key.organisation_wraps.filter(organisation_key__organisation=organisation)
    if waits.exists() or holds.exists():
        return
    KeyRequest.objects.create(
        member_key=member_key,
        organisation=organisation,
        issued_by_id=issued_by_id,
        asked_at=clock.now(),
    )


def take_keys(user_id: int, *, organisation_id: int) -> None:
    """Delete a leaver's way to the organisation's key; part of a deed that records itself."""
    OrganisationKeyWrap.objects.filter(
        member_key__user_id=user_id, organisation_key__organisation_id=organisation_id
    ).delete()
    KeyRequest.objects.filter(
        member_key__user_id=user_id, organisation_id=organisation_id, decided_at__isnull=True
    ).update(decided_at=clock.now(), is_approved=False)


@transaction.atomic
def approve_key(request_id: int, *, actor: "Actor") -> KeyRequest:
    """Wrap the organisation's key for a colleague's new key: the second person of the act.

    Raises:
        NotFound: No such waiting request in this organisation, or it is the actor's own.
        Forbidden: The actor handed out the code, or holds no key.
    """
    row = selectors.get_key_request(request_id, actor=actor)
    if row.issued_by_id == actor.user_id:
        raise Forbidden(_("You handed out the code. Another key holder must approve."))
    for key in OrganisationKey.objects.filter(organisation_id=actor.organisation_id):
        _give(keyring.organisation_private(actor, key.pk), key, row.member_key)
    _close(row, actor, is_approved=True)
    audit.record(
        Event.KEY_APPROVED, actor=actor, target=row, detail=f"user {row.member_key.user_id}"
    )
    return row


@transaction.atomic
def refuse_key(request_id: int, *, actor: "Actor") -> KeyRequest:
    """Refuse a colleague's request; the key stays without access.

    Raises:
        NotFound: No such waiting request in this organisation, or it is the actor's own.
    """
    row = selectors.get_key_request(request_id, actor=actor)
    _close(row, actor, is_approved=False)
    audit.record(
        Event.KEY_REFUSED, actor=actor, target=row, detail=f"user {row.member_key.user_id}"
    )
    return row


@transaction.atomic
def recover_with_printed_key(printed: str, *, actor: "Actor") -> None:
    """Open the organisation's key for oneself with the printed recovery key.

    For a member whose key waits for approval when no other key holder is left.

    Raises:
        DomainError: It was not typed as printed, or is another organisation's.
        Forbidden: No request of this member waits.
    """
    row = KeyRequest.objects.filter(
        member_key_id=actor.member_key_id,
        organisation_id=actor.organisation_id,
        decided_at__isnull=True,
    ).first()
    if row is None:
        raise Forbidden(_("Your key does not wait for anything."))
    for key in OrganisationKey.objects.filter(organisation_id=actor.organisation_id):
        _give(_open_with_printed(printed, key), key, row.member_key)
    _close(row, actor, is_approved=True)
    audit.record(Event.KEY_RECOVERED, actor=actor, target=row)


@transaction.atomic
def renew_printed_key(*, actor: "Actor") -> str:
    """Make a new printed recovery key; the old paper opens nothing in the database any more.

    It still opens the copy of the organisation's key in an older backup: destroy old paper, and let old
    backups go. The organisation's own key stays the same.

    Returns:
        The recovery key as printed. It is shown once.

    Raises:
        Forbidden: The actor holds no key of the organisation.
    """
    recovery = new_private_key()
    for key in OrganisationKey.objects.filter(organisation_id=actor.organisation_id):
        private = keyring.organisation_private(actor, key.pk)
        key.recovery_public = recovery.public
        key.recovery_wrap = _recovery_wrap(private, recovery, actor.organisation_id)
        key.save(update_fields=["recovery_public", "recovery_wrap"])
    audit.record(
        Event.KEY_CREATED,
        actor=actor,
        target=f"access.Organisation:{actor.organisation_id}",
        detail="printed key",
    )
    return to_printed(recovery)


def _waiting_colleagues(organisation: Organisation, *, besides: int) -> list[User]:
    rows = (
        organisation.memberships.valid_on(clock.today())
        .filter(role__in=KEY_HOLDING_ROLES, valid_to__isnull=True)
        .exclude(user_id=besides)
        .select_related("user")
    )
    return list({row.user_id: row.user for row in rows}.values())


def _open_with_printed(printed: str, key: OrganisationKey) -> PrivateKey:
    try:
        recovery = from_printed(printed)
        info = keyring.recovery_info(key.organisation_id)
        return recovery.unwrap_private(bytes(key.recovery_wrap), info=info)
    except CannotOpen:
        message = _("This is not the printed key of your organisation. Check every group.")
        raise DomainError(message) from None


def _recovery_wrap(private: PrivateKey, recovery: PrivateKey, organisation_id: int) -> bytes:
    return private.wrap_to(recovery.public, info=keyring.recovery_info(organisation_id))


def _give(private: PrivateKey, key: OrganisationKey, member_key: MemberKey) -> None:
    OrganisationKeyWrap.objects.update_or_create(
        organisation_key=key,
        member_key=member_key,
        defaults={
            "wrapped": keyring.wrap_for_member(private, key, member_key),
            "created_at": clock.now(),
        },
    )


def _close(row: KeyRequest, actor: "Actor", *, is_approved: bool) -> None:
    row.decided_at = clock.now()
    row.decided_by_id = actor.user_id
    row.is_approved = is_approved
    row.save(update_fields=["decided_at", "decided_by_id", "is_approved"])
