"""Seal and open the reasons of a decision, for the deciding body and the owner of the case alone.

A data key of their own for each version, wrapped to both; nobody else ever gets a wrap.
"""

import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, keyring
from korgoo.access.enums import Event
from korgoo.determination.models import Proceeding, ReasonsWrap, SealedReasons
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import CannotOpen, new_data_key, open_payload, seal_payload

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

Payload = dict[str, Any]


def write(
    proceeding: Proceeding, payload: Payload, *, owner_id: int, actor: "Actor"
) -> SealedReasons:
    """Seal the reasons as a new version, in the caller's deed, which leaves the trace.

    Args:
        proceeding: The decision.
        payload: JSON data; it replaces what was there.
        owner_id: The owner of the case, who reads them too.
        actor: A member of the body.

    Raises:
        DomainError: The body has no key.
    """
    readers = keyring.readers({proceeding.body_id, owner_id})
    if proceeding.body_id not in readers:
        raise DomainError(_("Your organisation has no key yet. A key holder must enrol first."))
    row = SealedReasons.objects.filter(proceeding=proceeding).first()
    row = row or SealedReasons(proceeding=proceeding, version=0)
    row.version += 1
    key = new_data_key()
    text = json.dumps(payload, ensure_ascii=False).encode()
    row.sealed = seal_payload(text, key=key, binding=_binding(row))
    row.written_at, row.written_by_id = clock.now(), actor.user_id
    row.save()
    row.wraps.all().delete()
    for reader in readers.values():
        ReasonsWrap.objects.create(
            reasons=row,
            organisation_id=reader.organisation_id,
            organisation_key_id=reader.key_id,
            wrapped=key.wrap_to(reader.public, info=_info(row, reader.organisation_id)),
        )
    return row


def read(proceeding: Proceeding, *, actor: "Actor") -> Payload:
    """Open the reasons for the actor's organisation. Leaves an audit row.

    Returns:
        What was written; empty when nothing was, or when it is not wrapped to them.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    wrap = (
        ReasonsWrap.objects.filter(
            reasons__proceeding=proceeding, organisation_id=actor.organisation_id
        )
        .select_related("reasons")
        .first()
    )
    if wrap is None:
        return {}
    private = keyring.organisation_private(actor, wrap.organisation_key_id)
    row = wrap.reasons
    try:
        info = _info(row, actor.organisation_id)
        key = private.unwrap_data_key(bytes(wrap.wrapped), info=info)
        opened = open_payload(bytes(row.sealed), key=key, binding=_binding(row))
    except CannotOpen:
        raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None
    audit.record(Event.DETERMINATION_READ, actor=actor, target=proceeding)
    payload: Payload = json.loads(opened)
    return payload


def _binding(row: SealedReasons) -> bytes:
    return f"korgoo reasons v1 {row.proceeding_id} {row.version}".encode()


def _info(row: SealedReasons, organisation_id: int) -> bytes:
    return b"korgoo reasons wrap v1 " + _binding(row) + f" {organisation_id}".encode()
