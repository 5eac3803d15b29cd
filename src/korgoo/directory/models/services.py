import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.directory.enums import Cost, MayCall


class ServiceQuerySet(models.QuerySet["Service"]):
    """Named questions about services."""

    def valid_on(self, day: date) -> Self:
        ends = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        return self.filter(ends, valid_from__lte=day)

    def of(self, organisation_id: int) -> Self:
        return self.filter(organisation_id=organisation_id)

    def whole(self) -> Self:
        """Fetch the provider and its places along: two queries however many services."""
        return self.select_related("organisation").prefetch_related("places")


class Service(models.Model):
    """One kind of help that one organisation gives, and to whom. Codes, days and hours only.

    It must never grow an address or free text: every member of the platform reads it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.SlugField(_("kind of help"), max_length=40)
    takes = models.JSONField(_("takes"), default=list)
    age_from = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    most_children = models.PositiveSmallIntegerField(_("children with a parent"), default=0)
    ready_for = models.JSONField(_("ready for"), default=list)
    languages = models.JSONField(_("languages"), default=list)
    regions = models.JSONField(_("regions served"), default=list)
    has_separate_rooms = models.BooleanField(_("separate rooms"), default=False)
    longest_stay = models.PositiveSmallIntegerField(_("longest stay, days"), null=True, blank=True)
    is_round_the_clock = models.BooleanField(_("open day and night"), default=False)
    hours = models.JSONField(_("opening hours"), default=dict)
    closed_days = models.JSONField(_("closed days"), default=list)
    may_call = models.CharField(_("may call"), max_length=10, choices=MayCall)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    call_from = models.CharField(_("calls from"), max_length=5, blank=True)
    call_to = models.CharField(_("calls until"), max_length=5, blank=True)
    never_call_back = models.BooleanField(_("never call back"), default=False)
    asks_password = models.BooleanField(_("asks for a password"), default=False)
    cost = models.CharField(_("cost"), max_length=10, choices=Cost, default=Cost.UNKNOWN)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    checked_at = models.DateTimeField(_("checked"))
    checked_by_id = models.BigIntegerField(_("checked by"))

    objects = ServiceQuerySet.as_manager()

    class Privacy:
        holds = "whom an organisation serves and how to ask it; no address, no person"
        kept = "always"

    class Meta:
        verbose_name = _("service")
        ordering = ["kind", "organisation_id", "id"]
        constraints = [
            models.CheckConstraint(
                name="service_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="service_ages_in_order",
                condition=Q(age_from__isnull=True)
                | Q(age_to__isnull=True)
                | Q(age_to__gte=F("age_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.organisation_id}"
