"""Activities: logged, put right, held as planned, cancelled."""

import secrets
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.activities import places, policies, rules, selectors, vocabulary
from korgoo.activities.enums import State
from korgoo.activities.errors import Meanwhile
from korgoo.activities.models import (
    Activity,
    ActivityCount,
    ActivityMark,
    ActivityMaterial,
    ActivityOrganiser,
)
from korgoo.activities.rules import Facts, Frame
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.campaign.api import CampaignCard

# What is taken over from the facts as it stands.
PLAIN = (
    *("state", "day", "starts_at", "unit", "venue", "kind", "title", "audience", "counting"),
    *("contacts", "asked", "before", "questions", "signals", "cost", "others", "notes", "reason"),
    "is_public",
)
MEANWHILE = _(
    "Somebody else changed this meanwhile. Open it again, look, and write your change once more."
)


def frame_of(card: "CampaignCard") -> Frame:
    """Say what an activity of a campaign is held against today."""
    return Frame(
        card.starts_on,
        card.ends_on,
        clock.today(),
        frozenset(vocabulary.kinds()),
        frozenset(vocabulary.audiences()),
        vocabulary.helpline_numbers(),
    )


@transaction.atomic
def log(
    campaign_id: UUID, facts: Facts, *, actor: "Actor", brought: UUID | None = None
) -> Activity:
    """Log an activity that was held, or plan one.

    Args:
        campaign_id: Of which campaign.
        facts: What is said of it.
        actor: Who logs; their organisation answers for it.
        brought: The list it came with.

    Raises:
        NotFound: The actor knows of no such campaign.
        DomainError: The facts do not fit.
    """
    policies.may(actor, Permission.ACTIVITY_LOG).require()
    card = selectors.campaign_of(campaign_id, actor=actor)
    (row,) = write([(card, facts)], actor=actor, brought=brought)
    audit.record(Event.ACTIVITY_LOGGED, actor=actor, target=row, detail=row.state)
    return row


def write(
    told: "Iterable[tuple[CampaignCard, Facts]]", *, actor: "Actor", brought: UUID | None = None
) -> list[Activity]:
    """Write new activities, in the transaction of who calls; who calls records it, too.

    Raises:
        DomainError: The facts of one of them do not fit.
    """
    rows, parts = [], []
    for card, facts in told:
        refuse(facts, card)
        row = Activity(
            campaign_id=card.id,
            organisation_id=actor.organisation_id,
            logged_at=clock.now(),
            logged_by_id=actor.user_id,
            brought_id=brought,
            is_fictitious=settings.DEMO,
        )
        _take(row, facts)
        rows.append(row)
        parts.append((row, facts))
    Activity.objects.bulk_create(rows)
    _write_parts(parts, actor=actor)
    touch()
    return rows


def refuse(facts: Facts, card: "CampaignCard") -> None:
    """Stop what does not fit; forms and lists have said so in better words before.

    Raises:
        DomainError: Something does not fit.
    """
    wrong = rules.problems(facts, places.get(facts.unit), frame_of(card))
    if wrong:
        raise DomainError(_("Something in this activity does not fit. Look at each answer."))


@transaction.atomic
def change(activity_id: UUID, facts: Facts, *, seen: int, actor: "Actor") -> Activity:
    """Put an activity right, or record that a planned one was held.

    Args:
        activity_id: Its number.
        facts: As it is now said; its state may move as the table of moves allows.
        seen: How often it had been changed when its page was opened.
        actor: Who changes it.

    Raises:
        NotFound: No such activity, or not for this actor to change.
        Meanwhile: Somebody else changed it since.
        Forbidden: It cannot come into this state.
        DomainError: The facts do not fit.
    """
    row = selectors.get_activity(activity_id, actor=actor, to_change=True)
    if row.changes != seen:
        raise Meanwhile(MEANWHILE)
    before = State(row.state)
    if facts.state is not before:
        policies.move(before, facts.state).require()
    refuse(facts, selectors.campaign_of(row.campaign_id, actor=actor))
    _take(row, facts)
    row.changes += 1
    row.save()
    for model in (ActivityOrganiser, ActivityCount, ActivityMaterial):
        model.objects.filter(activity=row).delete()
    _write_parts([(row, facts)], actor=actor)
    touch()
    audit.record(Event.ACTIVITY_CHANGED, actor=actor, target=row, detail=row.state)
    return row


@transaction.atomic
def cancel(activity_id: UUID, reason: str, *, actor: "Actor") -> Activity:
    """Record that a planned activity does not take place, and why.

    Raises:
        NotFound: No such activity, or not for this actor to change.
        Forbidden: It was held or cancelled already.
    """
    row = selectors.get_activity(activity_id, actor=actor, to_change=True)
    policies.move(State(row.state), State.CANCELLED).require()
    row.state, row.reason = State.CANCELLED, reason
    row.changes += 1
    row.save()
    touch()
    audit.record(Event.ACTIVITY_CANCELLED, actor=actor, target=row)
    return row


def touch() -> None:
    """Change the mark of the log: what was drawn from it is drawn anew. Held until the deed ends."""
    ActivityMark.objects.update_or_create(
        pk=ActivityMark.ONLY, defaults={"mark": secrets.token_hex(16)}
    )


def _take(row: Activity, facts: Facts) -> None:
    for name in PLAIN:
        setattr(row, name, getattr(facts, name))
    place = places.get(facts.unit)
    row.region = place.region if place else ""


def _write_parts(told: "list[tuple[Activity, Facts]]", *, actor: "Actor") -> None:
    houses = [
        ActivityOrganiser(activity=row, organisation_id=number)
        for row, facts in told
        for number in dict.fromkeys(facts.organisers or (actor.organisation_id,))
    ]
    counts = [
        ActivityCount(activity=row, sex=sex, age=age, number=number)
        for row, facts in told
        for sex, age, number in facts.counts
    ]
    given = [
        ActivityMaterial(activity=row, material=material, number=number)
        for row, facts in told
        for material, number in facts.materials
    ]
    ActivityOrganiser.objects.bulk_create(houses)
    ActivityCount.objects.bulk_create(counts)
    ActivityMaterial.objects.bulk_create(given)
