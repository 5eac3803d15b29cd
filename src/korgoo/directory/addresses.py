"""Where a service is: sealed to its own organisation, opened by its own members. Nowhere else.

The only module of the directory that touches keys. What it opens goes to the provider's own page.
"""

import json
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import keyring
from korgoo.directory.models import SealedAddress, Service
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import CannotOpen, open_text, seal_text

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

Address = dict[str, str]


def seal(service: Service, address: Address) -> tuple[bytes, int]:
    """Seal an address; gives the ciphertext and the number of the organisation's key.

    Raises:
        DomainError: The organisation has no key yet.
    """
    reader = keyring.readers({service.organisation_id}).get(service.organisation_id)
    if reader is None:
        raise DomainError(_("Your organisation has no key yet, so nothing can be sealed to it."))
    text = json.dumps(address, ensure_ascii=False).encode()
    return seal_text(text, to=reader.public, info=_binding(service)), reader.key_id


def unseal(row: SealedAddress, service: Service, *, actor: "Actor") -> Address:
    """Open an address with the key of the actor's organisation.

    Raises:
        Locked: The session is locked.
        Forbidden: The actor holds no such key, or the seal does not fit.
    """
    private = keyring.organisation_private(actor, row.organisation_key_id)
    try:
        text = open_text(bytes(row.sealed), by=private, info=_binding(service))
    except CannotOpen:
        raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None
    opened: Address = json.loads(text)
    return opened


def _binding(service: Service) -> bytes:
    """Bind ciphertext to its service and organisation, so that it opens in no other row."""
    return f"korgoo address v1 {service.pk} {service.organisation_id}".encode()
