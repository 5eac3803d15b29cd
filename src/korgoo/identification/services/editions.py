from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.countrypack import api as packs
from korgoo.identification import editions
from korgoo.identification.models import GuidelineEdition
from korgoo.identification.models.editions import Origin
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from korgoo.access.actor import Actor

# Digits of the digest that stand in the trail: who changed an edition would have to change both.
PINNED = 32


@transaction.atomic
def keep_edition(edition: editions.Edition, *, actor: "Actor | None") -> GuidelineEdition:
    """Keep an edition of the pack for ever, because a card is begun under it now.

    A second one who keeps it at the same moment gets the same row.
    """
    row, is_new = GuidelineEdition.objects.defer("files").get_or_create(
        digest=edition.digest,
        defaults={
            "name": edition.name,
            "origin": edition.origin,
            "valid_from": edition.valid_from,
            "legal_basis": edition.legal_basis,
            "files": dict(edition.files),
            "kept_at": clock.now(),
        },
    )
    if is_new:
        audit.record(Event.EDITION_KEPT, actor=actor, target=row, detail=row.digest[:PINNED])
    return row


@transaction.atomic
def adopt_edition(
    files: "Mapping[str, Any]", *, name: str, valid_from: "date", legal_basis: str, actor: "Actor"
) -> GuidelineEdition:
    """Put an edition in force from a day on. Cards begun before go on under theirs.

    The caller has made sure that two persons decided so.

    Args:
        files: The guideline, file name to plain data; valid and whole.
        name: How people will quote it; no earlier edition has it.
        valid_from: First day, today or later.
        legal_basis: The act that puts it in force, in words.
        actor: The second of the two persons.

    Raises:
        DomainError: The day lies in the past, or an edition has this name.
        PackError: The files have faults; all are named.
    """
    if valid_from < clock.today():
        raise DomainError(_("An edition cannot hold from a day in the past."))
    if any(edition.name == name for edition in editions.every()):
        raise DomainError(_("There is an edition of this name already. Choose another name."))
    keep_edition(editions.current(), actor=actor)
    whole = _headed(files, name, valid_from, legal_basis)
    packs.read_guideline(whole, languages=packs.current().languages)
    row = GuidelineEdition.objects.create(
        name=name,
        origin=Origin.ADOPTED,
        digest=editions.digest_of(whole),
        valid_from=valid_from,
        legal_basis=legal_basis,
        files=whole,
        kept_at=clock.now(),
        adopted_by_id=actor.user_id,
    )
    detail = f"{valid_from.isoformat()} {row.digest[:PINNED]}"
    audit.record(Event.EDITION_ADOPTED, actor=actor, target=row, detail=detail)
    return row


def _headed(
    files: "Mapping[str, Any]", name: str, valid_from: "date", legal_basis: str
) -> dict[str, Any]:
    """Write name, day and basis into the head of the guideline, so that its files say them too."""
    head = files.get("guideline.yaml", {})
    if not isinstance(head, dict):
        return dict(files)  # the check that follows names the fault
    words = dict.fromkeys(packs.current().languages, legal_basis)
    said = {"edition": name, "legal_basis": words, "valid_from": valid_from.isoformat()}
    return {**files, "guideline.yaml": {**head, **said}}


def hold_editions() -> None:
    """Hold all editions until the caller's transaction ends: none is adopted beside it."""
    list(GuidelineEdition.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
