"""A figure of the plan that the desk gives: contacts taken. Counts only, small ones hidden."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework.plan_sources import moments, protected, source
from korgoo.desk.models import Contact
from korgoo.plan.api import Counted, register_source


def register() -> None:
    """Let the plan draw from the desk; once, at start."""
    unit = pgettext_lazy("unit of a count", "contacts")
    register_source(
        source("desk_contacts", _("Calls, visits and messages at the desk"), unit, taken)
    )


def taken(first: date, last: date) -> Mapping[str | None, Counted]:
    """Count contacts between two days, both included. Contacts are no people: one may call often.

    What asks for nothing, such as a wrong number, is left out.
    """
    begins, ends = moments(first, last)
    rows = Contact.objects.filter(at__gte=begins, at__lt=ends, noise="")
    return protected(rows.order_by().values_list("region", flat=True))
