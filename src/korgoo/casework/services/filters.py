from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission
from korgoo.casework.filters import CaseFilter
from korgoo.casework.models import SavedFilter
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from django.db import models

    from korgoo.access.actor import Actor

MOST = 12


@transaction.atomic
def save_filter(wanted: CaseFilter, *, is_watch: bool, actor: "Actor") -> SavedFilter:
    """Keep a wish for a list; the same wish twice is one.

    Args:
        wanted: What to keep.
        is_watch: Of the list of all cases, not of the own ones.
        actor: Whose wish; a colleague does not see it.

    Raises:
        NotFound: The actor has no such list.
        DomainError: Nothing is wished, or the member keeps twelve already.
    """
    if not policy.may_enter(actor, Permission.CASE_WATCH if is_watch else Permission.CASE_LIST):
        raise NotFound(_("We found no such page."))
    if wanted.is_plain:
        raise DomainError(_("Choose something first, then save the list."))
    own = _own(actor).filter(is_watch=is_watch)
    if own.count() >= MOST and not own.filter(query=wanted.query()).exists():
        raise DomainError(_("You keep twelve lists already. Take one away first."))
    row, _is_new = own.get_or_create(
        query=wanted.query(),
        defaults={
            "user_id": actor.user_id,
            "organisation_id": actor.organisation_id,
            "is_watch": is_watch,
            "saved_at": clock.now(),
        },
    )
    audit.record(Event.FILTER_SAVED, actor=actor, target=row)
    return row


@transaction.atomic
def forget_filter(filter_id: UUID, *, actor: "Actor") -> None:
    """Take a kept wish away.

    Raises:
        NotFound: It is not the actor's.
    """
    row = _own(actor).filter(pk=filter_id).first()
    if row is None:
        raise NotFound(_("We found no such list."))
    target = audit.label(row)
    row.delete()
    audit.record(Event.FILTER_FORGOTTEN, actor=actor, target=target)


def _own(actor: "Actor") -> "models.QuerySet[SavedFilter]":
    return SavedFilter.objects.filter(user_id=actor.user_id, organisation_id=actor.organisation_id)
