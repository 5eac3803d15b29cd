"""Somebody looked again: a statement stands for a further while, a number was called."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.rights import policies
from korgoo.rights.enums import Sort, VersionState
from korgoo.rights.models import ItemVersion, Number
from korgoo.rights.services.editions import change_edition

if TYPE_CHECKING:
    from datetime import date

    from korgoo.access.actor import Actor


@transaction.atomic
def confirm_statement(key: str, *, actor: "Actor") -> ItemVersion:
    """Say that a published statement still holds, after a look at its source.

    Args:
        key: Of the statement.
        actor: Who looked.

    Raises:
        NotFound: No such statement is published, or the actor does not approve content.
        Forbidden: The actor wrote it.
    """
    _require_approver(actor)
    versions = ItemVersion.objects.select_for_update().select_related("item")
    version = versions.filter(item__key=key, state=VersionState.PUBLISHED).first()
    if version is None:
        raise NotFound(_("We found no such statement."))
    policies.may_review(actor, version.written_by_id).require()
    version.reviewed_by_id, version.reviewed_for_id = actor.user_id, actor.organisation_id
    version.reviewed_on = clock.today()
    version.review_by = believed_until(Sort(version.item.sort))
    version.save(update_fields=["reviewed_by", "reviewed_for", "reviewed_on", "review_by"])
    change_edition()
    audit.record(Event.STATEMENT_CONFIRMED, actor=actor, target=version)
    return version


@transaction.atomic
def confirm_number(key: str, *, actor: "Actor") -> Number:
    """Say that a number was called and reaches whom it names.

    Args:
        key: Of the number.
        actor: Who called.

    Raises:
        NotFound: There is no such number, or the actor does not approve content.
    """
    _require_approver(actor)
    number = Number.objects.select_for_update().filter(key=key).first()
    if number is None:
        raise NotFound(_("We found no such number."))
    number.checked_by_id, number.checked_for_id = actor.user_id, actor.organisation_id
    number.checked_on, number.review_by = clock.today(), believed_until(Sort.NUMBER)
    number.save(update_fields=["checked_by", "checked_for", "checked_on", "review_by"])
    change_edition()
    audit.record(Event.NUMBER_CONFIRMED, actor=actor, target=number)
    return number


def believed_until(sort: Sort) -> "date":
    """Say until when something that was checked today is believed, by the country pack."""
    lengths = {str(key): time for key, time in packs.current().information.believed_for.items()}
    return clock.today() + lengths[sort]


def _require_approver(actor: "Actor") -> None:
    if not policies.may(actor, Permission.CONTENT_APPROVE):
        raise NotFound(_("We found no such page."))
