"""What was planned and held, where, and with how many: counts, never persons."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.activities import enums
from korgoo.activities.enums import Age, Counting, Sex, State


class ActivityMark(models.Model):
    """One row that changes with everything in the log: pages drawn once compare it.

    The mark is random, so that a page drawn from rows that were taken back is never taken for a new one.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    mark = models.CharField(_("mark of what stands in the log"), max_length=32)

    class Privacy:
        holds = "when the log of activities last changed; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("mark of the log")
        constraints = [models.CheckConstraint(name="activity_mark_one", condition=Q(id=1))]

    def __str__(self) -> str:
        return self.mark


class Activity(models.Model):
    """One event of a campaign. Contacts are everybody who was there, whoever came twice counted twice.

    It must not become a place where a person or their story is written down: those belong to the helpline.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(
        "campaign.Campaign", on_delete=models.PROTECT, related_name="+", verbose_name=_("campaign")
    )
    state = models.CharField(_("state"), max_length=10, choices=State)
    reason = models.CharField(_("why cancelled"), max_length=enums.LONGEST_WORDS, blank=True)
    day = models.DateField(_("day"))
    starts_at = models.TimeField(_("time"), null=True, blank=True)
    unit = models.CharField(_("place, code of the unit"), max_length=enums.LONGEST_CODE)
    region = models.CharField(_("region, code of the unit"), max_length=enums.LONGEST_CODE)
    venue = models.CharField(_("where in the place"), max_length=enums.LONGEST_NAME, blank=True)
    kind = models.CharField(_("type"), max_length=enums.LONGEST_KEY)
    title = models.CharField(_("title"), max_length=enums.LONGEST_NAME, blank=True)
    audience = models.CharField(_("audience"), max_length=enums.LONGEST_KEY, blank=True)
    counting = models.CharField(_("counted how"), max_length=10, choices=Counting, blank=True)
    contacts = models.PositiveIntegerField(_("how many were there"), null=True, blank=True)
    asked = models.PositiveIntegerField(_("asked whether they came before"), default=0)
    before = models.PositiveIntegerField(_("of these came before"), default=0)
    questions = models.CharField(
        _("what was asked, without persons"), max_length=enums.LONGEST_TEXT, blank=True
    )
    signals = models.PositiveIntegerField(
        _("how many signals were passed to the helpline"), null=True, blank=True
    )
    cost = models.DecimalField(_("cost"), max_digits=12, decimal_places=2, null=True, blank=True)
    others = models.CharField(
        _("organisers outside the platform"), max_length=enums.LONGEST_WORDS, blank=True
    )
    notes = models.CharField(_("notes"), max_length=enums.LONGEST_TEXT, blank=True)
    is_public = models.BooleanField(_("in the public calendar"), default=True)
    organisation = models.ForeignKey(
        "access.Organisation",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("who logged it"),
    )
    logged_at = models.DateTimeField(_("logged"))
    logged_by_id = models.BigIntegerField(_("logged by"), null=True, blank=True)
    changes = models.PositiveIntegerField(_("how often it was changed"), default=0)
    brought = models.ForeignKey(
        "activities.ActivityList",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
    )
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)

    class Privacy:
        holds = "an event and counts of those who came; which member logged it; no person who came"
        kept = "always"

    class Meta:
        verbose_name = _("activity")
        ordering = ["day", "starts_at", "logged_at", "id"]
        indexes = [
            models.Index(fields=["campaign", "state", "day"], name="activity_of_campaign"),
            models.Index(fields=["organisation", "day"], name="activity_of_house"),
        ]
        constraints = [
            models.CheckConstraint(
                name="activity_known_state",
                condition=Q(state__in=[state.value for state in State]),
            ),
            models.CheckConstraint(
                name="activity_cancelled_with_a_reason",
                condition=(Q(state=State.CANCELLED) & ~Q(reason=""))
                | (~Q(state=State.CANCELLED) & Q(reason="")),
            ),
            models.CheckConstraint(
                name="activity_counted_when_held",
                condition=Q(state=State.HELD) | Q(contacts__isnull=True, asked=0, before=0),
            ),
            models.CheckConstraint(
                name="activity_answers_fit",
                condition=Q(before__lte=F("asked"))
                & (
                    Q(contacts__isnull=True, asked=0)
                    | Q(contacts__isnull=False, asked__lte=F("contacts"))
                ),
            ),
            models.CheckConstraint(
                name="activity_most_contacts",
                condition=Q(contacts__isnull=True) | Q(contacts__lte=enums.MOST_CONTACTS),
            ),
            models.CheckConstraint(
                name="activity_cost_not_below_zero",
                condition=Q(cost__isnull=True) | Q(cost__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ActivityOrganiser(models.Model):
    """An organisation that held the activity."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="organisers")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "which organisation held an event; no personal data"
        kept = "as long as the activity"

    class Meta:
        verbose_name = _("organiser")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "organisation"], name="organiser_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ActivityCount(models.Model):
    """How many of those who were there were of a sex and an age, as far as somebody counted."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="counts")
    sex = models.CharField(_("sex"), max_length=8, choices=Sex)
    age = models.CharField(_("age"), max_length=8, choices=Age)
    number = models.PositiveIntegerField(_("how many"))

    class Privacy:
        holds = "a count of an event; no personal data"
        kept = "as long as the activity"

    class Meta:
        verbose_name = _("count by sex and age")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "sex", "age"], name="activity_count_once"),
            models.CheckConstraint(name="activity_count_some", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.sex} {self.age}"


class ActivityMaterial(models.Model):
    """How many of a material were given out."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="materials")
    material = models.CharField(_("number of the material"), max_length=enums.LONGEST_KEY)
    number = models.PositiveIntegerField(_("how many"))

    class Privacy:
        holds = "how much print was given out; no personal data"
        kept = "as long as the activity"

    class Meta:
        verbose_name = _("material given out")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "material"], name="activity_material_once"
            ),
            models.CheckConstraint(name="activity_material_some", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return self.material
