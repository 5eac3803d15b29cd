"""What the clock asks for: how many reports came on a day, and which are old."""

from django.db import transaction
from django.db.models import Count

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.offers import policies
from korgoo.offers.models import OfferReport


@transaction.atomic
def count_days() -> int:
    """Note in the audit trail how many reports came to whom on each day that is over.

    The trail knows the minute of each of its rows. A row for each report would tell when somebody
    wrote; one for the day, written the day after, does not.

    Returns:
        How many reports were counted.
    """
    new = OfferReport.objects.filter(is_counted=False, day__lt=clock.today())
    days = new.order_by("day", "organisation").values_list("day", "organisation")
    counted = list(days.annotate(count=Count("pk")))
    new.update(is_counted=True)
    for day, organisation_id, count in counted:
        target = f"access.Organisation:{organisation_id}"
        audit.record(Event.OFFER_REPORTED, actor=None, target=target, detail=f"{day} {count}")
    return sum(count for _day, _organisation, count in counted)


@transaction.atomic
def erase_old() -> int:
    """Erase reports whose time is over, with their pictures.

    Returns:
        How many went.
    """
    old = OfferReport.objects.filter(day__lt=clock.today() - policies.KEPT)
    by_house = old.order_by("organisation").values_list("organisation").annotate(n=Count("pk"))
    counted = list(by_house)
    old.delete()
    for organisation_id, count in counted:
        target = f"access.Organisation:{organisation_id}"
        audit.record(Event.OFFER_REPORT_ERASED, actor=None, target=target, detail=str(count))
    return sum(count for _organisation, count in counted)
