"""What earlier cards of the same case say already, so that nobody is asked twice."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from korgoo.identification.models import Screening
from korgoo.identification.rules import Value
from korgoo.identification.same_facts import ANSWERED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Known:
    """An answer to one indicator on an earlier card."""

    value: Value
    source: str
    on: "date"
    view: str


def known_before(screening: Screening) -> "Mapping[str, Known]":
    """Gather answers from cards of the same case and organisation that were read before.

    Only "present" and "absent" count. Where two cards differ the newer one holds.
    """
    rows = Screening.objects.filter(
        subject=screening.subject,
        organisation_id=screening.organisation_id,
        read_at__isnull=False,
    )
    if screening.read_at is not None:
        rows = rows.filter(read_at__lt=screening.read_at)
    found: dict[str, Known] = {}
    for row in rows.exclude(pk=screening.pk).order_by("read_at", "started_at"):
        for code, told in row.answers.items():
            value = Value(told["value"])
            # What that card itself took over is found on the card where it was told.
            if value in ANSWERED and "on" not in told and row.read_at:
                day = timezone.localdate(row.read_at)
                found[code] = Known(value, told["source"], day, row.view)
    return found
