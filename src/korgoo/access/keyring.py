"""The way from a member's open key to the organisation's, and to whoever else may read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access.models import MemberKey, OrganisationKey, OrganisationKeyWrap
from korgoo.lib.errors import Forbidden
from korgoo.lib.sealing import DataKey, PrivateKey

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Reader:
    """An organisation that can read: the number of its current key, and its public half."""

    organisation_id: int
    key_id: int
    public: bytes


def wrap_info(organisation_key_id: int, member_key_id: int) -> bytes:
    """Bind the wrap of an organisation's key to that key and to one member's key."""
    return f"korgoo organisation key v1 {organisation_key_id} {member_key_id}".encode()


def recovery_info(organisation_id: int) -> bytes:
    """Bind the wrap to the printed key to the organisation."""
    return f"korgoo recovery v1 {organisation_id}".encode()


def readers(organisation_ids: "set[int]") -> dict[int, Reader]:
    """Find the current public keys of organisations; those that never enrolled have none."""
    rows = OrganisationKey.objects.filter(
        organisation_id__in=organisation_ids, retired_at__isnull=True
    )
    return {r.organisation_id: Reader(r.organisation_id, r.pk, bytes(r.public)) for r in rows}


def organisation_private(actor: "Actor", organisation_key_id: int) -> PrivateKey:
    """Open a key of the actor's own organisation.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no wrap of it (yet).
    """
    member = actor.open_key()
    row = OrganisationKeyWrap.objects.filter(
        organisation_key_id=organisation_key_id,
        organisation_key__organisation_id=actor.organisation_id,
        member_key_id=actor.member_key_id,
    ).first()
    if row is None:
        raise Forbidden(_("Your key waits for a colleague's approval. Ask another key holder."))
    info = wrap_info(organisation_key_id, row.member_key_id)
    return member.unwrap_private(bytes(row.wrapped), info=info)


def holds_key(actor: "Actor") -> bool:
    """Tell whether this member can open the current key of their organisation."""
    return OrganisationKeyWrap.objects.filter(
        organisation_key__organisation_id=actor.organisation_id,
        organisation_key__retired_at__isnull=True,
        member_key_id=actor.member_key_id,
    ).exists()


def wrap_for_member(private: PrivateKey, key: OrganisationKey, member_key: MemberKey) -> bytes:
    """Wrap an organisation's private key for one member."""
    info = wrap_info(key.pk, member_key.pk)
    return private.wrap_to(bytes(member_key.public), info=info)


__all__ = [
    "DataKey",
    "PrivateKey",
    "Reader",
    "holds_key",
    "organisation_private",
    "readers",
    "recovery_info",
    "wrap_for_member",
    "wrap_info",
]
