"""A material is begun, and written in a language."""

import hashlib
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.campaign import api as campaigns
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.materials import drawing, numbers, policies, selectors, sheets
from korgoo.materials.enums import Deed, Kind, State
from korgoo.materials.models import Material, Version, VersionFile
from korgoo.materials.services.holding import refuse_stale, trace
from korgoo.materials.wording import NO_SUCH

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.materials.facts import Wording


TRIES = 5


@transaction.atomic
def add_material(campaign_key: str, kind: Kind, *, actor: "Actor") -> Material:
    """Begin a material of a campaign; what it says is written afterwards, language by language.

    Raises:
        NotFound: There is no such campaign, or the actor makes no materials.
    """
    if not policies.may(actor, Permission.MATERIAL_EDIT):
        raise NotFound(NO_SUCH)
    campaign = campaigns.campaign(campaign_key, actor=actor)
    row = _numbered(campaign.id, kind, actor)
    audit.record(Event.MATERIAL_ADDED, actor=actor, target=row, detail=kind.value)
    return row


@transaction.atomic
def write(
    material_id: UUID, language: str, wording: "Wording", *, seen: int, actor: "Actor"
) -> Version:
    """Write a version in a language: the open one anew, or a new one after what was approved.

    What waited for approval is a draft again. What is drawn from a template is drawn at once in every
    shape, so that nobody finds out at the printer's that it does not fit.

    Args:
        material_id: Of what.
        language: Its code.
        wording: What it says.
        seen: Count of the changes that the writer had before them; 0 when nothing was open.
        actor: Who writes.

    Raises:
        NotFound: There is no such material, or the actor may not know of it.
        Forbidden: Another organisation makes it.
        Stale: Somebody changed it since.
        NoRoom: Words do not fit where they stand.
        CannotPrint: A sign is not in our fonts.
    """
    material = selectors.hold_material(material_id, actor=actor)
    policies.write(actor, maker_id=material.organisation_id).require()
    version = selectors.open_version(material.pk, language)
    refuse_stale(version.revision if version else 0, seen)
    if wording.template:
        policies.draw(Kind(material.kind)).require()
    version = version or _next(material, language)
    _say(version, wording, actor)
    if version.is_drawn and wording.numbers and version.code:
        drawing.check(sheets.sheet_of(version), drawing.shapes_of(Kind(material.kind)))
    version.save()
    if version.is_drawn:
        # What is drawn has no file of its own: it would be given out in its place.
        VersionFile.objects.filter(version=version).delete()
    elif wording.file:
        _keep_file(version, wording)
    trace(version, Deed.WRITTEN, actor=actor)
    audit.record(Event.MATERIAL_WRITTEN, actor=actor, target=version, detail=language)
    return version


def _numbered(campaign_id: UUID, kind: Kind, actor: "Actor") -> Material:
    """Give the next number of the campaign; of two at once, one takes the number after it."""
    known = Material.objects.filter(campaign_id=campaign_id)
    for tries_left in reversed(range(TRIES)):
        last = known.aggregate(last=Max("number"))["last"] or 0
        row = Material(
            campaign_id=campaign_id,
            number=last + 1,
            kind=kind,
            organisation_id=actor.organisation_id,
            made_at=clock.now(),
        )
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            if not tries_left:
                raise
        else:
            return row
    raise AssertionError("unreachable")


def _next(material: Material, language: str) -> Version:
    known = Version.objects.filter(material=material, language=language)
    last = known.aggregate(last=Max("number"))["last"] or 0
    return Version(material=material, language=language, number=last + 1, revision=0)


def _say(version: Version, wording: "Wording", actor: "Actor") -> None:
    plain = (
        *("title", "template", "slogan", "action", "body", "code", "link"),
        *("faces", "source", "licence", "consent"),
    )
    for name in plain:
        setattr(version, name, getattr(wording, name))
    version.questions = list(wording.questions)
    version.numbers = numbers.as_given(wording.numbers, version.language)
    version.state = State.DRAFT
    version.organisation_id, version.written_by_id = actor.organisation_id, actor.user_id
    version.written_at = version.changed_at = clock.now()
    version.revision += 1


def _keep_file(version: Version, wording: "Wording") -> None:
    if wording.file is None:
        return
    VersionFile.objects.update_or_create(
        version=version,
        defaults={
            "media_type": wording.file.media_type,
            "content": wording.file.content,
            "digest": hashlib.sha256(wording.file.content).hexdigest(),
        },
    )
