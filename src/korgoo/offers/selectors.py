from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.countrypack import api as packs
from korgoo.lib.errors import NotFound
from korgoo.offers.enums import ReportState
from korgoo.offers.models import OfferPicture, OfferReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

PAGE = 100  # reports


def receiver() -> access.Answering | None:
    """Find who receives reports today: what the installation names goes before the pack. One query."""
    door = packs.current().public_door
    return access.answering((*settings.OFFERS_GO_TO, *(door.offers_go_to if door else ())))


def is_there(key: UUID) -> bool:
    """Tell whether a form of this number was taken already."""
    return OfferReport.objects.filter(pk=key).exists()


def list_reports(page: int, *, actor: "Actor") -> tuple[list[OfferReport], bool]:
    """List what was reported to the actor's organisation, the newest day first; nothing is opened.

    Args:
        page: Of the list, from 1 on.
        actor: Who asks.

    Returns:
        The reports of this page, and whether there are older ones.
    """
    first = (page - 1) * PAGE
    rows = list(_own(actor).defer("sealed", "note")[first : first + PAGE + 1])
    return rows[:PAGE], len(rows) > PAGE


def count_waiting(*, actor: "Actor") -> int:
    """Count the reports that nobody of the actor's organisation has looked at."""
    return _own(actor).filter(state=ReportState.NEW).count()


def get_report(report_id: UUID, *, actor: "Actor", to_change: bool = False) -> OfferReport:
    """Fetch a report that was sealed to the actor's organisation.

    Args:
        report_id: Its number.
        actor: Who asks.
        to_change: Lock it until the deed is done.

    Raises:
        NotFound: None of theirs.
    """
    rows = _own(actor)
    if to_change:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=report_id).first()
    if found is None:
        raise NotFound(_("We found no such report."))
    return found


def get_picture(report_id: UUID, *, actor: "Actor") -> OfferPicture:
    """Fetch the picture of such a report.

    Raises:
        NotFound: None of theirs, or it has no picture.
    """
    own = get_report(report_id, actor=actor)
    found = OfferPicture.objects.select_related("report").filter(report=own).first()
    if found is None:
        raise NotFound(_("We found no such report."))
    return found


def new_among(report_ids: "Iterable[UUID]", *, actor: "Actor") -> list[OfferReport]:
    """Fetch and lock those of some reports that are new and the actor's organisation's."""
    rows = _own(actor).filter(pk__in=list(report_ids), state=ReportState.NEW)
    return list(rows.defer("sealed", "note").select_for_update(of=("self",)))


def _own(actor: "Actor") -> "QuerySet[OfferReport]":
    if not policy.may_enter(actor, Permission.OFFER_REPORT_READ):
        return OfferReport.objects.none()
    return OfferReport.objects.filter(organisation_id=actor.organisation_id)
