"""Seal a proof or a reason to one organisation, and open it for one of its members.

Nobody is ever added to the readers, so there is one wrap and no version.
"""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, keyring
from korgoo.access.enums import Event
from korgoo.casework.models import Case, SealedAttachment
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import CannotOpen, new_data_key, open_payload, seal_payload

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.grounds import Attached

TEXT = "text/plain"


def seal(
    case: Case, kind: "Attached", content: bytes, *, actor: "Actor", media_type: str = TEXT
) -> SealedAttachment:
    """Seal content to the actor's organisation. Part of a deed that records itself.

    Args:
        case: To which case it belongs.
        kind: What it is.
        content: Bytes, already checked.
        actor: Who keeps it.
        media_type: What the content is, for showing it again.

    Raises:
        DomainError: The organisation has no key.
    """
    house = actor.organisation_id
    reader = keyring.readers({house}).get(house)
    if reader is None:
        raise DomainError(_("Your organisation has no key yet. A key holder must enrol first."))
    row = SealedAttachment(
        pk=uuid4(),
        case=case,
        kind=kind,
        organisation_id=house,
        organisation_key_id=reader.key_id,
        media_type=media_type,
        written_at=clock.now(),
        written_by_id=actor.user_id,
    )
    key = new_data_key()
    row.sealed = seal_payload(content, key=key, binding=_binding(row))
    row.wrapped = key.wrap_to(reader.public, info=_binding(row))
    row.save(force_insert=True)
    return row


def seal_words(case: Case, kind: "Attached", words: str, *, actor: "Actor") -> SealedAttachment:
    """Seal a reason in words.

    Raises:
        DomainError: The organisation has no key.
    """
    return seal(case, kind, words.strip().encode(), actor=actor)


def open_one(row: SealedAttachment, *, actor: "Actor") -> bytes:
    """Open what was sealed to the actor's organisation. Leaves an audit row.

    Args:
        row: The caller has asked whether this member may.
        actor: Who reads.

    Raises:
        Locked: The session is locked.
        Forbidden: It is another organisation's, this member holds no key, or the seal does not fit.
    """
    if row.organisation_id != actor.organisation_id:
        raise Forbidden(_("This part cannot be opened: its seal does not fit."))
    private = keyring.organisation_private(actor, row.organisation_key_id)
    try:
        key = private.unwrap_data_key(bytes(row.wrapped), info=_binding(row))
        content = open_payload(bytes(row.sealed), key=key, binding=_binding(row))
    except CannotOpen:
        raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None
    audit.record(Event.ATTACHMENT_OPENED, actor=actor, target=row.case, detail=row.kind)
    return content


def _binding(row: SealedAttachment) -> bytes:
    return (
        f"korgoo attachment v1 {row.case_id} {row.kind} {row.pk} "
        f"{row.organisation_id} {row.media_type}"
    ).encode()
