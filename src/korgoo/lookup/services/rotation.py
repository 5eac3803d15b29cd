"""A new matching key: proposed by one, confirmed by another. Work goes on while cases are encoded anew."""

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.by_two import ChangeState
from korgoo.lib.errors import DomainError, NotFound
from korgoo.lookup import policies
from korgoo.lookup.models import HouseTally, KeyRotation
from korgoo.lookup.services import keys

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def propose(*, actor: "Actor") -> KeyRotation:
    """Propose a new matching key.

    Raises:
        DomainError: One is proposed already.
    """
    try:
        with transaction.atomic():
            row = KeyRotation.objects.create(proposed_at=clock.now(), proposed_by_id=actor.user_id)
    except IntegrityError:
        raise DomainError(_("A new key is proposed already. Confirm it or refuse it.")) from None
    audit.record(Event.KEY_CHANGE_PROPOSED, actor=actor, target=row)
    return row


@transaction.atomic
def confirm(*, actor: "Actor") -> None:
    """Make the new key and give it to every organisation that owns people in code.

    Raises:
        NotFound: None is proposed.
        Forbidden: The same person proposed it.
    """
    row = _proposed()
    policies.confirm_change(row, user_id=actor.user_id).require()
    keys.make(HouseTally.objects.values_list("owner_id", flat=True), actor=actor)
    row.decide(ChangeState.CONFIRMED, user_id=actor.user_id)
    audit.record(Event.KEY_CHANGE_CONFIRMED, actor=actor, target=row)


@transaction.atomic
def refuse(*, actor: "Actor") -> None:
    """Leave the key as it is; who proposed it may take it back too.

    Raises:
        NotFound: None is proposed.
    """
    row = _proposed()
    row.decide(ChangeState.REFUSED, user_id=actor.user_id)
    audit.record(Event.KEY_CHANGE_REFUSED, actor=actor, target=row)


def _proposed() -> KeyRotation:
    row = KeyRotation.hold_proposed()
    if row is None:
        raise NotFound(_("No new key is proposed."))
    return row
