"""Somebody looked again: a statement stands for a further while, a number was called."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.rights import editing_rules
from korgoo.rights.enums import CallOutcome, Deed, Sort, VersionState
from korgoo.rights.models import ItemVersion, Number, NumberCall, NumberChange
from korgoo.rights.services.editions import change_edition
from korgoo.rights.services.holding import hold, refuse_stale, require, trace

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Call:
    """A number was called. ``dialled`` is the number that stood on the caller's page."""

    number_id: int
    dialled: str
    outcome: CallOutcome


@dataclass(frozen=True, slots=True)
class Called:
    """What was written down: how many calls, and the keys of numbers that others changed meanwhile."""

    done: int
    changed: tuple[str, ...]


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
    require(actor, Permission.CONTENT_APPROVE)
    version = _published().filter(item__key=key).first()
    if version is None:
        raise NotFound(_("We found no such statement."))
    _confirm(version, "", actor=actor)
    change_edition()
    return version


@transaction.atomic
def confirm_version(
    key: str, number: int, *, looked_at: str, seen: int, actor: "Actor"
) -> ItemVersion:
    """Say that the version before one's eyes still holds, after a look at its source.

    Args:
        key: Of the statement.
        number: Of the version.
        looked_at: The source at which the actor looked, in words.
        seen: Count of the changes that the actor had before them.
        actor: Who looked.

    Raises:
        NotFound: No such version, or the actor does not approve content.
        Forbidden: The actor wrote it, or it is not told any more.
        Stale: Somebody changed it since.
    """
    require(actor, Permission.CONTENT_APPROVE)
    version = hold(key, number)
    editing_rules.may_confirm(actor, version).require()
    refuse_stale(version.revision, seen)
    _confirm(version, looked_at, actor=actor)
    change_edition()
    return version


@transaction.atomic
def confirm_statements(
    version_ids: Iterable[int], *, looked_at: str = "", actor: "Actor"
) -> list[ItemVersion]:
    """Say of several published versions that they still hold.

    Args:
        version_ids: Of the versions whose words the actor had before them. What is not published
            any more is left out: its words are no longer told.
        looked_at: The sources at which the actor looked, in words.
        actor: Who looked.

    Returns:
        Those that were confirmed.

    Raises:
        NotFound: The actor does not approve content.
        Forbidden: The actor wrote one of them; none is confirmed.
    """
    require(actor, Permission.CONTENT_APPROVE)
    versions = list(_published().filter(pk__in=set(version_ids)).order_by("pk"))
    for version in versions:
        _confirm(version, looked_at, actor=actor)
    if versions:
        change_edition()
    return versions


@transaction.atomic
def confirm_number(key: str, *, actor: "Actor") -> Number:
    """Say that a number was called and reaches whom it names.

    Args:
        key: Of the number.
        actor: Who called.

    Raises:
        NotFound: There is no such number, or the actor does not approve content.
    """
    require(actor, Permission.CONTENT_APPROVE)
    number = Number.objects.select_for_update().filter(key=key).first()
    if number is None:
        raise NotFound(_("We found no such number."))
    _write_call(number, CallOutcome.RIGHT, actor=actor)
    change_edition()
    return number


@transaction.atomic
def record_calls(calls: Iterable[Call], *, actor: "Actor") -> Called:
    """Write down what came of calling numbers; a wrong one is taken off everywhere at once.

    Args:
        calls: One for each number.
        actor: Who called.

    Raises:
        NotFound: The actor does not approve content.
    """
    require(actor, Permission.CONTENT_APPROVE)
    wanted = {call.number_id: call for call in calls}
    rows = Number.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    done, changed = 0, []
    for number in rows:
        call = wanted[number.pk]
        if number.number != call.dialled:
            changed.append(number.key)
            continue
        _write_call(number, call.outcome, actor=actor)
        done += 1
    if done:
        change_edition()
    return Called(done, tuple(changed))


def believed_until(sort: Sort) -> "date":
    """Say until when something that was checked today is believed, by the country pack."""
    lengths = {str(key): time for key, time in packs.current().information.believed_for.items()}
    return clock.today() + lengths[sort]


def mark_called(number: Number, *, actor: "Actor") -> None:
    """Note on a number that somebody called it today and found it right; saves nothing."""
    number.checked_by_id, number.checked_for_id = actor.user_id, actor.organisation_id
    number.checked_on, number.review_by = clock.today(), believed_until(Sort.NUMBER)


def note_change(
    number: Number, before: dict[str, object], after: dict[str, object], *, actor: "Actor"
) -> None:
    """Write down how a number was and how it became."""
    NumberChange.objects.create(
        number=number,
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        before=before,
        after=after,
    )


def _published() -> "QuerySet[ItemVersion]":
    versions = ItemVersion.objects.select_for_update(of=("self",)).select_related("item")
    return versions.filter(state=VersionState.PUBLISHED)


def _confirm(version: ItemVersion, looked_at: str, *, actor: "Actor") -> None:
    editing_rules.may_confirm(actor, version).require()
    version.reviewed_by_id, version.reviewed_for_id = actor.user_id, actor.organisation_id
    version.reviewed_on = clock.today()
    version.review_by = believed_until(Sort(version.item.sort))
    version.save(update_fields=["reviewed_by", "reviewed_for", "reviewed_on", "review_by"])
    trace(version, Deed.CONFIRMED, actor=actor, words=looked_at)


def _write_call(number: Number, outcome: CallOutcome, *, actor: "Actor") -> None:
    NumberCall.objects.create(
        number=number,
        dialled=number.number,
        outcome=outcome,
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    if outcome == CallOutcome.RIGHT:
        _found_right(number, actor=actor)
    elif outcome == CallOutcome.WRONG:
        _found_wrong(number, actor=actor)
    else:
        audit.record(Event.NUMBER_CALLED, actor=actor, target=number, detail=outcome)


def _found_right(number: Number, *, actor: "Actor") -> None:
    if number.off_since is not None:
        note_change(number, {}, number.said(), actor=actor)
    number.off_since = None
    mark_called(number, actor=actor)
    number.save()
    audit.record(Event.NUMBER_CONFIRMED, actor=actor, target=number)


def _found_wrong(number: Number, *, actor: "Actor") -> None:
    if number.off_since is None:
        note_change(number, number.said(), {}, actor=actor)
        number.off_since = clock.now()
    number.checked_on = number.checked_by_id = number.checked_for_id = None
    number.save()
    audit.record(Event.NUMBER_TAKEN_OFF, actor=actor, target=number)
