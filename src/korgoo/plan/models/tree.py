import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from korgoo.plan import enums
from korgoo.plan.enums import VersionState
from korgoo.plan.models.naming import Named


class Programme(models.Model):
    """A plan of the country for some years. Its words stand in its versions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.SlugField(_("code"), max_length=60, unique=True)
    collector = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    is_fictitious = models.BooleanField(_("invented for the demonstration"), default=False)
    added_at = models.DateTimeField(_("added"))

    class Privacy:
        holds = "a plan of the state; no personal data"
        kept = "always"

    class Meta:
        verbose_name = _("programme")
        ordering = ["-first_day", "code"]
        constraints = [
            models.CheckConstraint(
                name="programme_ends_after_it_begins", condition=Q(last_day__gte=F("first_day"))
            )
        ]

    def __str__(self) -> str:
        return self.code


class PlanVersion(Named):
    """The plan as it was adopted, or as it was changed from a day on. What is adopted never changes."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=8, choices=VersionState)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    document = models.CharField(_("adopted by"), max_length=enums.LONGEST_DOCUMENT, blank=True)
    summary = models.CharField(_("what changed"), max_length=enums.LONGEST_WORDS, blank=True)
    changed_at = models.DateTimeField(_("last changed"))
    adopted_at = models.DateTimeField(_("adopted"), null=True, blank=True)
    adopted_by_id = models.BigIntegerField(_("entered by"), null=True, blank=True)

    class Privacy:
        holds = "a plan of the state, and which member entered it"
        kept = "always"

    class Meta:
        verbose_name = _("version of a plan")
        ordering = ["programme_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="plan_version_once"),
            models.UniqueConstraint(
                fields=["programme", "in_force_from"], name="plan_version_once_from_a_day"
            ),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(state=VersionState.DRAFT),
                name="plan_version_one_draft",
            ),
            models.CheckConstraint(
                name="plan_version_adopted_from_a_day",
                condition=Q(
                    state=VersionState.DRAFT, in_force_from__isnull=True, adopted_at__isnull=True
                )
                | Q(
                    state=VersionState.ADOPTED,
                    in_force_from__isnull=False,
                    adopted_at__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.number}"

    @property
    def is_draft(self) -> bool:
        return self.state == VersionState.DRAFT


class Task(Named):
    """What a plan wants to reach; measures stand under it."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="tasks")
    code = models.CharField(_("code"), max_length=enums.LONGEST_CODE)
    place = models.PositiveSmallIntegerField(_("place"))

    class Privacy:
        holds = "a task of a plan; no personal data"
        kept = "always, with the version"

    class Meta:
        verbose_name = _("task of a plan")
        ordering = ["version_id", "place", "code"]
        constraints = [models.UniqueConstraint(fields=["version", "code"], name="plan_task_once")]

    def __str__(self) -> str:
        return self.code


class Measure(Named):
    """What is to be done, until when, and in which regions. Known by its code through all versions."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="measures")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="measures")
    code = models.CharField(_("code"), max_length=enums.LONGEST_CODE)
    place = models.PositiveSmallIntegerField(_("place"))
    starts_on = models.DateField(_("from"), null=True, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    # Codes of the national classifier, as text; none: not a matter of regions.
    regions: "models.JSONField[list[str], list[str]]" = models.JSONField(
        _("regions"), default=list, blank=True
    )

    class Privacy:
        holds = "a measure of a plan; no personal data"
        kept = "always, with the version"

    class Meta:
        verbose_name = _("measure")
        ordering = ["version_id", "place", "code"]
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="plan_measure_once"),
            models.CheckConstraint(
                name="plan_measure_ends_after_it_starts",
                condition=Q(starts_on__isnull=True)
                | Q(due_on__isnull=True)
                | Q(due_on__gte=F("starts_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class MeasureBody(models.Model):
    """Which organisation carries a measure out, and as what."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="bodies")
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    part = models.CharField(_("part"), max_length=12, choices=enums.Part)

    class Privacy:
        holds = "which organisation carries out a measure; no personal data"
        kept = "always, with the version"

    class Meta:
        verbose_name = _("part in a measure")
        ordering = ["measure_id", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "organisation"], name="measure_body_once")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.organisation_id}"


class RegionReporter(models.Model):
    """Which organisation reports for a region under a version of a plan."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="reporters")
    region = models.CharField(_("region"), max_length=14)
    organisation = models.ForeignKey(
        "access.Organisation", on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        holds = "which organisation reports for a region; no personal data"
        kept = "always, with the version"

    class Meta:
        verbose_name = _("who reports for a region")
        ordering = ["version_id", "region"]
        constraints = [
            models.UniqueConstraint(fields=["version", "region"], name="region_reporter_once")
        ]

    def __str__(self) -> str:
        return f"{self.region} {self.organisation_id}"


class Indicator(Named):
    """By what a measure is judged. Known by its code through all versions."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="indicators")
    code = models.CharField(_("code"), max_length=enums.LONGEST_CODE)
    place = models.PositiveSmallIntegerField(_("place"))
    kind = models.CharField(_("kind"), max_length=8, choices=enums.ValueKind)
    direction = models.CharField(_("direction"), max_length=4, choices=enums.Direction)
    adds = models.CharField(_("how regions add up"), max_length=6, choices=enums.Adds)
    unit = models.CharField(_("unit"), max_length=enums.LONGEST_UNIT, blank=True)
    baseline = models.DecimalField(
        _("baseline"), max_digits=enums.DIGITS, decimal_places=enums.PLACES, null=True, blank=True
    )
    # Year to value, both as text: {"2026": "120"}.
    targets: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        _("targets by year"), default=dict, blank=True
    )
    source = models.CharField(_("drawn from"), max_length=60, blank=True)

    class Privacy:
        holds = "an indicator of a plan; no personal data"
        kept = "always, with the version"

    class Meta:
        verbose_name = _("indicator")
        ordering = ["measure_id", "place", "code"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "code"], name="plan_indicator_once"),
            models.CheckConstraint(
                name="plan_only_numbers_add_up",
                condition=~Q(adds=enums.Adds.SUM) | Q(kind=enums.ValueKind.NUMBER),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class BudgetLine(models.Model):
    """Money for a measure: from whom, how much in each year. "No money set aside" is a line too."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="lines")
    code = models.CharField(_("code"), max_length=enums.LONGEST_CODE)
    place = models.PositiveSmallIntegerField(_("place"))
    funding = models.CharField(_("source of money"), max_length=5, choices=enums.Funding)
    payer = models.CharField(_("who pays"), max_length=200, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    # Year to amount, both as text.
    planned: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        _("planned by year"), default=dict, blank=True
    )

    class Privacy:
        holds = "money planned for a measure; no personal data"
        kept = "always, with the version"

    class Meta:
        verbose_name = _("budget line")
        ordering = ["measure_id", "place", "code"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "code"], name="plan_budget_line_once"),
            models.CheckConstraint(
                name="plan_money_has_a_currency",
                condition=Q(funding=enums.Funding.NONE, currency="")
                | (~Q(funding=enums.Funding.NONE) & ~Q(currency="")),
            ),
        ]

    def __str__(self) -> str:
        return self.code
