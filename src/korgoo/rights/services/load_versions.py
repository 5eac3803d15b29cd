"""Versions made of what a country pack or a file says."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from korgoo.lib import clock
from korgoo.rights import policies
from korgoo.rights.enums import OPEN, VersionState
from korgoo.rights.models import Item, ItemVersion

if TYPE_CHECKING:
    from datetime import date

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


def first(information: "Information", data: "InformationItem") -> ItemVersion:
    """Add a statement that was not there.

    Published at once when somebody found it in a source or it is advice; what is over already is
    history from the start; all else is a draft that somebody must verify.
    """
    now = clock.now()
    item = Item.objects.create(
        key=data.key, destination=data.destination, sort=data.sort, created_at=now
    )
    version = _version(information, data, item, 1)
    if data.may_be_shown and _is_over(data.valid_to):
        version.state, version.ended_at = VersionState.SUPERSEDED, _end_of(data.valid_to)
    elif data.may_be_shown:
        version.state, version.published_at = VersionState.PUBLISHED, now
    version.save()
    return version


def draft(
    information: "Information", data: "InformationItem", versions: list[ItemVersion]
) -> ItemVersion:
    """Put a new wording before the editors, in place of an older one that nobody took up."""
    for version in versions:
        if version.state in OPEN and version.is_from_pack:
            version.state, version.ended_at = VersionState.DROPPED, clock.now()
            version.save(update_fields=["state", "ended_at"])
    made = _version(information, data, versions[0].item, versions[-1].number + 1)
    made.save()
    return made


def _version(
    information: "Information", data: "InformationItem", item: Item, number: int
) -> ItemVersion:
    return ItemVersion(
        item=item,
        number=number,
        state=VersionState.DRAFT,
        confidence=policies.confidence(data.provenance.trust, data.source_type),
        is_from_pack=True,
        created_at=clock.now(),
        review_by=information.review_by(data),
        **content_of(data),
    )


def _is_over(valid_to: "date | None") -> bool:
    return valid_to is not None and valid_to < clock.today()


def _end_of(day: "date | None") -> datetime:
    return timezone.make_aware(datetime.combine(day or clock.today(), time.max))
