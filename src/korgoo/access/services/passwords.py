from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.actor import Actor
from korgoo.access.enums import Event
from korgoo.access.models import MemberKey, User
from korgoo.lib.errors import DomainError
from korgoo.lib.sealing import CannotOpen, PrivateKey, lock_with_password, open_with_password


def open_member_key(user: User, password: str) -> PrivateKey | None:
    """Open a member's key with their password; None when they have no key or it does not fit."""
    row = MemberKey.objects.filter(user=user, retired_at__isnull=True).first()
    if row is None:
        return None
    try:
        return open_with_password(row.locked_private, password)
    except CannotOpen:
        return None


@transaction.atomic
def change_password(user: User, *, old: str, new: str, actor: Actor) -> PrivateKey:
    """Set a new password and lock the same key with it, so that nothing sealed is lost.

    Raises:
        DomainError: The old password is wrong.
    """
    row = MemberKey.objects.select_for_update(of=("self",)).get(user=user, retired_at__isnull=True)
    try:
        private = open_with_password(row.locked_private, old)
    except CannotOpen:
        raise DomainError(_("The old password is not right. Nothing was changed.")) from None
    row.locked_private = lock_with_password(private, new)
    row.save(update_fields=["locked_private"])
    user.set_password(new)
    user.save(update_fields=["password"])
    audit.record(Event.PASSWORD_CHANGED, actor=actor, target=user)
    return private
