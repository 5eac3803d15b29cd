"""Questions to the records: what there is, and what of it the actor may know."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from korgoo.access.enums import Permission
from korgoo.activities import policies
from korgoo.activities.enums import State
from korgoo.activities.models import (
    Activity,
    ActivityList,
    ActivityMark,
    ActivityPhoto,
    Lesson,
    Placement,
)
from korgoo.campaign import api as campaigns
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor
    from korgoo.campaign.api import CampaignCard

PARTS = ("organisers", "counts", "materials")


def mark() -> str:
    """Tell the mark of the log as it stands; empty before anything is in it. One query."""
    row = ActivityMark.objects.values_list("mark", flat=True).first()
    return row or ""


def campaigns_of(actor: "Actor") -> "list[CampaignCard]":
    """List the campaigns whose activities the actor may know, newest first."""
    if not policies.may(actor, Permission.ACTIVITY_LOG):
        return []
    return campaigns.campaigns(actor=actor)


def campaign_of(campaign_id: UUID, *, actor: "Actor") -> "CampaignCard":
    """Find a campaign by its number.

    Raises:
        NotFound: There is none, or it is still being written elsewhere.
    """
    for card in campaigns_of(actor):
        if card.id == campaign_id:
            return card
    raise NotFound(_("We found no such campaign."))


def list_activities(campaign_ids: "Iterable[UUID]") -> "QuerySet[Activity]":
    """List activities in the order of their days."""
    return Activity.objects.filter(campaign_id__in=list(campaign_ids))


def get_activity(activity_id: UUID, *, actor: "Actor", to_change: bool = False) -> Activity:
    """Fetch an activity.

    Args:
        activity_id: Its number.
        actor: Who asks.
        to_change: Hold it until the transaction ends; only who may change it finds it.

    Raises:
        NotFound: No such activity, its campaign is still being written elsewhere, or it is not for
            this actor to change.
    """
    rows = Activity.objects.filter(pk=activity_id)
    row = (rows.select_for_update() if to_change else rows).first()
    if row is None:
        raise NotFound(_("We found no such activity."))
    card = campaign_of(row.campaign_id, actor=actor)
    if to_change and not may_change(row, card, actor=actor):
        raise NotFound(_("We found no such activity."))
    return row


def may_change(row: Activity, card: "CampaignCard", *, actor: "Actor") -> bool:
    """Tell whether the actor may change an activity."""
    return policies.changes(
        actor,
        logged_by=row.organisation_id,
        organisers=[one.organisation_id for one in row.organisers.all()],
        keeper_id=card.keeper_id,
    )


def public_activities(campaign_id: UUID) -> "QuerySet[Activity]":
    """List what everybody may know of a campaign: planned and held, unless it was kept inside."""
    rows = Activity.objects.filter(campaign_id=campaign_id, is_public=True)
    return rows.exclude(state=State.CANCELLED)


def public_photos(campaign_id: UUID) -> "QuerySet[ActivityPhoto]":
    """List the pictures of a campaign that everybody may see, newest first; without their bytes."""
    rows = ActivityPhoto.objects.filter(
        activity__campaign_id=campaign_id, activity__is_public=True, approved_at__isnull=False
    )
    return rows.select_related("activity").defer("content").order_by("-activity__day", "id")


def public_photo(photo_id: UUID) -> ActivityPhoto:
    """Fetch a picture that everybody may see.

    Raises:
        NotFound: There is none, or it was not approved.
    """
    row = ActivityPhoto.objects.filter(
        pk=photo_id, approved_at__isnull=False, activity__is_public=True
    ).first()
    if row is None:
        raise NotFound(_("We found no such picture."))
    return row


def get_photo(photo_id: UUID, *, actor: "Actor", to_change: bool = False) -> ActivityPhoto:
    """Fetch a picture for a member: let out, or of an activity that the member may change.

    Raises:
        NotFound: There is none, or not for this actor.
    """
    rows = ActivityPhoto.objects.filter(pk=photo_id)
    row = (rows.select_for_update() if to_change else rows).first()
    if row is None:
        raise NotFound(_("We found no such picture."))
    activity = get_activity(row.activity_id, actor=actor)
    card = campaign_of(activity.campaign_id, actor=actor)
    if row.approved_at is None and not may_change(activity, card, actor=actor):
        raise NotFound(_("We found no such picture."))
    return row


def photos_of(activity: Activity, *, may_change: bool) -> "QuerySet[ActivityPhoto]":
    """List the pictures of an activity, without their bytes.

    What a second person has not let out, perhaps without anybody's consent, is seen by who may change
    the activity and by nobody else.
    """
    rows = ActivityPhoto.objects.filter(activity=activity).defer("content")
    return rows if may_change else rows.filter(approved_at__isnull=False)


def list_placements(campaign_id: UUID) -> "QuerySet[Placement]":
    """List what the media carried, in the order of the days."""
    return Placement.objects.filter(campaign_id=campaign_id)


def get_placement(placement_id: UUID, *, actor: "Actor") -> Placement:
    """Fetch a placement to change it, and hold it.

    Raises:
        NotFound: No such placement, or not for this actor to change.
    """
    row = Placement.objects.select_for_update().filter(pk=placement_id).first()
    if row is not None:
        card = campaign_of(row.campaign_id, actor=actor)
        own = actor.organisation_id == row.organisation_id
        if own or policies.keeps(actor, keeper_id=card.keeper_id):
            return row
    raise NotFound(_("We found no such publication."))


def list_lessons(campaign_id: UUID) -> "QuerySet[Lesson]":
    """List what was learned, oldest first."""
    return Lesson.objects.filter(campaign_id=campaign_id)


def list_lists(*, actor: "Actor") -> "QuerySet[ActivityList]":
    """List the files that the actor's organisation brought, newest first."""
    return ActivityList.objects.filter(organisation_id=actor.organisation_id)


def get_list(list_id: UUID, *, actor: "Actor", lock: bool = False) -> ActivityList:
    """Fetch a list that the actor's organisation brought.

    Raises:
        NotFound: No such list, or another organisation's.
    """
    rows = list_lists(actor=actor).filter(pk=list_id)
    row = (rows.select_for_update() if lock else rows).first()
    if row is None or not policies.may(actor, Permission.ACTIVITY_LOG):
        raise NotFound(_("We found no such list."))
    return row
