"""Somebody without a name reports an offer."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction

from korgoo.lib import clock
from korgoo.offers import policies, sealed, selectors
from korgoo.offers.models import OfferPicture, OfferReport

if TYPE_CHECKING:
    from korgoo.access.api import Answering
    from korgoo.lib.uploads import Paper
    from korgoo.offers.told import Told


def report(key: UUID, told: "Told", *, to: "Answering", picture: "Paper | None" = None) -> bool:
    """Seal a report to who receives it; the same form sent again is the same report.

    It leaves no row in the audit trail: that would carry the minute in which somebody wrote.
    ``count_days`` notes how many came on a day when the day is over.

    Args:
        key: The number of the form.
        told: What was written.
        to: Who receives it.
        picture: A picture or paper, checked and made anew.

    Returns:
        Whether it is new.

    Raises:
        Forbidden: It says nothing at all.
    """
    policies.take(told, has_picture=picture is not None).require()
    row = OfferReport(
        id=key,
        organisation_id=to.organisation_id,
        key_id=to.key_id,
        day=clock.today(),
        country=told.country,
        has_picture=picture is not None,
        sealed=sealed.seal_told(told.as_data(), to=to, record=key),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            if picture is not None:
                content = sealed.seal_picture(picture, to=to, record=key)
                OfferPicture(report=row, sealed=content).save(force_insert=True)
    except IntegrityError:
        if selectors.is_there(key):
            return False
        raise
    return True
