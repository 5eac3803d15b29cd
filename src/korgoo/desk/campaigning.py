"""What the desk tells a campaign: contacts by campaign code, and whether more could be answered. Counts only."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.campaign import api as campaigns
from korgoo.desk.models import Contact
from korgoo.directory.api import LEAST
from korgoo.lib import clock

LATELY = timedelta(hours=24)


def register() -> None:
    """Let campaigns count contacts, and show beside the helpline check who answers."""
    words = gettext_lazy("Contacts of the helpline")
    campaigns.register_effect(campaigns.Effect("contacts", words, by_code, by_day, LEAST))
    fact = campaigns.ReadinessFact("desk.answering", campaigns.Check.HELPLINE, answering)
    campaigns.register_readiness(fact)


def by_code(codes: set[str], first: date, last: date) -> Mapping[tuple[str, date], int]:
    """Count contacts that named one of some codes, by code and day, both days included."""
    rows = Contact.objects.real().filter(campaign__in=codes, **_between(first, last))
    counted = rows.order_by().annotate(day=TruncDate("at")).values_list("campaign", "day")
    return {(code, day): count for code, day, count in counted.annotate(n=Count("pk"))}


def by_day(first: date, last: date) -> Mapping[date, int]:
    """Count all contacts by day, with a code or without, both days included."""
    rows = Contact.objects.real().filter(**_between(first, last))
    counted = rows.order_by().annotate(day=TruncDate("at")).values_list("day")
    return dict(counted.annotate(n=Count("pk")))


def answering(_campaign: UUID) -> list[campaigns.SeenCount]:
    """Count who answered lately, and who waits for a call."""
    lately = Contact.objects.real().filter(at__gte=clock.now() - LATELY)
    return [
        campaigns.SeenCount(
            _("Operators who took a contact in the last 24 hours"),
            lately.order_by().values("by_id").distinct().count(),
        ),
        campaigns.SeenCount(_("Contacts in the last 24 hours"), lately.count()),
        campaigns.SeenCount(
            _("People who wait to be called back"), Contact.objects.to_call().count()
        ),
    ]


def _between(first: date, last: date) -> dict[str, datetime]:
    start = timezone.make_aware(datetime.combine(first, time()))
    end = timezone.make_aware(datetime.combine(last + timedelta(days=1), time()))
    return {"at__gte": start, "at__lt": end}
