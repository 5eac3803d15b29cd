"""A member of the receiving organisation opens a report."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.offers import sealed, selectors
from korgoo.offers.models import OfferReport
from korgoo.offers.told import Told, from_data

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lib.uploads import Paper


@dataclass(frozen=True, slots=True)
class Opened:
    """A report with its words."""

    row: OfferReport
    told: Told = field(repr=False)
    note: str = field(repr=False)


@transaction.atomic
def open_report(report_id: UUID, *, actor: "Actor") -> Opened:
    """Open what was told, and what a colleague noted. The opening leaves an audit row.

    Raises:
        NotFound: Not sealed to the actor's organisation.
        Locked: The session is locked.
        Forbidden: This member holds no key.
    """
    row = selectors.get_report(report_id, actor=actor)
    told = sealed.open_told(row.sealed, key_id=row.key_id, record=row.pk, actor=actor)
    note = ""
    if row.note_key_id is not None:
        found = sealed.open_note(row.note, key_id=row.note_key_id, record=row.pk, actor=actor)
        note = str(found["text"])
    audit.record(Event.OFFER_REPORT_OPENED, actor=actor, target=row, detail=sealed.TOLD)
    return Opened(row, from_data(told), note)


@transaction.atomic
def open_picture(report_id: UUID, *, actor: "Actor") -> "Paper":
    """Open the picture of a report. The opening leaves an audit row.

    Raises:
        NotFound: Not sealed to the actor's organisation, or without a picture.
        Locked: The session is locked.
        Forbidden: This member holds no key.
    """
    row = selectors.get_picture(report_id, actor=actor)
    picture = sealed.open_picture(
        row.sealed, key_id=row.report.key_id, record=row.report_id, actor=actor
    )
    audit.record(Event.OFFER_REPORT_OPENED, actor=actor, target=row.report, detail=sealed.PICTURE)
    return picture
