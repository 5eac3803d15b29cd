"""Clocks of the pack as sources of reminders: those of cases, and those of organisations."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import get_language

from korgoo.casework import api as casework
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.reminders.models import OrganisationClock, Reminder
from korgoo.reminders.sources import Due, TakenSource

CASE, ORGANISATION = "clock", "organisation_clock"


def words(label: str) -> str:
    """Name a clock of the pack in the language of the page."""
    pack = packs.current()
    described = pack.clocks.get(label)
    language = get_language() or pack.default_language
    return described.name.in_language(language) if described else label


def on_clocks_changed(sender: object, *, clock_ids: list[int], **_signal: Any) -> None:
    """End the reminders of clocks that stopped, were paused or got another end, in the same deed."""
    Reminder.objects.end(CASE, [str(pk) for pk in clock_ids], clock.now())


def _take_case(moment: datetime, *, most: int) -> list[Due]:
    return [
        Due(
            key=str(row.id),
            case_id=row.case_id,
            organisation_id=row.responsible_id,
            user_id=row.worker_id if row.responsible_id == row.owner_id else None,
            due_at=row.due_at,
            label=row.key,
            started_at=row.started_at,
            else_id=row.owner_id,
            warn_before=_warn_before(row.key),
        )
        for row in casework.clocks_to_wake(moment, most=most)
    ]


def _set_case(moments: Mapping[str, datetime | None]) -> None:
    casework.set_waking({int(key): moment for key, moment in moments.items()})


def _take_organisation(moment: datetime, *, most: int) -> list[Due]:
    rows = OrganisationClock.objects.to_wake(moment).filter(due_at__isnull=False)
    return [
        Due(
            key=str(row.pk),
            case_id=None,
            organisation_id=row.organisation_id,
            user_id=None,
            due_at=row.due_at,
            label=row.key,
            started_at=row.started_at,
            warn_before=_warn_before(row.key),
        )
        for row in rows.select_for_update(of=("self",), skip_locked=True)[:most]
        if row.due_at is not None
    ]


def _set_organisation(moments: Mapping[str, datetime | None]) -> None:
    rows = [OrganisationClock(pk=int(key), wake_at=moment) for key, moment in moments.items()]
    OrganisationClock.objects.bulk_update(rows, ["wake_at"], batch_size=250)


def _warn_before(key: str) -> timedelta | None:
    described = packs.current().clocks.get(key)
    return described.warn_before if described else None


OF_CASES = TakenSource(CASE, _take_case, _set_case, words)
OF_ORGANISATIONS = TakenSource(ORGANISATION, _take_organisation, _set_organisation, words)
