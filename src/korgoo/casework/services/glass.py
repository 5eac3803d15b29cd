from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import attachments, grants, policies, selectors
from korgoo.casework.grounds import Attached, Audience, GlassReason, NoticeKind
from korgoo.casework.models import Case, GlassBreak
from korgoo.casework.services.notices import tell
from korgoo.casework.traces import leave
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Working values of the platform; no law that we know of sets them.
OPEN_FOR = timedelta(hours=1)
CONFIRM_WITHIN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Emergency:
    """What a member must read now, and why. The words are sealed."""

    facets: frozenset[Facet]
    reason: GlassReason
    words: str
    is_alone: bool


@transaction.atomic
def break_glass(case_id: UUID, emergency: Emergency, *, actor: "Actor") -> GlassBreak:
    """Open parts in an emergency: alone at once with an alarm, or when a colleague has confirmed.

    Only what the organisation holds a key of can open: no key is made here.

    Raises:
        NotFound: No such case for this member.
        Forbidden: Nothing was chosen, the house holds no key of a part or may never read it, or an
            earlier opening of this member, alone, was not confirmed in time.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.GLASS_BREAK, lock=True)
    if not emergency.facets or emergency.facets - grants.breakable(case, actor=actor):
        raise Forbidden(_("These parts cannot be opened in this way."))
    if emergency.is_alone and _owes(actor):
        raise Forbidden(
            _(
                "Nobody has confirmed your last opening. A second person must confirm this one first."
            )
        )
    row = _store(case, emergency, actor)
    kind = NoticeKind.GLASS_BROKEN if emergency.is_alone else NoticeKind.GLASS_ASKED
    _alarm(row, kind)
    event = Event.GLASS_BROKEN if emergency.is_alone else Event.GLASS_ASKED
    leave(event, case, actor=actor, other_id=actor.organisation_id, detail=emergency.reason)
    return row


@transaction.atomic
def confirm_glass(glass_id: UUID, *, actor: "Actor") -> GlassBreak:
    """Stand by an emergency opening as the second person; one that waited opens now, for an hour.

    Raises:
        NotFound: None of the actor's organisation, or not theirs to know.
        Forbidden: One's own, or decided already.
    """
    row = _undecided(glass_id, actor)
    row.confirmed_at, row.second_id = clock.now(), actor.user_id
    if row.opened_at is None:
        row.opened_at, row.ends_at = clock.now(), clock.now() + OPEN_FOR
    row.save()
    _alarm(row, NoticeKind.GLASS_CONFIRMED)
    _leave(Event.GLASS_CONFIRMED, row, actor)
    return row


@transaction.atomic
def refuse_glass(glass_id: UUID, *, actor: "Actor") -> GlassBreak:
    """Say no as the second person: what was opened closes at once.

    Raises:
        NotFound: None of the actor's organisation, or not theirs to know.
        Forbidden: One's own, or decided already.
    """
    row = _undecided(glass_id, actor)
    row.refused_at, row.second_id = clock.now(), actor.user_id
    row.save()
    _leave(Event.GLASS_REFUSED, row, actor)
    return row


@transaction.atomic
def raise_overdue_glass() -> int:
    """Raise the alarm once for each lone opening that nobody confirmed within 24 hours.

    Returns:
        How many alarms were raised.
    """
    late = (
        GlassBreak.objects.unconfirmed()
        .select_for_update(of=("self",))
        .filter(overdue_at__isnull=True, opened_at__lte=clock.now() - CONFIRM_WITHIN)
    )
    rows = list(late.select_related("case"))
    for row in rows:
        row.overdue_at = clock.now()
        row.save(update_fields=["overdue_at"])
        _alarm(row, NoticeKind.GLASS_OVERDUE)
        _leave(Event.GLASS_OVERDUE, row, None)
    return len(rows)


def _owes(actor: "Actor") -> bool:
    late = GlassBreak.objects.unconfirmed().filter(
        user_id=actor.user_id, opened_at__lte=clock.now() - CONFIRM_WITHIN
    )
    return late.exists()


def _store(case: Case, emergency: Emergency, actor: "Actor") -> GlassBreak:
    now = clock.now()
    return GlassBreak.objects.create(
        case=case,
        organisation_id=actor.organisation_id,
        user_id=actor.user_id,
        reason_code=emergency.reason,
        reason=attachments.seal_words(case, Attached.GLASS, emergency.words, actor=actor),
        parts=sorted(emergency.facets),
        is_alone=emergency.is_alone,
        asked_at=now,
        opened_at=now if emergency.is_alone else None,
        ends_at=now + OPEN_FOR if emergency.is_alone else None,
    )


def _undecided(glass_id: UUID, actor: "Actor") -> GlassBreak:
    rows = GlassBreak.objects.select_for_update(of=("self",)).select_related("case")
    row = rows.filter(pk=glass_id, organisation_id=actor.organisation_id).first()
    if row is None:
        raise NotFound(_("We found no such page."))
    selectors.get_case(row.case_id, actor=actor, permission=Permission.GLASS_BREAK)
    policies.second_person(row.user_id, actor).require()
    if row.second_id is not None:
        raise Forbidden(
            _("This has been decided meanwhile. Look at its page again: nothing was changed.")
        )
    return row


def _alarm(row: GlassBreak, kind: NoticeKind) -> None:
    """Tell the head and the data protection officer of the house, and the owner of the case."""
    owner_id = row.case.owner_id
    told = {(row.organisation_id, Audience.HEAD), (row.organisation_id, Audience.OFFICER)}
    told.add((owner_id, Audience.OFFICER))
    told.add((owner_id, Audience.EVERYBODY))
    if kind is NoticeKind.GLASS_ASKED:
        told.add((row.organisation_id, Audience.EVERYBODY))
    for organisation_id, audience in sorted(told):
        tell(row.case, kind, organisation_id=organisation_id, audience=audience, glass=row)


def _leave(event: Event, row: GlassBreak, actor: "Actor | None") -> None:
    leave(event, row.case, actor=actor, other_id=row.organisation_id, detail=row.reason_code)
