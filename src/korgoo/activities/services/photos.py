"""Pictures: added with their consent, let out by a second person, taken away."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.activities import enums, policies, selectors
from korgoo.activities.enums import Consent
from korgoo.activities.models import ActivityPhoto
from korgoo.activities.services.activities import touch
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.lib.media import Media, read_media

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a picture shows, and by what those in it agreed."""

    words: str
    consent: Consent
    has_faces: bool
    has_children: bool = False


def read_photo(data: bytes) -> Media:
    """Make a picture anew, without place, time and camera.

    Raises:
        CannotTake: Too large, damaged, or no picture.
        DomainError: It is a paper or a recording.
    """
    made = read_media(data)
    if not made.media_type.startswith("image/"):
        raise DomainError(_("Choose a picture: JPEG, PNG or WebP."))
    return made


@transaction.atomic
def add_photo(
    activity_id: UUID, made: Media, facts: PhotoFacts, *, actor: "Actor"
) -> ActivityPhoto:
    """Keep a picture of an activity; nobody outside sees it yet.

    Args:
        activity_id: Of which activity.
        made: As ``read_photo`` gives it.
        facts: What it shows, and the consent.
        actor: Who adds it.

    Raises:
        NotFound: No such activity, or not for this actor to change.
        DomainError: There are as many as may be.
    """
    row = selectors.get_activity(activity_id, actor=actor, to_change=True)
    if row.photos.count() >= enums.MOST_PHOTOS:
        raise DomainError(_("There are 12 pictures already. Take one away first."))
    photo = ActivityPhoto.objects.create(
        activity=row,
        content=made.content,
        media_type=made.media_type,
        words=facts.words,
        has_faces=facts.has_faces or facts.has_children,
        has_children=facts.has_children,
        consent=facts.consent,
        added_at=clock.now(),
        added_by_id=actor.user_id,
    )
    audit.record(Event.ACTIVITY_PHOTO_ADDED, actor=actor, target=photo, detail=facts.consent)
    return photo


@transaction.atomic
def approve_photo(photo_id: UUID, *, actor: "Actor") -> ActivityPhoto:
    """Let everybody see a picture.

    Raises:
        NotFound: No such picture, or not for this actor.
        Forbidden: Those in it did not agree, or this actor may not decide it.
    """
    photo = selectors.get_photo(photo_id, actor=actor, to_change=True)
    card = selectors.campaign_of(photo.activity.campaign_id, actor=actor)
    policies.approve_photo(actor, added_by=photo.added_by_id, keeper_id=card.keeper_id).require()
    policies.may_be_shown(
        has_faces=photo.has_faces,
        has_children=photo.has_children,
        consent=Consent(photo.consent),
    ).require()
    photo.approved_at, photo.approved_by_id = clock.now(), actor.user_id
    photo.save()
    touch()
    audit.record(Event.ACTIVITY_PHOTO_APPROVED, actor=actor, target=photo)
    return photo


@transaction.atomic
def remove_photo(photo_id: UUID, *, actor: "Actor") -> UUID:
    """Take a picture away for good; whoever may change its activity may. Gives the activity's number.

    Raises:
        NotFound: No such picture, or not for this actor.
    """
    photo = selectors.get_photo(photo_id, actor=actor, to_change=True)
    selectors.get_activity(photo.activity_id, actor=actor, to_change=True)
    touch()
    audit.record(Event.ACTIVITY_PHOTO_REMOVED, actor=actor, target=photo)
    activity_id: UUID = photo.activity_id
    photo.delete()
    return activity_id
