"""A figure of the plan that assistance gives: how many got help. Counts only, small ones hidden."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.assistance.models import ServiceGiven
from korgoo.casework.plan_sources import protected, source
from korgoo.plan.api import Counted, register_source


def register() -> None:
    """Let the plan draw from assistance; once, at start."""
    persons = pgettext_lazy("unit of a count", "persons")
    register_source(source("assisted", _("Persons who got help"), persons, assisted))


def assisted(first: date, last: date) -> Mapping[str | None, Counted]:
    """Count persons who got at least one service between two days, both included; each once."""
    rows = ServiceGiven.objects.filter(given_on__gte=first, given_on__lte=last)
    found = rows.order_by().values_list("case_id", "case__region").distinct()
    return protected(region for _case, region in found)
