"""Versions made of what a country pack or a file says."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from korgoo.lib import clock
from korgoo.rights import policies
from korgoo.rights.enums import Deed, VersionState
from korgoo.rights.models import Item, ItemVersion
from korgoo.rights.services.holding import note

if TYPE_CHECKING:
    from datetime import date

    from korgoo.access.actor import Actor
    from korgoo.countrypack.api import Information, InformationItem


def content_of(data: "InformationItem") -> dict[str, Any]:
    """Give what a statement of a pack says, in the shape of ``ItemVersion.content``."""
    texts = {
        name: dict(getattr(data, name).root) for name in ("title", "text", "applies_to", "sms")
    }
    lists = {
        name: list(getattr(data, name)) for name in ("steps", "questions", "numbers", "supersedes")
    }
    days = {name: getattr(data, name) for name in ("valid_from", "valid_to", "as_of")}
    return {
        **(texts | lists | days),
        "source": data.provenance.source,
        "source_type": data.source_type,
        "address": data.address or "",
        "trust": data.provenance.trust,
    }


def first(
    information: "Information", data: "InformationItem", *, actor: "Actor | None"
) -> ItemVersion:
    """Add a statement that was not there.

    Published at once when somebody found it in a source or it is advice; what is over already is
    history from the start; all else is a draft that somebody must verify. What an editor brings is
    always a draft: somebody else must read it.
    """
    now = clock.now()
    item = Item.objects.create(
        key=data.key, destination=data.destination, sort=data.sort, created_at=now
    )
    version = _version(information, data, item, 1, actor=actor)
    if actor is not None:
        return _brought(version, actor)
    if data.may_be_shown and _is_over(data.valid_to):
        version.state, version.ended_at = VersionState.SUPERSEDED, end_of(data.valid_to)
    elif data.may_be_shown:
        version.state, version.published_at = VersionState.PUBLISHED, now
    version.save()
    return version


def draft(
    information: "Information",
    data: "InformationItem",
    versions: list[ItemVersion],
    *,
    actor: "Actor | None",
) -> ItemVersion:
    """Put a new wording before the editors, in place of an older one that nobody took up."""
    for version in versions:
        if version.state == VersionState.DRAFT and version.is_from_pack:
            version.state, version.ended_at = VersionState.DROPPED, clock.now()
            version.save(update_fields=["state", "ended_at"])
    number = versions[-1].number + 1
    made = _version(information, data, versions[0].item, number, actor=actor)
    if actor is not None:
        return _brought(made, actor)
    made.save()
    return made


def _brought(version: ItemVersion, actor: "Actor") -> ItemVersion:
    version.save()
    note(version, Deed.BROUGHT, actor=actor)
    return version


def _version(
    information: "Information",
    data: "InformationItem",
    item: Item,
    number: int,
    *,
    actor: "Actor | None",
) -> ItemVersion:
    return ItemVersion(
        item=item,
        number=number,
        state=VersionState.DRAFT,
        confidence=policies.confidence(data.provenance.trust, data.source_type),
        is_from_pack=actor is None,
        written_by_id=actor.user_id if actor else None,
        created_at=clock.now(),
        review_by=information.review_by(data),
        **content_of(data),
    )


def _is_over(valid_to: "date | None") -> bool:
    return valid_to is not None and valid_to < clock.today()


def end_of(day: "date | None") -> datetime:
    """Give the last moment of a day; of today when there is none."""
    return timezone.make_aware(datetime.combine(day or clock.today(), time.max))
